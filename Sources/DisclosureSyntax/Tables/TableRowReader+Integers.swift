import DisclosureText

/// Pieces of digits, which are codes of accounts, numbers of lines or amounts.
extension TableRowReader {
  /// Takes a piece of digits, and gives the number of pieces that were used up.
  mutating func takeInteger(_ pieces: ArraySlice<TablePiece>, _ index: Int) -> Int {
    let piece = pieces[index]
    // Where none is open, the row of the last one is of no use to anyone.
    if !isOpen { row = emptyRow }
    if head.hasSerials, isSerial(pieces, index) { return 1 }
    let length = codeLength(pieces, index, in: row)
    if length > 0 {
      takeCode(code(pieces, index, length))
      return length
    }
    if head.hasLineNumbers, piece.digits <= 3, piece.value != 0,
      isLineNumber(piece, row, isFirst: index == pieces.startIndex),
      !isBesideNumber(pieces, index, row)
    {
      numbers.insert(piece.value)
      if !row.amounts.isEmpty { emit() }
      if !isOpen { begin() }
      row.hasLineNumber = true
      return 1
    }
    // A bare number between words numbers something.
    if row.amounts.isEmpty, piece.value != 0, index + 1 < pieces.endIndex, pieces[index + 1].kind == .text,
      !(head.isSideBySide && lines.lines[present].hasFields && !row.label.isEmpty),
      !(lines.lines[present].hasFields && !row.label.isEmpty && isNumbered(pieces[index + 1])),
      !(head.isSideBySide && (isNumbered(pieces[index + 1]) || isTotalOfWhole(pieces[index + 1]))),
      !row.label.isEmpty || row.code == nil
    {
      return 1
    }
    if piece.digits > 12 { return 1 }
    if !row.amounts.isEmpty || !row.label.isEmpty || row.code != nil || TableHead.areAmounts(pieces) {
      takeAmount(piece)
    }
    return 1
  }

  /// Whether the number that begins the line is 序号: one more than the last one, before words or before the amounts of
  /// a row whose words stand above and below it.
  private mutating func isSerial(_ pieces: ArraySlice<TablePiece>, _ index: Int) -> Bool {
    let piece = pieces[index]
    guard index == pieces.startIndex, piece.digits <= 3, piece.value > 0, index + 1 < pieces.endIndex else {
      return false
    }
    if pieces[index + 1].kind == .text {
      serial = piece.value
      return false
    }
    guard piece.value == serial + 1, row.amounts.isEmpty, row.code == nil else { return false }
    serial += 1
    return true
  }

  private mutating func takeCode(_ code: RowCode) {
    guard isOpen else {
      begin()
      row.code = code
      return
    }
    if row.amounts.isEmpty, row.code == nil,
      row.label.isEmpty || !row.isNumbered && row.label.upperBound == row.ownLabel
    {
      row.code = code
      table.labels.removeLast(row.label.count)
      row.label = row.label.lowerBound..<row.label.lowerBound
      row.ownLabel = row.label.lowerBound
      return
    }
    if row.amounts.isEmpty, let first = row.code, row.secondCode == nil, isCounterpart(code, of: first) {
      row.secondCode = code
      return
    }
    if row.amounts.isEmpty, row.code == nil, !row.label.isEmpty, !head.isSideBySide {
      // The words of a category before the code.
      row.code = code
      return
    }
    begin()
    row.code = code
  }

  /// Whether the code is of the other economic classification.
  mutating func isCounterpart(_ code: RowCode, of first: RowCode) -> Bool {
    guard first.isAccount, code.isAccount else { return false }
    let (one, other) = (first.classValue / 100, code.classValue / 100)
    return (one == 3 && other == 5) || (one == 5 && other == 3)
  }

  /// A row of the present line without words and amounts.
  var emptyRow: TableRow {
    mutating get {
      let (label, amount) = (table.labels.count, table.amounts.count)
      return TableRow(label: label..<label, ownLabel: label, amounts: amount..<amount, lines: present...present)
    }
  }
}
