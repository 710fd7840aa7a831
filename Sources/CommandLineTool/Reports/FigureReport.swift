import Assist
import Disclosure
import DisclosureSyntax
import DisclosureText
import JSONText
import Ledger
import Lint
import Workspace

/// What was read in one document, for programs and for whoever wonders why a figure was or
/// was not checked.
///
/// Statements are named by their place in `statements`, from 0. A file of several disclosures has one list of all
/// statements, tables and relations, and `disclosures` says where each begins.
struct FigureReport {
  let file: String
  let reading: FigureReading
  let coverage: CoverageReading
  let places: TextPlaces

  /// One JSON object.
  func json() -> [UInt8] {
    var writer = JSONWriter(indentation: 2, capacity: 1 << 15)
    writer.object { writer in
      writer.member("file", file)
      writer.key("profile")
      writer.object { FileEntry.write(reading.profile, to: &$0) }
      if reading.disclosures.count > 1 {
        writer.key("disclosures")
        writer.array { writer in
          for disclosure in reading.disclosures { write(disclosure, to: &writer) }
        }
      }
      writer.key("statements")
      writer.array { writer in
        for (index, statement) in reading.statements.enumerated() { write(statement, index, to: &writer) }
      }
      writer.key("tables")
      writer.array { writer in
        for table in reading.tables { write(table, to: &writer) }
      }
      writer.key("relations")
      writer.array { writer in
        for relation in reading.relations { write(relation, to: &writer) }
      }
      writer.key("coverage")
      writeCoverage(to: &writer)
    }
    writer.newline()
    return writer.bytes
  }

  private func write(_ disclosure: ReadDisclosure, to writer: inout JSONWriter) {
    writer.object { writer in
      FileEntry.write(disclosure.profile, to: &writer)
      writer.key("start")
      writer.object { places.place(of: disclosure.start).write(to: &$0) }
    }
  }

  private func write(_ statement: FigureStatement, _ index: StatementIndex, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("index", index)
      writer.member("role", "\(statement.role)")
      writer.member("measure", statement.measureWords)
      writer.key("concepts")
      writer.array { writer in
        for concept in statement.concepts { writer.string("\(concept)") }
      }
      writer.key("year")
      writer.optional(statement.year)
      writer.key("figure")
      writer.optional(statement.figure)
      writer.key("word")
      writer.optional(statement.word)
      writer.member("finished", statement.isFinished)
      write(statement.range, to: &writer)
    }
  }

  private func write(_ table: FigureTable, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("kind", table.kind.rawValue)
      writer.member("title", table.title)
      writer.member("unit", "\(table.unit)")
      writer.member("reliable", table.isReliable)
      write(table.range, to: &writer)
      writer.key("columns")
      writer.array { writer in
        for columns in table.columns {
          writer.object { writer in
            writer.member("side", "\(columns.side)")
            writer.key("parents")
            writer.array { writer in for parent in columns.parents { writer.int(parent) } }
            writer.key("memos")
            writer.array { writer in for memo in columns.memos { writer.int(memo) } }
            writer.key("measures")
            writer.array { writer in for measure in columns.measures { writer.optional(measure.map { "\($0)" }) } }
          }
        }
      }
      writer.key("rows")
      writer.array { writer in
        for row in table.rows { write(row, to: &writer) }
      }
    }
  }

  private func write(_ row: FigureRow, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("role", "\(row.role)")
      writer.member("side", "\(row.side)")
      writer.member("band", row.band)
      writer.key("code")
      writer.optional(row.code)
      writer.member("label", row.label)
      writer.key("parent")
      writer.optional(row.parent)
      writer.key("cells")
      writer.array { writer in
        for cell in row.cells {
          writer.object { writer in
            writer.member("index", cell.index)
            writer.member("figure", cell.figure)
            writer.key("column")
            writer.optional(cell.column)
            write(cell.range, to: &writer)
          }
        }
      }
    }
  }

  private func write(_ relation: FigureRelation, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("rule", relation.rule)
      writer.member("evidence", "\(relation.evidence)")
      writer.member("outcome", relation.outcome.name)
      writer.key("derived")
      writer.optional(relation.derived)
      writer.key("derivedCell")
      writer.optional(relation.derivedCell)
      for (key, indices): (StaticString, _) in [("figures", relation.figures), ("words", relation.words)] {
        writer.key(key)
        writer.array { writer in
          for index in indices {
            writer.object { writer in
              writer.member("statement", index)
              write(reading.statements[index].range, to: &writer)
            }
          }
        }
      }
      writer.key("cells")
      writer.array { writer in
        for index in relation.cells { writer.int(index) }
      }
    }
  }

  /// Writes where a range begins and ends.
  func write(_ range: TextRange, to writer: inout JSONWriter) {
    for (key, offset): (StaticString, _) in [("start", range.lower), ("end", range.upper)] {
      let place = places.place(of: offset)
      writer.key(key)
      writer.object { writer in
        place.write(to: &writer)
      }
    }
  }
}

extension JSONWriter {
  /// Writes a string, or null for none.
  fileprivate mutating func optional(_ value: String?) {
    if let value { string(value) } else { null() }
  }

  /// Writes a whole number, or null for none.
  fileprivate mutating func optional(_ value: Int?) {
    if let value { int(value) } else { null() }
  }
}
