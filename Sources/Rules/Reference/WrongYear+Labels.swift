import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Years of one block that stand outside sentences: in the contents, on the line with department and unit
/// above a table, and alone in its head. Only the document's own can stand there.
struct YearLabels: BlockLook {
  static var signals: BlockSignals { [.contents, .tableTitle, .table] }

  struct Label {
    /// The year.
    var year: Int
    /// The line of the table it stands on; nil in any other block.
    var line: Int?
    /// Where its digits stand.
    var digits: Range<Int>
  }

  func sight(in text: BlockText) -> [Label]? {
    let labels: [Label]
    switch text.block.block.kind {
    // `3.2025年部门支出预算总表………7`
    case .contents: labels = [Self.first(in: text.units)].compactMap { $0 }
    case .tableTitle: labels = [caption(text.units)].compactMap { $0 }
    case .table: labels = head(text)
    case .heading, .paragraph, .note: return nil
    }
    return labels.isEmpty ? nil : labels
  }

  /// `部门名称：某局 2025年度 单位：万元`
  private func caption(_ units: [UInt16]) -> Label? {
    guard TitleWords.contains(units, Self.unit), let label = Self.first(in: units),
      units[label.digits.upperBound...].starts(with: Self.yearDegree)
    else { return nil }
    return label
  }

  /// `（2025年度）` on a line of its own, before the rows of a table.
  private func head(_ text: BlockText) -> [Label] {
    let lines = text.block.tableLines
    return (0..<min(8, lines.count)).compactMap { line in
      let pieces = lines.pieces(of: line)
      guard let start = pieces.first?.range.lower, let end = pieces.last?.range.upper, end - start < 30,
        Self.mayBegin(text.bytes, at: start)
      else { return nil }
      return Self.first(in: text.text(ofLine: line).units, line: line)
    }
  }

  /// Whether a line may begin with a year, a bracket or 年度, by its first two bytes: with an ideograph it hardly does.
  private static func mayBegin(_ bytes: [UInt8], at start: Int) -> Bool {
    let lead = bytes[start]
    guard lead >= 0xE4, lead <= 0xE9, start + 1 < bytes.count else { return true }
    // 年 and 度 are E5 B9 B4 and E5 BA A6.
    return lead == 0xE5 && (bytes[start + 1] == 0xB9 || bytes[start + 1] == 0xBA)
  }

  /// The first year of a text; on a line of a table nothing else but brackets and 度 may stand there.
  private static func first(in units: [UInt16], line: Int? = nil) -> Label? {
    guard
      let start = units.indices.first(where: { at in
        at + 4 < units.count && units[at..<(at + 4)].allSatisfy(Mark.isDigit) && units[at + 4] == yearDegree[0]
          && (at == 0 || !Mark.isDigit(units[at - 1]))
      })
    else { return nil }
    let year = units[start..<(start + 4)].reduce(0) { $0 * 10 + (Mark.digit($1) ?? 0) }
    guard (1990...2099).contains(year) else { return nil }
    if line != nil {
      let rest = units[..<start] + units[(start + 4)...]
      guard units[(start + 4)...].starts(with: yearDegree),
        rest.allSatisfy({ yearDegree.contains($0) || Mark.isOpeningBracket($0) || Mark.isClosingBracket($0) })
      else { return nil }
    }
    return Label(year: year, line: line, digits: start..<(start + 4))
  }

  private static let yearDegree = Array("年度".utf16)
  private static let unit = Array("单位".utf16)
}
