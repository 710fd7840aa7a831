import Foundation
import Testing

/// What LibreOffice reads.
@Suite("Files of LibreOffice", .enabled(if: OfficeProgram.file != nil, "LibreOffice is not installed"))
struct OfficeImportTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What `lint` says of a fixture, its status, and what it leaves in the folder for temporary
  /// files.
  static func lint(_ fixture: String, _ options: [String] = []) throws -> (
    status: Int32, output: String, leftovers: [String]
  ) {
    let temporary = URL(filePath: NSTemporaryDirectory()).appending(path: "budgetlint-office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: temporary) }
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appending(path: "budgetlint")
    process.arguments = ["lint", "--lang", "en", "--format", "concise"] + options + [fixture]
    process.currentDirectoryURL = root.appending(path: "Fixtures/imports")
    var environment = ProcessInfo.processInfo.environment
    environment["TMPDIR"] = temporary.path
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let leftovers = try FileManager.default.contentsOfDirectory(atPath: temporary.path)
    return (process.terminationStatus, output, leftovers)
  }

  @Test("a spreadsheet is read, and places are cells", arguments: ["xlsx", "xls"])
  func sheet(form: String) throws {
    let result = try Self.lint("支出预算表.\(form)")
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("支出预算表.\(form): sheet “支出预算表”, cell C5: error ["), "\(result.output)")
    #expect(result.leftovers == [])
  }

  @Test("an old Word file is read as a new one is")
  func oldWord() throws {
    let result = try Self.lint("单位预算.doc")
    #expect(result.status == 1)
    #expect(result.output.contains("单位预算.doc: table 2, row 2, column 3: error ["), "\(result.output)")
    #expect(result.output.contains("单位预算.doc: paragraph 14: error [wrong-share] "))
    #expect(result.leftovers == [])
  }

  @Test("a damaged spreadsheet has its message, and nothing is left behind")
  func unreadable() throws {
    let damaged = try Self.lint("损坏.xlsx")
    #expect(damaged.status == 2)
    #expect(damaged.output.contains("损坏.xlsx is damaged"))
    #expect(damaged.leftovers == [])
  }
}

/// LibreOffice.
enum OfficeProgram {
  /// Its file, or nil.
  static let file: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/soffice" }.first { FileManager.default.isExecutableFile(atPath: $0) }
}
