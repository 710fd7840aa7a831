import Foundation
import Testing

/// A session of a real editor, which opens a disclosure, sees the mistake behind wide characters,
/// types before it, repairs it and saves.
struct EditorSession {
  /// What is done to the fixture before it is opened; an editor may treat each differently.
  enum Form: String, CaseIterable {
    case asWritten
    case windowsLineEnds
    case byteOrderMark

    func of(_ text: String) -> Data {
      switch self {
      case .asWritten: Data(text.utf8)
      case .windowsLineEnds: Data(text.replacingOccurrences(of: "\n", with: "\r\n").utf8)
      case .byteOrderMark: Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)
      }
    }
  }

  /// The folder of the repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// The folder of the built products, where the tests themselves are.
  static let products = Bundle.main.bundleURL

  /// The program of that name in the search path, or nil.
  static func program(_ name: String) -> URL? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// The folder below `Editors`.
  let name: String
  let program: URL
  /// The configuration that users take, and the session, both in that folder.
  let configuration: String
  let arguments: [String]

  /// Runs the session and compares the saved file byte for byte.
  func run(_ form: Form) throws {
    let folder = Self.products.appending(path: "\(name)-\(form.rawValue)")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let original = try String(contentsOf: Self.root.appending(path: "Fixtures/editor-session.txt"), encoding: .utf8)
    let file = folder.appending(path: "2025年 部门预算.txt")
    try form.of(original).write(to: file)

    let (status, said) = try Self.run(program, arguments, in: folder, environment: environment(file, folder))
    #expect(status == 0, "\(said)")
    #expect(said.contains("PASS"), "\(said)")

    let repaired = original.replacingOccurrences(of: "\n𠮷", with: "\n𠮷😀𠮷")
      .replacingOccurrences(of: "61.00%", with: "62.50%")
    #expect(repaired != original)
    #expect(try Data(contentsOf: file) == form.of(repaired))
  }

  private func environment(_ file: URL, _ folder: URL) -> [String: String] {
    var environment = [
      "BUDGETLINT": Self.products.appending(path: "budgetlint").path,
      "BUDGETLINT_CONFIG": Self.root.appending(path: "Editors/\(name)/\(configuration)").path,
      "BUDGETLINT_FILE": file.path,
    ]
    for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"] {
      environment[name] = folder.path
    }
    return environment
  }

  /// Runs a program to its end; its exit status and all that it said.
  static func run(
    _ program: URL, _ arguments: [String], in folder: URL, environment more: [String: String] = [:]
  ) throws -> (status: Int32, said: String) {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(more) { $1 }
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said)
  }
}
