import DisclosureText

/// How well the rows obey the sums between columns.
extension ColumnGridReader {
  /// Counts the rows that obey each column's sum.
  func count(_ grid: inout ColumnGrid) {
    let sums = grid.forest.sums
    if !sums.isEmpty { grid.support = Array(filledWith: ColumnGrid.Support(), count: grid.forest.parents.count) }
    for sum in sums {
      let slack = tolerance * Int64(sum.children.count + 1)
      for row in rows.indices where !grid.placements[row].isEmpty {
        let placement = grid.placements[row][0]
        guard let own = placement[sum.column] else { continue }
        var parts: Int64 = 0
        for child in sum.children { if let amount = placement[child] { parts += value(row, amount) } }
        let whole = value(row, own)
        if whole == 0, parts == 0 { continue }
        if abs(whole - parts) <= slack {
          grid.support[sum.column].holds += 1
        } else {
          grid.support[sum.column].breaks += 1
        }
      }
    }
    guard let change = grid.forest.change else { return }
    for row in rows.indices where !grid.placements[row].isEmpty {
      let placement = grid.placements[row][0]
      guard let amount = placement[change.amount], value(row, amount) != 0 else { continue }
      let earlier = placement[change.earlier].map { value(row, $0) } ?? 0
      let later = placement[change.later].map { value(row, $0) } ?? 0
      if abs(later - earlier - value(row, amount)) <= tolerance * 3 {
        grid.changes.holds += 1
      } else {
        grid.changes.breaks += 1
      }
    }
  }
}
