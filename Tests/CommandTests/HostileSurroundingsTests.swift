import Foundation
import Testing

/// Disks that are full, folders that may not be written to, readers that leave and ends that come early.
@Suite("Hostile surroundings")
struct HostileSurroundingsTests {
  @Test("a report that cannot be written is an error and leaves nothing half")
  func fullDisk() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "a.txt")
    let full = try place.shell(#""$0" lint a.txt >/dev/full"#)
    #expect(full.status == 2)
    #expect(full.errors.contains("No space left on device"))
    let file = try place.run("lint", "--output-file", "json=/dev/full", "a.txt")
    #expect(file.status == 2)
    #expect(file.errors.contains("No space left on device"))
  }

  @Test("a file that does not fit on the disk stays as it was", arguments: ["", "trap '' XFSZ; "])
  func noRoom(preparation: String) throws {
    let place = try Workplace()
    let text = wrongText + String(repeating: "\n本部门承担档案管理职责。\n", count: 200)
    try place.write(text, to: "a.txt")
    // No file may grow beyond two blocks, as where the disk is full.
    let result = try place.shell(#"\#(preparation)ulimit -f 2; "$0" fix a.txt"#)
    #expect(result.status == 2, "\(result)")
    #expect(result.errors.contains("a.txt"))
    #expect(try place.text("a.txt") == text)
    #expect(try place.names() == ["a.txt"])
    let report = try place.shell(#"\#(preparation)ulimit -f 2; "$0" lint --output-file html=r.html a.txt"#)
    #expect(report.status == 2, "\(report)")
    #expect(try place.names() == ["a.txt"])
  }

  @Test("in a folder that may not be written to nothing changes, and that is said")
  func closedFolder() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "d/a.txt")
    for (name, mode) in [("d/a.txt", 0o666), ("d", 0o555)] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.url(name).path)
    }
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.url("d").path) }
    #expect(try place.runWithoutPrivileges(["lint", "d"]).status == 1)
    let fixed = try place.runWithoutPrivileges(["fix", "d"])
    #expect(fixed.status == 2)
    #expect(fixed.errors.contains("d/a.txt"))
    #expect(try place.text("d/a.txt") == wrongText)
    let report = try place.runWithoutPrivileges(["lint", "--output-file", "json=d/r.json", "d"])
    #expect(report.status == 2)
    #expect(report.errors.contains("d/r.json"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.url("d").path) == ["a.txt"])
  }

  @Test("a reader that leaves ends the run without a word", arguments: ["text", "json", "csv", "html"])
  func closedPipe(format: String) throws {
    let place = try Workplace()
    // More than a pipe holds.
    for index in 0..<600 { try place.write(wrongText, to: "d/\(index).txt") }
    let result = try place.shell(#""$0" lint --format \#(format) d | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}"#)
    #expect(result.status == 2)
    #expect(result.errors == "")
  }

  @Test("a repair that is ended leaves every file whole: as it was, or repaired")
  func endedRepair() throws {
    for delay in [0, 3000, 20_000, 60_000] as [UInt32] {
      let place = try Workplace()
      let filler = String(repeating: "\n本部门承担档案管理职责。\n", count: 100)
      for index in 0..<60 { try place.write(wrongText + filler, to: "d/\(index).txt") }
      let process = try place.start(Workplace.command, ["fix", "--jobs", "2", "d"])
      var changed = false
      while process.isRunning, !changed {
        changed = try place.text("d/0.txt") != wrongText + filler
      }
      usleep(delay)
      kill(process.processIdentifier, SIGTERM)
      process.waitUntilExit()
      #expect([0, 130].contains(process.terminationStatus))
      #expect(process.terminationReason == .exit)
      _ = try place.result(of: process)
      let names = try FileManager.default.contentsOfDirectory(atPath: place.url("d").path)
      #expect(Set(names) == Set((0..<60).map { "\($0).txt" }))
      for name in names {
        let text = try place.text("d/\(name)")
        #expect(text == wrongText + filler || text == rightText + filler, "\(name)")
      }
    }
  }

  @Test("a run that waits for a pipe is ended by the first request", arguments: ["lint", "fix --diff"])
  func waiting(command: String) throws {
    let place = try Workplace()
    try place.write(wrongText, to: "a.txt")
    // Somebody holds the pipe open for writing and writes nothing; the run is asked to end once it reads.
    let result = try place.shell(
      #"""
      mkfifo p; exec 3<>p
      "$0" \#(command) --jobs 2 a.txt p >o 2>e 3>&- & run=$!
      until ls -l /proc/$run/fd | grep -q '/p$'; do :; done
      kill -TERM $run; wait $run
      """#)
    #expect(result.status == 130, "\(result)")
  }

  @Test("nothing but what was asked for is written, and nobody is called")
  func nothingElse() throws {
    let strace = Workplace.find("strace")
    let place = try Workplace()
    try place.write(wrongText, to: "a.txt")
    let before = try place.names()
    try place.run("lint", "a.txt")
    try place.run("figures", "a.txt")
    try place.run("check", "--submission", "a.txt")
    #expect(try place.names() == before)
    #expect(try place.leftovers() == [])
    // The libraries that reach a network are not even there.
    let symbols = try place.shell(
      #"if command -v nm >/dev/null; then nm -D --undefined-only "$0"; else strings "$0"; fi"#)
    for name in ["connect", "socket", "getaddrinfo", "gethostbyname"] {
      #expect(
        !symbols.lines.contains { $0.split(separator: " ").last?.split(separator: "@").first == name[...] }, "\(name)")
    }
    guard let strace else { return }
    let trace = try place.run(
      strace, ["-f", "-o", "tmp/trace", "-e", "trace=network", Workplace.command.path, "lint", "a.txt"])
    #expect(trace.status == 1)
    let calls = try place.text("tmp/trace")
    #expect(!calls.contains("socket(") && !calls.contains("connect("), "\(calls)")
  }
}

extension Workplace {
  /// Runs a script of bash to which the built command is `$0`.
  func shell(_ script: String) throws -> CommandResult {
    try run(URL(filePath: "/bin/bash"), ["-c", script, Self.command.path])
  }

  /// Runs the command as a user for whom permissions count, which they do not for root.
  func runWithoutPrivileges(_ arguments: [String]) throws -> CommandResult {
    guard geteuid() == 0 else { return try run(Self.command, arguments) }
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: url("tmp").path)
    return try run(
      URL(filePath: "/usr/bin/setpriv"),
      ["--reuid=65534", "--regid=65534", "--clear-groups", Self.command.path] + arguments)
  }
}
