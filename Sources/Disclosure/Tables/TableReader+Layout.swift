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

  /// Where the whole amounts of one row begin, each on a line of its own behind all words, which nothing else tells
  /// from the numbers of a head; nil where there is none or `first`, where rows begin, is known.
  func loneNumbersBegin(_ lines: TableLines, behind first: Int) -> Int? {
    guard first == lines.count else { return nil }
    var begin = lines.count
    while begin > 0, case let range = lines.lines[begin - 1].pieces, range.count == 1,
      lines.pieces[range.lowerBound].kind == .integer
    {
      begin -= 1
    }
    guard (5...12).contains(lines.count - begin) else { return nil }
    // 1, 2, 3 are the numbers of the columns.
    let numbers = (begin..<lines.count).map { lines.pieces[lines.lines[$0].pieces.lowerBound].value }
    return numbers[0] == 1 && numbers[1] == 2 ? nil : begin
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
        switch lines.pieces[index].kind {
        case .integer, .amount, .dash: numbers += 1
        case .text, .percentage: break
        }
        if lines.pieces[index].gap >= 3 { hasGap = true }
      }
      guard numbers >= 2 else { continue }
      all += 1
      if hasGap { wide += 1 }
    }
    return all > 0 && wide * 2 >= all
  }

  /// Whether a line is the one before it once more, behind the end of a page, and begins with the code of an account.
  func repeatsAccounts(_ lines: TableLines, _ index: Int) -> Bool {
    let (line, last) = (lines.lines[index], lines.lines[index - 1])
    guard line.hash == last.hash, line.number > last.number + 1, line.pieces.count >= 3 else { return false }
    return lines.pieces[line.pieces.lowerBound].isAccountCode
  }

  /// Leaves out rows that the next page prints again.
  func leaveOutRepetitions(in table: inout TableRows) {
    var count = 0
    for row in table.rows.indices {
      if count > 0, isRepetition(row, of: count - 1, table) { continue }
      if count < row { table.rows[count] = table.rows[row] }
      count += 1
    }
    // To remove nothing would copy the rows.
    if count < table.rows.count { table.rows.removeLast(table.rows.count - count) }
  }

  /// Whether a row prints another once more, with its code or with a part of its words.
  private func isRepetition(_ row: Int, of last: Int, _ table: TableRows) -> Bool {
    let (code, amounts) = (table.rows[row].code, table.rows[row].amounts)
    let others = table.rows[last].amounts
    guard table.rows[row].side == table.rows[last].side, amounts.count == others.count,
      code == nil ? !amounts.isEmpty : table.rows[last].code?.value == code?.value,
      zip(amounts, others).allSatisfy({ table.amounts[$0].value == table.amounts[$1].value })
    else { return false }
    return code != nil || isPart(table.labels[table.rows[row].label], of: table.labels[table.rows[last].label])
  }

  /// Whether the words of a row are part of those of another.
  private func isPart(_ label: ArraySlice<TextRange>, of other: ArraySlice<TextRange>) -> Bool {
    let own = words(label)
    return own.isEmpty ? !other.isEmpty : RowWords.contains(words(other)[...], own)
  }

  /// Whether a table has amounts of which sums, with four decimals, would overflow.
  func isBeyondMeasure(_ table: TableRows) -> Bool {
    table.rows.contains { table.amounts[$0.amounts].contains { $0.digits > 12 + min($0.decimals, 3) } }
  }
}
