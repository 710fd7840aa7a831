import Lint
import Testing
import Workspace

@testable import CommandLineTool

@Suite("Arguments")
struct ArgumentParserTests {
  let parser = ArgumentParser(options: LintOptions.descriptions)

  @Test("options and operands may be mixed, attached or not, and the last of equal options counts")
  func mixed() throws {
    let options = try LintOptions(
      parser.parse(["a", "--format", "text", "b", "--format=json", "--jobs=3", "--fail-on", "error", "-"]))
    #expect(options.input.paths == ["a", "b", "-"])
    #expect(options.report.targets == [ReportTarget(format: .json)])
    #expect(options.input.jobs == 3)
    #expect(options.failureSeverity == .error)
  }

  @Test("behind -- everything is a path")
  func endOfOptions() throws {
    let options = try LintOptions(parser.parse(["--color", "never", "--", "--format", "-"]))
    #expect(options.input.paths == ["--format", "-"])
    #expect(options.report.color == .never)
  }

  @Test("without a path it is the current folder, or the standard input where that has a name")
  func defaults() throws {
    #expect(try LintOptions(parser.parse([])).input.paths == ["."])
    let named = try LintOptions(parser.parse(["--stdin-filename", "预算.txt"]))
    #expect(named.input.paths == ["-"])
    #expect(named.input.standardInputName == "预算.txt")
  }

  @Test(
    "what is wrong is said with what was meant",
    arguments: [
      (["--fromat", "json"], ArgumentError.unknownOption("--fromat", nearest: "--format")),
      (["--colour=always"], .unknownOption("--colour", nearest: "--color")),
      (["-x"], .unknownOption("-x", nearest: nil)),
      (
        ["--format"],
        .missingValue(
          option: "--format", placeholder: ReportFormat.allCases.map(\.rawValue).joined(separator: "|"))
      ),
      (["--help=yes"], .unexpectedValue(option: "--help", value: "yes")),
      (
        ["--format", "jsn"],
        .unknownValue(option: "--format", value: "jsn", choices: ReportFormat.allCases.map(\.rawValue), nearest: "json")
      ),
      (["--jobs", "0"], .notCount(option: "--jobs", value: "0")),
      (["--jobs=many"], .notCount(option: "--jobs", value: "many")),
    ])
  func errors(arguments: [String], error: ArgumentError) {
    #expect(throws: error) { try parser.parse(arguments.map { CommandArgument($0) }) }
  }

  @Test("a name for the standard input wants the standard input")
  func namedInput() {
    #expect(throws: ArgumentError.namedInputWithoutInput) {
      try LintOptions(parser.parse(["--stdin-filename", "a", "b.txt"]))
    }
  }

  @Test("the first operand is found behind options with values")
  func firstOperand() {
    #expect(parser.firstOperand(in: ["--lang", "en", "--color=never", "lint", "a"]) == 3)
    #expect(parser.firstOperand(in: ["--wrong", "lint"]) == 1)
    #expect(parser.firstOperand(in: ["--", "lint"]) == nil)
  }

  @Test(
    "the nearest word is one slip away, or one in three letters",
    arguments: [("lnit", "lint"), ("sevrer", "server"), ("hlep", "help"), ("figures", nil), ("", nil)])
  func nearest(typed: String, word: String?) {
    #expect(nearestWord(to: typed, among: ["lint", "server", "help"]) == word)
  }
}
