import Assist
import JSONText

extension FigureReport {
  /// Writes how many figures stand in a relation that was checked, and which do not: those of the prose by their places
  /// in `statements`, then those of tables by the numbers of their cells, then both by section and table.
  func writeCoverage(to writer: inout JSONWriter) {
    writer.object { writer in
      write(total: reading.figureCount, unverified: reading.unverified, to: &writer)
      writer.key("cells")
      writer.object { write(total: reading.amounts.count, unverified: reading.unverifiedAmounts, to: &$0) }
      writer.key("sections")
      writer.array { writer in
        for section in coverage.sections {
          writer.object { writer in
            writer.member("title", section.title)
            writer.member("table", section.isTable)
            writer.member("total", section.total)
            writer.member("verified", section.verified)
            write(section.range, to: &writer)
          }
        }
      }
    }
  }

  private func write(total: Int, unverified: [Int], to writer: inout JSONWriter) {
    writer.member("total", total)
    writer.member("verified", total - unverified.count)
    writer.key("unverified")
    writer.array { writer in
      for index in unverified { writer.int(index) }
    }
  }
}
