/// Puts the amounts of a row into columns where empty cells have vanished.
///
/// Amounts keep their order. Of all ways the ones that satisfy the most sums are kept; where
/// none satisfies all, those that a change of one amount would mend, so that a wrong amount
/// does not shift its row.
///
/// A class only so that it is not copied for each placement that is tried.
final class RowPlacer {
  /// The amounts of a row.
  typealias Amounts = ArraySlice<ColumnGridReader.Amount>

  let tolerance: Int64
  let columns: Int
  private let sums: [ColumnForest.Sum]
  private let memos: [(memo: Int, whole: Int)]
  private let change: ColumnChange?
  /// What one unit is in the last place of the amounts.
  private let scale: Int64
  /// Whether the first column is the total of the row, which is never blank.
  let hasTotal: Bool

  init(forest: ColumnForest, tolerance: Int64, scale: Int64) {
    self.tolerance = tolerance
    self.scale = scale
    change = forest.change
    columns = forest.parents.count
    sums = forest.sums
    hasTotal = forest.hasTotal
    memos = forest.memos.map { ($0, forest.parents[$0]) }
  }

  /// The placements of `row` that cannot be told apart, best first; empty where none is
  /// plausible.
  ///
  /// - Complexity: O(C(*c*, *n*) · *c*) for *n* amounts in *c* columns, at most `limit` placements.
  func placements(_ row: Amounts) -> Placements {
    guard row.count <= columns else { return Placements() }
    if row.count == columns { return Placements(Placement.filled(columns)) }
    var best = Placements()
    var least = Self.broken
    var search = PlacementSearch(count: row.count, columns: columns, hasTotal: hasTotal)
    while let placement = search.next() {
      let cost = cost(placement, row)
      if cost > least || cost == Self.broken { continue }
      if cost < least {
        best.removeAll()
        least = cost
      }
      best.append(placement)
    }
    guard search.isComplete else { return Placements() }
    return best.isEmpty ? mendablePlacements(row) : best
  }

  /// The placements of `row` that a change of one amount would mend.
  private func mendablePlacements(_ row: Amounts) -> Placements {
    var mendable = Placements()
    var search = PlacementSearch(count: row.count, columns: columns, hasTotal: hasTotal)
    while let placement = search.next() {
      if cost(placement, row) < Self.misplaced, isMendable(placement, row) { mendable.append(placement) }
    }
    return mendable
  }

  /// Whether some placement of `row` satisfies every sum.
  func isClean(_ row: Amounts) -> Bool {
    var search = PlacementSearch(count: row.count, columns: columns, hasTotal: hasTotal)
    while let placement = search.next() {
      if cost(placement, row) < Self.broken { return true }
    }
    return false
  }

  /// The most steps of a search.
  static let limit = 6_000
  static let broken = 100
  static let misplaced = 10_000

  private func cost(_ placement: Placement, _ row: Amounts) -> Int {
    func value(_ amount: Int) -> Int64 { row[row.startIndex + amount].value }
    var cost = 0
    for tie in sums {
      var sum: Int64 = 0
      var filled: Int64 = 0
      for child in tie.children {
        guard let amount = placement[child] else { continue }
        sum += value(amount)
        filled += 1
      }
      guard let own = placement[tie.column] else {
        if sum != 0 { cost += Self.misplaced }
        continue
      }
      if filled == 0 {
        if value(own) != 0 { cost += Self.misplaced }
        continue
      }
      let miss = abs(value(own) - sum)
      if miss == 0 { continue }
      cost += miss <= tolerance * (filled + 1) && filled > 1 ? 1 : Self.broken
    }
    for (memo, whole) in memos {
      guard let amount = placement[memo] else { continue }
      guard let total = placement[whole] else {
        cost += Self.misplaced
        continue
      }
      if value(amount) > value(total) { cost += Self.broken }
    }
    return cost + changeCost(placement, row)
  }

  /// What it costs that the columns of changes say something else than the amounts.
  private func changeCost(_ placement: Placement, _ row: Amounts) -> Int {
    guard let change else { return 0 }
    func value(_ column: Int) -> Int64? { placement[column].map { row[row.startIndex + $0].value } }
    let (earlier, later) = (value(change.earlier) ?? 0, value(change.later) ?? 0)
    let amount = value(change.amount) ?? 0
    var cost = 0
    let miss = abs(later - earlier - amount)
    if miss > 0 { cost += miss <= tolerance * 3 ? 1 : Self.broken }
    guard let rate = change.rate else { return cost }
    if let rate = value(rate) {
      if !ColumnChange.isRate(rate, of: later - earlier, on: earlier, scale: scale) { cost += Self.broken }
    } else if amount != 0, earlier != 0 {
      cost += Self.broken / 2
    }
    return cost
  }

  /// Whether one amount, changed, would satisfy every sum.
  private func isMendable(_ placement: Placement, _ row: Amounts) -> Bool {
    func value(_ amount: Int) -> Int64 { row[row.startIndex + amount].value }
    let broken = rowSums(placement).filter { sum in
      let miss = abs(value(sum.total) - sum.parts.reduce(0) { $0 + value($1) })
      return miss > (sum.parts.count > 1 ? tolerance * Int64(sum.parts.count + 1) : 0)
    }
    guard let first = broken.first else { return true }
    return ([first.total] + first.parts).contains { suspect in
      var required: Int64?
      for sum in broken {
        let parts = sum.parts.reduce(0) { $0 + value($1) }
        let needed: Int64
        if sum.total == suspect {
          needed = parts
        } else if sum.parts.contains(suspect) {
          needed = value(sum.total) - (parts - value(suspect))
        } else {
          return false
        }
        if let required, abs(required - needed) > tolerance * 4 { return false }
        required = needed
      }
      return (required ?? 0) >= 0
    }
  }

  /// The sums that a placement asserts, by the indices of the amounts.
  func rowSums(_ placement: Placement) -> [RowSum] {
    var result: [RowSum] = sums.compactMap { sum in
      guard let own = placement[sum.column] else { return nil }
      let parts = sum.children.compactMap { placement[$0] }
      return parts.isEmpty ? nil : RowSum(total: own, parts: parts)
    }
    if let change, let sum = RowSum(change, placement) { result.append(sum) }
    return result
  }
}
