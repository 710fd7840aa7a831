import Rules
import Lint
import Testing
import Workspace

@Suite("Fixtures")
struct FixtureTests {
  static let documents = [
    "henan-budget.txt", "shanghai-budget.txt", "final-accounts.txt", "tab-separated.txt", "draft.md",
  ]

  /// What `lint` says of the file at `path`, and of `other` with it, as `.ci/renew` has it.
  static func lint(_ path: String, with other: String? = nil, language: String = "zh") throws -> ToolResult {
    var files = MemoryFileSystem()
    let paths = [path] + (other.map { [$0] } ?? [])
    for path in paths { files.add(FilePath(path), bytes: try RepositoryFiles.bytes(path)) }
    return runTool(["lint", "--lang", language] + paths, files: files)
  }

  @Test("a disclosure without mistakes is read, covered and quiet", arguments: documents)
  func consistent(document: String) throws {
    let path = "Fixtures/documents/\(document)"
    let result = try Self.lint(path, language: "en")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.lines.first?.contains("1 file checked: 0 errors, 0 warnings") == true)
    let numbers = result.output.split { !$0.isNumber }.compactMap { Int($0) }
    guard let total = numbers.last, let verified = numbers.dropLast().last else { return }
    #expect(total >= 19 && verified * 100 >= total * 80, "\(result.output)")
  }

  @Test("planted mistakes are found as recorded", arguments: documents)
  func planted(document: String) throws {
    let parts = document.split(separator: ".")
    let name = "Fixtures/documents/\(parts[0])-wrong"
    let recorded = try RepositoryFiles.text("\(name).findings")
    let result = try Self.lint("\(name).\(parts[1])")
    #expect(result.status == 1)
    #expect(result.output == recorded, "look at the difference, then renew it: .ci/renew")
  }

  @Test(
    "every rule has its entry in the catalogue of mistakes, and its message", arguments: RuleRegistry.all.map(\.name))
  func catalogue(rule: String) throws {
    let recorded = try RepositoryFiles.text("Fixtures/catalogue/\(rule).message")
    let others = try RepositoryFiles.names(in: "Fixtures/published", endingIn: ".txt")
    let other = others.contains("\(rule).txt") ? "Fixtures/published/\(rule).txt" : nil
    let result = try Self.lint("Fixtures/catalogue/\(rule).txt", with: other)
    let messages = result.lines.filter { !$0.hasPrefix(" ") && $0.contains(" [") }
    #expect(messages.joined(separator: "\n") + "\n" == recorded, "look at the difference, then renew it: .ci/renew")
    #expect(messages.count { $0.contains(" [\(rule)] ") } == 1)
  }

  @Test("the catalogue has no entry without a rule")
  func noLostEntries() throws {
    let names = RuleRegistry.all.map(\.name).sorted()
    #expect(try RepositoryFiles.names(in: "Fixtures/catalogue", endingIn: ".txt") == names.map { $0 + ".txt" })
    #expect(try RepositoryFiles.names(in: "Fixtures/catalogue", endingIn: ".message") == names.map { $0 + ".message" })
  }
}
