import DisclosureText
import Rules

/// How the time for one text grows with its size.
enum GrowthMeasurement {
  /// The time for one size.
  struct Step {
    /// The size in bytes.
    let size: Int
    /// The time in milliseconds.
    let milliseconds: Double
    /// How many times as long as the UTF-8 validation of the same bytes it takes.
    let ratio: Double
  }

  /// Measures sizes from 10 KB to `limit`, each about ten times the one before by way of three.
  static func measure(upTo limit: Int) -> [Step] {
    let linter = Linter()
    return [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000].filter { $0 <= limit }.map { size in
      let bytes = BenchmarkDocuments.generated(size: size)
      var time = Double.infinity
      var validation = Double.infinity
      for _ in 0..<max(1, min(9, 3_000_000 / size)) {
        validation = min(validation, ProcessorClock.time { keep(StageMeasurement.isValid(bytes)) })
        time = min(time, ProcessorClock.time { keep(linter.lint(SourceText(bytes))) })
      }
      return Step(size: bytes.count, milliseconds: time / 1e6, ratio: time / validation)
    }
  }
}
