import DisclosureText

/// Where the words of rows begin, and which bare numbers are those of lines.
extension TableRowReader {
  /// Whether the words of a line cannot be the rest of those that wait: `收 入 总 计`, `年末结转和结余`.
  mutating func beginsLabel(_ pieces: ArraySlice<TablePiece>, _ waiting: TableRow) -> Bool {
    guard let first = pieces.first, first.kind == .text else { return false }
    if waiting.code != nil, waiting.label.isEmpty { return false }
    // Words without a code go on with those of the account that has a line to itself and no amounts.
    if let code = waiting.code, code.isAccount,
      lines.pieces(of: waiting.lines.upperBound).first?.range.lower == code.range.lower
    {
      return false
    }
    let text = units(first.range, limit: 4)
    if text == Self.surplus { return false }
    if let second = pieces.dropFirst().first, second.kind == .text, first.range.count <= 3, second.range.count <= 3 {
      return Self.spacedStarts.contains(first.first)
    }
    return !waiting.isNumbered && text.count > 2 || Self.labelStarts.contains { text.starts(with: $0) }
  }

  /// Whether the words, behind others that wait, can only be the rest of those: a row that was put together from
  /// lines of one cell each begins anew with a number, a total, or what is carried over.
  mutating func continuesLabel(_ piece: TablePiece) -> Bool {
    guard lines.lines[present].isOneRow else { return false }
    let text = units(piece.range, limit: 4)
    return text == Self.surplus || !Self.labelStarts.contains { text.starts(with: $0) } && !Self.totals.contains(text)
  }

  /// What the totals of the sides are called.
  private static let totals = ["收入总计", "支出总计", "收入合计", "支出合计"].map { Array($0.utf16) }

  /// The end of 结转和结余.
  private static let surplus = Array("结余".utf16)
  /// What letter-spaced labels begin with: 收 入 总 计, 年 末 结 转.
  private static let spacedStarts = Array("收支本上年总合使".utf16)

  /// Whether the piece begins a total or what is carried over, in a table of whole amounts without numbers of
  /// lines: `本年收入合计 3384 本年支出合计 3401`.
  mutating func isTotalOfWhole(_ piece: TablePiece) -> Bool {
    guard !head.hasDecimals, !head.hasLineNumbers else { return false }
    let text = units(piece.range, limit: 4)
    return Self.labelStarts.contains { text.starts(with: $0) } || text.starts(with: "支出".utf16)
  }

  /// Whether the piece is all the words of a total: `人员经费合计`.
  mutating func endsTotal(_ piece: TablePiece) -> Bool {
    guard piece.range.count >= 6 else { return false }
    return Self.totalEndings.contains { bytes[piece.range.upper - 6..<piece.range.upper].elementsEqual($0) }
  }

  private static let totalEndings = ["合计", "总计"].map { Array($0.utf8) }
  private static let labelStarts = ["本年", "上年", "年初", "年末", "年终", "使用", "结余", "结转", "用事业", "总计", "合计"]
    .map { Array($0.utf16) }

  /// Whether a bare number is that of the line: the first one behind the words, or the one
  /// after the last.
  mutating func isLineNumber(_ piece: TablePiece, _ row: TableRow, isFirst: Bool) -> Bool {
    let isNext = numbers.contains(piece.value - 1) && !numbers.contains(piece.value)
    // Among amounts with decimals a bare number is hardly ever one.
    if head.hasDecimals, piece.digits <= 2 { return isNext || isFirst || !row.hasLineNumber || row.label.isEmpty }
    if row.amounts.isEmpty, !row.hasLineNumber || row.label.isEmpty { return true }
    return isNext
  }

  /// Whether a bare number stands in the cell behind the number of the line, or behind an amount.
  mutating func isBesideNumber(_ pieces: ArraySlice<TablePiece>, _ index: Int, _ row: TableRow) -> Bool {
    guard row.hasLineNumber, lines.lines[present].hasFields, index > pieces.startIndex else { return false }
    let last = pieces[index - 1]
    return last.isNumber && last.field + 1 == pieces[index].field
  }
}
