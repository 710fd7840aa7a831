import Foundation

/// A folder of one test's own, in which the built command runs.
final class Workplace {
  /// The folder.
  let folder: URL

  /// The repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// The folder of the built products, where the tests themselves are.
  static let products = Bundle.main.bundleURL
  /// The built command.
  static let command = products.appending(path: "budgetlint")

  /// Creates an empty folder.
  init() throws {
    folder = URL(filePath: NSTemporaryDirectory()).appending(path: "budgetlint-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appending(path: "tmp"), withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The place of a file in the folder.
  func url(_ name: String) -> URL { folder.appending(path: name) }

  /// Writes a text, and the folders it lies in.
  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  /// Writes bytes, and the folders they lie in.
  func write(_ data: Data, to name: String) throws {
    let file = url(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// Copies a file of the repository's `Fixtures`.
  func copy(_ fixture: String, to name: String? = nil) throws {
    let source = Self.root.appending(path: "Fixtures").appending(path: fixture)
    try write(Data(contentsOf: source), to: name ?? source.lastPathComponent)
  }

  /// The text of a file.
  func text(_ name: String) throws -> String { String(decoding: try Data(contentsOf: url(name)), as: UTF8.self) }

  /// The names in the folder, but for that of temporary files.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "tmp" }.sorted()
  }

  /// What is left in the folder for temporary files.
  func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url("tmp").path)
  }

  /// Runs the command to its end.
  @discardableResult
  func run(_ arguments: String..., input: String? = nil, variables: [String: String] = [:]) throws -> CommandResult {
    try run(Self.command, arguments, input: input, variables: variables)
  }

  /// Runs another program to its end.
  func run(
    _ program: URL, _ arguments: [String], input: String? = nil, variables: [String: String] = [:]
  ) throws -> CommandResult {
    let process = try start(program, arguments, input: input, variables: variables)
    process.waitUntilExit()
    return try result(of: process)
  }

  /// Starts a program; ``result(of:)`` has what it said.
  func start(
    _ program: URL, _ arguments: [String], input: String? = nil, variables: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "LANG": "en_US.UTF-8"]
    environment["TMPDIR"] = url("tmp").path
    // What a sanitizer is told counts for the command as well.
    for name in ["ASAN_OPTIONS", "TSAN_OPTIONS"] { environment[name] = ProcessInfo.processInfo.environment[name] }
    environment.merge(variables) { $1 }
    process.environment = environment
    if let input {
      let file = url("tmp/input")
      try Data(input.utf8).write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    // Files take any amount; a pipe would want to be read at the same time.
    for name in ["output", "errors"] { try Data().write(to: url("tmp/\(name)")) }
    process.standardOutput = try FileHandle(forWritingTo: url("tmp/output"))
    process.standardError = try FileHandle(forWritingTo: url("tmp/errors"))
    try process.run()
    return process
  }

  /// What a program said that has ended.
  func result(of process: Process) throws -> CommandResult {
    defer {
      for name in ["input", "output", "errors"] { try? FileManager.default.removeItem(at: url("tmp/\(name)")) }
    }
    return CommandResult(
      status: process.terminationStatus, output: try text("tmp/output"), errors: try text("tmp/errors"))
  }

  /// Whether the programs are there that read other files than texts, LibreOffice aside.
  static let canImport = find("pdftotext") != nil && find("pandoc") != nil

  /// The program of that name in the search path, or nil.
  static func find(_ name: String) -> URL? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}

/// What a run of a program gave.
struct CommandResult {
  let status: Int32
  let output: String
  let errors: String

  /// The lines of the output.
  var lines: [Substring] { output.split(separator: "\n") }
}

/// A text with one mistake, `61.00%` on line 3.
let wrongText = """
  某局2025年度部门预算公开

  支出合计100.00万元，其中：基本支出60.00万元，占61.00%；项目支出40.00万元，占40.00%。

  """

/// The same text without the mistake.
let rightText = wrongText.replacingOccurrences(of: "61.00%", with: "60.00%")
