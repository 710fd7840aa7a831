import Disclosure
import DisclosureSyntax
import DisclosureText

/// Years that stand outside sentences: in the contents, on the line with department and unit
/// above a table, and alone in its head. Only the document's own can stand there.
struct YearLabel {
  /// The year.
  var year: Int
  /// The characters it stands in.
  var text: RunningText
  /// Where its digits stand.
  var digits: Range<Int>

  /// The year labels of `document`, in no particular order.
  static func labels(in document: DisclosureDocument) -> [YearLabel] {
    contents(document) + captions(document) + heads(document)
  }

  /// `3.2025年部门支出预算总表………7`
  private static func contents(_ document: DisclosureDocument) -> [YearLabel] {
    document.outline.entries.compactMap { entry in
      guard entry.isTable, document.tree.blocks[entry.block].block.kind == .contents else { return nil }
      return first(in: document.tree.blocks[entry.block].block.text, isAlone: false)
    }
  }

  /// `部门名称：某局 2025年度 单位：万元`
  private static func captions(_ document: DisclosureDocument) -> [YearLabel] {
    document.tree.blocks.compactMap { block in
      let text = block.block.text
      guard block.block.kind == .tableTitle, TitleWords.contains(text.units, unit),
        let label = first(in: text, isAlone: false), text.units[label.digits.upperBound...].starts(with: yearDegree)
      else { return nil }
      return label
    }
  }

  /// `（2025年度）` on a line of its own, before the rows of a table.
  private static func heads(_ document: DisclosureDocument) -> [YearLabel] {
    document.outline.tables.flatMap { table -> [YearLabel] in
      guard let body = table.bodies.first else { return [] }
      let lines = document.tree.blocks[body].tableLines
      return (0..<min(8, lines.count)).compactMap { line in
        let pieces = lines.pieces(of: line)
        guard let start = pieces.first?.range.lower, let end = pieces.last?.range.upper, end - start < 30
        else {
          return nil
        }
        return first(in: document.runningText(of: TextRange(start, end)), isAlone: true)
      }
    }
  }

  /// The first year of `text`; where it must be alone, nothing else but brackets and 度 may stand there.
  private static func first(in text: RunningText, isAlone: Bool) -> YearLabel? {
    let units = text.units
    guard
      let start = units.indices.first(where: { at in
        at + 4 < units.count && units[at..<(at + 4)].allSatisfy(Mark.isDigit) && units[at + 4] == yearDegree[0]
          && (at == 0 || !Mark.isDigit(units[at - 1]))
      })
    else { return nil }
    let year = units[start..<(start + 4)].reduce(0) { $0 * 10 + (Mark.digit($1) ?? 0) }
    guard (1990...2099).contains(year) else { return nil }
    if isAlone {
      let rest = units[..<start] + units[(start + 4)...]
      guard units[(start + 4)...].starts(with: yearDegree),
        rest.allSatisfy({ yearDegree.contains($0) || Mark.isOpeningBracket($0) || Mark.isClosingBracket($0) })
      else { return nil }
    }
    return YearLabel(year: year, text: text, digits: start..<(start + 4))
  }

  private static let yearDegree = Array("年度".utf16)
  private static let unit = Array("单位".utf16)
}
