import DisclosureText

/// An account code, unit code or project code before a row.
@usableFromInline package struct RowCode: Hashable, Sendable {
  /// The code as a number; of a longer one than 18 digits its first 18.
  package var value: Int64
  /// The number of its digits, the pieces of a split code together.
  package var digits: Int
  /// Its bytes, from the first piece to the last.
  package var range: TextRange

  /// Creates a code that stands at `range`.
  package init(value: Int64, digits: Int, range: TextRange) {
    self.value = value
    self.digits = digits
    self.range = range
  }

  /// Whether it has the form of an account code: three, five or seven digits, 2 to 5 first.
  package var isAccount: Bool {
    guard digits == 3 || digits == 5 || digits == 7 else { return false }
    let head = classValue / 100
    return head == 2 || head == 3 || head == 5
  }

  /// Whether a number is that of a class of the charts of accounts: of functions, or of one of the two economic ones.
  package static func isAccountClass(_ value: Int64) -> Bool {
    (201...234).contains(value) || (301...313).contains(value) || value == 399 || (501...515).contains(value)
      || value == 599
  }

  /// The first three digits.
  package var classValue: Int64 {
    var head = value
    while head >= 1000 { head /= 10 }
    return head
  }
}

/// A row of a table, or one side of a row where two or three stand side by side.
@usableFromInline package struct TableRow: Sendable {
  /// The code before it.
  package var code: RowCode?
  /// The code of the other classification, where a row has two.
  package var secondCode: RowCode?
  /// The pieces of its words, in the order of the text, as indices into those of the table.
  package var label: Range<Int>
  /// Where among them the pieces of the amounts' own line begin.
  package var ownLabel: Int
  /// Its printed amounts and dashes, from left to right, as indices into those of the table.
  package var amounts: Range<Int>
  /// The first and the last of its lines, as indices into the table's lines.
  package var lines: ClosedRange<Int>
  /// How many sides stand before it on its line.
  package var side = 0
  /// Whether its words and amounts were told from those of the other side line by line.
  package var isSideKnown = false
  /// The cell or the column of the line it begins at.
  package var start: Int?
  /// Whether its 行次 was read.
  var hasLineNumber = false
  /// Whether its words begin with a number such as `一、`.
  package var isNumbered = false

  /// A row of figures without words, at the lines `lines`.
  package init(lines: ClosedRange<Int>) {
    self.init(label: 0..<0, ownLabel: 0, amounts: 0..<0, lines: lines)
  }

  init(label: Range<Int>, ownLabel: Int, amounts: Range<Int>, lines: ClosedRange<Int>) {
    self.label = label
    self.ownLabel = ownLabel
    self.amounts = amounts
    self.lines = lines
  }

  /// Whether nothing was read in it.
  var isEmpty: Bool { code == nil && label.isEmpty && amounts.isEmpty }
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
