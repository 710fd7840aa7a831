import DisclosureSyntax
import DisclosureText

/// The row of the three public expenses: nothing but its own sums tells its columns.
extension TableBuilder {
  /// The orders in use, each column with the one it is part of: abroad, vehicles with 小计, buying and
  /// running, reception; reception before vehicles; vehicles first.
  private static let orders = [[-1, 0, 0, 2, 2, 0], [-1, 0, 0, 0, 3, 3], [-1, 0, 1, 1, 0, 0]]

  /// What some tables show beside the three public expenses.
  private static let others = ["运行经费", "运转经费", "会议", "培训", "机关"].map { Array($0.utf16) }

  /// Whether the head names more than the three public expenses.
  var namesOthers: Bool { Self.others.contains { table.head.contains($0) } }

  /// The columns of a table with one row, once or for budget and final figure, in the order whose sums the row
  /// obeys, but for a slip; nil where none is so or more than one and the head does not tell.
  func publicExpenseGrid(_ printed: [Int]) -> ColumnGrid? {
    guard table.kind == .threePublic, table.expenses.isEmpty, let row = printed.first, areRepetitions(printed),
      case let cells = table.entries[row].cells,
      !namesOthers
    else { return nil }
    let amounts = cells.map { value($0) }
    var best: ColumnForest?
    var fewest = Int.max
    var isAlone = true
    let hasBoth = table.head.contains(HeadWords.budget) && table.head.contains(HeadWords.final)
    let named = namedOrders
    if hasBoth, (7...11).contains(cells.count) { return thinnedGrid(printed, amounts) }
    let isKnown = cells.count == 6 || cells.count == 12
    var all = isKnown ? layouts(cells.count, hasBoth: hasBoth, named) : []
    if isKnown, named != nil, !all.contains(where: { obeys($0, amounts) }) {
      // A row that obeys another order than that of the head was printed in that.
      let exact = layouts(cells.count, hasBoth: hasBoth, nil).filter { obeys($0, amounts) }
      if !exact.isEmpty { all = exact }
    }
    for parents in all {
      let forest = ColumnForest(parents: parents)
      let (holds, breaks) = check(forest, amounts)
      let isNear = breaks <= cells.count / 6 && holds >= cells.count / 6
      let isSlip = breaks > 0 && isOneSlip(forest, amounts)
      // What one slip explains goes before what none does.
      let rank = breaks == 0 || isSlip ? breaks : breaks + cells.count
      // A head that names more columns than the row has amounts does not tell which are blank.
      if breaks > 0, let head = expenseHead, head.columns.count > cells.count { continue }
      guard isNear || named != nil && breaks <= 2 && isSlip, rank <= fewest else { continue }
      isAlone = rank < fewest
      (best, fewest) = (forest, rank)
    }
    guard let best, isAlone || fewest == 0 else { return nil }
    let filled = Placements(Placement.filled(cells.count))
    var grid = ColumnGrid(forest: best, placements: printed.map { _ in filled })
    grid.support = Array(filledWith: ColumnGrid.Support(holds: 5), count: cells.count)
    return grid
  }

  /// The columns of a row whose empty cells have vanished, budget beside final figure, where all sums hold, or where
  /// the change of one amount makes them hold.
  ///
  /// The order of most tables goes before those whose head names it, for that is in fragments.
  private func thinnedGrid(_ printed: [Int], _ amounts: [Int64]) -> ColumnGrid? {
    let row = amounts.enumerated().map { index, value in
      ColumnGridReader.Amount(value: value, index: index, edges: (0, 0), field: -1)
    }
    let placers = Self.orders.map { order in
      RowPlacer(forest: ColumnForest(parents: Self.beside(order)), tolerance: 100, scale: 10_000)
    }
    // A row with a slip has the order that the head names, or that of most tables.
    let first = namedOrders.flatMap { $0.first.flatMap(Self.orders.firstIndex) } ?? 0
    let isSlip = !placers.contains { $0.isClean(row[...]) }
    for (order, placer) in zip(Self.orders, placers) {
      guard isSlip ? order == Self.orders[first] && alternates : placer.isClean(row[...]) else { continue }
      let forest = ColumnForest(parents: Self.beside(order))
      let placements = placer.placements(row[...])
      // Of each set at least the total is divided.
      guard !placements.isEmpty, placements.allSatisfy({ $0[0] != nil && $0[1] != nil }),
        placer.rowSums(placements[0]).count >= 4
      else {
        continue
      }
      var grid = ColumnGrid(forest: forest, placements: printed.map { _ in placements })
      grid.support = Array(filledWith: ColumnGrid.Support(holds: 5), count: forest.parents.count)
      return grid
    }
    return nil
  }

  /// Whether the head has 预算数 and 决算数 by turns.
  private var alternates: Bool {
    let pair = HeadWords.budget + HeadWords.final
    return table.head.contains(pair + pair + pair)
  }

  /// An order with two columns for each of its own.
  private static func beside(_ order: [Int]) -> [Int] {
    order.flatMap { [$0 < 0 ? -1 : $0 * 2, $0 < 0 ? -1 : $0 * 2 + 1] }
  }

  /// Whether rows have the amounts of the first, as that of a department's only unit has those of the total.
  private func areRepetitions(_ rows: [Int]) -> Bool {
    guard let first = rows.first, rows.count <= 3 else { return false }
    let amounts = table.entries[first].cells.map { value($0) }
    return rows.dropFirst().allSatisfy { table.entries[$0].cells.map { value($0) } == amounts }
  }

  /// The order in which the head names the expenses, or those that it may be; nil where it is in fragments.
  private var namedOrders: [[Int]]? {
    let words = table.head.words
    guard let abroad = words.position(of: Self.abroad, from: 0), let car = words.position(of: Self.car, from: 0),
      let reception = words.position(of: Self.reception, from: 0)
    else { return nil }
    if abroad < car, car < reception { return [Self.orders[0]] }
    if abroad < reception, reception < car { return [Self.orders[1]] }
    guard car < abroad, car < reception else { return nil }
    // What stands over several columns is printed above its neighbours, wherever it stands.
    return expenseHead?.hasCarsAbove ?? false ? [Self.orders[0], Self.orders[1]] : [Self.orders[2]]
  }

  private static let abroad = Array("出国".utf16)
  private static let car = Array("用车".utf16)
  private static let reception = Array("接待".utf16)

  /// Leaves the rows open whose amounts may be of the others alone that stand beside the three public expenses: so few
  /// that they fit into the columns of those, and no sum of the three.
  func leaveOthers(_ grid: inout ColumnGrid, _ printed: [Int]) {
    let forest = grid.forest
    guard table.kind == .threePublic, namesOthers, forest.hasTotal else { return }
    let others = forest.parents.indices.count { $0 > 0 && forest.parents[$0] < 0 }
    for (position, row) in printed.enumerated() where table.entries[row].cells.count <= others {
      guard let placement = grid.placements[position].first else { continue }
      let amounts = forest.parents.indices.map { column in
        placement[column].map { value(table.entries[row].cells.lowerBound + $0) } ?? 0
      }
      if check(forest, amounts).breaks > 0 { grid.placements[position] = Placements() }
    }
  }

  /// Whether the change of one amount would make all sums hold.
  func isOneSlip(_ forest: ColumnForest, _ amounts: [Int64]) -> Bool {
    amounts.indices.contains { index in
      forest.sums.contains { sum in
        guard sum.column == index || sum.children.contains(index) else { return false }
        let miss = amounts[sum.column] - sum.children.reduce(0) { $0 + amounts[$1] }
        var mended = amounts
        mended[index] += sum.column == index ? -miss : miss
        return miss != 0 && mended[index] >= 0 && check(forest, mended).breaks == 0
      }
    }
  }

  /// The orders for one set of columns; for two, one behind the other or each column beside its like.
  ///
  /// Where budget and final figure stand beside each other, six are what is left of twelve.
  private func layouts(_ width: Int, hasBoth: Bool, _ named: [[Int]]?) -> [[Int]] {
    let orders = named ?? Self.orders
    let halves = [[-1, 0, 0, -1, 3, 3]]
    if width == 6 { return hasBoth ? halves : orders + halves }
    let behind = orders.map { $0 + $0.map { $0 < 0 ? -1 : $0 + 6 } }
    return behind + orders.map(Self.beside)
  }

  /// Whether a row obeys all sums of an order.
  private func obeys(_ parents: [Int], _ amounts: [Int64]) -> Bool {
    let (holds, breaks) = check(ColumnForest(parents: parents), amounts)
    return breaks == 0 && holds >= amounts.count / 3
  }

  /// How many sums of amounts above zero the row obeys, and how many it does not.
  func check(_ forest: ColumnForest, _ amounts: [Int64]) -> (holds: Int, breaks: Int) {
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
