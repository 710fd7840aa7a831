import DisclosureSyntax

/// What is kept of a printed row once its words and amounts are read: less than half of what its reader has.
@usableFromInline package struct PrintedRow: Sendable {
  /// The code before it.
  package var code: RowCode?
  /// The code of the other classification, where a row has two.
  package var secondCode: RowCode?
  // Places are kept in four bytes each, as in ``TableCell``.
  @usableFromInline let ownLabel: Range<Int32>
  private let ownLines: ClosedRange<Int32>
  /// The least number where it is not known.
  private let ownStart: Int32
  @usableFromInline let ownSide: UInt8
  /// Whether its words and amounts were told from those of the other side line by line.
  package let isSideKnown: Bool

  /// Keeps what is asked of a row later.
  init(_ row: TableRow) {
    code = row.code
    secondCode = row.secondCode
    ownLabel = Int32(truncatingIfNeeded: row.label.lowerBound)..<Int32(truncatingIfNeeded: row.label.upperBound)
    ownLines = Int32(truncatingIfNeeded: row.lines.lowerBound)...Int32(truncatingIfNeeded: row.lines.upperBound)
    ownStart = row.start.map { Int32(clamping: $0) } ?? .min
    ownSide = UInt8(clamping: row.side)
    isSideKnown = row.isSideKnown
  }

  /// The pieces of its words, in the order of the text, as indices into those of the table.
  @inlinable package var label: Range<Int> { Int(ownLabel.lowerBound)..<Int(ownLabel.upperBound) }

  /// The first and the last of its lines, as indices into the table's lines.
  var lines: ClosedRange<Int> { Int(ownLines.lowerBound)...Int(ownLines.upperBound) }

  /// How many sides stand before it on its line.
  @inlinable package var side: Int { Int(ownSide) }

  /// The cell or the column of the line it begins at.
  var start: Int? { ownStart == .min ? nil : Int(ownStart) }
}
