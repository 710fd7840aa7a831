/// How a document looks as text: what the extractor or the drafter made of its lines.
package struct Dialect: Sendable {
  /// The four ways of printing tables, and what comes with them.
  package enum Form: Sendable, CaseIterable {
    /// Text of a PDF: hard-wrapped, a blank line between all lines, empty cells gone.
    case wrapped
    /// Cells separated by tabs.
    case tabbed
    /// Columns kept by blanks; tables in 元.
    case columns
    /// Markdown as a drafter types it: one line for each paragraph.
    case markdown
  }

  /// How a page ends.
  enum PageBreak: Sendable, CaseIterable { case none, footer, formFeed, leadingBlank, bareNumber }

  /// How tables are printed.
  package var form: Form
  /// The columns of a line, a Chinese character counting two; nil where lines are not wrapped.
  var width: Int?
  /// Whether lines may break behind the point of a figure and between its decimals.
  var breaksFigures = false
  var hasBlankLines = false
  var pageBreak = PageBreak.none
  /// The lines on a page.
  var pageLength = 30
  /// How many places of a hundred around a figure have a blank.
  var blanks = 0
  /// How many lines of a hundred are letter-spaced.
  var letterSpaced = 0
  /// Whether the last line of a page stands on the next one again.
  var repeatsLines = false
  /// How many columns a wide character takes where columns are kept by blanks.
  var wideWidth = 2
  /// Whether every cell of a table stands on a line of its own.
  package var scatters = false
  /// What a paragraph begins with.
  var indentation = ""
  /// What ends a line.
  package var lineEnd = "\n"
  /// Whether the text begins with a byte order mark.
  package var hasByteOrderMark = false

  /// Whether pages end in a number that stands alone on its line, perhaps inside a figure.
  package var hasBareNumbers: Bool { pageBreak == .bareNumber }

  /// A dialect that follows from the random numbers alone.
  package static func random(using random: inout SplitMix64) -> Dialect {
    var dialect = Dialect(form: random.pick(Form.allCases))
    switch dialect.form {
    case .wrapped:
      dialect.width = random.number(36...64)
      dialect.breaksFigures = random.chance(60)
      dialect.hasBlankLines = random.chance(75)
      dialect.pageBreak = random.pick(PageBreak.allCases)
      dialect.letterSpaced = random.chance(15) ? 5 : 0
      dialect.repeatsLines = dialect.pageBreak != .none && random.chance(15)
    case .tabbed:
      dialect.width = random.chance(70) ? random.number(40...90) : nil
      dialect.breaksFigures = random.chance(30)
      dialect.pageBreak = random.pick([.none, .footer, .formFeed])
    case .columns:
      dialect.width = random.number(90...130)
      dialect.breaksFigures = random.chance(30)
      dialect.pageBreak = random.pick([.none, .formFeed])
      dialect.indentation = random.pick(["  ", "   ", "    "])
    case .markdown:
      dialect.indentation = random.pick(["", "", "\u{3000}\u{3000}"])
      dialect.hasBlankLines = true
    }
    dialect.pageLength = random.number(18...40)
    dialect.blanks = random.pick([0, 0, 50, 100])
    if random.chance(15) { dialect.lineEnd = "\r\n" }
    dialect.hasByteOrderMark = random.chance(10)
    if dialect.form == .columns, random.chance(25) { dialect.wideWidth = 1 }
    return dialect
  }
}
