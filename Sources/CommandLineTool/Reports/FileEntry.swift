import JSONText
import Lint
import Workspace

/// What the JSON reports say of one input as a whole. One that could not be read has the same
/// keys, so that a program need not ask for them.
struct FileEntry {
  let file: String
  let profile: ProfileSummary
  /// The disclosures of a file that holds several, and where each begins; empty for one.
  let disclosures: [(profile: ProfileSummary, start: TextPlace)]
  let relations: RelationCounts
  let figures: FigureCounts
  let notes: [String]
  let errors: [String]

  /// The entry of an input; an empty folder has none.
  init?(_ input: CheckedInput, language: MessageLanguage) {
    file = input.name.text
    switch input.outcome {
    case .linted(let document):
      profile = document.report.profile
      disclosures = document.report.disclosures.map { ($0.profile, document.places.place(of: $0.start)) }
      relations = document.report.relations
      figures = document.report.figures
      notes = Remarks.notes(on: document).map { $0[language] }
      errors = []
    case .unreadable(let error):
      profile = ProfileSummary(kind: "unknown", entity: nil, fiscalYear: nil)
      disclosures = []
      relations = RelationCounts()
      figures = FigureCounts()
      notes = []
      errors = ToolMessage.texts(of: error, at: input.name.printable).map { $0[language] }
    case .emptyFolder: return nil
    }
  }

  /// Writes the members of the entry.
  func write(to writer: inout JSONWriter) {
    writer.member("file", file)
    Self.write(profile, to: &writer)
    if !disclosures.isEmpty {
      writer.key("disclosures")
      writer.array { writer in
        for disclosure in disclosures {
          writer.object { writer in
            Self.write(disclosure.profile, to: &writer)
            writer.key("start")
            writer.object { disclosure.start.write(to: &$0) }
          }
        }
      }
    }
    Self.write(relations, figures, to: &writer)
    for (key, texts): (StaticString, _) in [("notes", notes), ("errors", errors)] {
      writer.key(key)
      writer.array { writer in
        for text in texts { writer.string(text) }
      }
    }
  }

  /// Writes the members `kind`, `entity` and `fiscalYear`.
  static func write(_ profile: ProfileSummary, to writer: inout JSONWriter) {
    writer.member("kind", profile.kind)
    writer.key("entity")
    if let entity = profile.entity { writer.string(entity) } else { writer.null() }
    writer.key("fiscalYear")
    if let year = profile.fiscalYear { writer.int(year) } else { writer.null() }
  }

  /// Writes the members `relations` and `figures`.
  static func write(_ relations: RelationCounts, _ figures: FigureCounts, to writer: inout JSONWriter) {
    writer.key("relations")
    writer.object { writer in
      for (key, count): (StaticString, _) in [
        ("checked", relations.checked), ("hold", relations.hold), ("rounding", relations.rounding),
        ("broken", relations.broken), ("notCheckable", relations.notCheckable),
      ] {
        writer.member(key, count)
      }
    }
    writer.key("figures")
    writer.object { writer in
      writer.member("total", figures.total)
      writer.member("verified", figures.verified)
    }
  }
}

extension TextPlace {
  /// Writes the members `offset`, `line` and `column`.
  func write(to writer: inout JSONWriter) {
    writer.member("offset", offset)
    writer.member("line", line)
    writer.member("column", column)
  }
}
