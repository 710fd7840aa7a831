import DisclosureText

/// What the digits and the words of a piece are.
extension TableRowReader {
  /// The number of pieces from `index` on that are one code, or 0.
  mutating func codeLength(_ pieces: ArraySlice<TablePiece>, _ index: Int, in row: TableRow) -> Int {
    let piece = pieces[index]
    guard piece.kind == .integer else { return 0 }
    let length = accountLength(pieces, index, in: row)
    if length == 1, piece.digits == 3, startsExpenses(pieces, index) { return 0 }
    // Behind code and words, `229 其他支出 218 0 218`, or amounts, what no words follow is an amount.
    guard length > 0, piece.digits <= 7, row.code != nil && !row.label.isEmpty || !row.amounts.isEmpty else {
      return length
    }
    if index + length < pieces.endIndex {
      // Among amounts with decimals a code whose words stand above and below it is none: `30231 81.11`, and
      // `302 12 81.11` behind a row whose code is in parts too.
      let isWhole = length == 1 || length == 2 && piece.value >= 301 && row.code?.digits == 5
      let isCode = head.isSideBySide && head.hasDecimals && isWhole && pieces[index + length].kind == .amount
      return isCode || pieces[index + length].kind == .text ? length : 0
    }
    return table.amounts[row.amounts].contains { $0.kind == .integer && $0.value != 0 } ? 0 : length
  }

  /// Whether whole figures alone stand on the line of a table of the three public expenses, whose head names no codes:
  /// `202 0 100 16 84 102`.
  private mutating func startsExpenses(_ pieces: ArraySlice<TablePiece>, _ index: Int) -> Bool {
    index == pieces.startIndex && pieces.count >= 3 && pieces.allSatisfy(\.isNumber)
      && head.words.position(of: Self.abroad, from: 0) != nil && !Self.codeWords.contains { head.contains($0) }
  }

  private static let abroad = Array("出国".utf16)

  private mutating func accountLength(_ pieces: ArraySlice<TablePiece>, _ index: Int, in row: TableRow) -> Int {
    let piece = pieces[index]
    let digits = Int(piece.digits)
    if digits >= 8 { return digits >= 12 || row.amounts.isEmpty && row.label.isEmpty ? 1 : 0 }
    if digits == 3, index == pieces.startIndex, isRowOfAmounts(pieces) { return 0 }
    let next = index + 1 < pieces.endIndex ? pieces[index + 1] : nil
    if digits == 3, RowCode.isAccountClass(piece.value), let next, next.kind == .integer, next.digits <= 2,
      next.value < 100,
      !isAmountField(pieces, index + 1)
    {
      // 208 05 05, 301 08, 301 2; a class alone may be followed by an amount.
      let third = index + 2 < pieces.endIndex ? pieces[index + 2] : nil
      if piece.value < 300, let third, third.kind == .integer, third.digits <= 2, next.digits == 2, third.digits == 2 {
        return 3
      }
      let isFollowed = third.map { $0.kind == .text || $0.kind == .amount } ?? !lines.lines[present].hasFields
      return next.digits == 2 || isFollowed ? 2 : 1
    }
    // 21303 14: the code of an item with a blank inside.
    if digits == 5, piece.value < 30_000, RowCode.isAccountClass(piece.value / 100), let next, next.kind == .integer,
      next.digits == 2, index + 2 < pieces.endIndex, pieces[index + 2].kind == .text, !isAmountField(pieces, index + 1)
    {
      return 2
    }
    let isAccount = (digits == 3 || digits == 5 || digits == 7) && RowCode.isAccountClass(head(of: piece.value))
    let isFollowedByWords = next.map { $0.kind == .text } ?? false
    // `五、事业收入 307 五、住房保障支出 401`: numbered words are no account's.
    if isAccount, digits == 3, !row.label.isEmpty, row.isNumbered || next.map({ isNumbered($0) }) ?? false { return 0 }
    if isAccount {
      // A code stands before words, or at the start of a row whose words are elsewhere.
      if next == nil, row.code?.isAccount == true, digits >= 5, digits == row.code?.digits { return 1 }
      // The left side may be blank: `30310 个人农业生产补贴 30231 81.11`.
      let isBehindRow = !row.amounts.isEmpty || row.code?.digits == digits && digits == 5 && !row.label.isEmpty
      let isBeside = head.isSideBySide && head.hasDecimals && isBehindRow && next?.kind == .amount
      return isFollowedByWords || isBeside
        || (row.amounts.isEmpty && row.label.isEmpty && row.code == nil && piece.decimals == 0)
        || row.amounts.isEmpty && row.code == nil && isLoneUnit(pieces, index)
        ? 1 : 0
    }
    if row.amounts.isEmpty, row.label.isEmpty, row.code == nil, digits == 3 || digits == 6 || digits == 9,
      isFollowedByWords || next == nil
    {
      return 1
    }
    return isLoneUnit(pieces, index) ? 1 : 0
  }

  /// Whether a line has nothing but whole amounts, in a table whose head names no codes: `202 0 100 16 84 102`.
  private mutating func isRowOfAmounts(_ pieces: ArraySlice<TablePiece>) -> Bool {
    pieces.count >= 5 && pieces.allSatisfy { $0.kind == .integer && !($0.digits == 2 && $0.value < 10) }
      && TableHead.areAmounts(pieces)
      && !Self.codeWords.contains { head.contains($0) }
  }

  private static let codeWords = ["编码", "代码", "科目", "编号"].map { Array($0.utf16) }

  /// Whether the digits at the start of a line are the code of a unit or an account whose name stands above and below
  /// it: six or nine among amounts with decimals, or what is a code by what stands above.
  private mutating func isLoneUnit(_ pieces: ArraySlice<TablePiece>, _ index: Int) -> Bool {
    guard index == pieces.startIndex, head.hasDecimals, pieces.count >= 2,
      case let rest = pieces.dropFirst(), rest.contains(where: { $0.kind == .amount })
    else { return false }
    let digits = pieces[index].digits
    if rest.first?.kind == .amount, digits == 6 || digits == 9 { return true }
    guard let last = table.rows.last, digits != 3 || rest.first?.kind == .amount else { return false }
    switch digits {
    case 3:
      // What the row above has, or as many amounts as the table has columns.
      let own = table.amounts[last.amounts]
      if own.count == rest.count, zip(own, rest).allSatisfy({ $0.value == $1.value }) { return true }
    case 5, 6, 7, 9: break
    default: return false
    }
    let isCode = digits == 6 || digits == 9 || pieces[index].isAccountCode
    return isCode && rest.allSatisfy(\.isNumber) && (isFull(rest.count) || isBesideCode(pieces[index]))
  }

  /// Whether no row has more amounts than so many, and the first one as many.
  private mutating func isFull(_ count: Int) -> Bool {
    guard let first = table.rows.first(where: { !$0.amounts.isEmpty }), first.amounts.count == count else {
      return false
    }
    return !table.rows.contains { $0.amounts.count > count }
  }

  /// Whether a row has the code with its last two or three digits left out or changed.
  private mutating func isBesideCode(_ piece: TablePiece) -> Bool {
    guard piece.digits > 3 else { return false }
    let isUnit = piece.digits % 3 == 0
    let stem = piece.value / (isUnit ? 1000 : 100)
    let digits = Int(piece.digits) - (isUnit ? 3 : 2)
    return table.rows.contains { row in
      guard let code = row.code else { return false }
      return code.digits == digits && code.value == stem
        || code.digits == Int(piece.digits) && code.value / (isUnit ? 1000 : 100) == stem
    }
  }

  mutating func isAmountField(_ pieces: ArraySlice<TablePiece>, _ index: Int) -> Bool {
    lines.lines[present].hasFields && index > pieces.startIndex && pieces[index].field > pieces[index - 1].field + 1
  }

  mutating func code(_ pieces: ArraySlice<TablePiece>, _ index: Int, _ length: Int) -> RowCode {
    var value = pieces[index].value
    var digits = Int(pieces[index].digits)
    for part in pieces[(index + 1)..<(index + length)] {
      value = value * 100 + part.value
      digits += 2
    }
    return RowCode(
      value: value, digits: digits,
      range: TextRange(pieces[index].range.lower, pieces[index + length - 1].range.upper))
  }

  mutating func head(of value: Int64) -> Int64 {
    var head = value
    while head >= 1000 { head /= 10 }
    return head
  }

  // MARK: Words

  /// Whether the piece begins with `一、`, `（一）`, `1.`, `其中：`.
  mutating func isNumbered(_ piece: TablePiece) -> Bool {
    guard piece.kind == .text, case let first = firstUnit(piece.range), first == 0x5176 || Numbering.canBegin(first)
    else { return false }
    if first == 0x5176 {  // 其中
      return piece.range.count >= 6 && secondUnit(piece.range) == 0x4E2D
    }
    guard let numbering = Numbering.read(charactersAt: piece.range, in: bytes) else {
      return false
    }
    return numbering.level > 0 && numbering.level < 6
  }

  /// Whether the words are more than a letter-spaced character.
  mutating func isLongWord(_ piece: TablePiece) -> Bool { piece.range.count >= 6 && piece.first >= 0x4E00 }

  mutating func isLongLabel(_ row: TableRow) -> Bool {
    let own = table.labels[row.ownLabel..<row.label.upperBound]
    return own.reduce(0) { $0 + $1.count } >= 9 || own.contains { $0.count >= 6 }
  }

  /// Whether the piece shares its cell with the one before it.
  mutating func isFieldNeighbour(_ pieces: ArraySlice<TablePiece>, _ index: Int) -> Bool {
    index > pieces.startIndex && pieces[index].field >= 0 && pieces[index].field == pieces[index - 1].field
  }

  mutating func firstUnit(_ range: TextRange) -> UInt16 {
    var at = range.lower
    let scalar = decodeScalar(bytes.span, &at)
    return scalar < 0x10000 ? UInt16(scalar) : 0xD800
  }

  /// The character behind the first one and the blanks behind that.
  private mutating func secondUnit(_ range: TextRange) -> UInt16? {
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 2) { units in
      readCharacters(bytes.span, range, into: units) == 2 ? units[1] : nil
    }
  }

  mutating func units(_ range: TextRange, limit: Int) -> [UInt16] {
    var result: [UInt16] = []
    result.appendCharacters(of: range, in: bytes, limit: limit)
    return result
  }
}
