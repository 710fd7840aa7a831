#!/usr/bin/env python3
"""Edits documents at random through a language server, and compares the end with a fresh start.

  random_edits.py [--edits N] [--seed N] [--joined] --documents FILE… -- COMMAND [ARGUMENT…]

Opens the documents, makes N edits of all kinds in them, then asks a server that was started anew
for the same texts: both must say the same. The memory of the server must not grow: what it holds
after the first tenth of the edits is compared with what it holds at the end. Standard library only.
"""
import argparse
import pathlib
import random
import sys

import protocol_check
from protocol_check import Server, expect, units

PIECES = ["占61.00%；", "𠮷", "😀", "\r\n", "\r", "\n", "1", "。", "61.00", "%", "万元", "，其中：", "", "e\u0301", "增加0.00万元"]
# Longer texts are set back to where they began.
LIMIT = 1.5


class Document:
    """A text as an editor holds it."""

    def __init__(self, name, text):
        self.uri = f"file:///random/{name}.txt"
        self.original = self.text = text
        self.version = 1

    def position(self, at):
        """Line and column in UTF-16 of a place that does not stand inside a line end."""
        before = self.text[:at].replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n")
        return {"line": line, "character": units(before[before.rfind("\n") + 1:], "utf-16")}

    def place(self, generator):
        at = generator.randint(0, len(self.text))
        return at - 1 if 0 < at < len(self.text) and self.text[at - 1:at + 1] == "\r\n" else at

    def edit(self, generator):
        """Makes an edit and returns it in the terms of the protocol."""
        if len(self.text) > LIMIT * len(self.original) or generator.random() < 0.005:
            self.text = self.original
            return {"text": self.text}
        start = self.place(generator)
        end = self.place(generator)
        if end < start or end - start > 6:
            end = start
        new = generator.choice(PIECES)
        change = {"range": {"start": self.position(start), "end": self.position(end)}, "text": new}
        self.text = self.text[:start] + new + self.text[end:]
        return change


def resident(server):
    """The memory of the server in KiB."""
    for line in pathlib.Path(f"/proc/{server.process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


def settled(server, document):
    """What is published for the present version."""
    return server.published(document.version, document.uri)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--edits", type=int, default=1000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--growth", type=float, default=1.25, help="how often the memory may be what it was")
    arguments.add_argument("--joined", action="store_true", help="edit a file that holds all documents as well")
    arguments.add_argument("--documents", nargs="+", required=True)
    separator = sys.argv.index("--")
    parsed = arguments.parse_args(sys.argv[1:separator])
    protocol_check.COMMAND[:] = sys.argv[separator + 1:]
    generator = random.Random(parsed.seed)
    documents = [Document(number, pathlib.Path(path).read_text("utf-8"))
                 for number, path in enumerate(parsed.documents)]
    if parsed.joined:
        documents.append(Document("joined", "\n".join(document.text for document in documents)))
    server = Server().start()
    for document in documents:
        server.open(document.text, document.uri)
        settled(server, document)
    early = 0
    for number in range(parsed.edits):
        document = generator.choice(documents)
        document.version += 1
        server.change(document.edit(generator), uri=document.uri, version=document.version)
        if generator.random() < 0.2:
            settled(server, document)
            server.seen.clear()
        if number == parsed.edits // 10:
            early = resident(server)
    # One after the other: what is said of one is not kept while another is waited for.
    last = {}
    for document in documents:
        document.version += 1
        server.change(uri=document.uri, version=document.version)
        last[document.uri] = settled(server, document)
    late = resident(server)
    server.end()
    fresh = Server().start()
    for document in documents:
        fresh.open(document.text, document.uri)
        expect(fresh.published(1, document.uri) == last[document.uri], f"{document.uri} differs from a fresh start")
    fresh.end()
    print(f"{parsed.edits} edits on {len(documents)} documents: the same as a fresh start; "
          f"memory {early} KiB after a tenth, {late} KiB at the end")
    expect(late <= early * parsed.growth, "the memory grew")
    return 0


if __name__ == "__main__":
    sys.exit(main())
