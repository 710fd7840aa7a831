import Foundation
import Testing

@Suite("Neovim")
struct NeovimTests {
  /// What is done to the fixture before it is opened; a client may treat each differently.
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

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let editor = EditorProgram.find("nvim")

  @Test(
    "opens a disclosure, sees the mistake behind wide characters, types, repairs and saves",
    .enabled(if: editor != nil, "Neovim is not installed"), .timeLimit(.minutes(2)), arguments: Form.allCases)
  func session(form: Form) throws {
    let editor = try #require(Self.editor)
    let folder = EditorProgram.products.appending(path: "neovim-\(form.rawValue)")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let original = try String(contentsOf: Self.root.appending(path: "Fixtures/editor-session.txt"), encoding: .utf8)
    let file = folder.appending(path: "2025年 部门预算.txt")
    try form.of(original).write(to: file)

    let session = Process()
    session.executableURL = editor
    session.arguments = [
      "--clean", "--headless", "-c", "luafile " + Self.root.appending(path: "Editors/neovim/session.lua").path,
    ]
    session.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["BUDGETLINT"] = EditorProgram.products.appending(path: "budgetlint").path
    environment["BUDGETLINT_CONFIG"] = Self.root.appending(path: "Editors/neovim/budgetlint.lua").path
    environment["BUDGETLINT_FILE"] = file.path
    for name in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"] {
      environment[name] = folder.path
    }
    session.environment = environment
    let output = Pipe()
    session.standardInput = FileHandle.nullDevice
    session.standardOutput = output
    session.standardError = output
    try session.run()
    let said = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    session.waitUntilExit()
    #expect(session.terminationStatus == 0, "\(said)")
    #expect(said.contains("PASS"), "\(said)")

    let repaired = original.replacingOccurrences(of: "\n𠮷", with: "\n𠮷😀𠮷")
      .replacingOccurrences(of: "61.00%", with: "62.50%")
    #expect(repaired != original)
    #expect(try Data(contentsOf: file) == form.of(repaired))
  }
}

/// The programs that a session needs.
enum EditorProgram {
  /// The folder of the built products, where the tests themselves are.
  static let products = Bundle.main.bundleURL

  /// The program of that name in the search path, or nil.
  static func find(_ name: String) -> URL? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
