extension BenchmarkResult {
  /// The result for people: a table for each part.
  var table: String {
    var text = ""
    if !stages.isEmpty {
      text += Self.row(["stage", "MB/s", "× validation"])
      for speed in stages { text += Self.row([speed.name, Self.number(speed.megabytes), Self.number(speed.ratio)]) }
    }
    if !growth.isEmpty {
      text += Self.row(["bytes", "ms", "× validation"])
      for step in growth {
        text += Self.row(["\(step.size)", Self.number(step.milliseconds), Self.number(step.ratio)])
      }
    }
    if !keystrokes.isEmpty {
      text += Self.row(["typing into", "median ms", "p99 ms"])
      for latency in keystrokes {
        text += Self.row([
          "\(latency.size) \(latency.place)", Self.number(latency.median), Self.number(latency.percentile99),
        ])
      }
    }
    if let memory {
      text += Self.row(["memory", "KiB", "per byte"])
      text += Self.row(["checking", "\(memory.checking / 1024)", Self.number(memory.checkingPerByte)])
      text += Self.row(["holding", "\(memory.holding / 1024)", Self.number(memory.holdingPerByte)])
      text += Self.row(["peak of all", "\(memory.peak / 1024)"])
    }
    return text
  }

  private static func row(_ cells: [String]) -> String {
    let padded = cells.enumerated().map { column, cell in
      let blanks = String(repeating: " ", count: max(0, (column == 0 ? 16 : 13) - cell.count))
      return column == 0 ? cell + blanks : blanks + cell
    }
    return padded.joined(separator: " ") + "\n"
  }

  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = "\(hundredths % 100)"
    return "\(hundredths / 100)." + (fraction.count < 2 ? "0" : "") + fraction
  }
}
