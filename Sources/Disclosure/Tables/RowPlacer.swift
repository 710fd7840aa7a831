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
  private let children: [[Int]]
  /// The placement of a row that fills every column.
  private let identity: [Placement]
  private let memos: [(memo: Int, whole: Int)]

  init(forest: ColumnForest, tolerance: Int64) {
    self.forest = forest
    self.tolerance = tolerance
    children = forest.parents.indices.map { forest.children(of: $0) }
    identity = [forest.parents.indices.map { $0 }]
    memos = forest.memos.sorted().map { ($0, forest.parents[$0]) }
  }

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
    if values.count == columns { return identity }
    var options: [Option] = []
    var placement = Placement(repeating: nil, count: columns)
    var work = 0
    choose(0, 0, values, &placement, &options, &work)
    guard work <= Self.limit, let least = options.map(\.cost).min() else { return [] }
    if least < Self.broken { return options.filter { $0.cost == least }.map(\.placement) }
    let mendable = options.filter { $0.cost < Self.misplaced && isMendable($0.placement, values) }
    return mendable.map(\.placement)
  }

  /// Whether some placement of `values` satisfies every sum.
  func isClean(_ values: [Int64]) -> Bool {
    var options: [Option] = []
    var placement = Placement(repeating: nil, count: forest.parents.count)
    var work = 0
    choose(0, 0, values, &placement, &options, &work)
    return options.contains { $0.cost < Self.broken }
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
    for column in placement.indices where !children[column].isEmpty {
      var sum: Int64 = 0
      var filled: Int64 = 0
      for child in children[column] {
        guard let amount = placement[child] else { continue }
        sum += values[amount]
        filled += 1
      }
      guard let own = placement[column] else {
        if sum != 0 { cost += Self.misplaced }
        continue
      }
      if filled == 0 {
        if values[own] != 0 { cost += Self.misplaced }
        continue
      }
      let miss = abs(values[own] - sum)
      if miss == 0 { continue }
      cost += miss <= tolerance * (filled + 1) && filled > 1 ? 1 : Self.broken
    }
    for (memo, whole) in memos {
      guard let amount = placement[memo] else { continue }
      guard let total = placement[whole] else {
        cost += Self.misplaced
        continue
      }
      if values[amount] > values[total] { cost += Self.broken }
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
      let parts = children[column].compactMap { placement[$0] }
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
