import DisclosureSyntax
import DisclosureText

/// How the lines of a table were printed.
extension TableReader {
  /// Whether most amounts stand on lines of their own, so that nothing tells their rows.
  func standsInOneColumn(_ lines: TableLines, from first: Int) -> Bool {
    var all = 0
    var lone = 0
    var mixed = 0
    for line in first..<max(first, lines.count) {
      let range = lines.lines[line].pieces
      guard range.contains(where: { Self.isAmount(lines.pieces[$0]) }) else { continue }
      all += 1
      if range.count == 1 || endsInNextLabel(lines.pieces[range]) {
        lone += 1
      } else if range.contains(where: { lines.pieces[$0].kind == .text }) {
        mixed += 1
      }
    }
    return all >= 3 && lone * 2 > all && mixed * 10 <= all
  }

  /// Whether an amount and the words of the next cell are all there is: `1,593.84 一、一般公共服务支出`.
  private func endsInNextLabel(_ pieces: ArraySlice<TablePiece>) -> Bool {
    guard pieces.count == 2, let first = pieces.first, let last = pieces.last else { return false }
    return first.kind == .amount && first.field < 0 && last.kind == .text && Mark.isChineseNumeral(last.first)
  }

  /// Whether a piece is an amount, whole or with decimals, rather than the digits of a code.
  private static func isAmount(_ piece: TablePiece) -> Bool {
    piece.kind == .amount
      || piece.kind == .integer && piece.digits <= 6 && piece.digits != 3 && piece.digits != 5
  }

  /// Whether a line keeps its columns by runs of blanks.
  func keepsColumns(_ lines: TableLines, from first: Int) -> Bool {
    var wide = 0
    var all = 0
    for line in first..<max(first, lines.count) {
      var (numbers, hasGap) = (0, false)
      for index in lines.lines[line].pieces {
        if lines.pieces[index].isNumber { numbers += 1 }
        if lines.pieces[index].gap >= 3 { hasGap = true }
      }
      guard numbers >= 2 else { continue }
      all += 1
      if hasGap { wide += 1 }
    }
    return all > 0 && wide * 2 >= all
  }

  /// Leaves out rows that the next page prints again.
  func withoutRepetitions(_ table: TableRows) -> [TableRow] {
    func isEqual(_ one: TableRow, _ other: TableRow) -> Bool {
      one.amounts.count == other.amounts.count
        && zip(one.amounts, other.amounts).allSatisfy { table.amounts[$0].value == table.amounts[$1].value }
    }
    var result: [TableRow] = []
    result.reserveCapacity(table.rows.count)
    for row in table.rows {
      if let last = result.last, let code = row.code, last.code?.value == code.value, last.side == row.side,
        isEqual(last, row)
      {
        continue
      }
      if let last = result.last, row.code == nil, row.side == last.side, !row.amounts.isEmpty,
        isEqual(last, row), isPart(table.labels[row.label], of: table.labels[last.label])
      {
        continue
      }
      result.append(row)
    }
    return result
  }

  /// Whether the words of a row are part of those of another.
  private func isPart(_ label: ArraySlice<TextRange>, of other: ArraySlice<TextRange>) -> Bool {
    let own = words(label)
    return own.isEmpty ? !other.isEmpty : RowWords.contains(words(other)[...], own)
  }
}
