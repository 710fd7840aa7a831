import DisclosureSyntax

/// The row of the three public expenses: nothing but its own sums tells its columns.
extension TableBuilder {
  /// The orders in use, each column with the one it is part of: abroad, vehicles with 小计, buying and
  /// running, reception; reception before vehicles; vehicles first.
  private static let orders = [[-1, 0, 0, 2, 2, 0], [-1, 0, 0, 0, 3, 3], [-1, 0, 1, 1, 0, 0]]

  /// What some tables show beside the three public expenses.
  private static let others = ["运行经费", "运转经费", "会议", "培训", "机关"].map { Array($0.utf16) }

  /// The columns of a table with one full row, once or for budget and final figure, in the order whose sums
  /// the row obeys, but for a slip; nil where none is so or more than one.
  func publicExpenseGrid(_ printed: [Int]) -> ColumnGrid? {
    guard table.kind == .threePublic, printed.count == 1, let row = printed.first,
      case let cells = table.entries[row].cells, cells.count == 6 || cells.count == 12,
      !Self.others.contains(where: { table.head.contains($0) })
    else { return nil }
    let amounts = cells.map { value($0) }
    var best: ColumnForest?
    var fewest = Int.max
    var isAlone = true
    let hasBoth = table.head.contains(HeadWords.budget) && table.head.contains(HeadWords.final)
    for parents in Self.layouts(cells.count, hasBoth: hasBoth) {
      let forest = ColumnForest(parents: parents)
      let (holds, breaks) = check(forest, amounts)
      guard breaks <= cells.count / 6, holds >= cells.count / 6, breaks <= fewest else { continue }
      isAlone = breaks < fewest
      (best, fewest) = (forest, breaks)
    }
    guard let best, isAlone || fewest == 0 else { return nil }
    var grid = ColumnGrid(forest: best, placements: [Placements(Placement.filled(cells.count))])
    grid.holds = Array(repeating: 5, count: cells.count)
    grid.breaks = Array(repeating: 0, count: cells.count)
    return grid
  }

  /// The orders for one set of columns; for two, one behind the other or each column beside its like.
  ///
  /// Where budget and final figure stand beside each other, six are what is left of twelve.
  private static func layouts(_ width: Int, hasBoth: Bool) -> [[Int]] {
    let halves = [[-1, 0, 0, -1, 3, 3]]
    if width == 6 { return hasBoth ? halves : orders + halves }
    let behind = orders.map { $0 + $0.map { $0 < 0 ? -1 : $0 + 6 } }
    let beside = orders.map { order in order.flatMap { [$0 < 0 ? -1 : $0 * 2, $0 < 0 ? -1 : $0 * 2 + 1] } }
    return behind + beside
  }

  /// How many sums of amounts above zero the row obeys, and how many it does not.
  private func check(_ forest: ColumnForest, _ amounts: [Int64]) -> (holds: Int, breaks: Int) {
    var (holds, breaks) = (0, 0)
    for sum in forest.sums {
      let miss = amounts[sum.column] - sum.children.reduce(0) { $0 + amounts[$1] }
      // What rounding to two decimals leaves.
      let isMissed = abs(miss) > 50 * Int64(sum.children.count + 1)
      if isMissed { breaks += 1 } else if amounts[sum.column] != 0 { holds += 1 }
    }
    return (holds, breaks)
  }
}
