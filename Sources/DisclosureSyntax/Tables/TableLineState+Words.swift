import DisclosureText

/// Tokens that are no numbers, and lines that are no rows.
extension TableLineState {
  /// A token with other characters than digits: words, a percentage, a dash, a red figure,
  /// words with a code before or an amount behind.
  mutating func takeMixed(_ range: TextRange, _ bytes: Span<UInt8>) {
    if range.count <= 6, first == 0x2D || first == 0x2014 || first == 0xFF0D || first == 0x2212 {
      let rest = range.lower + (first == 0x2D ? 1 : 3)
      if rest >= range.upper || TableNumber.isDashes(bytes, range) {
        append(TablePiece(kind: .dash, range: range))
        return
      }
    }
    if first == 0x2D || first == 0xFF0D || first == 0x2212 {
      let isRate = bytes[range.upper - 1] == 0x25
      let rest = TextRange(range.lower + (first == 0x2D ? 1 : 3), range.upper - (isRate ? 1 : 0))
      if var piece = TableNumber.number(bytes, rest) {
        piece.isNegative = true
        piece.kind = isRate ? .percentage : piece.kind == .integer ? .amount : piece.kind
        append(piece)
        return
      }
    }
    let last = bytes[range.upper - 1]
    if last == 0x25, var piece = TableNumber.number(bytes, TextRange(range.lower, range.upper - 1)) {
      piece.kind = .percentage
      append(piece)
      return
    }
    if let piece = TableNumber.wideNumber(bytes, range) {
      append(piece)
      return
    }
    if let code = TableNumber.leadingCode(bytes, range) {
      let words = TextRange(code.range.upper, range.upper)
      append(code, columnsBehind: Int32(words.count / 3))
      append(TablePiece(kind: .text, range: words))
      return
    }
    if let amount = TableNumber.trailingAmount(bytes, range) {
      append(
        TablePiece(kind: .text, range: TextRange(range.lower, amount.range.lower)),
        columnsBehind: Int32(amount.range.count))
      append(amount)
      return
    }
    if first &- 0x30 <= 9, let amount = TableNumber.leadingAmount(bytes, range) {
      let words = TextRange(amount.range.upper, range.upper)
      append(amount, columnsBehind: 2 * Int32(words.count / 3))
      var at = words.lower
      first = UInt16(clamping: decodeScalar(bytes, &at))
      append(TablePiece(kind: .text, range: words))
      return
    }
    append(TablePiece(kind: .text, range: range))
  }

  /// How many cells a line of dashes, which divides the head of a table from its rows, gives them; 0 where the
  /// line is none. Its pieces are taken out.
  mutating func dividedCells(from first: Int, _ bytes: Span<UInt8>) -> Int {
    guard hasPipes, pieces.count > first, pieces[first].first == 0x2D || pieces[first].first == 0x3A,
      pieces[first...].allSatisfy({ TableNumber.isRule(bytes, $0.range) })
    else { return 0 }
    let cells = pieces.count - first
    pieces.removeLast(cells)
    return cells
  }

  /// A number that shares its cell with words is part of them: `2 期`.
  mutating func keepWordsWhole(from first: Int, _ bytes: Span<UInt8>) {
    guard pieces.count > first + 1 else { return }
    var index = first
    while index < pieces.count {
      var end = index + 1
      while end < pieces.count, pieces[end].field == pieces[index].field { end += 1 }
      if end - index > 1, pieces[index..<end].contains(where: { $0.kind == .text }) {
        // `201 01 | 02 一般行政管理事务`: the rest of the code stands with the name.
        let isCoded =
          pieces[index].kind == .integer
          && (pieces[index].digits >= 3
            || pieces[index].digits == 2 && index >= first + 2 && pieces[index - 1].kind == .integer
              && pieces[index - 1].digits == 2 && pieces[index - 2].kind == .integer && pieces[index - 2].digits == 3)
        // `1,593.84 一、一般公共服务支出` are two cells.
        if end - index == 2, pieces[index].kind == .amount, Mark.isChineseNumeral(pieces[index + 1].first),
          TableNumber.begins(pieces[index + 1].range, bytes)
        {
          index = end
          continue
        }
        for at in (isCoded ? index + 1 : index)..<end where pieces[at].kind != .amount || at < end - 1 {
          pieces[at].kind = .text
        }
      }
      index = end
    }
  }

  /// Appends words, as most pieces are.
  mutating func appendWords(_ range: TextRange) {
    pieces.append(
      TablePiece(
        kind: .text, range: range, first: first, narrowColumn: narrow, wideColumn: wide, field: hasFields ? field : -1,
        gap: UInt16(clamping: gap)))
  }

  mutating func append(_ piece: TablePiece, columnsBehind: Int32 = 0) {
    var piece = piece
    piece.first = first
    piece.narrowColumn = narrow - columnsBehind
    piece.wideColumn = wide - columnsBehind
    piece.field = hasFields ? field : -1
    piece.gap = UInt16(clamping: gap)
    pieces.append(piece)
  }
}
