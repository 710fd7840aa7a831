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
    try lint(fixture, options, in: root.appending(path: "Fixtures/imports"))
  }

  /// What `lint` says of a file that is made of `data`.
  static func lint(of data: Data, as name: String) throws -> (status: Int32, output: String, leftovers: [String]) {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "budgetlint-office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try data.write(to: folder.appending(path: name))
    return try lint(name, [], in: folder)
  }

  /// The bytes of a fixture.
  static func fixture(_ name: String) throws -> Data {
    try Data(contentsOf: root.appending(path: "Fixtures/imports").appending(path: name))
  }

  private static func lint(_ fixture: String, _ options: [String], in folder: URL) throws -> (
    status: Int32, output: String, leftovers: [String]
  ) {
    let temporary = URL(filePath: NSTemporaryDirectory()).appending(path: "budgetlint-office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: temporary) }
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appending(path: "budgetlint")
    process.arguments = ["lint", "--lang", "en", "--format", "concise"] + options + [fixture]
    process.currentDirectoryURL = folder
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

  @Test("what a password protects is said to be", arguments: ["doc", "xls"])
  func encrypted(form: String) throws {
    let result = try Self.lint("有密码.\(form)")
    #expect(result.status == 2)
    #expect(result.output.contains("有密码.\(form) is protected by a password"), "\(result.output)")
    #expect(result.leftovers == [])
  }

  @Test("an old Word file under the new name is read")
  func renamed() throws {
    let result = try Self.lint(of: try Self.fixture("单位预算.doc"), as: "a.docx")
    #expect(result.status == 1)
    #expect(result.output.contains("a.docx: table 2, row 2, column 3: error ["), "\(result.output)")
  }

  @Test("a file that was cut off or is of another kind is damaged", arguments: ["单位预算.doc", "支出预算表.xls"])
  func truncated(fixture: String) throws {
    let whole = try Self.fixture(fixture)
    let form = fixture.hasSuffix("doc") ? "doc" : "xls"
    for data in [whole.prefix(whole.count / 2), Data((0..<2000).map { UInt8($0 * 7919 % 251) })] {
      let result = try Self.lint(of: Data(data), as: "a.\(form)")
      #expect(result.status == 2)
      #expect(result.output.contains("a.\(form) is damaged"), "\(result.output)")
    }
  }

  @Test("sheets come in the order of the workbook, and their names are no part of titles", arguments: ["xlsx", "xls"])
  func sheets(form: String) throws {
    let result = try Self.lint("两张表.\(form)", ["--format", "jsonl"])
    #expect(result.output.contains(#""entity":"某市文化馆","fiscalYear":2025"#), "\(result.output)")
    let figures = try Self.lint("两张表.\(form)", ["--format", "html"]).output
    let (cover, table) = (figures.range(of: "某市文化馆2025年度"), figures.range(of: "体育场馆"))
    #expect(try #require(cover).lowerBound < (try #require(table)).lowerBound)
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
