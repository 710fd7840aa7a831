import Accounts
import DisclosureSyntax
import DisclosureText
import Ledger

/// Places the amounts of one table and states what must hold between them.
struct TableBuilder {
  var table: DisclosureTable
  let cells: [TableCell]
  let number: Int
  let description: TableDescription?
  /// Whether the lines keep their columns by blanks.
  var keepsColumns = false
  /// The columns of the three public expenses, where the head names them.
  var expenseHead: ExpenseHead?
  /// The total of the three public expenses and of others that stand beside them.
  var commonTotal: Int?
  /// The rows of these others.
  var otherExpenses: [Int] = []
  /// The columns of each side that stand by themselves, and those of them that are rates.
  var loneColumns = InlineArray<4, (all: ColumnSet, rates: ColumnSet)>(repeating: (ColumnSet(), ColumnSet()))
  /// The amount of each cell of the table, with four decimals.
  private let values: [Int64]
  var laws = TableLaws()
  /// Where among the laws its own begin.
  var firstLaw = 0
  /// The stated sums that miss by more than rounding makes up for, and by how much they do.
  private(set) var failing: [(law: Int, miss: Int64)] = []

  init(table: consuming DisclosureTable, cells: [TableCell], number: Int, description: TableDescription?) {
    let range = table.cells
    self.table = table
    self.cells = cells
    self.number = number
    self.description = description
    values = cells[range].map { ColumnGridReader.scaled($0.piece, 4) }
  }

  /// The amount of a cell, with four decimals.
  func value(_ cell: CellIndex) -> Int64 { values[cell - table.cells.lowerBound] }

  /// Reads the table, and states what must hold in it behind the laws of the tables before it.
  mutating func build(_ laws: inout TableLaws) {
    swap(&self.laws, &laws)
    firstLaw = self.laws.count
    build()
    failing = failingSums()
    swap(&self.laws, &laws)
  }

  private mutating func build() {
    let sides = divide()
    if sides.count == 1 { readExpenseRows(sides[0].rows) }
    let isTree = sides.count == 1 && (!table.expenses.isEmpty || !isNumberedList(sides[0].rows))
    if isTree, table.expenses.isEmpty { settleRoles(sides[0].rows) }
    for (side, rows) in sides { place(rows, side, isTree: isTree) }
    if !isTree {
      let isBegun = sides.count > 1 && sides.contains { begins($0.rows) }
      for (side, rows) in sides { stateSummary(rows, side, isBegun: isBegun) }
      if sides.count > 1 {
        stateBalance()
        weakenMixedSides()
      }
    } else if table.expenses.isEmpty {
      stateTree(sides[0].rows)
    } else {
      stateExpenses(sides[0].rows)
    }
    if hasScores || hasCounts {
      laws.rest(from: firstLaw, on: .discovered) { $0.evidence == .stated }
    }
    settleReliability()
    statePerformanceFunds()
    nameColumns()
  }

  /// Where an amount stands in a row that has no room for it, it belongs to a row of the other
  /// side, and neither side can be added up.
  private mutating func weakenMixedSides() {
    guard table.entries.contains(where: { $0.role == .foreign && !$0.cells.isEmpty }) else { return }
    laws.rest(from: firstLaw, on: .discovered) { $0.kind == .column }
  }

  // MARK: Sides

  /// The rows of each side: revenue and expenditure, or all of them.
  private mutating func divide() -> [(side: TableSide, rows: [Int])] {
    let all = Array(table.entries.indices)
    let beside = all.count { table.entries[$0].row.side > 0 }
    let coded = all.count { table.entries[$0].role == .account }
    // Triples of economic accounts are one list.
    guard beside >= 2, table.head.isSideBySide || beside * 6 >= all.count && standBeside(all), coded * 2 < all.count
    else {
      return [(.whole, all)]
    }
    let lines = all.reduce(0) { max($0, table.entries[$1].row.lines.upperBound + 1) }
    var hasBeside = [Bool](filledWith: false, count: lines)
    for row in all where table.entries[row].row.side > 0 { hasBeside[table.entries[row].row.lines.lowerBound] = true }
    let borders = keepsPlaces ? (secondStart(all, 1), secondStart(all, 2)) : (nil, nil)
    let hasThree = all.count { table.entries[$0].row.side == 2 } >= 2
    for row in all {
      let entry = table.entries[row]
      let words = table.words(of: entry)
      let isThird: Bool
      if !hasThree {
        isThird = false
      } else if let border = borders.1, let start = entry.row.start {
        isThird = start >= border
      } else {
        isThird = entry.row.side >= 2 || (entry.row.side == 1 && RowWords.isNature(words))
      }
      let isSecond: Bool
      // 财政拨款结转, 项目支出结转和结余: of what was carried over on either side.
      let isLeftOver = RowWords.namesLeftOver(words)
      let namesExpenditure = !isLeftOver && RowWords.isExpenditure(words)
      let namesRevenue =
        !namesExpenditure && !isLeftOver
        && (RowWords.isRevenue(words)
          || RevenueWords.begin(words, ordinal: borders.0 == nil && entry.row.side == 0 ? entry.ordinal : 99))
      if entry.row.isSideKnown {
        isSecond = entry.row.side > 0
      } else if namesExpenditure || namesRevenue {
        isSecond = namesExpenditure
      } else if let account = entry.account, account / 100 == 2, account != 223 {
        // 一、一般公共服务 without 支出 is the name of a function, 国有资本经营预算 may be either.
        isSecond = true
      } else if let border = borders.0, let start = entry.row.start {
        isSecond = start >= border
      } else if entry.row.side > 0 {
        isSecond = true
      } else {
        isSecond = !hasBeside[entry.row.lines.upperBound]
      }
      table.entries[row].side = isThird ? .nature : isSecond ? .expenditure : .revenue
    }
    return [TableSide.revenue, .expenditure, .nature].compactMap { side in
      let rows = all.kept { table.entries[$0].side == side }
      return rows.isEmpty ? nil : (side, rows)
    }
  }

  /// Whether some row has its words and its amounts behind another: dates and remarks have no amounts on their line.
  private func standBeside(_ rows: [Int]) -> Bool {
    rows.contains { row in
      let entry = table.entries[row]
      return entry.row.side > 0 && !entry.cells.isEmpty && entry.row.lines.count == 1
    }
  }

  /// Whether a row's place on its line tells its side.
  private var keepsPlaces: Bool {
    keepsColumns || table.cells.contains { cells[$0].piece.field >= 0 }
  }

  /// Where the second side begins: left of it nearly all of what stands second begins.
  private func secondStart(_ rows: [Int], _ side: Int) -> Int? {
    guard let second = firstStart(rows, side), let first = firstStart(rows, side - 1), second > first else {
      return nil
    }
    return (first + 3 * second) / 4 > first ? (first + 3 * second + 3) / 4 : second
  }

  /// Where the row of a side begins that begins first.
  private func firstStart(_ rows: [Int], _ side: Int) -> Int? {
    var first: Int?
    for row in rows where table.entries[row].row.side == side {
      if let start = table.entries[row].row.start { first = min(first ?? start, start) }
    }
    return first
  }

  /// Whether the first item of a side has the number one.
  private func begins(_ rows: [Int]) -> Bool {
    rows.first { table.entries[$0].role == .item && table.entries[$0].level > 0 }
      .map { table.entries[$0].ordinal == 1 } ?? false
  }

  private func isNumberedList(_ rows: [Int]) -> Bool {
    let items = rows.count { table.entries[$0].role == .item }
    let numbered = rows.count { table.entries[$0].role == .item && table.entries[$0].level > 0 }
    return items >= 3 && numbered * 2 >= items
      && !rows.contains { table.entries[$0].role == .account }
  }

  /// Whether targets and scores stand among the amounts.
  var hasTargets: Bool { table.kind == .performance || table.kind == .evaluation }

  /// Whether weights and scores stand among the amounts.
  private var hasScores: Bool {
    // Few tables have one of the words at all.
    Self.scores.contains { table.words.position(of: $0, from: 0) != nil }
      && table.entries.contains { entry in Self.scores.contains { RowWords.contains(table.words(of: entry), $0) } }
  }

  private static let scores = ["总分", "得分", "分值"].map { Array($0.utf16) }
}
