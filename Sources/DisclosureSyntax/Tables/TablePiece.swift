import DisclosureText

/// What stands between two blanks, tabs or rules of a table's line.
@usableFromInline package struct TablePiece: Hashable, Sendable {
  /// What a piece of a table is, by its characters alone.
  @usableFromInline package enum Kind: UInt8, Hashable, Sendable {
    /// Words.
    case text
    /// Digits without point and separators: an amount, a code, the number of a line.
    case integer
    /// A number with decimals or separators.
    case amount
    /// A percentage.
    case percentage
    /// A dash that stands for nothing.
    case dash
  }

  /// All its digits read as one integer; `value × 10^-decimals` is the number.
  package var value: Int64
  @usableFromInline var place: ShortRange
  /// The column behind its last character, every character counted as one column.
  package var narrowColumn: Int32
  /// The same, wide characters counted as two.
  package var wideColumn: Int32
  /// The first character, as a UTF-16 code unit.
  package var first: UInt16
  /// The cell of the line it stands in, from 0; -1 where cells are not marked.
  package var field: Int16
  /// The blanks before it, on its line.
  package var gap: UInt16
  /// What it is.
  package var kind: Kind
  /// The digits behind the point.
  package var decimals: UInt8
  /// The number of digits.
  package var digits: UInt8
  /// Whether thousands are separated.
  package var hasSeparators: Bool
  /// Whether a minus stands before it.
  package var isNegative = false
  /// Whether it looks like a figure but cannot be read: `12.3.4`, `1O0.00`. What it may have meant is its value.
  package var isUnread = false

  init(
    kind: Kind, range: TextRange, value: Int64 = 0, decimals: UInt8 = 0, digits: UInt8 = 0, hasSeparators: Bool = false,
    first: UInt16 = 0, narrowColumn: Int32 = 0, wideColumn: Int32 = 0, field: Int16 = -1, gap: UInt16 = 0
  ) {
    self.kind = kind
    place = ShortRange(range)
    self.value = value
    self.decimals = decimals
    self.digits = digits
    self.hasSeparators = hasSeparators
    self.first = first
    self.narrowColumn = narrowColumn
    self.wideColumn = wideColumn
    self.field = field
    self.gap = gap
  }

  /// Its bytes.
  @inlinable package var range: TextRange {
    get { place.bytes }
    set { place = ShortRange(newValue) }
  }

  /// Whether it is a printed number that may be an amount.
  package var isNumber: Bool { kind == .integer || kind == .amount || kind == .dash }
}

/// The lines of a table, cut into pieces.
@usableFromInline package struct TableLines: Sendable {
  /// The lines.
  @usableFromInline package var lines: [TableLine] = []
  /// The pieces of all lines, line by line.
  @usableFromInline package var pieces: [TablePiece] = []

  /// No lines.
  package init() {}

  init(lines: [TableLine], pieces: [TablePiece]) {
    self.lines = lines
    self.pieces = pieces
  }

  /// The number of lines.
  package var count: Int { lines.count }

  /// The pieces of a line, from left to right.
  @inlinable package func pieces(of line: Int) -> ArraySlice<TablePiece> { pieces[lines[line].pieces] }

  /// The lines as those of text: parts of one table that have another number of cells each do not tell by a cell's
  /// number which column it is. Nil where all parts have the same number.
  package var withoutCells: TableLines? {
    let cells = lines.lazy.map(\.dividedCells).filter { $0 > 0 }
    guard let first = cells.first, cells.contains(where: { $0 != first }) else { return nil }
    var result = self
    for index in result.lines.indices { result.lines[index].hasFields = false }
    for index in result.pieces.indices { result.pieces[index].field = -1 }
    return result
  }

  /// Appends the lines of another part of the table.
  package mutating func append(_ others: TableLines) {
    let shift = pieces.count
    for var line in others.lines {
      line.pieces = line.pieces.lowerBound + shift..<line.pieces.upperBound + shift
      lines.append(line)
    }
    pieces += others.pieces
  }
}

/// A line of a table.
@usableFromInline package struct TableLine: Sendable {
  @usableFromInline var piecePlaces: ShortRange
  /// A hash of its characters, equal for equal lines.
  package var hash: UInt64
  @usableFromInline var lineNumber: Int32
  @usableFromInline var cellCount: Int32 = 0
  /// Whether its cells are marked by tabs or rules.
  package var hasFields: Bool
  /// Whether its cells stood on lines of their own and were put together to one row.
  package var isOneRow = false

  /// Creates a line of pieces.
  package init(number: Int, pieces: Range<Int>, hash: UInt64, hasFields: Bool) {
    lineNumber = Int32(truncatingIfNeeded: number)
    piecePlaces = ShortRange(pieces)
    self.hash = hash
    self.hasFields = hasFields
  }

  /// The line of the text, from 0.
  @inlinable package var number: Int {
    get { Int(lineNumber) }
    set { lineNumber = Int32(truncatingIfNeeded: newValue) }
  }

  /// Its pieces, as indices into those of the table.
  @inlinable package var pieces: Range<Int> {
    get { piecePlaces.range }
    set { piecePlaces = ShortRange(newValue) }
  }

  /// The cells of the table that begins here, where the line divides its head from its rows; else 0.
  @inlinable package var dividedCells: Int {
    get { Int(cellCount) }
    set { cellCount = Int32(truncatingIfNeeded: newValue) }
  }
}

extension TablePiece {
  /// Whether it has the form of the code of an account: three, five or seven digits, a class of the charts first.
  package var isAccountCode: Bool {
    guard kind == .integer, digits == 3 || digits == 5 || digits == 7 else { return false }
    var head = value
    while head >= 1000 { head /= 100 }
    return RowCode.isAccountClass(head)
  }
}
