#!/usr/bin/env python3
"""A language server, checked from outside by the rules of LSP 3.17.

  protocol_check.py [--list] [--only WORD] COMMAND [ARGUMENT…]

  protocol_check.py .build/release/budgetlint server

Starts the command anew for each scenario, speaks to it over its standard input and output with
a framing and JSON of its own, and says what it did otherwise than the protocol wants. Ends with
0 if every scenario passed. Standard library only; shares nothing with the server.
"""
import argparse
import json
import os
import pathlib
import queue
import subprocess
import sys
import tempfile
import threading
import time

TITLE = "某局2025年度部门预算公开\n\n"
WRONG = TITLE + "支出合计100.00万元，其中：基本支出60.00万元，占61.00%；项目支出40.00万元，占40.00%。\n"
RIGHT = WRONG.replace("61.00", "60.00")
URI = "file:///tmp/%E9%A2%84%E7%AE%97%20a.txt"
PATIENCE = 300
COMMAND = []


class Failure(Exception):
    """What a server did wrong."""


def expect(condition, what):
    if not condition:
        raise Failure(what)


class Server:
    """One run of the server."""

    def __init__(self, **options):
        self.process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, **options)
        self.inbox = queue.Queue()
        self.number = 0
        self.seen = []
        self.garbage = b""
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=lambda: setattr(self, "said", self.process.stderr.read()), daemon=True).start()

    def _read(self):
        stream = self.process.stdout
        while True:
            length = None
            while True:
                line = stream.readline()
                if not line:
                    return self.inbox.put(None)
                if line == b"\r\n":
                    break
                name, _, value = line.partition(b":")
                if name == b"Content-Length":
                    length = int(value)
                elif name != b"Content-Type":
                    self.garbage += line
            body = stream.read(length)
            self.inbox.put(json.loads(body.decode("utf-8")))

    def raw(self, data):
        try:
            self.process.stdin.write(data)
            self.process.stdin.flush()
        except BrokenPipeError:
            pass

    def send(self, message, header=b"Content-Length: %d\r\n\r\n"):
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        self.raw(header % len(body) + body)

    def notify(self, method, params=None):
        self.send({"method": method} if params is None else {"method": method, "params": params})

    def next(self, timeout=PATIENCE):
        try:
            message = self.inbox.get(timeout=timeout)
        except queue.Empty:
            raise Failure("no message came") from None
        if message is None:
            raise Failure("the server ended")
        expect(message.get("jsonrpc") == "2.0", "a message without jsonrpc 2.0")
        self.seen.append(message)
        return message

    def until(self, is_wanted):
        """The next message that is wanted; questions of the server are answered with null."""
        while True:
            message = self.next()
            if is_wanted(message):
                return message
            if "id" in message and "method" in message:
                items = (message.get("params") or {}).get("items", [])
                answer = [None] * len(items) if message["method"] == "workspace/configuration" else None
                self.send({"id": message["id"], "result": answer})

    def request(self, method, params=None, identifier=None):
        if identifier is None:
            self.number += 1
            identifier = self.number
        message = {"id": identifier, "method": method}
        self.send(message if params is None else {**message, "params": params})
        return self.answer(identifier)

    def answer(self, identifier):
        def is_answer(message):
            found = message.get("id")
            return "method" not in message and type(found) is type(identifier) and found == identifier
        message = self.until(is_answer)
        expect(("result" in message) != ("error" in message), "an answer has either a result or an error")
        return message

    def result(self, method, params=None):
        message = self.request(method, params)
        expect("result" in message, f"{method} failed: {message.get('error')}")
        return message["result"]

    def error(self, method, params=None):
        message = self.request(method, params)
        expect("error" in message, f"{method} gave a result instead of an error")
        return message["error"]["code"]

    def start(self, capabilities=None, **more):
        result = self.result("initialize", {"processId": os.getpid(), "rootUri": None,
                                            "capabilities": capabilities or {}, **more})
        self.notify("initialized", {})
        self.capabilities = result["capabilities"]
        return self

    def open(self, text, uri=URI, version=1, language="budget-disclosure"):
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": language, "version": version, "text": text}})

    def change(self, *changes, uri=URI, version=2):
        self.notify("textDocument/didChange", {"textDocument": {"uri": uri, "version": version},
                                               "contentChanges": list(changes)})

    def published(self, version=None, uri=URI):
        message = self.until(lambda m: m.get("method") == "textDocument/publishDiagnostics"
                             and m["params"]["uri"] == uri
                             and (version is None or m["params"].get("version") == version))
        return message["params"]["diagnostics"]

    def quiet(self):
        """Everything that was sent before the server answers an unknown request."""
        before = len(self.seen)
        self.request("no/such")
        return self.seen[before:-1]

    def end(self, expected=0):
        self.result("shutdown")
        self.notify("exit")
        expect(self.process.wait(PATIENCE) == expected, f"ended with {self.process.returncode}")
        expect(not self.garbage, f"wrote {self.garbage!r} beside the protocol")

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()


def units(text, encoding):
    return len(text) if encoding == "utf-32" else len(text.encode(encoding + ("-le" if encoding == "utf-16" else ""))) \
        // (2 if encoding == "utf-16" else 1)


def index(text, position, encoding="utf-16"):
    """The place of a position in the text, clamped as the protocol says."""
    lines, start, at = [], 0, 0
    while at < len(text):
        if text[at] in "\r\n":
            behind = at + (2 if text[at:at + 2] == "\r\n" else 1)
            lines.append((start, at))
            start = at = behind
        else:
            at += 1
    lines.append((start, len(text)))
    if position["line"] >= len(lines):
        return len(text)
    start, end = lines[position["line"]]
    at = start
    while at < end and units(text[start:at + 1], encoding) <= position["character"]:
        at += 1
    return at


def covered(text, span, encoding="utf-16"):
    return text[index(text, span["start"], encoding):index(text, span["end"], encoding)]


def applied(text, edits, encoding="utf-16"):
    places = [(index(text, e["range"]["start"], encoding), index(text, e["range"]["end"], encoding), e["newText"])
              for e in edits]
    places.sort(key=lambda place: place[0])
    for one, other in zip(places, places[1:]):
        expect(one[1] <= other[0], "edits overlap")
    for start, end, new in reversed(places):
        text = text[:start] + new + text[end:]
    return text


def span(start_line, start, end_line, end):
    return {"start": {"line": start_line, "character": start}, "end": {"line": end_line, "character": end}}


def edits_of(action):
    edit = action["edit"]
    if "changes" in edit:
        return next(iter(edit["changes"].values()))
    return edit["documentChanges"][0]["edits"]


LITERALS = {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}}
ACTIONS = {"textDocument": {"codeAction": LITERALS}}
SCENARIOS = []


def scenario(function):
    SCENARIOS.append(function)
    return function


@scenario
def before_initialize(server):
    """1. Requests before initialize are refused with -32002, notifications dropped."""
    expect(server.error("textDocument/hover", {}) == -32002, "not -32002")
    server.open(WRONG)
    server.start()
    expect(not [m for m in server.quiet() if "diagnostics" in m.get("params", {})], "a dropped document was judged")
    server.end()


@scenario
def exit_before_initialize(server):
    """1. exit is heard even before initialize, and ends with 1."""
    server.notify("exit")
    expect(server.process.wait(PATIENCE) == 1, "not 1")


@scenario
def between_initialize_and_initialized(server):
    """2. Messages between initialize and initialized are tolerated; 3. a second initialize is an error."""
    server.result("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    server.open(WRONG)
    expect(len(server.published(1)) == 1, "not judged")
    expect(server.error("initialize", {"capabilities": {}}) == -32600, "a second initialize was accepted")
    server.end()


@scenario
def silence_before_initialize_is_answered(server):
    """3. Nothing but messages and telemetry is sent before initialize is answered."""
    server.send({"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {
        "workspace": {"configuration": True, "didChangeWatchedFiles": {"dynamicRegistration": True}}}}})
    while True:
        message = server.next()
        if message.get("id") == 1:
            break
        expect(message.get("method", "").startswith(("window/", "telemetry/")), f"sent {message}")
    server.end()


@scenario
def shutdown_and_exit(server):
    """4. shutdown gives null, later requests -32600, exit ends with 0."""
    server.start()
    message = server.request("shutdown")
    expect("result" in message and message["result"] is None, "no null")
    expect(server.error("textDocument/hover", {}) == -32600, "a request behind shutdown was served")
    server.notify("exit")
    expect(server.process.wait(PATIENCE) == 0, "not 0")


@scenario
def exit_without_shutdown(server):
    """4. exit without shutdown ends with 1."""
    server.start().notify("exit")
    expect(server.process.wait(PATIENCE) == 1, "not 1")


@scenario
def end_of_input(server):
    """5. The end of the input ends the server."""
    server.start().process.stdin.close()
    server.process.wait(PATIENCE)


@scenario
def death_of_the_client(server):
    """5. The death of the client's process ends the server, though its input stays open."""
    client = subprocess.Popen(["sleep", "600"])
    server.result("initialize", {"processId": client.pid, "rootUri": None, "capabilities": {}})
    client.kill()
    client.wait()
    server.process.wait(PATIENCE)


@scenario
def unknown_methods(server):
    """6. Unknown requests give -32601, unknown notifications and $/… silence."""
    server.start()
    expect(server.error("no/such", {}) == -32601 and server.error("$/noSuch") == -32601, "not -32601")
    for method in ("no/such", "$/noSuch", "$/setTrace"):
        server.notify(method, {"value": "off"})
    expect(not server.quiet(), "not silent")
    server.end()


@scenario
def identifiers(server):
    """7. Ids come back in the type they had; a null result is there."""
    server.start()
    for identifier in (0, -7, 2147483647, "7", "", "預算😀"):
        message = server.request("textDocument/hover", {"textDocument": {"uri": "x:y"}, "position": {
            "line": 0, "character": 0}}, identifier)
        expect("result" in message and message["result"] is None, "the null is missing")
    server.end()


@scenario
def framing(server):
    """8. Headers in any case and order, without blank, split and joined."""
    server.start()
    for header in (b"content-length: %d\r\n\r\n", b"CONTENT-LENGTH:%d\r\n\r\n",
                   b"Content-Type: application/vscode-jsonrpc; charset=utf8\r\nContent-Length: %d\r\n\r\n",
                   b"Content-Length: %d\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n"):
        server.send({"id": "h", "method": "no/such"}, header)
        server.answer("h")
    body = json.dumps({"jsonrpc": "2.0", "id": "😀", "method": "預算"}, ensure_ascii=False).encode()
    frame = b"Content-Length: %d\r\n\r\n" % len(body) + body
    for byte in frame:
        server.raw(bytes([byte]))
    server.answer("😀")
    server.raw(frame * 3)
    for _ in range(3):
        server.answer("😀")
    server.end()


@scenario
def bad_json_and_parameters(server):
    """9. Bad JSON gives -32700 with a null id, bad parameters -32602, and the server lives."""
    server.start()
    for body in (b"{", b"", b"\xff\xfe", b"[" * 5000):
        server.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        message = server.until(lambda m: "error" in m)
        expect(message["error"]["code"] == -32700 and message["id"] is None, f"{body[:9]!r}: {message}")
    for params in ({}, [], {"textDocument": 7}, {"textDocument": {"uri": URI}, "position": {"line": "x"}}):
        expect(server.error("textDocument/hover", params) == -32602, f"not -32602 for {params}")
    server.end()


@scenario
def hopeless_framing(server):
    """9. What is no stream of messages ends the server."""
    server.raw(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    server.process.wait(PATIENCE)


@scenario
def position_encodings(server):
    """10. UTF-16 unless another is offered; the client's order; beyond the BMP."""
    offers = [None, ["utf-8"], ["utf-32", "utf-8"], ["utf-16", "utf-8"], ["x", "utf-8"]]
    for offered, wanted in zip(offers, ["utf-16", "utf-8", "utf-32", "utf-16", "utf-8"]):
        other = Server()
        try:
            other.start({"general": {"positionEncodings": offered}} if offered else {})
            encoding = other.capabilities.get("positionEncoding", "utf-16")
            expect(encoding == wanted, f"{offered}: {encoding}")
            text = WRONG.replace("支出合计", "𠮷😀支出合计")
            other.open(text)
            (found,) = other.published(1)
            expect(covered(text, found["range"], encoding).startswith("61.00"), f"{encoding}: wrong characters")
            other.end()
        finally:
            other.close()


@scenario
def line_ends_and_clamping(server):
    """11. All line ends count, and places past an end are clamped."""
    server.start()
    for version, end in enumerate(("\n", "\r\n", "\r"), 1):
        text = ("甲\n" + WRONG).replace("\n", end)
        server.open(text, version=version)
        (found,) = server.published(version)
        expect(found["range"]["start"]["line"] == 3 and covered(text, found["range"]).startswith("61.00"), repr(end))
    server.change({"range": span(0, 999, 0, 9999), "text": "乙"}, {"range": span(999, 9, 9999, 0), "text": "丙"},
                  version=9)
    expect(len(server.published(9)) == 1, "clamped edits lost the text")
    server.end()


@scenario
def content_changes(server):
    """12. Changes apply in order; whole texts, none, overlapping an end; any versions."""
    server.start()
    server.open("甲", version=0)
    expect(server.published(0) == [], "a finding in nothing")
    server.change({"text": ""}, {"range": span(0, 0, 0, 0), "text": RIGHT},
                  {"range": span(2, 30, 2, 31), "text": "1"}, version=0)
    expect(len(server.published(0)) == 1, "three changes in one")
    server.change(version=7)
    expect(len(server.published(7)) == 1, "no change")
    server.change({"range": span(2, 30, 2, 31), "rangeLength": 1, "text": "0"}, version=3)
    expect(server.published(3) == [], "an older version")
    server.end()


@scenario
def publishing(server):
    """13. An empty list clears, closing clears, versions are sent, stale results are not."""
    server.start()
    server.open(WRONG)
    expect(len(server.published(1)) == 1, "no diagnostic")
    for version in range(2, 40):
        server.change({"text": WRONG if version % 2 else RIGHT}, version=version)
    expect(len(server.published(39)) == 1, "the last state is wrong")
    versions = [m["params"]["version"] for m in server.seen if m.get("method", "").endswith("publishDiagnostics")]
    expect(versions == sorted(versions), "results came out of order")
    server.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    expect(server.published() == [], "closing did not clear")
    server.end()


PULL = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}


@scenario
def pulling(server):
    """14. A client that pulls is pushed nothing; unchanged only with the last resultId."""
    server.start(PULL)
    server.open(WRONG)
    document = {"textDocument": {"uri": URI}}
    report = server.result("textDocument/diagnostic", document)
    expect(report["kind"] == "full" and len(report["items"]) == 1, "no full report")
    again = {**document, "previousResultId": report["resultId"]}
    expect(server.result("textDocument/diagnostic", again) == {
        "kind": "unchanged", "resultId": report["resultId"]}, "not unchanged")
    server.change({"text": RIGHT})
    fresh = server.result("textDocument/diagnostic", again)
    expect(fresh["kind"] == "full" and fresh["items"] == [], "not fresh")
    server.notify("workspace/didChangeConfiguration", {"settings": {"budgetlint": {}}})
    server.until(lambda m: m.get("method") == "workspace/diagnostic/refresh")
    expect(not [m for m in server.seen if m.get("method") == "textDocument/publishDiagnostics"], "pushed as well")
    server.end()


@scenario
def workspace_pulling(server):
    """14. The workspace report covers files that are not open, in parts where wanted; 22. progress ends."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(5):
            pathlib.Path(folder, f"{number} 预算.txt").write_text(WRONG, "utf-8")
        root = pathlib.Path(folder).as_uri()
        server.start(PULL, workspaceFolders=[{"uri": root, "name": "w"}])
        whole = server.result("workspace/diagnostic", {"previousResultIds": []})
        expect([len(item["items"]) for item in whole["items"]] == [1] * 5, "not five")
        expect(all("version" in item for item in whole["items"]), "a version is missing")
        begin = len(server.seen)
        rest = server.result("workspace/diagnostic", {
            "previousResultIds": [{"uri": i["uri"], "value": i["resultId"]} for i in whole["items"]],
            "partialResultToken": "p", "workDoneToken": "w"})
        told = [m["params"] for m in server.seen[begin:] if m.get("method") == "$/progress"]
        parts = [item for t in told if t["token"] == "p" for item in t["value"]["items"]]
        expect(rest["items"] == [] and [item["kind"] for item in parts] == ["unchanged"] * 5, "no parts")
        kinds = [t["value"]["kind"] for t in told if t["token"] == "w"]
        expect(kinds[0] == "begin" and kinds[-1] == "end", f"progress {kinds}")
        server.end()


@scenario
def cancellation(server):
    """15. A cancelled request is answered; an unknown id is harmless."""
    server.start()
    server.notify("$/cancelRequest", {"id": 12345})
    server.notify("$/cancelRequest", {})
    server.open(WRONG)
    frames = b""
    for message in ({"id": "c", "method": "textDocument/hover", "params": {
            "textDocument": {"uri": URI}, "position": {"line": 2, "character": 30}}},
            {"method": "$/cancelRequest", "params": {"id": "c"}}):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        frames += b"Content-Length: %d\r\n\r\n" % len(body) + body
    server.raw(frames)
    message = server.answer("c")
    expect("result" in message or message["error"]["code"] == -32800, f"{message}")
    server.end()


@scenario
def registration_and_settings(server):
    """16. Registration only where offered; 17. settings are asked for and taken in order."""
    server.start()
    expect(not [m for m in server.quiet() if "id" in m and "method" in m], "asked a client that cannot answer")
    other = Server()
    try:
        other.start({"workspace": {"configuration": True, "didChangeWatchedFiles": {"dynamicRegistration": True}}})
        wanted = {"client/registerCapability", "workspace/configuration"}
        while wanted:
            message = other.until(lambda m: m.get("method") in wanted)
            wanted.discard(message["method"])
            answer = None
            if message["method"] == "workspace/configuration":
                answer = [{"rules": {"wrong-share": "hint"}}] + [None] * (len(message["params"]["items"]) - 1)
            other.send({"id": message["id"], "result": answer})
        other.open(WRONG)
        (found,) = other.published(1)
        expect(found["severity"] == 4, "the settings were not taken")
        other.end()
    finally:
        other.close()
    server.end()


def actions(server, where, diagnostics, only=None):
    context = {"diagnostics": diagnostics}
    if only is not None:
        context["only"] = only
    return server.result("textDocument/codeAction", {"textDocument": {"uri": URI}, "range": where, "context": context})


@scenario
def code_actions(server):
    """18. only by prefix, zero width, touching, with and without diagnostics, edits at once, no nil keys."""
    server.start(ACTIONS)
    server.open(WRONG)
    (found,) = server.published(1)
    for where in (found["range"], span(2, 29, 2, 29), span(2, 35, 2, 35), span(2, 0, 2, 29), span(2, 32, 2, 32)):
        for diagnostics in ([], [found]):
            (action,) = actions(server, where, diagnostics, ["quickfix"])
            expect(None not in action.values() and "command" not in action, "nil keys")
            expect(action["isPreferred"] and "changes" in action["edit"], "no plain, preferred edit")
            expect(applied(WRONG, edits_of(action)) == RIGHT, "the repair is wrong")
    expect(actions(server, span(0, 0, 0, 3), [], ["quickfix"]) == [], "an action where nothing is wrong")
    for only, count in ((["source.fixAll"], 1), (["source"], 1), (["source.fixAll.budgetlint"], 1),
                        (["source.fixAll.x"], 0), (["quickfi"], 0), (["source.organizeImports"], 0)):
        found_actions = actions(server, found["range"], [], only)
        expect(len(found_actions) == count, f"{only}: {len(found_actions)}")
        expect(all(any((a["kind"] + ".").startswith(o + ".") for o in only) for a in found_actions), "wrong kinds")
    server.end()


@scenario
def resolving(server):
    """18. Where edits can be asked for, resolving adds the edit and changes nothing else."""
    support = {**LITERALS, "dataSupport": True, "resolveSupport": {"properties": ["edit"]}}
    server.start({"textDocument": {"codeAction": support}})
    server.open(WRONG)
    server.published(1)
    (action,) = actions(server, span(0, 0, 0, 0), [], ["source.fixAll"])
    full = action if "edit" in action else server.result("codeAction/resolve", action)
    expect({k: v for k, v in full.items() if k != "edit"} == {k: v for k, v in action.items() if k != "edit"},
           "resolving changed another field")
    expect(applied(WRONG, edits_of(full)) == RIGHT, "the repair is wrong")
    server.end()


@scenario
def no_literals(server):
    """18. A client that shows commands only gets no literal."""
    server.start({"textDocument": {"codeAction": {}}})
    server.open(WRONG)
    server.published(1)
    expect(not actions(server, span(2, 30, 2, 30), []), "literals")
    server.end()


@scenario
def odd_contexts(server):
    """19. Kate's whole-document range with one diagnostic; Neovim's columns in bytes."""
    server.start({"textDocument": {"codeAction": LITERALS, "publishDiagnostics": {"dataSupport": True}}})
    text = WRONG + "\n𠮷" + WRONG[len(TITLE):]
    server.open(text)
    both = server.published(1)
    expect(len(both) == 2, "not two")
    for one in both:
        (action,) = actions(server, span(0, 0, 4, 999), [one])
        expect(edits_of(action)[0]["range"]["start"]["line"] == one["range"]["start"]["line"], "another's repair")
    line = text.split("\n")[4]
    start = len(line[:line.index("61.00")].encode())
    (action,) = actions(server, span(4, 31, 4, 31), [{**both[1], "range": span(4, start, 4, start + 6)}], ["quickfix"])
    expect(edits_of(action)[0]["range"]["start"]["line"] == 4, "bytes were taken for units")
    server.end()


@scenario
def versioned_edits(server):
    """20. Versioned document changes where supported; edits never overlap."""
    server.start({"workspace": {"workspaceEdit": {"documentChanges": True}}, **ACTIONS})
    server.open(WRONG, version=5)
    server.published(5)
    (action,) = actions(server, span(2, 30, 2, 30), [], ["quickfix"])
    (change,) = action["edit"]["documentChanges"]
    expect(change["textDocument"] == {"uri": URI, "version": 5}, f"{change['textDocument']}")
    rename = server.result("textDocument/rename", {"textDocument": {"uri": URI}, "position": {
        "line": 2, "character": 6}, "newName": "200.00"})
    expect("200.00万元" in applied(WRONG, edits_of({"edit": rename})), "the rename is wrong")
    server.end()


@scenario
def spellings(server):
    """23. URIs in the client's spelling, escaped Chinese, untitled:, drives; any language id."""
    server.start()
    for number, (uri, other) in enumerate((
            ("file:///c%3A/%E9%A2%84%E7%AE%97%20a.txt", "file:///C:/预算%20a.txt"),
            ("untitled:Untitled-1", "untitled:Untitled-1"), ("file:///tmp/预算 b.txt", "file:///tmp/%e9%a2%84算%20b.txt"))):
        server.open(RIGHT, uri=uri, language=["plain", "", "x-unknown"][number])
        expect(server.published(1, uri) == [], "a finding in a right text")
        server.change({"text": WRONG}, uri=other)
        expect(len(server.published(2, uri)) == 1, f"{other} is not {uri}")
    server.end()


@scenario
def missing_parameters(server):
    """24. Missing and null parameters, unasked text at saving, requests that were never offered."""
    server.send({"id": "i", "method": "initialize", "params": {"capabilities": {}}})
    server.answer("i")
    server.notify("initialized")
    server.open(WRONG)
    server.published(1)
    server.notify("textDocument/didSave", {"textDocument": {"uri": URI}, "text": "x"})
    server.notify("textDocument/willSave", {"textDocument": {"uri": URI}, "reason": 1})
    server.request("textDocument/documentSymbol", {"textDocument": {"uri": URI}})
    server.send({"id": "s", "method": "shutdown", "params": None})
    server.answer("s")
    server.notify("exit")
    expect(server.process.wait(PATIENCE) == 0, "not 0")


@scenario
def declared_members(server):
    """25. Severity always; tags, data, related places and descriptions only where declared; plain hover."""
    server.start()
    server.open(WRONG)
    (found,) = server.published(1)
    expect(found.get("severity") == 1, "no severity")
    expect(not {"tags", "data", "codeDescription", "relatedInformation"} & found.keys(), "undeclared members")
    hover = server.result("textDocument/hover", {"textDocument": {"uri": URI}, "position": {
        "line": 2, "character": 30}})
    expect(hover["contents"]["kind"] == "plaintext", "Markdown was not offered")
    server.end()


@scenario
def nothing_but_the_protocol(server):
    """26. Only the protocol on the standard output; no $/logTrace while trace is off."""
    server.start(trace="off")
    server.open(WRONG)
    server.published(1)
    server.change({"text": "\x00\x1b[31m"})
    server.published(2)
    expect(not [m for m in server.seen if m.get("method") == "$/logTrace"], "traced")
    server.end()


@scenario
def large_documents(server):
    """A document of 1 MB and a single line of 1 MB stay usable."""
    server.start(ACTIONS)
    sentence, right = WRONG[len(TITLE):], RIGHT[len(TITLE):]
    rest = right * (1_000_000 // len(right.encode()))
    for version, text in ((1, TITLE + sentence + rest), (2, TITLE + (sentence + rest).replace("\n", ""))):
        server.open(text, version=version)
        expect([found["code"] for found in server.published(version)] == ["wrong-share"], "not one finding")
        began = time.monotonic()
        for step in range(10):
            server.change({"range": span(1, 0, 1, 0), "text": "1"}, version=10 * version + step)
        server.published(10 * version + 9)
        actions(server, span(2, 30, 2, 30), [], ["quickfix"])
        expect(time.monotonic() - began < PATIENCE, "ten keystrokes took too long")
    server.end()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--list", action="store_true")
    arguments.add_argument("--only", default="")
    arguments.add_argument("command", nargs=argparse.REMAINDER)
    arguments = arguments.parse_args()
    chosen = [s for s in SCENARIOS if arguments.only in s.__name__]
    if arguments.list:
        for function in chosen:
            print(f"{function.__name__}: {function.__doc__}")
        return 0
    COMMAND[:] = arguments.command
    failures = 0
    for function in chosen:
        server = Server()
        try:
            function(server)
            print(f"ok      {function.__name__}")
        except (Failure, KeyError, ValueError, TypeError, subprocess.TimeoutExpired) as failure:
            failures += 1
            print(f"FAILED  {function.__name__}: {type(failure).__name__} {failure}")
        finally:
            server.close()
    print(f"{len(chosen) - failures} of {len(chosen)} scenarios passed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
