/// A table whose cells are sums of outlays: each row and each column selects some of them.
struct Pivot {
  /// What a row or a column counts.
  typealias Selection = (Outlay) -> Bool

  /// A column of amounts.
  struct Column {
    var path: [String]
    /// The name of the measure, such as 一般·基本支出.
    var measure: String
    /// The columns that it is the sum of.
    var parts: [Int] = []
    /// The column that it is no more than, 其中.
    var whole: Int?
    var includes: Selection
  }

  /// A row.
  struct Row {
    var head: TableDraft.RowHead
    /// The name of what it counts, such as 类208.
    var key: String
    /// Its depth: 0 the total, 1 a class.
    var level: Int
    var includes: Selection
    /// What stands in the columns of codes and names.
    var names: [Passage?]
  }

  /// The columns of codes and names.
  var names: [Table.Column]
  var columns: [Column]
  var rows: [Row]
}

extension DisclosureWriter {
  /// Writes the rows of `pivot` with the sums that hold between them.
  mutating func fill(_ draft: inout TableDraft, with pivot: Pivot) {
    var figures: [[Figure?]] = []
    for row in pivot.rows {
      var cells = row.names
      var line: [Figure?] = []
      for (index, column) in pivot.columns.enumerated() {
        let yuan = facts.outlays.reduce(0) { $0 + (row.includes($1) && column.includes($1) ? $1.amount : 0) }
        let (passage, figure) = cell(
          yuan, of: "\(column.measure)|\(row.key)", row.head, column: pivot.names.count + index, in: &draft)
        cells.append(passage)
        line.append(figure)
      }
      for (index, column) in pivot.columns.enumerated() {
        if !column.parts.isEmpty { tieCells(line[index], column.parts.map { line[$0] }) }
        if let whole = column.whole, let part = line[index], let whole = line[whole] {
          tie(.bound, part, whole, strength: .tabular)
        }
      }
      figures.append(line)
      draft.append(cells)
    }
    tieColumns(pivot, figures)
  }

  /// Every row is the sum of those one level below it, up to the next of its own level; the total
  /// is that of the highest below it.
  private mutating func tieColumns(_ pivot: Pivot, _ figures: [[Figure?]]) {
    let levels = pivot.rows.map(\.level)
    for (index, level) in levels.enumerated() {
      let below =
        level == 0
        ? Array(levels.indices) : Array(levels.indices.dropFirst(index + 1).prefix { levels[$0] > level })
      guard let next = below.map({ levels[$0] }).filter({ $0 > level }).min() else { continue }
      let parts = below.filter { levels[$0] == next }
      for column in pivot.columns.indices { tieCells(figures[index][column], parts.map { figures[$0][column] }) }
    }
  }

  /// The draft of a table that is a pivot, with its rows.
  mutating func pivotTable(
    _ kind: PrintedTable.Kind, _ title: Passage, number: Int, _ pivot: Pivot, zero: TableDraft.Zero? = nil
  ) -> TableDraft {
    let columns = pivot.names + pivot.columns.map { Table.Column(path: $0.path, role: .amount) }
    var draft = draft(kind, title, number: number, columns: columns, zero: zero)
    if random.chance(25) {
      let first = pivot.names.count
      for (index, column) in pivot.columns.enumerated() where !column.parts.isEmpty {
        let sum = column.parts.map { "\($0 + 1)" }.joined(separator: "+")
        draft.table.columnFormulas[first + index] = "\(index + 1)=\(sum)"
      }
    }
    fill(&draft, with: pivot)
    return draft
  }
}
