"""How much faster two threads are than one on 1,000 documents, and the memory they take."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

command, source = sys.argv[1], Path(sys.argv[2])
if (os.cpu_count() or 1) < 2:
    sys.exit("this machine has one processor only")
with tempfile.TemporaryDirectory() as folder:
    documents = sorted(source.glob("*.txt"))
    for number in range(1000):
        # Several disclosures in one file, so that reading takes longer than starting.
        text = documents[number % len(documents)].read_bytes() * 8
        Path(folder, f"{number:04}.txt").write_bytes(text)
    largest = max(path.stat().st_size for path in Path(folder).iterdir())
    best = {}
    for _ in range(5):
        for jobs in (1, 2):
            start = time.monotonic()
            subprocess.run([command, "lint", "--jobs", str(jobs), "--format", "jsonl", folder],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            best[jobs] = min(best.get(jobs, 1e9), time.monotonic() - start)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
ratio = best[1] / best[2]
print(f"one thread {best[1]:.2f} s, two {best[2]:.2f} s: {ratio:.2f} times as fast; "
      f"peak {peak / 2**20:.1f} MiB, largest file {largest / 2**20:.2f} MiB")
if ratio < 1.7:
    sys.exit("two threads are not 1.7 times as fast as one")
if peak > largest + 40 * 2**20:
    sys.exit("more than 40 MiB beyond the largest file")
