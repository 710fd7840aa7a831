import Foundation
import JSONText
import Testing

@Suite("Many files")
struct BulkTests {
  @Test("paths come from a list, by lines or behind NUL, and from globs")
  func lists() throws {
    let place = try Workplace()
    for name in ["a b.txt", "c.txt", "d/e.txt", "d/f/g.md"] { try place.write(wrongText, to: name) }
    let lines = try place.run("lint", "--format", "concise", "--files-from", "-", input: "c.txt\r\na b.txt\n\n")
    #expect(lines.lines.map { $0.prefix { $0 != ":" } } == ["c.txt", "a b.txt"])
    try place.write("d/e.txt\0a b.txt\0", to: "list")
    #expect(try place.run("lint", "--format", "concise", "--files-from", "list").lines.count == 2)
    #expect(try place.run("lint", "--format", "concise", "d/**/*.{md,txt}").lines.count == 2)
    #expect(try place.run("lint", "--files-from", "gone").status == 2)
    let none = try place.run("lint", "*.pdf")
    #expect(none.status == 2)
    #expect(none.errors.contains("*.pdf"))
  }

  @Test("many files give the same, whatever the environment says of the allocator")
  func allocator() throws {
    let place = try Workplace()
    let names = (0..<70).map { "\($0).txt" }
    for name in names { try place.write(wrongText, to: name) }
    let arguments = ["lint", "--format", "concise"] + names
    let plain = try place.run(Workplace.command, arguments)
    #expect(plain.status == 1)
    #expect(plain.lines.count == 70)
    let given = try place.run(
      Workplace.command, arguments, variables: ["GLIBC_TUNABLES": "glibc.malloc.tcache_count=7"])
    #expect(given.lines == plain.lines)
    #expect(try place.run("lint", "--format", "concise", ".").lines.count == 70)
    // What a run sets for itself alone ends a second beginning.
    let again = try place.run(
      Workplace.command, arguments, variables: ["GLIBC_TUNABLES": "glibc.malloc.tcache_count=400"])
    #expect(again.lines == plain.lines)
  }

  @Test("documents come as lines of JSON, and a line goes out for each")
  func documents() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "on-disk.txt")
    let lines = try (0..<50).map { index in
      let object = ["file": "\(index).txt", "text": index % 2 == 0 ? wrongText : rightText]
      return String(decoding: try JSONEncoder().encode(object), as: UTF8.self)
    }
    let input = lines.joined(separator: "\n") + "\n{\"file\": \"on-disk.txt\"}\nno JSON\n"
    let result = try place.run("lint", "--jsonl-input", "--format", "jsonl", input: input)
    #expect(result.status == 2)
    let values = try result.lines.map { try JSONReader.read(Array($0.utf8)) }
    #expect(values.count == 52)
    #expect(values.prefix(50).map { $0["file"]?.string } == (0..<50).map { "\($0).txt" })
    #expect(values.prefix(50).map { $0["diagnostics"]?.elements?.count } == (0..<50).map { $0 % 2 == 0 ? 1 : 0 })
    #expect(values[50]["diagnostics"]?.elements?.count == 1)
    #expect(values[51]["errors"]?.elements?.count == 1)
  }

  @Test("files that are checked separately are reported as they are done", .timeLimit(.minutes(1)))
  func separately() throws {
    let place = try Workplace()
    try place.write(RelatedDocumentTests.wrong, to: "2025.txt")
    try place.write(RelatedDocumentTests.last, to: "2024.txt")
    // The pipe gives nothing before the report of the file ahead of it has come.
    let result = try place.shell(
      #"""
      mkfifo pipe.txt
      "$0" lint --separately --jobs 1 --format jsonl 2025.txt pipe.txt >out &
      until [ -s out ]; do sleep 0.01; done
      cat out; cat 2024.txt >pipe.txt; wait; cat out
      """#)
    let lines = try result.lines.map { try JSONReader.read(Array($0.utf8)) }
    #expect(lines.map { $0["file"]?.string } == ["2025.txt", "2025.txt", "pipe.txt"], "\(result.errors)")
    #expect(lines.allSatisfy { $0["diagnostics"]?.elements?.isEmpty == true })
    #expect(try place.run("lint", "--format", "concise", "2025.txt", "2024.txt").lines.count == 1)
  }

  @Test("what does not go with documents on the standard input is refused, and the rest goes")
  func streamOptions() throws {
    let place = try Workplace()
    let line = String(decoding: try JSONEncoder().encode(["file": "a.txt", "text": wrongText]), as: UTF8.self)
    let refused = try place.run("lint", "--jsonl-input", "--write-baseline", "b.json", input: line)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("--jsonl-input and --write-baseline do not go together"))
    #expect(try place.run("lint", "--jsonl-input", "--files-from", "x", input: line).status == 2)
    #expect(try place.run("lint", "--jsonl-input", "a.txt", input: line).status == 2)
    #expect(try place.run("lint", "--jsonl-input", "--baseline", "gone.json", input: line).errors.contains("gone.json"))
    let counted = try place.run("lint", "--jsonl-input", "--statistics", "--output-file", "concise=r", input: line)
    #expect(counted.errors.contains("  1  wrong-share\n"))
    #expect(try place.text("r").hasPrefix("a.txt:3:30: error [wrong-share]"))
  }

  @Test("an answer comes before the next document is sent")
  func streaming() throws {
    let process = Process()
    process.executableURL = Workplace.command
    process.arguments = ["lint", "--jsonl-input", "--format", "jsonl"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for name in ["a", "b", "c"] {
      try input.fileHandleForWriting.write(
        contentsOf: JSONEncoder().encode(["file": name, "text": rightText]) + [0x0A])
      let answer = try #require(try output.fileHandleForReading.read(upToCount: 1))
      #expect(answer == Data("{".utf8))
      #expect(output.fileHandleForReading.availableData.last == 0x0A)
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("a run that is interrupted leaves nothing behind and ends what it started", arguments: [SIGINT, SIGTERM])
  func interruption(signal: Int32) throws {
    let place = try Workplace()
    // A converter that says when it has begun, and does not end by itself.
    try place.write("#!/bin/sh\necho begun > begun\nsleep 3600\n", to: "bin/pdftotext")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.url("bin/pdftotext").path)
    try place.copy("imports/单位预算.pdf", to: "z.pdf")
    for index in 0..<20 { try place.write(wrongText, to: "\(index).txt") }
    try place.write("old", to: "r.json")
    let before = try place.names()
    let process = try place.start(
      Workplace.command, ["lint", "--jobs", "1", "--output-file", "json=r.json", "--output-file", "html=r.html", "."],
      variables: ["PATH": "\(place.url("bin").path):/usr/bin:/bin"])
    while !FileManager.default.fileExists(atPath: place.url("begun").path) {
      try #require(process.isRunning)
      usleep(5000)
    }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    _ = try place.result(of: process)
    #expect(try place.names() == (before + ["begun"]).sorted())
    #expect(try place.text("r.json") == "old")
    #expect(try place.leftovers() == [])
  }

  @Test(
    "waiting for input ends with the first request",
    arguments: [["lint", "-"], ["lint", "--jsonl-input"], ["fix", "-"]])
  func waiting(arguments: [String]) throws {
    let process = Process()
    process.executableURL = Workplace.command
    process.arguments = arguments
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data("某局".utf8))
    // It reads once it has taken note of requests: what was written is gone from the pipe.
    while Self.waitingBytes(in: input) > 0 { usleep(2000) }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(process.terminationReason == .exit)
    try input.fileHandleForWriting.close()
  }

  /// The bytes that nobody has read yet.
  private static func waitingBytes(in pipe: Pipe) -> Int32 {
    var count: Int32 = 0
    _ = ioctl(pipe.fileHandleForReading.fileDescriptor, UInt(FIONREAD), &count)
    return count
  }

  @Test("reports stay in the order of the inputs however large each is, on any number of threads")
  func order() throws {
    let place = try Workplace()
    for index in 0..<40 {
      let filler = String(repeating: "本部门承担档案管理职责。\n\n", count: index % 7 * 200)
      try place.write(wrongText + "\n" + filler, to: "\(100 + index).txt")
    }
    for format in ["jsonl", "html"] {
      let one = try place.run("lint", "--jobs", "1", "--format", format, ".")
      let many = try place.run("lint", "--jobs", "4", "--format", format, ".")
      #expect(one.output == many.output)
    }
  }

  @Test("findings are counted by rule and by file on the error output")
  func statistics() throws {
    let place = try Workplace()
    try place.copy("documents/henan-budget-wrong.txt", to: "a.txt")
    try place.write(wrongText, to: "b.txt")
    let result = try place.run("lint", "--statistics", "--format", "concise", ".")
    let counts = Dictionary(grouping: result.lines) { $0.split(separator: "[")[1].prefix { $0 != "]" } }
    #expect(result.errors.contains("Findings by rule:\n"))
    for (rule, lines) in counts { #expect(result.errors.contains("  \(lines.count)  \(rule)\n")) }
    #expect(result.errors.hasSuffix("Findings by file:\n  \(result.lines.count - 1)  a.txt\n  1  b.txt\n"))
  }
}
