import Glibc
import JSONText

/// The measurements as a command.
///
///     budgetlint-bench [--quick] [--json FILE] [PART…] [FILE…]
///     budgetlint-bench run lint|keystrokes FILE…
///     budgetlint-bench write FOLDER COUNT
///
/// Parts are `stages`, `growth`, `keystrokes` and `memory`; without one, all are measured. Without
/// files the documents are generated, the same in every run. `run` does a fixed piece of work
/// without looking at a clock, for those who count instructions; `write` writes the generated
/// documents.
enum Benchmark {
  /// Measures what the arguments ask for and returns the exit code.
  static func run(_ arguments: [String]) -> Int32 {
    switch arguments.first {
    case "run": return FixedRun.run(Array(arguments.dropFirst()))
    case "write": return write(Array(arguments.dropFirst()))
    default: return measure(arguments)
    }
  }

  private static func measure(_ arguments: [String]) -> Int32 {
    guard let plan = BenchmarkPlan(arguments) else {
      return complain("usage: budgetlint-bench [--quick] [--json FILE] [stages|growth|keystrokes|memory]… [FILE…]")
    }
    let documents = plan.files.isEmpty ? BenchmarkDocuments.generated(40) : BenchmarkDocuments.read(plan.files)
    guard !documents.isEmpty else { return complain("none of the files could be read") }
    var result = BenchmarkResult()
    if plan.wants(.memory) { result.memory = MemoryMeasurement.measure(documents) }
    if plan.wants(.stages) { result.stages = StageMeasurement.measure(documents, rounds: plan.rounds) }
    if plan.wants(.growth) { result.growth = GrowthMeasurement.measure(upTo: plan.isQuick ? 1_000_000 : 10_000_000) }
    if plan.wants(.keystrokes) { result.keystrokes = KeystrokeMeasurement.measure(edits: plan.isQuick ? 100 : 400) }
    print(result.table, terminator: "")
    guard let path = plan.report else { return 0 }
    var writer = JSONWriter(indentation: 2)
    writer.value(result)
    writer.newline()
    return BenchmarkDocuments.write(writer.bytes, to: path) ? 0 : complain("\(path) could not be written")
  }

  private static func write(_ arguments: [String]) -> Int32 {
    guard arguments.count == 2, let count = Int(arguments[1]) else {
      return complain("usage: budgetlint-bench write FOLDER COUNT")
    }
    for (number, document) in BenchmarkDocuments.generated(count).enumerated() {
      let path = "\(arguments[0])/\(number).txt"
      guard BenchmarkDocuments.write(document, to: path) else { return complain("\(path) could not be written") }
    }
    return 0
  }

  /// Says what is wrong and returns the exit code for it.
  static func complain(_ message: String) -> Int32 {
    _ = Array("\(message)\n".utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    return 2
  }
}
