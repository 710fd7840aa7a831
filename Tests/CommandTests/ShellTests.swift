import Foundation
import Testing

@Suite("Completions and manual page")
struct ShellTests {
  /// What bash offers at the end of `line`.
  static func offers(_ line: String, files: [String] = []) throws -> [String] {
    let place = try Workplace()
    for file in files { try place.write("", to: file) }
    try place.write(try place.run("completions", "bash").output, to: "completions")
    let script = """
      source ./completions
      COMP_WORDS=(\(line))
      case "\(line)" in *' ') COMP_WORDS+=('') ;; esac
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _budgetlint
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let result = try place.run(try #require(Workplace.find("bash")), ["-c", script])
    #expect(result.errors == "")
    return result.lines.map { String($0) }
  }

  @Test("bash completes commands, options and their values")
  func bash() throws {
    #expect(try Self.offers("budgetlint con").contains("config"))
    #expect(try Self.offers("budgetlint fix --di") == ["--diff"])
    #expect(try Self.offers("budgetlint lint --format sar") == ["sarif"])
    #expect(try Self.offers("budgetlint --fail-on e") == ["error"])
    #expect(try Self.offers("budgetlint config s").sorted() == ["schema", "show"])
    #expect(try Self.offers("budgetlint explain wrong-sh").contains("wrong-share"))
    #expect(try Self.offers("budgetlint completions z").contains("zsh"))
    #expect(try Self.offers("budgetlint lint --rule wrong-sh") == ["wrong-share="])
    #expect(try Self.offers("budgetlint --rule wrong-share = o") == ["off"])
    #expect(try Self.offers("budgetlint fix --rule = wrong-share = w") == ["warning"])
    #expect(try Self.offers("budgetlint --entity l") == [])
  }

  @Test("bash offers names of files whole, and nothing else where a file is wanted")
  func files() throws {
    let files = ["某 局 预算.txt", "lint.json"]
    #expect(try Self.offers("budgetlint lint 某", files: files) == ["某 局 预算.txt"])
    for option in ["--output-file", "--config", "--files-from"] {
      #expect(try Self.offers("budgetlint lint \(option) lin", files: files) == ["lint.json"])
    }
  }

  @Test("zsh and fish offer the rules and their levels", arguments: ["zsh", "fish"])
  func rules(shell: String) throws {
    let place = try Workplace()
    try place.write(try place.run("completions", shell).output, to: "script")
    let text = try place.text("script")
    if shell == "fish" {
      #expect(text.contains("wrong-share=off"))
    } else {
      #expect(text.contains(":value:_budgetlint_assignment"))
      #expect(text.contains("compadd -S = -- ") && text.contains(" wrong-share "))
    }
    guard let program = Workplace.find(shell) else { return }
    let result = try place.run(program, ["-n", "script"])
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test("every shell gets every command and option", arguments: ["bash", "zsh", "fish"])
  func complete(shell: String) throws {
    let place = try Workplace()
    let script = try place.run("completions", shell).output
    for command in ["lint", "fix", "check", "server", "rules", "explain", "figures", "config", "completions", "man"] {
      #expect(script.contains(command))
      let help = try place.run("help", command).output
      for word in help.split(whereSeparator: { " ,\n=[".contains($0) }) where word.hasPrefix("--") && word.count > 2 {
        #expect(script.contains(shell == "fish" ? "-l \(word.dropFirst(2))" : String(word)), "\(word)")
      }
    }
    #expect(try place.run("completions", "bsh").errors.contains("did you mean bash?"))
  }

  @Test("the manual page is typeset without complaint, in both languages", arguments: ["en", "zh"])
  func manual(language: String) throws {
    let place = try Workplace()
    let page = try place.run("man", "--lang", language).output
    try place.write(page, to: "budgetlint.1")
    for option in ["output\\-file", "submission", "baseline", "position\\-encoding"] { #expect(page.contains(option)) }
    #expect(page.split(separator: "\n").allSatisfy { !$0.hasPrefix("'") })
    let lines = page.split(separator: "\n").filter { $0.hasPrefix(".") }
    let macros = Set(lines.compactMap { $0.split(separator: " ").first })
    #expect(macros.isSubset(of: [".\\\"", ".TH", ".SH", ".B", ".PP", ".TP"]))
  }
}
