import DisclosureSyntax
import DisclosureText

/// Chooses between placements by the totals of the columns.
extension ColumnGridReader {
  /// Where rows are ambiguous, keeps the placements with which the columns add to the total, or to the first
  /// full row where no row is called so.
  func settleByTotals(_ grid: inout ColumnGrid) {
    let width = grid.forest.parents.count
    let ambiguous = grid.placements.count { $0.count > 1 }
    guard ambiguous > 0, ambiguous <= 60, width > 1 else { return }
    for total in totals(width) where settle(&grid, by: amounts[rows[total]]) { return }
  }

  /// The rows that may be the sum of the others.
  private func totals(_ width: Int) -> ArraySlice<Int> {
    let full = rows.indices.kept { rows[$0].count == width }
    let named = full.filter { isTotal($0) }
    return named.isEmpty ? full.prefix(1) : named.prefix(2)
  }

  /// Whether no column but the first refutes that it is the sum of rows.
  func addsUp(_ grid: ColumnGrid) -> Bool {
    for row in totals(grid.forest.parents.count) {
      let total = amounts[rows[row]]
      let items = items(grid, of: total)
      let slack = tolerance * Int64(items.count + 1)
      var rest = total.map(\.value)
      for item in items {
        guard let placement = grid.placements[item].first else { continue }
        for column in rest.indices { if let amount = placement[column] { rest[column] -= value(item, amount) } }
      }
      if abs(rest[0]) <= slack { return rest.allSatisfy { abs($0) <= slack } }
    }
    return true
  }

  /// The rows that are single items of a total: only these add up to it.
  private func items(_ grid: ColumnGrid, of total: ArraySlice<Amount>) -> [Int] {
    leaves.kept { row in
      !grid.placements[row].isEmpty && !isSum(row)
        && !amounts[rows[row]].lazy.map(\.value).elementsEqual(total.lazy.map(\.value))
    }
  }

  /// Keeps the placements with which the columns add to `total`; whether its first column is the sum of rows.
  private func settle(_ grid: inout ColumnGrid, by total: ArraySlice<Amount>) -> Bool {
    let width = total.count
    let totals = total.map(\.value)
    let items = items(grid, of: total)
    let slack = tolerance * Int64(items.count + 1)
    let first = items.reduce(Int64(0)) { $0 + value($1, 0) }
    guard abs(first - totals[0]) <= slack else { return false }
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
    guard !open.isEmpty else { return true }
    func solutions(_ slack: Int64) -> TotalSearch? {
      var search = TotalSearch(
        options: open.map { grid.placements[$0] }, values: open.map { amounts[rows[$0]].map(\.value) }, slack: slack,
        rest: remaining)
      search.run()
      return search.found > 0 && search.isComplete ? search : nil
    }
    // Where nothing is lost by rounding in the first column, nothing is in the others.
    guard let search = (first == totals[0] ? solutions(0) : nil) ?? solutions(slack) else { return true }
    for (index, row) in open.enumerated() {
      grid.placements[row] = Placements(
        grid.placements[row].indices.filter { search.isUsed(index, $0) }.map { grid.placements[row][$0] })
    }
    return true
  }

  /// Whether the words of a row say that it is the sum of others.
  private func isSum(_ row: Int) -> Bool {
    let role = all[entries[row]].role
    return role == .total || role == .grandTotal
  }

  /// The rows whose code no other code goes on, in order.
  private var leaves: [Int] {
    var stems = AmountCounts(capacity: entries.count)
    for entry in entries {
      guard let code = all[entry].row.code, code.isAccount, code.digits > 3 else { continue }
      stems.add(code.value / 100)
      if code.digits == 7 { stems.add(code.value / 10_000) }
    }
    return rows.indices.kept { row in all[entries[row]].row.code.map { stems[$0.value] == 0 } ?? true }
  }
}
