/// One way to put the amounts of a row into columns: for each column the amount's index.
package typealias Placement = [Int?]

/// Puts the amounts of a row into columns where empty cells have vanished.
///
/// Amounts keep their order. Of all ways the ones that satisfy the most sums are kept; where
/// none satisfies all, those that a change of one amount would mend, so that a wrong amount
/// does not shift its row.
struct RowPlacer {
  let forest: ColumnForest
  let tolerance: Int64

  private struct Option {
    var placement: Placement
    var cost: Int
  }

  /// The placements of `values` that cannot be told apart, best first; empty where none is
  /// plausible.
  ///
  /// - Complexity: O(C(*c*, *n*) · *c*) for *n* amounts in *c* columns, at most `limit` placements.
  func placements(_ values: [Int64]) -> [Placement] {
    let columns = forest.parents.count
    guard values.count <= columns else { return [] }
    if values.count == columns { return [(0..<columns).map { $0 }] }
    var options: [Option] = []
    var placement = Placement(repeating: nil, count: columns)
    var work = 0
    choose(0, 0, values, &placement, &options, &work)
    guard work <= Self.limit, let least = options.map(\.cost).min() else { return [] }
    if least < Self.broken { return options.filter { $0.cost == least }.map(\.placement) }
    let mendable = options.filter { $0.cost < Self.misplaced && isMendable($0.placement, values) }
    return mendable.map(\.placement)
  }

  static let limit = 6_000
  static let broken = 100
  static let misplaced = 10_000

  private func choose(
    _ amount: Int, _ column: Int, _ values: [Int64], _ placement: inout Placement, _ options: inout [Option],
    _ work: inout Int
  ) {
    work += 1
    if work > Self.limit { return }
    if amount == values.count {
      options.append(Option(placement: placement, cost: cost(placement, values)))
      return
    }
    // The first column is the total of the row; it is never blank.
    let last = amount == 0 ? 0 : forest.parents.count - (values.count - amount)
    guard column <= last else { return }
    for at in column...last {
      placement[at] = amount
      choose(amount + 1, at + 1, values, &placement, &options, &work)
      placement[at] = nil
    }
  }

  private func cost(_ placement: Placement, _ values: [Int64]) -> Int {
    var cost = 0
    for column in placement.indices {
      let children = forest.children(of: column)
      let filled = children.compactMap { placement[$0] }
      if let own = placement[column] {
        if children.isEmpty { continue }
        if filled.isEmpty {
          if values[own] != 0 { cost += Self.misplaced }
          continue
        }
        let miss = abs(values[own] - filled.reduce(0) { $0 + values[$1] })
        if miss == 0 { continue }
        cost += miss <= tolerance * Int64(filled.count + 1) && filled.count > 1 ? 1 : Self.broken
      } else if filled.contains(where: { values[$0] != 0 }) {
        cost += Self.misplaced
      }
    }
    for memo in forest.memos {
      guard let amount = placement[memo] else { continue }
      guard let whole = placement[forest.parents[memo]] else {
        cost += Self.misplaced
        continue
      }
      if values[amount] > values[whole] { cost += Self.broken }
    }
    return cost
  }

  /// Whether one amount, changed, would satisfy every sum.
  private func isMendable(_ placement: Placement, _ values: [Int64]) -> Bool {
    let broken = sums(placement).filter { sum in
      let miss = abs(values[sum.total] - sum.parts.reduce(0) { $0 + values[$1] })
      return miss > (sum.parts.count > 1 ? tolerance * Int64(sum.parts.count + 1) : 0)
    }
    guard let first = broken.first else { return true }
    return ([first.total] + first.parts).contains { suspect in
      var required: Int64?
      for sum in broken {
        let parts = sum.parts.reduce(0) { $0 + values[$1] }
        let needed: Int64
        if sum.total == suspect {
          needed = parts
        } else if sum.parts.contains(suspect) {
          needed = values[sum.total] - (parts - values[suspect])
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
  func sums(_ placement: Placement) -> [RowSum] {
    var result: [RowSum] = []
    for column in placement.indices {
      guard let own = placement[column] else { continue }
      let parts = forest.children(of: column).compactMap { placement[$0] }
      if !parts.isEmpty { result.append(RowSum(total: own, parts: parts)) }
    }
    return result
  }
}

/// A sum within one row: an amount and the amounts that add to it.
package struct RowSum: Hashable, Sendable {
  package var total: Int
  package var parts: [Int]
}
