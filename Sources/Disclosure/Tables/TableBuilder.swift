import Accounts
import DisclosureSyntax
import Ledger

/// Places the amounts of one table and states what must hold between them.
struct TableBuilder {
  var table: DisclosureTable
  let cells: [TableCell]
  let number: Int
  let description: TableDescription?
  /// Whether the lines keep their columns by blanks.
  var keepsColumns = false
  /// The column of each cell of the table, where it is certain.
  var columnOf: [Int?]
  var laws: [TableLaw] = []

  init(table: DisclosureTable, cells: [TableCell], number: Int, description: TableDescription?) {
    self.table = table
    self.cells = cells
    self.number = number
    self.description = description
    columnOf = Array(repeating: nil, count: table.cells.count)
  }

  /// Reads the table.
  mutating func build() {
    let sides = divide()
    for (side, rows) in sides { place(rows, side) }
    if sides.count > 1 || isNumberedList(sides[0].rows) {
      for (side, rows) in sides { stateSummary(rows, side) }
      if sides.count > 1 { stateBalance() }
    } else {
      stateTree(sides[0].rows)
    }
    settleReliability()
    nameColumns()
  }

  // MARK: Sides

  /// The rows of each side: revenue and expenditure, or all of them.
  private mutating func divide() -> [(side: TableSide, rows: [Int])] {
    let all = Array(table.entries.indices)
    let beside = all.count { table.entries[$0].row.side > 0 }
    let coded = all.count { table.entries[$0].role == .account }
    // Triples of economic accounts are one list.
    guard beside >= 2, table.head.isSideBySide || beside * 6 >= all.count, coded * 2 < all.count else {
      return [(.whole, all)]
    }
    let besideLines = Set(all.filter { table.entries[$0].row.side > 0 }.map { table.entries[$0].row.lines.lowerBound })
    let borders = keepsPlaces ? (secondStart(all, 1), secondStart(all, 2)) : (nil, nil)
    let hasThree = all.count { table.entries[$0].row.side == 2 } >= 2
    for row in all {
      let entry = table.entries[row]
      let isThird: Bool
      if let border = borders.1, let start = entry.row.start {
        isThird = start >= border
      } else {
        isThird = entry.row.side >= 2 || (entry.row.side == 1 && RowWords.isNature(entry.words))
      }
      let isSecond: Bool
      if RowWords.isExpenditure(entry.words) || RowWords.isRevenue(entry.words) {
        isSecond = RowWords.isExpenditure(entry.words)
      } else if let border = borders.0, let start = entry.row.start {
        isSecond = start >= border
      } else if entry.row.side > 0 {
        isSecond = true
      } else {
        isSecond = !besideLines.contains(entry.row.lines.upperBound)
      }
      table.entries[row].side = hasThree && isThird ? .nature : isSecond ? .expenditure : .revenue
    }
    return [TableSide.revenue, .expenditure, .nature].compactMap { side in
      let rows = all.filter { table.entries[$0].side == side }
      return rows.isEmpty ? nil : (side, rows)
    }
  }

  /// Whether a row's place on its line tells its side.
  private var keepsPlaces: Bool {
    keepsColumns || table.entries.contains { $0.row.amounts.contains { $0.field >= 0 } }
  }

  /// Where the second side begins: left of it nearly all of what stands second begins.
  private func secondStart(_ rows: [Int], _ side: Int) -> Int? {
    let starts = rows.filter { table.entries[$0].row.side == side }.compactMap { table.entries[$0].row.start }.sorted()
    let firsts = rows.filter { table.entries[$0].row.side == side - 1 }.compactMap { table.entries[$0].row.start }
      .sorted()
    guard let second = starts.first, let first = firsts.first, second > first else { return nil }
    return (first + 3 * second) / 4 > first ? (first + 3 * second + 3) / 4 : second
  }

  private func isNumberedList(_ rows: [Int]) -> Bool {
    let items = rows.filter { table.entries[$0].role == .item }
    return items.count >= 3 && items.count { table.entries[$0].level > 0 } * 2 >= items.count
      && !rows.contains { table.entries[$0].role == .account }
  }

  /// Whether targets and scores stand among the amounts.
  var hasTargets: Bool { table.kind == .performance || table.kind == .evaluation }

  // MARK: Columns

  private mutating func place(_ rows: [Int], _ side: TableSide) {
    let printed = rows.filter { !table.entries[$0].cells.isEmpty }
    let reader = ColumnGridReader(
      rows: printed.map { table.entries[$0].row },
      totals: Set(printed.indices.filter { isTotal(printed[$0]) || table.entries[printed[$0]].role == .unit }),
      hasMemo: table.head.contains("其中"), keepsColumns: keepsColumns)
    guard let grid = reader.read() else {
      for row in rows { table.entries[row].isPlaced = true }
      return
    }
    table.forests[side] = grid.forest
    let width = grid.forest.parents.count
    for row in rows where table.entries[row].cells.isEmpty {
      table.entries[row].columns = Array(repeating: nil, count: width)
      table.entries[row].isPlaced = true
    }
    for (position, row) in printed.enumerated() {
      let first = table.entries[row].cells.lowerBound
      let placements = chosenByAccount(grid.placements[position], row, grid.forest)
      guard !placements.isEmpty else {
        table.entries[row].role = .foreign
        continue
      }
      var columns = [CellIndex?](repeating: nil, count: width)
      var isPlaced = true
      for column in 0..<width {
        switch grid.certain(position, column) {
        case .some(.some(let amount)):
          columns[column] = first + amount
          columnOf[first + amount - table.cells.lowerBound] = column
        case .some(.none): break
        case .none: isPlaced = false
        }
      }
      table.entries[row].columns = columns
      table.entries[row].isPlaced = isPlaced
      if table.entries[row].row.amounts.contains(where: { $0.isNegative }) { continue }
      stateRow(row, placements, grid)
    }
  }

  /// 301 and 303 are 人员经费, the other economic classes 公用经费.
  private func chosenByAccount(_ placements: [Placement], _ row: Int, _ forest: ColumnForest) -> [Placement] {
    let children = forest.children(of: 0)
    guard placements.count > 1, table.kind == .basicExpenditure, children.count == 2,
      let code = table.entries[row].row.code, code.isAccount, code.classValue / 100 == 3
    else { return placements }
    let own = code.classValue == 301 || code.classValue == 303 ? children[0] : children[1]
    let other = own == children[0] ? children[1] : children[0]
    let chosen = placements.filter { $0[own] != nil && $0[other] == nil }
    return chosen.isEmpty ? placements : chosen
  }

  /// States the sums of a row that hold in every placement that cannot be ruled out.
  private mutating func stateRow(_ row: Int, _ placements: [Placement], _ grid: ColumnGrid) {
    let placer = RowPlacer(forest: grid.forest, tolerance: 1)
    var common: [(sum: RowSum, column: Int)] = []
    for column in grid.forest.parents.indices {
      guard let own = placements[0][column] else { continue }
      let parts = grid.forest.children(of: column).compactMap { placements[0][$0] }
      if !parts.isEmpty { common.append((RowSum(total: own, parts: parts), column)) }
    }
    for placement in placements.dropFirst() {
      let others = Set(placer.sums(placement))
      common.removeAll { !others.contains($0.sum) }
    }
    let first = table.entries[row].cells.lowerBound
    for (sum, column) in common {
      let isKnown = description != nil && !hasTargets && table.kind != .procurement && column == 0
      let isSupported = grid.holds[column] >= (isKnown ? 2 : 5) && table.kind != .evaluation
      laws.append(
        TableLaw(
          kind: .row, total: first + sum.total, parts: sum.parts.map { first + $0 },
          evidence: isSupported && (grid.breaks[column] <= 1 || grid.breaks[column] * 6 <= grid.holds[column])
            ? .stated : .discovered))
    }
    for memo in grid.forest.memos {
      let whole = grid.forest.parents[memo]
      let pairs = Set(placements.map { [$0[memo], $0[whole]] })
      guard pairs.count == 1, let pair = pairs.first, let part = pair[0], let total = pair[1] else { continue }
      laws.append(TableLaw(kind: .bound, total: first + total, parts: [first + part], evidence: .discovered))
    }
  }
}
