import DisclosureText

/// Puts the pieces of a table's lines together to rows.
///
/// A row is a code or words and a run of amounts. Words and codes that wait for amounts go
/// with the next line unless that has a code or a number of its own; what stands behind
/// amounts begins a new row. Which column an amount belongs to is not decided here.
package struct TableRowReader {
  let bytes: [UInt8]
  let lines: TableLines
  let head: TableHead

  var table = TableRows()
  var open: TableRow?
  /// The line that is being read, as an index.
  var present = 0
  private var side = 0
  /// The numbers of lines met so far.
  var numbers: Set<Int64> = []

  /// Prepares to read `lines`, whose head has been read before.
  package init(bytes: [UInt8], lines: TableLines, head: TableHead) {
    self.bytes = bytes
    self.lines = lines
    self.head = head
  }

  /// The rows from line `first` on; lines of `skipping` are passed over.
  ///
  /// - Complexity: O(pieces).
  package mutating func rows(from first: Int, skipping: Set<Int> = []) -> TableRows {
    for index in first..<max(first, lines.count) where !skipping.contains(index) {
      present = index
      let pieces = lines.pieces(of: index)
      if head.hasLineNumbers, !pieces.isEmpty,
        pieces.allSatisfy({ $0.kind == .integer && $0.digits <= 3 && $0.value > 0 })
      {
        // 行次 alone, of rows whose words stand above and below.
        for piece in pieces { numbers.insert(piece.value) }
        emit()
        continue
      }
      if head.isSideBySide, !lines.lines[index].hasFields, readShared(pieces) { continue }
      beginLine(pieces)
      side = 0
      read(pieces)
      if open?.amounts.isEmpty == false { emit() }
    }
    emit()
    return table
  }

  /// A row of the present line without words and amounts.
  var emptyRow: TableRow {
    let (label, amount) = (table.labels.count, table.amounts.count)
    return TableRow(label: label..<label, ownLabel: label, amounts: amount..<amount, lines: present...present)
  }

  private mutating func emit() {
    if let row = open, !row.isEmpty {
      table.rows.append(row)
      side += 1
    }
    open = nil
  }

  private mutating func begin() {
    emit()
    open = emptyRow
    open?.side = side
  }

  /// Notes where on its line the row begins.
  private mutating func place(_ piece: TablePiece) {
    guard open != nil, open?.start == nil else { return }
    let width = piece.kind == .text ? piece.range.count / 3 : piece.range.count
    open?.start = piece.field >= 0 ? Int(piece.field) : Int(piece.narrowColumn) - width
  }

  /// Decides whether what waits for amounts goes on in this line.
  private mutating func beginLine(_ pieces: ArraySlice<TablePiece>) {
    guard let waiting = open, let first = pieces.first else { return }
    if first.kind == .text, !waiting.label.isEmpty, endsTotal(first) {
      emit()
      return
    }
    // Cells do not run over lines, and what is beside another row begins anew.
    if lines.lines[present].hasFields
      || (head.isSideBySide && pieces.contains { $0.isNumber } && beginsLabel(pieces, waiting))
    {
      emit()
      return
    }
    let length = codeLength(pieces, pieces.startIndex, in: emptyRow)
    if length > 0, let code = waiting.code, waiting.secondCode == nil,
      isCounterpart(self.code(pieces, pieces.startIndex, length), of: code)
    {
      open?.ownLabel = waiting.label.upperBound
      open?.lines = waiting.lines.lowerBound...present
    } else if length > 0 || isNumbered(first) {
      if waiting.code != nil || waiting.isNumbered { emit() } else { open = nil }
    } else {
      open?.ownLabel = waiting.label.upperBound
      open?.lines = waiting.lines.lowerBound...present
    }
  }

  /// Whether the words of a line cannot be the rest of those that wait: `收 入 总 计`, `年末结转和结余`.
  private func beginsLabel(_ pieces: ArraySlice<TablePiece>, _ waiting: TableRow) -> Bool {
    guard let first = pieces.first, first.kind == .text else { return false }
    if waiting.code != nil, waiting.label.isEmpty { return false }
    let text = units(first.range, limit: 4)
    if text == Self.surplus { return false }
    if let second = pieces.dropFirst().first, second.kind == .text, first.range.count <= 3, second.range.count <= 3 {
      return Self.spacedStarts.contains(first.first)
    }
    return !waiting.isNumbered && text.count > 2 || Self.labelStarts.contains { text.starts(with: $0) }
  }

  /// The end of 结转和结余.
  private static let surplus = Array("结余".utf16)
  /// What letter-spaced labels begin with: 收 入 总 计, 年 末 结 转.
  private static let spacedStarts = Array("收支本上年总合使".utf16)

  /// Whether the piece begins a total or what is carried over, in a table of whole amounts without numbers of
  /// lines: `本年收入合计 3384 本年支出合计 3401`.
  private func isTotalOfWhole(_ piece: TablePiece) -> Bool {
    guard !head.hasDecimals, !head.hasLineNumbers else { return false }
    let text = units(piece.range, limit: 4)
    return Self.labelStarts.contains { text.starts(with: $0) } || text.starts(with: "支出".utf16)
  }

  /// Whether the piece is all the words of a total: `人员经费合计`.
  private func endsTotal(_ piece: TablePiece) -> Bool {
    guard piece.range.count >= 6 else { return false }
    let text = units(TextRange(piece.range.upper - 6, piece.range.upper), limit: 2)
    return text == [0x5408, 0x8BA1] || text == [0x603B, 0x8BA1]
  }

  private static let labelStarts = ["本年", "上年", "年初", "年末", "年终", "使用", "结余", "结转", "用事业", "总计", "合计"]
    .map { Array($0.utf16) }

  private mutating func read(_ pieces: ArraySlice<TablePiece>) {
    var index = pieces.startIndex
    while index < pieces.endIndex {
      let piece = pieces[index]
      switch piece.kind {
      case .text:
        takeText(piece, pieces, index)
        index += 1
      case .integer:
        index += takeInteger(pieces, index)
      case .amount:
        takeAmount(piece)
        index += 1
      case .dash:
        if let row = open, !row.amounts.isEmpty || !row.label.isEmpty || row.code != nil { takeAmount(piece) }
        index += 1
      case .percentage:
        index += 1
      }
    }
  }

  private mutating func takeText(_ piece: TablePiece, _ pieces: ArraySlice<TablePiece>, _ index: Int) {
    let isNumbered = isNumbered(piece)
    if let row = open, row.hasLineNumber, row.isEmpty {
      // The number of a line whose first side is blank.
      side += 1
      open = nil
    }
    if let row = open {
      let hasOwn = row.label.upperBound > row.ownLabel
      if !row.amounts.isEmpty {
        begin()
      } else if isNumbered, !row.label.isEmpty {
        begin()
      } else if head.isSideBySide, hasOwn, row.secondCode == nil, row.code == nil, isLongWord(piece),
        isLongLabel(row), !isFieldNeighbour(pieces, index)
      {
        begin()
      }
    } else {
      begin()
    }
    if open?.label.isEmpty == true { open?.isNumbered = isNumbered }
    place(piece)
    table.labels.append(piece.range)
    if let lower = open?.label.lowerBound { open?.label = lower..<table.labels.count }
  }

  private mutating func takeAmount(_ piece: TablePiece) {
    if open == nil { begin() }
    place(piece)
    table.amounts.append(piece)
    if let lower = open?.amounts.lowerBound { open?.amounts = lower..<table.amounts.count }
  }

  /// Takes a piece of digits, and gives the number of pieces that were used up.
  private mutating func takeInteger(_ pieces: ArraySlice<TablePiece>, _ index: Int) -> Int {
    let piece = pieces[index]
    let row = open ?? emptyRow
    let length = codeLength(pieces, index, in: row)
    if length > 0 {
      takeCode(code(pieces, index, length))
      return length
    }
    if head.hasLineNumbers, piece.digits <= 3, piece.value != 0, isLineNumber(piece, row),
      !isBesideNumber(pieces, index, row)
    {
      numbers.insert(piece.value)
      if !row.amounts.isEmpty { emit() }
      if open == nil { begin() }
      open?.hasLineNumber = true
      return 1
    }
    // A bare number between words numbers something.
    if row.amounts.isEmpty, piece.value != 0, index + 1 < pieces.endIndex, pieces[index + 1].kind == .text,
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

  /// Whether a bare number is that of the line: the first one behind the words, or the one
  /// after the last.
  private func isLineNumber(_ piece: TablePiece, _ row: TableRow) -> Bool {
    // Among amounts with decimals a bare number is never one.
    if head.hasDecimals, piece.digits <= 2 { return true }
    if row.amounts.isEmpty, !row.hasLineNumber || row.label.isEmpty { return true }
    return numbers.contains(piece.value - 1) && !numbers.contains(piece.value)
  }

  /// Whether a bare number stands in the cell behind the number of the line, or behind an amount.
  private func isBesideNumber(_ pieces: ArraySlice<TablePiece>, _ index: Int, _ row: TableRow) -> Bool {
    guard row.hasLineNumber, lines.lines[present].hasFields, index > pieces.startIndex else { return false }
    let last = pieces[index - 1]
    return last.isNumber && last.field + 1 == pieces[index].field
  }

  private mutating func takeCode(_ code: RowCode) {
    guard let row = open else {
      begin()
      open?.code = code
      return
    }
    if row.amounts.isEmpty, row.code == nil,
      row.label.isEmpty || !row.isNumbered && row.label.upperBound == row.ownLabel
    {
      open?.code = code
      table.labels.removeLast(row.label.count)
      open?.label = row.label.lowerBound..<row.label.lowerBound
      open?.ownLabel = row.label.lowerBound
      return
    }
    if row.amounts.isEmpty, let first = row.code, row.secondCode == nil, isCounterpart(code, of: first) {
      open?.secondCode = code
      return
    }
    if row.amounts.isEmpty, row.code == nil, !row.label.isEmpty, !head.isSideBySide {
      // The words of a category before the code.
      open?.code = code
      return
    }
    begin()
    open?.code = code
  }

  /// Whether the code is of the other economic classification.
  private func isCounterpart(_ code: RowCode, of first: RowCode) -> Bool {
    guard first.isAccount, code.isAccount else { return false }
    let (one, other) = (first.classValue / 100, code.classValue / 100)
    return (one == 3 && other == 5) || (one == 5 && other == 3)
  }
}
