import DisclosureSyntax
import DisclosureText

/// Names of revenue and expenditure with their amounts, printed column by column.
extension ColumnRunsReader {
  /// Reads numbered names with their amounts behind them, once or twice.
  mutating func readLists() -> Bool {
    var sides: [(names: [Cell], amounts: [TablePiece])] = []
    var at = 0
    while at < cells.count {
      let words = cells[at...].prefix { $0.kind == .words }
      let amounts = cells[words.endIndex...].prefix { $0.kind == .amount }
      at = amounts.endIndex
      guard !amounts.isEmpty else {
        head += words.map(\.piece.range)
        continue
      }
      if let first = words.firstIndex(where: { beginsList($0.piece) }) {
        let names = words[first...].prefix(amounts.count)
        guard names.count == amounts.count, names.count >= 3, words.endIndex - names.endIndex <= 3 else { return false }
        head += (words[..<first] + words[names.endIndex...]).map(\.piece.range)
        sides.append((Array(names), amounts.map(\.piece)))
      } else {
        guard let last = sides.last, amounts.count.isMultiple(of: last.names.count), words.count <= 6 else {
          return false
        }
        head += words.map(\.piece.range)
        sides[sides.count - 1].amounts += amounts.map(\.piece)
      }
    }
    guard (1...2).contains(sides.count) else { return false }
    isSideBySide = sides.count == 2
    for side in sides {
      for (row, name) in side.names.enumerated() {
        let own = stride(from: row, to: side.amounts.count, by: side.names.count).map { side.amounts[$0] }
        append(own, nil, words: name.piece, at: name.line)
      }
    }
    return true
  }

  /// Whether a piece begins with 一、.
  private func beginsList(_ piece: TablePiece) -> Bool {
    guard Mark.isChineseNumeral(piece.first) else { return false }
    var units: [UInt16] = []
    units.appendCharacters(of: piece.range, in: bytes, limit: 4)
    return Numbering.read(units).map { $0.level == 1 && $0.value == 1 } ?? false
  }
}
