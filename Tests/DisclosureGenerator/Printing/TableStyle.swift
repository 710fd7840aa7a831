/// What an extractor made of one table.
struct TableStyle: Sendable {
  /// How the names over the columns are printed in text of a PDF.
  enum Header: Sendable, CaseIterable {
    /// One line for each depth.
    case lines
    /// Every name on a line of its own.
    case names
    /// One to four characters a line, some lines out of order or joined.
    case fragments
  }

  /// What becomes of a label that is wider than its column.
  enum Label: Sendable, CaseIterable {
    /// It is printed as it is.
    case whole
    /// It stands on lines of its own, before the amounts.
    case before
    /// Its first part stands above the line of the amounts, the rest below.
    case around
    /// Its end is not printed.
    case cut
  }

  var header = Header.lines
  var label = Label.whole
  /// The columns that a label may take.
  var labelWidth = 24
  /// Whether the names over the columns are printed again on a new page.
  var repeatsHeader = true
  /// Whether the last row of a page is printed again on the next one.
  var repeatsRows = false
  /// Whether a name that reaches down over several lines leaves no empty cell in them.
  var collapsesHeader = false
  /// Whether a name over several columns stands over each of them.
  var spreadsHeader = false
  /// Whether rows behind a page break lack their first cell where it is empty.
  var losesFields = false
  /// The blanks between the cells of a row of PDF text.
  var cellGap = 1
  /// How many rows of a hundred are followed by a blank line.
  var blankRows = 0
  /// The blanks between columns.
  var gap = 2
  /// The columns that a name over a column may take.
  var headerWidth = 10
  /// How many more columns than its widest cell a column takes, at most.
  var slack = 0
  /// The rows on a page where columns are kept by blanks.
  var pageRows = 40

  /// A style for a table printed in `form`.
  static func random(_ form: Dialect.Form, using random: inout SplitMix64) -> TableStyle {
    TableStyle(
      header: random.pick([.lines, .names, .fragments, .fragments]),
      label: random.pick(
        form == .wrapped ? [.whole, .before, .before, .around, .cut] : [.whole, .whole, .around, .cut]),
      labelWidth: random.number(12...34),
      repeatsHeader: random.chance(70), repeatsRows: random.chance(15),
      collapsesHeader: random.chance(40), spreadsHeader: random.chance(15), losesFields: random.chance(8),
      cellGap: random.chance(20) ? 2 : 1, blankRows: random.pick([0, 0, 50, 100]),
      gap: random.number(1...5), headerWidth: random.number(6...16), slack: random.pick([0, 0, 3, 8]),
      pageRows: random.number(12...40))
  }
}
