import DisclosureText
import Rules

/// A fixed piece of work without a clock, for those who count instructions.
enum FixedRun {
  /// Does the work on the files and returns the exit code.
  static func run(_ arguments: [String]) -> Int32 {
    let documents = BenchmarkDocuments.read(Array(arguments.dropFirst()))
    guard !documents.isEmpty, documents.count == arguments.count - 1 else {
      return Benchmark.complain("usage: budgetlint-bench run lint|keystrokes FILE…")
    }
    switch arguments[0] {
    case "lint": lint(documents)
    case "keystrokes": type(documents)
    default: return Benchmark.complain("there is no run “\(arguments[0])”")
    }
    return 0
  }

  private static func lint(_ documents: [[UInt8]]) {
    let linter = Linter()
    for document in documents { keep(linter.lint(SourceText(document))) }
  }

  private static func type(_ documents: [[UInt8]]) {
    let count = 20
    for document in documents {
      var edited = EditedDocument(document)
      for number in 0..<count {
        let message = edited.message(number, of: count)
        keep(edited.take(message))
      }
    }
  }
}
