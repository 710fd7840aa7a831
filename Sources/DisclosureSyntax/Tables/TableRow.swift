import DisclosureText

/// A row of a table, or one side of a row where two or three stand side by side.
@usableFromInline package struct TableRow: Sendable {
  /// The code before it.
  package var code: RowCode?
  /// The code of the other classification, where a row has two.
  package var secondCode: RowCode?
  @usableFromInline var labelPieces: ShortRange
  @usableFromInline var amountPieces: ShortRange
  /// From the first line to behind the last.
  @usableFromInline var lineRange: ShortRange
  @usableFromInline var ownLabelPiece: Int32
  @usableFromInline var sideNumber: Int32 = 0
  @usableFromInline var startPlace = Self.noStart
  /// Whether its words and amounts were told from those of the other side line by line.
  package var isSideKnown = false
  /// Whether its 行次 was read.
  var hasLineNumber = false
  /// Whether its words begin with a number such as `一、`.
  package var isNumbered = false

  /// A row of figures without words, at the lines `lines`.
  package init(lines: ClosedRange<Int>) {
    self.init(label: 0..<0, ownLabel: 0, amounts: 0..<0, lines: lines)
  }

  init(label: Range<Int>, ownLabel: Int, amounts: Range<Int>, lines: ClosedRange<Int>) {
    labelPieces = ShortRange(label)
    ownLabelPiece = Int32(truncatingIfNeeded: ownLabel)
    amountPieces = ShortRange(amounts)
    lineRange = ShortRange(lines.lowerBound..<lines.upperBound + 1)
  }

  /// Whether nothing was read in it.
  var isEmpty: Bool { code == nil && label.isEmpty && amounts.isEmpty }
}

extension TableRow {
  @usableFromInline static var noStart: Int32 { .min }

  /// The pieces of its words, in the order of the text, as indices into those of the table.
  @inlinable package var label: Range<Int> {
    get { labelPieces.range }
    set { labelPieces = ShortRange(newValue) }
  }

  /// Where among them the pieces of the amounts' own line begin.
  @inlinable package var ownLabel: Int {
    get { Int(ownLabelPiece) }
    set { ownLabelPiece = Int32(truncatingIfNeeded: newValue) }
  }

  /// Its printed amounts and dashes, from left to right, as indices into those of the table.
  @inlinable package var amounts: Range<Int> {
    get { amountPieces.range }
    set { amountPieces = ShortRange(newValue) }
  }

  /// The first and the last of its lines, as indices into the table's lines.
  @inlinable package var lines: ClosedRange<Int> {
    get { ClosedRange(uncheckedBounds: (lineRange.range.lowerBound, lineRange.range.upperBound - 1)) }
    set { lineRange = ShortRange(newValue.lowerBound..<newValue.upperBound + 1) }
  }

  /// How many sides stand before it on its line.
  @inlinable package var side: Int {
    get { Int(sideNumber) }
    set { sideNumber = Int32(truncatingIfNeeded: newValue) }
  }

  /// The cell or the column of the line it begins at.
  @inlinable package var start: Int? {
    get { startPlace == Self.noStart ? nil : Int(startPlace) }
    set { startPlace = newValue.map { Int32(truncatingIfNeeded: $0) } ?? Self.noStart }
  }
}

/// The rows of a table.
@usableFromInline package struct TableRows: Sendable {
  /// The rows, in the order of the text.
  package var rows: [TableRow] = []
  /// The pieces of the words of all rows.
  package var labels: [TextRange] = []
  /// The amounts and dashes of all rows.
  package var amounts: [TablePiece] = []

  /// No rows.
  package init() {}
}

/// What the head of a table says about how its rows are to be read.
@usableFromInline package struct TableHead: Hashable, Sendable {
  /// 行次: a number stands between the words and the amount of a row.
  package var hasLineNumbers = false
  /// The amounts have decimals.
  package var hasDecimals = false
  /// Two or three rows stand beside each other.
  package var isSideBySide = false
  /// 增减幅度: the rates of changes stand among the amounts, with a sign or without.
  package var hasRates = false
  /// 序号: a number stands before the words of a row.
  package var hasSerials = false
  /// Whether columns say what has changed: 增减, 增、减, 增（减）, 增长, 增加.
  package var namesChanges: Bool {
    var last: (UInt16, UInt16) = (0, 0)
    for unit in words {
      switch unit {
      case 0x957F, 0x52A0: if last.1 == 0x589E { return true }
      case 0x51CF: if last.1 == 0x589E || last.0 == 0x589E && !Mark.isIdeograph(last.1) { return true }
      default: break
      }
      last = (last.1, unit)
    }
    return false
  }

  /// The characters of the head without blanks.
  package var words: [UInt16] = []

  /// Creates the head of a table without one.
  package init() {}

  /// Takes the words of a head that was printed column by column among the rows.
  package mutating func take(_ words: [TextRange], isSideBySide: Bool, in bytes: [UInt8]) {
    self.words.removeAll(keepingCapacity: true)
    for range in words { self.words.appendCharacters(of: range, in: bytes) }
    self.isSideBySide = isSideBySide
    hasLineNumbers = false
  }
}
