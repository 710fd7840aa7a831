import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// The years of two columns that stand side by side and show the same of two years: `2024年预算数` and `2025年预算数`.
struct YearColumns: BlockLook {
  static var signals: BlockSignals { .table }

  struct Pair {
    /// The cells of the heads.
    var cells: [Int]
    /// Their years.
    var years: [Int]
    /// Whether they show final accounts.
    var isFinal: Bool
  }

  /// - Complexity: O(1) lines.
  func sight(in text: BlockText) -> Pair? {
    let lines = text.block.tableLines
    for line in 0..<min(Self.headLines, lines.count) {
      let cells = lines.pieces(of: line).indices.filter { isYearHead(lines.pieces[$0].range, text.bytes) }
      guard cells.count > 1 else { continue }
      var heads: [(cell: Int, year: Int, words: ArraySlice<UInt16>)] = []
      var units: [UInt16] = []
      for cell in cells {
        text.read(cell, into: &units)
        if let year = Self.year(units) { heads.append((cell, year, Self.words(units))) }
      }
      guard heads.count == 2, heads[0].words == heads[1].words else { continue }
      // Revenue and expenditure of one year stand beside each other, each behind its own names.
      if heads[0].year == heads[1].year, heads[1].cell != heads[0].cell + 1 { continue }
      if Self.budgets.contains(where: { heads[0].words.elementsEqual($0) }) {
        return Pair(cells: heads.map(\.cell), years: heads.map(\.year), isFinal: false)
      }
      if Self.finals.contains(where: { heads[0].words.elementsEqual($0) }) {
        return Pair(cells: heads.map(\.cell), years: heads.map(\.year), isFinal: true)
      }
    }
    return nil
  }

  /// Whether a cell begins with 2 and is as long as a year with a word behind it.
  private func isYearHead(_ range: TextRange, _ bytes: [UInt8]) -> Bool {
    range.upper - range.lower > 12 && bytes[range.lower] == 0x32
  }

  private static func year(_ units: [UInt16]) -> Int? {
    guard units.count > 6, units.count < 14, units[..<4].allSatisfy(Mark.isDigit), units[4] == yearDegree[0] else {
      return nil
    }
    return units[..<4].reduce(0) { $0 * 10 + (Mark.digit($1) ?? 0) }
  }

  /// What stands behind the year.
  private static func words(_ units: [UInt16]) -> ArraySlice<UInt16> {
    units[(units.count > 5 && units[5] == yearDegree[1] ? 6 : 5)...]
  }

  private static let headLines = 8
  private static let yearDegree = Array("年度".utf16)
  private static let budgets = ["预算数", "预算", "年初预算数", "预算金额"].map { Array($0.utf16) }
  private static let finals = ["决算数", "决算", "支出决算"].map { Array($0.utf16) }
}

extension WrongYear {
  /// Heads of two columns that are not those of the document's year and of the one before it.
  func wrongColumns(in document: DisclosureDocument, _ memory: inout RuleMemory) -> [WrongPlace] {
    guard let own = document.profile.fiscalYear, document.profile.kind != .unknown else { return [] }
    return memory.sights(YearColumns(), in: document).flatMap { seen -> [WrongPlace] in
      let pair = seen.sight
      guard pair.isFinal == (document.profile.kind == .final), pair.years.allSatisfy({ abs($0 - own) <= 2 }) else {
        return []
      }
      let meant = pair.years[0] <= pair.years[1] ? [own - 1, own] : [own, own - 1]
      return zip(pair.cells, zip(pair.years, meant)).compactMap { cell, years in
        years.0 == years.1
          ? nil
          : WrongPlace(
            year: years.0, meant: years.1, digits: 0..<4, text: document.runningText(ofBlock: seen.block, cell: cell),
            isSure: false)
      }
    }
  }
}
