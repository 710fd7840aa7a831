"""Runs every piece of a page that has a `run:` mark, in the current folder, and looks at what
comes of it."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

page = Path(sys.argv[1]).read_text(encoding="utf-8")
pieces = re.findall(r"<!-- run: ([^>]+) -->\n```(sh|python)\n(.*?)```", page, re.DOTALL)
assert [name for name, _, _ in pieces] == ["one call", "worst", "list", "baseline", "parallel", "spark", "pipe"]
documents = len(list(Path("archive").glob("*.txt")))


def reports(path):
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def findings(lines):
    return sorted((Path(line["file"]).name, len(line["diagnostics"])) for line in lines)


expected = None
for name, language, text in pieces:
    command = ["bash", "-euo", "pipefail", "-c", text] if language == "sh" else [sys.executable, "-c", text]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 0, (name, result.stdout, result.stderr[-2000:])
    if name == "one call":
        expected = findings(reports("findings.jsonl"))
        assert len(expected) == documents and sum(count for _, count in expected) > documents
    elif name == "worst":
        assert len(result.stdout.splitlines()) == 10
    elif name == "list":
        assert len(Path("findings.csv").read_text(encoding="utf-8").splitlines()) > documents
    elif name == "parallel":
        assert findings(reports("findings.jsonl")) == expected
    elif name == "spark":
        lines = [line for part in sorted(Path("reports").glob("part-*")) for line in reports(part)]
        lines = [line for line in lines if line["file"].endswith(".txt")]
        assert findings(lines) == expected, (len(lines), documents)
        shutil.rmtree("reports")
    elif name == "pipe":
        assert result.stdout == "wrong-share\n"
    print(f"{name}: ran")
