/// A table that is being written: what is printed, and what is known about it.
struct TableDraft {
  /// The head of a row.
  struct RowHead {
    var code = ""
    var label = ""
    var list = 0
    var isTotal = false
  }

  /// What an empty amount is printed as.
  enum Zero: Sendable, CaseIterable {
    /// Nothing at all.
    case blank
    /// 0.00, or 0 in tables without decimals.
    case decimals
    /// 0.
    case digit
    /// A dash, which is no figure.
    case dash
    /// Now one, now another.
    case mixed
  }

  var table: Table
  var truth: PrintedTable
  var zero: Zero
  /// The ordinal of the row that is being written.
  var row = 0

  /// Adds a row that is already made.
  mutating func append(_ cells: Table.Row) {
    table.rows.append(cells)
    row += 1
  }

  /// Notes where `figure` stands.
  mutating func note(_ figure: Figure, _ head: RowHead, column: Int) {
    truth.cells.append(
      PrintedTable.Cell(
        figure: figure.index, code: head.code, label: head.label, column: table.columns[column].path,
        columnIndex: column, row: row, list: head.list, isTotal: head.isTotal))
  }
}
