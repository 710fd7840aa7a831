import JSONText
import Lint

extension JSONReporter {
  /// The entry of a text that was judged.
  func entry(_ file: String, report: LintReport) -> [UInt8] {
    var writer = JSONWriter(capacity: 512)
    writer.object { writer in
      writer.key("file")
      writer.string(file)
      writer.key("kind")
      writer.string(report.profile.kind)
      writer.key("entity")
      if let entity = report.profile.entity { writer.string(entity) } else { writer.null() }
      writer.key("fiscalYear")
      if let year = report.profile.fiscalYear { writer.int(year) } else { writer.null() }
      Self.write(report.relations, report.figures, to: &writer)
      writer.key("notes")
      writer.array { writer in
        for note in report.notes { writer.string(note[language]) }
      }
      writer.key("errors")
      writer.array { _ in }
    }
    return writer.bytes
  }

  /// The entry of an input that could not be read: it has the same keys, so that a program
  /// need not ask for them.
  func entry(_ file: String, error: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("file")
      writer.string(file)
      writer.key("kind")
      writer.string("unknown")
      writer.key("entity")
      writer.null()
      writer.key("fiscalYear")
      writer.null()
      Self.write(RelationCounts(), FigureCounts(), to: &writer)
      writer.key("notes")
      writer.array { _ in }
      writer.key("errors")
      writer.array { writer in writer.string(error) }
    }
    return writer.bytes
  }

  /// Writes the members `relations` and `figures`.
  static func write(_ relations: RelationCounts, _ figures: FigureCounts, to writer: inout JSONWriter) {
    writer.key("relations")
    writer.object { writer in
      for (key, count) in [
        ("checked", relations.checked), ("hold", relations.hold), ("rounding", relations.rounding),
        ("broken", relations.broken), ("notCheckable", relations.notCheckable),
      ] {
        writer.key(key)
        writer.int(count)
      }
    }
    writer.key("figures")
    writer.object { writer in
      writer.key("total")
      writer.int(figures.total)
      writer.key("verified")
      writer.int(figures.verified)
    }
  }
}
