import DisclosureText

/// Puts the pieces of a table's lines together to rows.
///
/// A row is a code or words and a run of amounts. Words and codes that wait for amounts go
/// with the next line unless that has a code or a number of its own; what stands behind
/// amounts begins a new row. Which column an amount belongs to is not decided here.
///
/// What only looks at pieces is mutating too: a method that changes nothing would be given a copy of this structure.
@usableFromInline package struct TableRowReader {
  let bytes: [UInt8]
  let lines: TableLines
  let head: TableHead

  var table = TableRows()
  /// The row being read; nothing counts in it unless one is open. It is no optional, for it would be copied
  /// each time it is looked at.
  var row = TableRow(lines: 0...0)
  var isOpen = false
  /// The line that is being read, as an index.
  var present = 0
  private var side = 0
  /// The numbers of lines met so far.
  var numbers: Set<Int64> = []
  /// The last 序号 met.
  var serial: Int64 = 0
  /// How many cells of the row stand on the lines before, where a line end stands within a cell.
  var cellsBefore: Int16 = 0

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
    table.rows.reserveCapacity(lines.count)
    table.labels.reserveCapacity(lines.count)
    table.amounts.reserveCapacity(lines.pieces.count)
    for index in first..<max(first, lines.count) where skipping.isEmpty || !skipping.contains(index) {
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
      if isOpen, !row.amounts.isEmpty { emit() }
    }
    emit()
    return table
  }

  mutating func emit() {
    if isOpen, !row.isEmpty {
      table.rows.append(row)
      side += 1
    }
    isOpen = false
  }

  mutating func begin() {
    emit()
    row = emptyRow
    row.side = side
    isOpen = true
  }

  /// Notes where on its line the row begins.
  private mutating func place(_ piece: TablePiece) {
    guard isOpen, row.start == nil else { return }
    let width = piece.kind == .text ? piece.range.count / 3 : piece.range.count
    row.start = piece.field >= 0 ? Int(piece.field) : Int(piece.narrowColumn) - width
  }

  /// Decides whether what waits for amounts goes on in this line.
  private mutating func beginLine(_ pieces: ArraySlice<TablePiece>) {
    let former = cellsBefore
    cellsBefore = 0
    guard isOpen, let first = pieces.first else { return }
    if first.kind == .text, !row.label.isEmpty, endsTotal(first) {
      emit()
      return
    }
    if lines.lines[present].hasFields, let cells = cells(before: pieces, former) {
      cellsBefore = cells
      row.ownLabel = row.label.upperBound
      row.lines = row.lines.lowerBound...present
      return
    }
    // Cells do not run over lines, and what is beside another row begins anew.
    if lines.lines[present].hasFields
      || (head.isSideBySide && pieces.contains { $0.isNumber } && beginsLabel(pieces, row))
    {
      emit()
      return
    }
    let length = codeLength(pieces, pieces.startIndex, in: emptyRow)
    if length > 0, let code = row.code, row.secondCode == nil,
      isCounterpart(self.code(pieces, pieces.startIndex, length), of: code)
    {
      row.ownLabel = row.label.upperBound
      row.lines = row.lines.lowerBound...present
    } else if length > 0 || isNumbered(first) {
      if row.code != nil || row.isNumbered { emit() } else { isOpen = false }
    } else {
      row.ownLabel = row.label.upperBound
      row.lines = row.lines.lowerBound...present
    }
  }

  private mutating func read(_ pieces: ArraySlice<TablePiece>) {
    var index = pieces.startIndex
    while index < pieces.endIndex {
      let piece = pieces[index]
      switch piece.kind {
      case .text:
        if piece.isUnread, mayBeAmount(pieces, index) {
          takeUnread(piece)
        } else {
          takeText(piece, pieces, index)
        }
        index += 1
      case .integer:
        index += takeInteger(pieces, index)
      case .amount:
        takeAmount(piece)
        index += 1
      case .dash:
        if isOpen, !row.amounts.isEmpty || !row.label.isEmpty || row.code != nil { takeAmount(piece) }
        index += 1
      case .percentage:
        if head.hasRates, isOpen, !row.amounts.isEmpty { takeUnread(piece) }
        index += 1
      }
    }
  }

  private mutating func takeText(_ piece: TablePiece, _ pieces: ArraySlice<TablePiece>, _ index: Int) {
    let isNumbered = isNumbered(piece)
    if isOpen, row.hasLineNumber, row.isEmpty {
      // The number of a line whose first side is blank.
      side += 1
      isOpen = false
    }
    if isOpen {
      let hasOwn = row.label.upperBound > row.ownLabel
      if !row.amounts.isEmpty {
        begin()
      } else if isNumbered, !row.label.isEmpty {
        begin()
      } else if head.isSideBySide, hasOwn, row.secondCode == nil, row.code == nil, isLongWord(piece),
        isLongLabel(row), !isFieldNeighbour(pieces, index), !continuesLabel(piece)
      {
        begin()
      }
    } else {
      begin()
    }
    if row.label.isEmpty { row.isNumbered = isNumbered }
    place(piece)
    table.labels.append(piece.range)
    row.label = row.label.lowerBound..<table.labels.count
  }

  /// Whether what looks like a figure stands where amounts do: behind words, a code or amounts, before no words.
  private mutating func mayBeAmount(_ pieces: ArraySlice<TablePiece>, _ index: Int) -> Bool {
    guard isOpen, !row.isEmpty else { return false }
    return index + 1 == pieces.endIndex || pieces[index + 1].kind != .text || pieces[index + 1].isUnread
  }

  private mutating func takeUnread(_ piece: TablePiece) {
    var piece = piece
    piece.kind = .amount
    takeAmount(piece)
  }

  mutating func takeAmount(_ piece: TablePiece) {
    if !isOpen { begin() }
    place(piece)
    table.amounts.append(piece)
    if cellsBefore > 0 { table.amounts[table.amounts.count - 1].field += cellsBefore }
    row.amounts = row.amounts.lowerBound..<table.amounts.count
  }
}
