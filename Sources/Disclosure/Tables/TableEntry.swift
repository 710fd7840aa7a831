import DisclosureSyntax

/// A row of a table with its place among the others.
@usableFromInline package struct TableEntry: Sendable {
  /// What a row is to the others.
  @usableFromInline package enum Role: Hashable, Sendable {
    /// 合计, or a row without words that repeats it.
    case total
    /// 总计.
    case grandTotal
    /// A department or unit, with its code.
    case unit
    /// An account.
    case account
    /// 其中：part of the row before.
    case memo
    /// 上年结转, 年终结转.
    case carry
    /// Any other row.
    case item
    /// A row that does not belong to the table, or cannot be placed.
    case foreign
  }

  /// The row as printed.
  package var row: PrintedRow
  /// The account of the row, by its code or its name.
  package var account: Int64?
  /// What it is to the others.
  package var role: Role
  /// Whether its code has a wrong digit: by the sums it is a part of another account than the code says.
  package var isMisfiled = false
  /// Which side of a table it stands on, where revenue and expenditure stand side by side.
  package var side: TableSide = .whole
  /// Whether every column is known to be filled or blank.
  package var isPlaced = false
  // Places are kept in four bytes each, as in ``TableCell``.
  private var ownLevel: UInt8 = 0
  @usableFromInline var ownCells: Range<Int32>
  @usableFromInline var ownColumns: Range<Int32> = 0..<0
  private var wordRange: Range<Int32> = 0..<0
  private var wordStart: Int32 = 0
  @usableFromInline var ownParent: Int32 = -1
  private var ownOrdinal: Int32 = 0

  /// A row whose place among the others is not known yet.
  init(row: TableRow, role: Role, cells: Range<CellIndex>) {
    self.row = PrintedRow(row)
    self.role = role
    ownCells = Self.short(cells)
  }

  /// Its cells.
  @inlinable package var cells: Range<CellIndex> {
    get { Int(ownCells.lowerBound)..<Int(ownCells.upperBound) }
    set { ownCells = Self.short(newValue) }
  }

  /// For each column the cell, as indices into the table's `grid`; empty where nothing is certain.
  @inlinable package internal(set) var columns: Range<Int> {
    get { Int(ownColumns.lowerBound)..<Int(ownColumns.upperBound) }
    set { ownColumns = Self.short(newValue) }
  }

  /// The row it is a part of.
  @inlinable package var parent: Int? {
    get { ownParent < 0 ? nil : Int(ownParent) }
    set { ownParent = Int32(truncatingIfNeeded: newValue ?? -1) }
  }

  /// The words of the row without numbering and blanks, as indices into the table's `words`.
  var words: Range<Int> {
    get { Int(wordRange.lowerBound)..<Int(wordRange.upperBound) }
    set { wordRange = Self.short(newValue) }
  }

  /// Where among them those of the amounts' own line begin.
  var ownWords: Int {
    get { Int(wordStart) }
    set { wordStart = Int32(truncatingIfNeeded: newValue) }
  }

  /// The level of its numbering, 0 where there is none.
  package var level: Int {
    get { Int(ownLevel) }
    set { ownLevel = UInt8(truncatingIfNeeded: newValue) }
  }

  /// The value of its numbering.
  package var ordinal: Int {
    get { Int(ownOrdinal) }
    set { ownOrdinal = Int32(clamping: newValue) }
  }

  @usableFromInline static func short(_ range: Range<Int>) -> Range<Int32> {
    Int32(truncatingIfNeeded: range.lowerBound)..<Int32(truncatingIfNeeded: range.upperBound)
  }
}
