import Foundation
import Testing

/// What is set up for editors that cannot be run here: whether the files are sound, name each other
/// rightly and agree with the program.
@Suite("Files for editors")
struct ConfigurationFileTests {
  static let editors = EditorSession.root.appending(path: "Editors")

  static func object(_ path: String) throws -> [String: Any] {
    let data = try Data(contentsOf: editors.appending(path: path))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("every editor has a page that says what was tested")
  func pages() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.editors.path).sorted()
    #expect(
      names == ["emacs", "helix", "jupyterlab", "kate", "neovim", "sublime", "vim", "vscode", "zed"])
    for name in names {
      let page = try String(contentsOf: Self.editors.appending(path: "\(name)/README.md"), encoding: .utf8)
      #expect(page.contains("## 已测试 Tested"), "\(name)")
      for match in page.matches(of: /\]\(([^)]+)\)/) {
        let target = Self.editors.appending(path: "\(name)/\(match.1)")
        #expect(FileManager.default.fileExists(atPath: target.standardizedFileURL.path), "\(name): \(match.1)")
      }
    }
  }

  @Test(
    "files in JSON are JSON",
    arguments: [
      "kate/settings.json", "sublime/LSP.sublime-settings", "zed/settings.json", "vscode/package.json",
      "vscode/language-configuration.json", "vscode/syntaxes/budget-disclosure.tmLanguage.json",
    ])
  func json(path: String) throws {
    #expect(try Self.object(path).isEmpty == false)
  }

  @Test("the manifest names files that are there, and the language by the same word everywhere")
  func manifest() throws {
    let manifest = try Self.object("vscode/package.json")
    let contributes = try #require(manifest["contributes"] as? [String: Any])
    let language = try #require((contributes["languages"] as? [[String: Any]])?.first)
    let grammar = try #require((contributes["grammars"] as? [[String: Any]])?.first)
    #expect(language["id"] as? String == "budget-disclosure" && grammar["language"] as? String == "budget-disclosure")
    let named = [manifest["main"], language["configuration"], grammar["path"]].compactMap { $0 as? String }
    #expect(named.count == 3)
    for path in named {
      #expect(
        FileManager.default.fileExists(atPath: Self.editors.appending(path: "vscode/\(path)").standardizedFileURL.path))
    }
    let scope = try Self.object("vscode/syntaxes/budget-disclosure.tmLanguage.json")["scopeName"] as? String
    #expect(grammar["scopeName"] as? String == scope)
    #expect((manifest["dependencies"] as? [String: String])?.keys.sorted() == ["vscode-languageclient"])
  }

  @Test("the settings of the extension are those of the program")
  func settings() throws {
    let server = EditorSession.products.appending(path: "budgetlint")
    let (status, schema) = try EditorSession.run(
      server, ["config", "schema", "--lang", "zh"], in: EditorSession.products)
    #expect(status == 0)
    let folder = EditorSession.products.appending(path: "vscode-settings")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(schema.utf8).write(to: folder.appending(path: "schema.json"))
    let manifest = Self.editors.appending(path: "vscode/package.json")
    let copy = folder.appending(path: "package.json")
    try? FileManager.default.removeItem(at: copy)
    try FileManager.default.copyItem(at: manifest, to: copy)
    let python = try #require(EditorSession.program("python3"))
    let writer = EditorSession.root.appending(path: ".ci/editor-settings").path
    let written = try EditorSession.run(
      python, [writer, folder.appending(path: "schema.json").path, copy.path], in: folder)
    #expect(written.status == 0, "\(written.said)")
    #expect(try Data(contentsOf: copy) == Data(contentsOf: manifest), "renew it with .ci/renew")
  }

  @Test("the patterns of the grammar find what they are meant for")
  func grammar() throws {
    let grammar = try Self.object("vscode/syntaxes/budget-disclosure.tmLanguage.json")
    let patterns = try #require(grammar["patterns"] as? [[String: Any]])
    let samples = [
      "第二部分 预算情况说明", "一、收入预算情况说明", "62.50%", "1,593.84万元", "2025年", "增长",
    ]
    for (pattern, sample) in zip(patterns, samples) {
      let expression = try NSRegularExpression(pattern: try #require(pattern["match"] as? String))
      let found = expression.firstMatch(in: sample, range: NSRange(sample.startIndex..., in: sample))
      #expect(found?.range.location == 0, "\(sample)")
    }
    #expect(patterns.count == samples.count)
  }
}
