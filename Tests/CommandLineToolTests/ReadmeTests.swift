import Rules
import Testing

@testable import CommandLineTool

@Suite("README")
struct ReadmeTests {
  static let pages = [("README.md", "en"), ("README.zh-CN.md", "zh")]

  @Test("the output shown is what the command says", arguments: pages)
  func output(page: String, language: String) throws {
    let text = try RepositoryFiles.text(page)
    let parts = text.split(separator: "<!-- output: begin -->\n").flatMap {
      $0.split(separator: "<!-- output: end -->\n")
    }
    try #require(parts.count == 3)
    let expected = try FixtureTests.lint("Fixtures/wrong-share.txt", language: language).output
    #expect(parts[1] == "```text\n\(expected)```\n", "renew it: .ci/renew")
    #expect(text.contains("swift run -c release budgetlint lint --lang"))
  }

  @Test("both pages name every command, every option of lint, and what the other does", arguments: pages)
  func complete(page: String, language: String) throws {
    let text = try RepositoryFiles.text(page)
    for command in CommandDescription.all {
      #expect(text.contains("`budgetlint \(command.name)") || command.name == "lint")
    }
    for option in LintOptions.descriptions where option.name != "--help" {
      #expect(text.contains("`\(option.name)"), "\(page) does not name \(option.name)")
    }
    let other = try RepositoryFiles.text(page == "README.md" ? "README.zh-CN.md" : "README.md")
    #expect(
      text.split(separator: "\n").count { $0.hasPrefix("#") }
        == other.split(separator: "\n").count { $0.hasPrefix("#") })
    #expect(
      text.split(separator: "\n").count { $0.hasPrefix("    ") }
        == other.split(separator: "\n").count { $0.hasPrefix("    ") })
  }

  @Test("what the pages link to is there", arguments: pages.map(\.0) + ["CONTRIBUTING.md", "Editors/neovim/README.md"])
  func links(page: String) throws {
    let text = try RepositoryFiles.text(page)
    let folder = page.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    for piece in text.split(separator: "](").dropFirst() {
      guard let target = piece.split(separator: ")").first, !target.hasPrefix("http"), !target.hasPrefix("#") else {
        continue
      }
      #expect(throws: Never.self) { try RepositoryFiles.bytes(folder + target) }
    }
  }
}
