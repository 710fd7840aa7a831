import DisclosureSyntax

/// Chooses between placements by the totals of the columns.
extension ColumnGridReader {
  /// Where rows are ambiguous, keeps the placements with which the columns add to the first
  /// full row.
  func settleByTotals(_ grid: inout ColumnGrid) {
    let width = grid.forest.parents.count
    let ambiguous = grid.placements.count { $0.count > 1 }
    guard ambiguous > 0, ambiguous <= 60, width > 1 else { return }
    guard let total = rows.first(where: { $0.count == width }) else { return }
    let totals = amounts[total].map(\.value)
    // Only where the rows are single items of the total does a column add up.
    let items = leaves.filter { row in
      !grid.placements[row].isEmpty && !amounts[rows[row]].lazy.map(\.value).elementsEqual(totals)
    }
    let slack = tolerance * Int64(items.count + 1)
    let first = items.reduce(Int64(0)) { $0 + value($1, 0) }
    guard abs(first - totals[0]) <= slack else { return }
    var remaining = totals
    for row in items where grid.placements[row].count == 1 {
      let placement = grid.placements[row][0]
      for column in 0..<width {
        if let amount = placement[column] { remaining[column] -= value(row, amount) }
      }
    }
    let open = items.filter { grid.placements[$0].count > 1 }.sorted {
      grid.placements[$0].count < grid.placements[$1].count
    }
    guard !open.isEmpty else { return }
    var search = TotalSearch(
      options: open.map { grid.placements[$0] }, values: open.map { amounts[rows[$0]].map(\.value) }, slack: slack,
      rest: remaining)
    search.run(0)
    guard search.found > 0, search.work <= RowPlacer.limit else { return }
    for (index, row) in open.enumerated() {
      grid.placements[row] = Placements(
        search.options[index].indices.filter { search.isUsed[index][$0] }.map { search.options[index][$0] })
    }
  }

  /// The rows whose code no other code goes on, in order.
  private var leaves: [Int] {
    var stems: Set<Int64> = []
    for entry in entries {
      guard let code = table.entries[entry].row.code, code.isAccount, code.digits > 3 else { continue }
      stems.insert(code.value / 100)
      if code.digits == 7 { stems.insert(code.value / 10_000) }
    }
    return rows.indices.filter { row in table.entries[entries[row]].row.code.map { !stems.contains($0.value) } ?? true }
  }
}

/// Looks for the placements of several rows with which their columns add to given totals.
///
/// A branch is left as soon as what is left of some total is more than the rows to come can add
/// to it, or less than they must.
private struct TotalSearch {
  /// The placements of each row, and its amounts.
  let options: [Placements]
  let values: [[Int64]]
  /// By how much a column may miss its total.
  let slack: Int64
  /// What is left of each total.
  private var rest: [Int64]
  /// For each row and column, the least and the most that it and the rows behind it add.
  private var bounds: [(least: Int64, most: Int64)]
  /// Which placements stand in some solution.
  private(set) var isUsed: [[Bool]]
  /// The solutions found, and the steps taken.
  private(set) var found = 0
  private(set) var work = 0
  private var choice: [Int] = []

  init(options: [Placements], values: [[Int64]], slack: Int64, rest: [Int64]) {
    self.options = options
    self.values = values
    self.slack = slack
    self.rest = rest
    isUsed = options.map { Array(repeating: false, count: $0.count) }
    let width = rest.count
    bounds = Array(repeating: (0, 0), count: width * (options.count + 1))
    for row in options.indices.reversed() {
      for column in 0..<width {
        var least = Int64.max
        var most = Int64.min
        for placement in options[row] {
          let value = placement[column].map { values[row][$0] } ?? 0
          least = min(least, value)
          most = max(most, value)
        }
        let behind = bounds[(row + 1) * width + column]
        bounds[row * width + column] = (behind.least + least, behind.most + most)
      }
    }
  }

  /// Tries the placements of the rows from `row` on.
  mutating func run(_ row: Int) {
    work += 1
    if work > RowPlacer.limit || found >= 64 { return }
    if row == options.count {
      found += 1
      for (index, option) in choice.enumerated() { isUsed[index][option] = true }
      return
    }
    for option in 0..<options[row].count {
      let placement = options[row][option]
      if take(placement, of: row, factor: 1) {
        choice.append(option)
        run(row + 1)
        choice.removeLast()
      }
      _ = take(placement, of: row, factor: -1)
    }
  }

  /// Takes the amounts of a row from what is left; whether the rows behind it can add up to that.
  private mutating func take(_ placement: Placement, of row: Int, factor: Int64) -> Bool {
    var fits = true
    let next = (row + 1) * rest.count
    for column in rest.indices {
      if let amount = placement[column] { rest[column] -= values[row][amount] * factor }
      let bound = bounds[next + column]
      if rest[column] < bound.least - slack || rest[column] > bound.most + slack { fits = false }
    }
    return fits
  }
}
