/// How long it takes from a keystroke to the diagnostics.
enum KeystrokeMeasurement {
  /// The times for one document.
  struct Latency {
    /// The size of the document in bytes.
    let size: Int
    /// Where characters were typed.
    let place: EditedDocument.Place
    /// How many keystrokes were measured.
    let count: Int
    /// The time that half of them stay below, in milliseconds.
    let median: Double
    /// The time that 99 of 100 stay below, in milliseconds.
    let percentile99: Double
  }

  /// Types into documents of 40 KB and of 1 MB. That what was typed is taken back costs little, and is not
  /// counted.
  static func measure(edits: Int) -> [Latency] {
    [(40_000, edits), (1_000_000, max(20, edits / 8))].flatMap { size, edits in
      let bytes = BenchmarkDocuments.generated(size: size)
      return EditedDocument.Place.allCases.map { measure(bytes, at: $0, edits: edits) }
    }
  }

  private static func measure(_ bytes: [UInt8], at place: EditedDocument.Place, edits: Int) -> Latency {
    var document = EditedDocument(bytes, at: place)
    var times: [Double] = []
    for number in 0..<edits {
      let message = document.message(number, of: edits)
      let time = ProcessorClock.time { keep(document.take(message)) }
      if number % 2 == 0 { times.append(time / 1e6) }
    }
    times.sort()
    return Latency(
      size: bytes.count, place: place, count: times.count, median: times[times.count / 2],
      percentile99: times[min(times.count - 1, times.count * 99 / 100)])
  }
}
