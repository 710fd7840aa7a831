import DisclosureSyntax
import Ledger

/// The amounts of each row in their columns, and what holds between them.
extension TableBuilder {
  /// Finds the columns of some rows, places their amounts and states what holds within each row.
  mutating func place(_ rows: [Int], _ side: TableSide, isTree: Bool) {
    // Counts of vehicles and visits below the three public expenses are no amounts.
    let printed = rows.kept {
      !table.entries[$0].cells.isEmpty && (table.expenses.isEmpty || table.entries[$0].role != .foreign)
    }
    guard
      var grid = namedExpenseGrid(printed) ?? publicExpenseGrid(printed)
        ?? ColumnGridReader(table.entries, table.head, rows: printed, cells: cells, keepsColumns: keepsColumns).read()
    else {
      for row in rows { table.entries[row].isPlaced = true }
      return
    }
    leaveOthers(&grid, printed)
    table.forests[side] = grid.forest
    noteRates(of: grid.forest, side)
    if table.kind == .basicExpenditure { chooseByAccounts(&grid, printed) }
    if isTree { settle(&grid.placements, of: printed, grid.forest, side) }
    let sums = statedSums(of: grid)
    leaveBlank(rows, grid.forest.parents.count)
    for (position, row) in printed.enumerated() {
      let placements = grid.placements[position]
      guard !placements.isEmpty else {
        leaveOpen(row, grid.forest)
        continue
      }
      put(row, placements, grid.forest.parents.count)
      // A builder that is asked is copied; of nearly all rows the role tells.
      if !sums.isEmpty, table.entries[row].role != .item || hasAmounts(row) {
        stateSums(of: row, sums, placements, grid.forest)
      }
      if grid.forest.change != nil { stateChange(of: row, placements, grid) }
      for memo in grid.forest.memos { stateMemo(memo, of: row, placements, grid.forest) }
    }
  }

  /// Says of rows without amounts that all their columns are blank: they share their stretch of the table's grid.
  private mutating func leaveBlank(_ rows: [Int], _ width: Int) {
    let blank = table.grid.count..<table.grid.count + width
    table.grid.reserveCapacity(table.grid.count + (rows.count + 1) * width)
    for _ in blank { table.grid.append(-1) }
    for row in rows where table.entries[row].cells.isEmpty {
      table.entries[row].columns = blank
      table.entries[row].isPlaced = true
    }
  }

  /// Puts the amounts of a row that are certain into their columns.
  private mutating func put(_ row: Int, _ placements: Placements, _ width: Int) {
    let first = table.entries[row].cells.lowerBound
    let start = table.grid.count
    var isPlaced = true
    for column in 0..<width {
      let isCertain = placements.isCertain(column)
      if isCertain, let amount = placements[0][column] {
        table.grid.append(first + amount)
      } else {
        table.grid.append(-1)
      }
      if !isCertain { isPlaced = false }
    }
    table.entries[row].columns = start..<table.grid.count
    table.entries[row].isPlaced = isPlaced
  }

  /// A row whose amounts fit no columns is none of the table's; of one that could stand in too many ways to be tried
  /// the total is known, and nothing of the other columns.
  private mutating func leaveOpen(_ row: Int, _ forest: ColumnForest) {
    let placer = RowPlacer(forest: forest, tolerance: 1, scale: 1)
    guard forest.hasTotal, placer.isBeyond(table.entries[row].cells.count) else {
      table.entries[row].role = .foreign
      return
    }
    table.entries[row].columns = table.grid.count..<table.grid.count + forest.parents.count
    table.grid.append(table.entries[row].cells.lowerBound)
    table.grid += repeatElement(-1, count: forest.parents.count - 1)
  }

  /// 301 and 303 are 人员经费, the other economic classes 公用经费.
  private func chooseByAccounts(_ grid: inout ColumnGrid, _ rows: [Int]) {
    let children = grid.forest.children(of: 0)
    guard children.count == 2, let first = children.first, let second = children.last else { return }
    for (position, row) in rows.enumerated() where grid.placements[position].count > 1 {
      guard let code = table.entries[row].row.code, code.isAccount, code.classValue / 100 == 3 else { continue }
      let (own, other) = code.classValue == 301 || code.classValue == 303 ? (first, second) : (second, first)
      let chosen = grid.placements[position].filter { $0[own] != nil && $0[other] == nil }
      if !chosen.isEmpty { grid.placements[position] = Placements(chosen) }
    }
  }

  /// A column that is the sum of others in every row, and what that rests on.
  private struct StatedSum {
    var sum: ColumnForest.Sum
    var evidence: Relation.Evidence
  }

  /// The sums that rows state: well supported ones, and others that only support what else shows.
  private func statedSums(of grid: ColumnGrid) -> [StatedSum] {
    let isSummed = (description?.isSummed ?? false) && !hasTargets
    return grid.forest.sums.map { sum in
      // What equals the only column beside it need not be its sum: a budget that was spent to the last cent.
      let isOnly = sum.children.count == 1
      let isKnown = isSummed && !isOnly && sum.column == grid.forest.change?.later ?? 0
      let support = grid.support[sum.column]
      let isSupported =
        support.holds >= (isKnown ? 2 : 5) && table.kind != .evaluation && !(isOnly && hasBudgetAndFinal)
      return StatedSum(
        sum: sum,
        evidence: isSupported && (support.breaks <= 1 || support.breaks * 6 <= support.holds) ? .stated : .discovered)
    }
  }

  /// States the sums of a row that hold in every placement that cannot be ruled out.
  private mutating func stateSums(
    of row: Int, _ sums: [StatedSum], _ placements: Placements, _ forest: ColumnForest
  ) {
    let first = table.entries[row].cells.lowerBound
    let placement = placements[0]
    var others: [[RowSum]] = []
    if placements.count > 1 {
      let placer = RowPlacer(forest: forest, tolerance: 1, scale: 1)
      others = placements.dropFirst().map { placer.rowSums($0) }
    }
    for stated in sums {
      let sum = stated.sum
      guard let own = placement[sum.column] else { continue }
      // Amounts below zero are not judged.
      var isNegative = cells[first + own].piece.isNegative
      for child in sum.children {
        guard let part = placement[child] else { continue }
        laws.add(first + part)
        if cells[first + part].piece.isNegative { isNegative = true }
      }
      let parts = laws.pending
      guard !isNegative, !parts.isEmpty,
        others.allSatisfy({ $0.contains(RowSum(total: own, parts: laws.parts[parts].map { $0 - first })) })
      else {
        laws.dropPending()
        continue
      }
      laws.state(.row, first + own, stated.evidence)
    }
  }

  /// Whether the head names a budget and what came of it.
  private var hasBudgetAndFinal: Bool { table.head.contains(Self.budget) && table.head.contains(Self.final) }

  private static let budget = Array("预算".utf16)
  private static let final = Array("决算".utf16)

  /// States that what is, is what was and what changed, where every placement has the same amounts.
  private mutating func stateChange(of row: Int, _ placements: Placements, _ grid: ColumnGrid) {
    guard let change = grid.forest.change, let sum = RowSum(change, placements[0]),
      placements.allSatisfy({ RowSum(change, $0) == sum })
    else { return }
    let first = table.entries[row].cells.lowerBound
    let (earlier, amount) = (first + sum.parts[0], first + sum.parts[1])
    let later = first + sum.total
    if cells[earlier].piece.isNegative || cells[later].piece.isNegative { return }
    let (holds, breaks) = (grid.changes.holds, grid.changes.breaks)
    let isSupported = holds >= 3 && (breaks * 6 <= holds || breaks == 1)
    let evidence: Relation.Evidence = isSupported ? .stated : .discovered
    // What is lost was there before.
    let isLess = cells[amount].piece.isNegative
    laws.add(isLess ? later : earlier)
    laws.state(.row, isLess ? earlier : later, of: amount, evidence)
    guard let rate = change.rate.flatMap({ placements[0][$0] }), value(earlier) != 0,
      placements.allSatisfy({ $0[change.rate ?? 0] == rate })
    else { return }
    laws.add(later)
    laws.state(.growth, first + rate, of: earlier, evidence)
  }

  /// States that a column is part of another, where every placement has the same two amounts.
  private mutating func stateMemo(_ memo: Int, of row: Int, _ placements: Placements, _ forest: ColumnForest) {
    let whole = forest.parents[memo]
    guard let part = placements[0][memo], let total = placements[0][whole],
      placements.allSatisfy({ $0[memo] == part && $0[whole] == total })
    else { return }
    let first = table.entries[row].cells.lowerBound
    laws.state(.bound, first + total, of: first + part, .discovered)
  }
}
