import DisclosureSyntax
import DisclosureText

/// Looks for the placements of several rows with which their columns add to given totals.
///
/// A branch is left as soon as what is left of some total is more than the rows to come can add
/// to it, or less than they must; the search ends when every placement stands in some solution.
struct TotalSearch {
  private let bounds: TotalBounds
  /// For each row, where its placements begin among all.
  private let starts: [Int]
  /// What is left of the total in each column before the first row, with room for what is left before the others.
  private let rest: [Int64]
  /// Which placements stand in some solution, and how many do not yet.
  private var isFound: [Bool]
  private var unfound: Int
  /// The solutions found, and the steps taken.
  private(set) var found = 0
  private(set) var work = 0

  init(options: [Placements], values: [[Int64]], slack: Int64, rest: [Int64]) {
    let width = rest.count
    self.rest = rest + Array(filledWith: 0, count: width * options.count)
    var starts = [0]
    var amounts: [Int64] = []
    for (row, placements) in options.enumerated() {
      starts.append(starts[row] + placements.count)
      for placement in placements {
        for column in rest.indices { amounts.append(placement[column].map { values[row][$0] } ?? 0) }
      }
    }
    bounds = TotalBounds(width: width, amounts: amounts, starts: starts, slack: slack)
    self.starts = starts
    isFound = Array(filledWith: false, count: starts[options.count])
    unfound = isFound.count
  }

  /// Whether the search saw every solution: what stands in none of them is ruled out.
  var isComplete: Bool { work <= RowPlacer.limit && found < Self.limit }

  private static let limit = 64

  /// Whether a placement of a row stands in some solution.
  func isUsed(_ row: Int, _ option: Int) -> Bool { isFound[starts[row] + option] }

  /// Tries the placements of all rows, of which there is one at least.
  mutating func run() {
    let (starts, bounds) = (starts, bounds)
    let (amounts, limits) = (bounds.amounts.span, bounds.limits.span)
    var (nexts, rests) = (Array(starts.dropLast()), rest)
    // For each row the placement that is tried next, and what is left before it.
    var next = nexts.mutableSpan
    var rest = rests.mutableSpan
    work = 1
    var row = 0
    while row >= 0 {
      let option = next[row]
      if option == starts[row + 1] {
        next[row] = starts[row]
        row -= 1
        continue
      }
      next[row] = option + 1
      guard TotalBounds.take(option, of: row, bounds.width, amounts, limits, from: &rest) else { continue }
      work += 1
      if work > RowPlacer.limit || found >= Self.limit || unfound == 0 { continue }
      if row + 1 < next.count {
        row += 1
      } else {
        found += 1
        for row in 0..<next.count { take(next[row] - 1) }
      }
    }
  }

  /// Takes down that a placement stands in a solution.
  private mutating func take(_ option: Int) {
    if isFound[option] { return }
    isFound[option] = true
    unfound -= 1
  }
}

/// How far the rows that are still to come can reach.
private struct TotalBounds {
  /// The number of columns.
  let width: Int
  /// What each placement puts into each column.
  let amounts: [Int64]
  /// For each row and column, the least and the most that may be left before the rows behind it.
  let limits: [(least: Int64, most: Int64)]

  init(width: Int, amounts: [Int64], starts: [Int], slack: Int64) {
    let rows = starts.count - 1
    var limits: [(least: Int64, most: Int64)] = Array(filledWith: (-slack, slack), count: width * (rows + 1))
    for row in (0..<rows).reversed() {
      for column in 0..<width {
        let own = (starts[row]..<starts[row + 1]).lazy.map { amounts[$0 * width + column] }
        let behind = limits[(row + 1) * width + column]
        limits[row * width + column] = (behind.least + (own.min() ?? 0), behind.most + (own.max() ?? 0))
      }
    }
    self.width = width
    self.amounts = amounts
    self.limits = limits
  }

  /// Takes what an option of a row puts into each column from what is left before it; whether the rows behind it
  /// may still make up the rest.
  @inline(__always)
  static func take(
    _ option: Int, of row: Int, _ width: Int, _ amounts: Span<Int64>, _ limits: Span<(least: Int64, most: Int64)>,
    from rest: inout MutableSpan<Int64>
  ) -> Bool {
    let (own, before, behind) = (option * width, row * width, (row + 1) * width)
    for column in 0..<width {
      // Every row has its width in each of the lists: nothing is out of bounds.
      let left = rest[unchecked: before &+ column] &- amounts[unchecked: own &+ column]
      let limit = limits[unchecked: behind &+ column]
      if left < limit.least || left > limit.most { return false }
      rest[unchecked: behind &+ column] = left
    }
    return true
  }
}
