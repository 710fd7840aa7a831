import Disclosure
import DisclosureGenerator
import DisclosureSyntax
import DisclosureText

/// Where the amounts of a generated disclosure were read to stand, against where they stand.
///
/// The reader names columns and rows in its own way: amounts are in their true column when those
/// that share a column for the reader share it in truth, and the same for rows.
struct Placement {
  /// One amount: where it was read, where it belongs.
  private struct Amount {
    var cell: PrintedTable.Cell
    /// The reader's column; nil where it is not certain.
    var column: String?
    /// The reader's row; nil where the amount was not read at all.
    var row: String?
    /// The reader's code of the row.
    var code: Int64?
  }

  /// For every table its kind and how many of its amounts are in their true place.
  private(set) var rates: [(kind: PrintedTable.Kind, rate: Rate)] = []
  /// Amounts in wrong places, in words.
  private(set) var mistakes: [String] = []

  init(_ disclosure: GeneratedDisclosure) {
    let model = DisclosureDocument(SourceText(disclosure.bytes)).tables
    let read = Dictionary(model.cells.indices.map { (model.cells[$0].piece.range.lower, $0) }) { first, _ in first }
    for table in disclosure.tables {
      // Percentages are no amounts, and where some zeros are printed and others are not, nothing
      // tells the columns of zeros.
      let cells = table.cells.filter {
        disclosure.figures[$0.figure].unit != "%" && disclosure.figures[$0.figure].value != 0
      }
      let amounts = cells.map { cell in
        let start = disclosure.range(of: cell.figure).lowerBound
        // A reader may leave the minus out of the amount.
        let isNegative = disclosure.bytes[start] == 0x2D
        return Self.amount(cell, read[start] ?? (isNegative ? read[start + 1] : nil), in: model)
      }
      count(amounts, table, disclosure)
    }
  }

  private static func amount(_ cell: PrintedTable.Cell, _ index: CellIndex?, in model: TableModel) -> Amount {
    guard let index else { return Amount(cell: cell) }
    let read = model.cells[index]
    let entry = model.tables[read.table].entries[read.row]
    return Amount(
      cell: cell, column: read.column.map { "\(read.table) \(entry.side) \($0)" }, row: "\(read.table) \(read.row)",
      code: entry.row.code?.value)
  }

  private mutating func count(_ amounts: [Amount], _ table: PrintedTable, _ disclosure: GeneratedDisclosure) {
    // Side by side, code, name and amount have one meaning in each of the lists.
    let isStacked = table.kind == .basicExpenditure && disclosure.facts.kind == .final
    func column(_ cell: PrintedTable.Cell) -> String {
      isStacked ? cell.column.last ?? "" : "\(cell.columnIndex)"
    }
    func row(_ cell: PrintedTable.Cell) -> String { "\(cell.list) \(cell.row)" }
    let columns = Self.majority(amounts.map { ($0.column, column($0.cell)) })
    let rows = Self.majority(amounts.map { ($0.row, row($0.cell)) })
    let readRows = Self.majority(amounts.map { (row($0.cell), $0.row ?? "") })
    var rate = Rate()
    guard !amounts.isEmpty else { return }
    for amount in amounts {
      let isColumn = amount.column.map { columns[$0] == column(amount.cell) } ?? false
      let isRow = amount.row.map { rows[$0] == row(amount.cell) && readRows[row(amount.cell)] == $0 } ?? false
      let isCode =
        amount.code == nil || amount.cell.code.isEmpty || amount.cell.code.count > 18
        || "\(amount.code ?? 0)" == amount.cell.code
      rate.count(isColumn && isRow && isCode)
      if !(isColumn && isRow && isCode) {
        let start = disclosure.range(of: amount.cell.figure).lowerBound
        let state =
          amount.row == nil
          ? "not read"
          : amount.column == nil ? "no column" : !isColumn ? "wrong column" : !isRow ? "wrong row" : "wrong code"
        mistakes.append(
          "\(table.kind) \(state): \(disclosure.figures[amount.cell.figure].printed) at \(start) of \(amount.cell.code) \(amount.cell.label), \(amount.cell.column.joined(separator: "/"))"
        )
      }
    }
    rates.append((table.kind, rate))
  }

  /// For every key the value that most of its pairs have.
  private static func majority(_ pairs: [(String?, String)]) -> [String: String] {
    var counts: [String: [String: Int]] = [:]
    for (key, value) in pairs { if let key { counts[key, default: [:]][value, default: 0] += 1 } }
    return counts.compactMapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
  }
}
