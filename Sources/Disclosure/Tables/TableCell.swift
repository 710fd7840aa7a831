import DisclosureSyntax

/// The index of a cell among all cells of the document's tables.
@usableFromInline package typealias CellIndex = Int

/// A printed amount of a table.
///
/// Numbers of tables, rows and columns are kept in four bytes each: the cells of a document are gone through again and
/// again, and take a third less.
@usableFromInline package struct TableCell: Hashable, Sendable {
  /// Its digits.
  package var piece: TablePiece
  @usableFromInline var ownTable: Int32
  @usableFromInline var ownRow: Int32
  /// -1 where more than one is possible.
  @usableFromInline var ownColumn: Int32 = -1
  /// What it counts.
  package var unit: Unit
  @usableFromInline var ownDecimals: UInt8
  /// Whether it says by how much something changed: its sign is the direction.
  package var isChange = false

  /// A printed amount, of whose column nothing is known yet.
  init(piece: TablePiece, table: Int, row: Int, unit: Unit) {
    self.piece = piece
    ownTable = Int32(truncatingIfNeeded: table)
    ownRow = Int32(truncatingIfNeeded: row)
    self.unit = unit
    ownDecimals = piece.decimals
  }

  /// The table it stands in.
  @inlinable package var table: Int {
    get { Int(ownTable) }
    set { ownTable = Int32(truncatingIfNeeded: newValue) }
  }

  /// The row it stands in.
  @inlinable package var row: Int { Int(ownRow) }

  /// Its column; nil where more than one is possible.
  @inlinable package var column: Int? {
    get { ownColumn < 0 ? nil : Int(ownColumn) }
    set { ownColumn = Int32(truncatingIfNeeded: newValue ?? -1) }
  }

  /// The decimals that its table uses, where it prints fewer.
  @inlinable package var effectiveDecimals: Int {
    get { Int(ownDecimals) }
    set { ownDecimals = UInt8(truncatingIfNeeded: newValue) }
  }
}
