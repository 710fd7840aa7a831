import JSONText

/// What was measured.
struct BenchmarkResult: JSONWritable {
  /// The speed of every stage.
  var stages: [StageMeasurement.Speed] = []
  /// The time for texts of growing size.
  var growth: [GrowthMeasurement.Step] = []
  /// The time from a keystroke to the diagnostics.
  var keystrokes: [KeystrokeMeasurement.Latency] = []
  /// The memory a document takes.
  var memory: MemoryMeasurement?

  /// Writes the result as an object; numbers keep three decimals.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("stages")
      writer.array { writer in
        for speed in stages {
          writer.object { writer in
            writer.member("name", speed.name)
            writer.member("megabytesPerSecond", rounded: speed.megabytes)
            writer.member("ratio", rounded: speed.ratio)
          }
        }
      }
      writer.key("growth")
      writer.array { writer in
        for step in growth {
          writer.object { writer in
            writer.member("bytes", step.size)
            writer.member("milliseconds", rounded: step.milliseconds)
            writer.member("ratio", rounded: step.ratio)
          }
        }
      }
      writer.key("keystrokes")
      writer.array { writer in
        for latency in keystrokes {
          writer.object { writer in
            writer.member("bytes", latency.size)
            writer.member("place", latency.place.rawValue)
            writer.member("edits", latency.count)
            writer.member("medianMilliseconds", rounded: latency.median)
            writer.member("p99Milliseconds", rounded: latency.percentile99)
          }
        }
      }
      if let memory { writeMemory(memory, to: &writer) }
    }
  }

  private func writeMemory(_ memory: MemoryMeasurement, to writer: inout JSONWriter) {
    writer.key("memory")
    writer.object { writer in
      writer.member("checkingBytes", memory.checking)
      writer.member("checkingPerByte", rounded: memory.checkingPerByte)
      writer.member("holdingBytes", memory.holding)
      writer.member("holdingPerByte", rounded: memory.holdingPerByte)
      writer.member("peakBytes", memory.peak)
    }
  }
}

extension JSONWriter {
  /// Writes a member whose value is a number with three decimals.
  fileprivate mutating func member(_ name: StaticString, rounded value: Double) {
    key(name)
    double((value * 1000).rounded() / 1000)
  }
}
