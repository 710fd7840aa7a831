import Disclosure
import JSONText
import Lint
import Testing
import Workspace

@Suite("Configuration")
struct ConfigurationTests {
  /// The problems of a configuration file, each as one line.
  func problems(_ text: String, _ language: MessageLanguage = .english) -> [String] {
    var store = ConfigurationStore(in: MemoryFileSystem(files: [".budgetlint.json": text]))
    do throws(ConfigurationError) {
      _ = try store.configuration(for: "a.txt")
      return []
    } catch {
      return error.problems.map { $0.line[language] }
    }
  }

  @Test("the nearest file beside or above a document counts, and none above it")
  func nearest() throws {
    let files = MemoryFileSystem(files: [
      ".budgetlint.json": #"{"entity": "甲局", "fiscalYear": 2025}"#, "d/.budgetlint.json": #"{"entity": "乙局"}"#,
    ])
    var store = ConfigurationStore(in: files)
    #expect(try store.configuration(for: "a.txt").lintSettings.expectation.fiscalYear == 2025)
    #expect(try store.configuration(for: "x/y/a.txt").lintSettings.expectation.entity == "甲局")
    let inner = try store.configuration(for: "d/e/a.txt").lintSettings.expectation
    #expect(inner.entity == "乙局")
    #expect(inner.fiscalYear == nil)
    #expect(try store.configuration(for: "d/../a.txt").lintSettings.expectation.entity == "甲局")
    store.search = .none
    #expect(try store.configuration(for: "a.txt").lintSettings == LintSettings())
    store.search = .file("d/.budgetlint.json")
    #expect(try store.configuration(for: "a.txt").lintSettings.expectation.entity == "乙局")
  }

  @Test("extends puts the file over others, key by key and rule by rule, in their order")
  func extends() throws {
    let files = MemoryFileSystem(files: [
      "base.json": #"{"entity": "甲局", "fiscalYear": 2024, "rules": {"wrong-share": "off", "wrong-year": "hint"}}"#,
      "more.json": #"{"fiscalYear": 2025}"#,
      "d/.budgetlint.json": #"{"extends": ["../base.json", "../more.json"], "rules": {"wrong-share": "warning"}}"#,
    ])
    var store = ConfigurationStore(in: files)
    let settings = try store.configuration(for: "d/a.txt").lintSettings
    #expect(settings.expectation.entity == "甲局")
    #expect(settings.expectation.fiscalYear == 2025)
    #expect(settings.levels == ["wrong-share": .severity(.warning), "wrong-year": .severity(.hint)])
  }

  @Test("overrides count for their files, the later before the earlier")
  func overrides() throws {
    let text = #"""
      {"rounding": "report", "overrides": [
        {"files": "决算/**", "template": "department-final", "rounding": "strict"},
        {"files": ["*.md", "决算/试编/*"], "rounding": "lenient"}]}
      """#
    var store = ConfigurationStore(in: MemoryFileSystem(files: ["d/.budgetlint.json": text]))
    #expect(try store.configuration(for: "d/a.txt").lintSettings.levels == ["rounding-drift": .severity(.information)])
    let final = try store.configuration(for: "d/决算/a.txt").lintSettings
    #expect(final.levels == ["rounding-drift": .severity(.error)])
    #expect(final.expectation.kind == .final)
    #expect(final.expectation.isUnit == false)
    #expect(try store.configuration(for: "d/决算/试编/a.txt").lintSettings.levels == ["rounding-drift": .off])
    #expect(try store.configuration(for: "d/x/a.md").lintSettings.levels == ["rounding-drift": .off])
  }

  @Test("a rule's own level counts before the word for rounding, which is another name for it")
  func roundingRule() throws {
    let text = #"{"rounding": "strict", "rules": {"rounding-drift": "hint"}}"#
    var store = ConfigurationStore(in: MemoryFileSystem(files: [".budgetlint.json": text]))
    #expect(try store.configuration(for: "a").lintSettings.levels == ["rounding-drift": .severity(.hint)])
  }

  @Test("the command line counts before the file, the file before the editor, key by key")
  func layers() throws {
    var store = ConfigurationStore(
      in: MemoryFileSystem(files: [
        ".budgetlint.json": #"{"entity": "文件局", "overrides": [{"files": "*", "entity": "例外局"}]}"#
      ]))
    let settings = try JSONReader.read(Array(#"{"entity": "编辑局", "fiscalYear": 2023, "rounding": "strict"}"#.utf8))
    store.editor = try ConfigurationLayer(editor: settings, folder: "/")
    store.commandLine.rounding = Sourced(.lenient, from: .commandLine)
    let resolved = try store.configuration(for: "a.txt")
    #expect(resolved.layer.entity?.value == "例外局")
    #expect(resolved.layer.fiscalYear == Sourced(2023, from: .editor))
    #expect(resolved.layer.rounding == Sourced(.lenient, from: .commandLine))
  }

  @Test("paths and globs start from the folder of the file they stand in")
  func folders() throws {
    let files = MemoryFileSystem(files: [
      "base.json": #"{"baseline": "已知.json", "ignore": ["存档/"]}"#,
      "d/.budgetlint.json": #"{"extends": "../base.json"}"#,
    ])
    var store = ConfigurationStore(in: files)
    let configuration = try store.configuration(for: "d/a.txt")
    #expect(configuration.baseline == "/已知.json")
    #expect(configuration.ignores("/存档/a.txt"))
    #expect(!configuration.ignores("/d/存档/a.txt"))
  }

  @Test(
    "what is wrong is said with file, line, column and key",
    arguments: [
      (
        "{\n  \"entitty\": \"甲局\"\n}",
        "/.budgetlint.json:2:3: entitty: there is no such key, but $schema, extends, rules, rounding, template, entity, fiscalYear, ignore, baseline, overrides; did you mean entity?"
      ),
      (
        "{\"甲\": 1, \"fiscalYear\": \"2025\"}",
        "/.budgetlint.json:1:24: fiscalYear: wants a whole number from 1949 to 2999"
      ),
      (
        "{\"rules\": {\"wrong-shar\": \"off\"}}",
        "there is no such rule (budgetlint rules lists them all); did you mean wrong-share?"
      ),
      (
        "{\"rules\": {\"wrong-share\": \"of\"}}",
        "rules.wrong-share: does not take “of”, but off, hint, info, warning, error; did you mean off?"
      ),
      ("{\"rules\": []}", "1:11: rules: wants an object of rules and their levels, not an array"),
      ("{\"rounding\": true}", "1:14: rounding: wants one of lenient, report, strict, not true or false"),
      ("{\"ignore\": [\"a\", 1]}", "1:18: ignore: wants a string, not a number"),
      ("{\"entity\": \"\"}", "entity: must not be empty"),
      ("{\"entity\": \"甲\", \"entity\": \"乙\"}", "1:17: entity: is given twice"),
      ("{\"overrides\": [{\"entity\": \"甲\"}]}", "overrides[]: files is missing: which files is it about?"),
      ("{\"overrides\": [{\"files\": \"*\", \"ignore\": \"*\"}]}", "overrides[].ignore: there is no such key"),
      ("{\"overrides\": [1]}", "overrides[]: wants an object, not a number"),
      ("[]", "/.budgetlint.json:1:1: wants an object, not an array"),
      ("{\"rules\": {},}", "/.budgetlint.json:1:14: no valid JSON: expected a key in quotation marks"),
    ])
  func refusals(text: String, problem: String) {
    #expect(problems(text).contains { $0.hasSuffix(problem) || $0.contains(problem) }, "\(problems(text))")
  }

  @Test("every problem of a file is said at once, and in Chinese too")
  func several() {
    let text = "{\"entitty\": 1, \"fiscalYear\": null, \"rules\": {\"x\": \"off\"}}"
    #expect(problems(text).count == 3)
    #expect(problems(text, .chinese).last?.contains("没有这条规则") == true)
  }

  @Test("extends that goes in a circle or leads nowhere is refused")
  func circles() {
    #expect(problems(#"{"extends": ".budgetlint.json"}"#).first?.contains("extends goes in a circle") == true)
    #expect(problems(#"{"extends": "nowhere.json"}"#) == ["/.budgetlint.json: extends: /nowhere.json cannot be read"])
  }

  @Test("what an editor says is held to the same keys, without places")
  func editorSettings() throws {
    let value = try JSONReader.read(Array(#"{"roundng": "strict", "extends": "a"}"#.utf8))
    do throws(ConfigurationError) {
      _ = try ConfigurationLayer(editor: value, folder: "/")
      Issue.record("it was taken")
    } catch {
      #expect(error.problems.map(\.key) == ["roundng", "extends"])
      #expect(error.problems[0].line.english.hasPrefix("editor settings: roundng: there is no such key"))
    }
  }

  @Test("what was read is kept until it is to be forgotten")
  func forgetting() throws {
    var store = ConfigurationStore(in: MemoryFileSystem(files: ["d/.budgetlint.json": #"{"entity": "甲局"}"#]))
    #expect(store.file(for: "/d/x/a.txt") == "/d/.budgetlint.json")
    let first = try store.configuration(for: "/d/a.txt")
    store.forget()
    #expect(try store.configuration(for: "/d/a.txt") == first)
  }
}
