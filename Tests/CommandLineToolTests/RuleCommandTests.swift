import JSONText
import Lint
import Rules
import Testing

@Suite("The commands rules and explain")
struct RuleCommandTests {
  @Test("every rule is listed once, in both languages", arguments: ["zh", "en"])
  func list(language: String) {
    let result = runTool(["rules", "--lang", language])
    #expect(result.status == 0 && result.errors.isEmpty)
    for info in RuleRegistry.all {
      let lines = result.lines.filter { $0.hasPrefix("  \(info.name) ") }
      #expect(lines.count == 1)
      #expect(lines.first?.hasSuffix(language == "zh" ? info.summary.chinese : info.summary.english) == true)
    }
  }

  @Test("the list for programs has every member of every rule")
  func json() throws {
    let value = try JSONReader.read(Array(runTool(["rules", "--format", "json"]).output.utf8))
    let rules = value["rules"]?.elements ?? []
    #expect(rules.map { $0["name"]?.string } == RuleRegistry.all.map(\.name))
    for rule in rules {
      #expect(
        rule.members?.map(\.key) == [
          "name", "category", "severity", "summary", "rationale", "fixSafety", "source", "examples",
        ])
    }
    #expect(rules.first?["examples"]?.elements?.first?["wrong"]?.string?.contains("⟦") == true)
  }

  @Test("RULES.md is what the rules say")
  func page() throws {
    let isCurrent = try RepositoryFiles.text("RULES.md") == runTool(["rules", "--format", "markdown"]).output
    #expect(isCurrent, "RULES.md is stale; renew it: swift run budgetlint rules --format markdown > RULES.md")
  }

  @Test("every rule is explained, with what is reported of its wrong examples", arguments: ["zh", "en"])
  func explained(language: String) {
    for info in RuleRegistry.all {
      let result = runTool(["explain", "--lang", language, info.name])
      #expect(result.status == 0)
      #expect(result.output.hasPrefix(info.name))
      #expect(result.output.contains(language == "zh" ? info.fixSafety.chinese : info.fixSafety.english))
      #expect(result.lines.count { $0.contains("⟦") && $0.contains("⟧") } >= info.examples.count)
      #expect(result.output.contains(" [") == !info.examples.isEmpty)
    }
  }

  @Test(
    "wrong use is said with what was meant",
    arguments: [
      ("explain", "explain wants an argument: RULE"), ("explain wrong-shar", "did you mean wrong-share?"),
      ("explain growth", "did you mean wrong-growth?"), ("explain qqq", "there is no rule qqq"),
      ("explain wrong-share more", "no argument “more”"), ("rules more", "no argument “more”"),
      ("rules --format jsn", "did you mean json?"), ("rule", "did you mean rules?"), ("explian x", "mean explain?"),
      ("figures", "figures wants an argument: PATH"), ("figures a.txt b.txt", "no argument “b.txt”"),
      ("figures nowhere.txt", "nowhere.txt does not exist"), ("fgures a.txt", "did you mean figures?"),
    ])
  func wrongUse(arguments: String, sentence: String) {
    let result = runTool(arguments.split(separator: " ").map { String($0) })
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(sentence))
  }

  @Test("every command has its help in both languages", arguments: ["lint", "server", "rules", "explain", "figures"])
  func help(command: String) {
    for (language, word) in [("zh", "用法"), ("en", "Usage")] {
      for arguments in [[command, "--help"], ["help", command]] {
        let result = runTool(arguments + ["--lang", language])
        #expect(result.status == 0)
        #expect(result.output.contains(word) && result.output.contains("budgetlint \(command)"))
      }
      #expect(runTool(["help", "--lang", language]).output.contains("\n  \(command) "))
    }
  }
}
