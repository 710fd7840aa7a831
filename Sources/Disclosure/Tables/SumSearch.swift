import DisclosureText

/// Looks for the choices of several rows with which some columns add to given amounts.
///
/// Rows that can stand in one way only are taken first, the others from the one with the largest
/// amounts on: what is left of a column then soon shows that a choice was wrong.
struct SumSearch {
  /// What each row may add to each column, row by row.
  private var options: [[[Int64]]]
  /// Where each row stands among those that were given.
  private var order: [Int]
  /// By how much a column may miss its sum.
  private let slack: Int64
  /// What is left of each sum.
  private var rest: [Int64]
  /// The least and the most that the rows from each one on add to each column.
  private var least: [[Int64]] = []
  private var most: [[Int64]] = []
  private var choice: [Int] = []
  /// For each row which of its options stand in some solution.
  private(set) var isUsed: [[Bool]]
  /// The solutions found.
  private(set) var found = 0
  /// The steps that may still be taken.
  private(set) var budget: Int

  /// Prepares to look for sums of `totals`.
  init(_ options: [[[Int64]]], totals: [Int64], slack: Int64, budget: Int) {
    self.options = options
    self.slack = slack
    self.budget = budget
    rest = totals
    isUsed = options.map { Array(filledWith: false, count: $0.count) }
    var free: [(row: Int, size: Int64)] = []
    for (row, own) in options.enumerated() {
      if own.count == 1 {
        for column in totals.indices { rest[column] -= own[0][column] }
        isUsed[row][0] = true
      } else {
        free.append((row, own.reduce(0) { Swift.max($0, $1.reduce(0) { Swift.max($0, abs($1)) }) }))
      }
    }
    order = free.sorted { ($0.size, $1.row) > ($1.size, $0.row) }.map(\.row)
    least = Array(filledWith: Array(filledWith: 0, count: totals.count), count: order.count + 1)
    most = least
    for position in order.indices.reversed() {
      for column in totals.indices {
        let amounts = options[order[position]].map { $0[column] }
        least[position][column] = least[position + 1][column] + (amounts.min() ?? 0)
        most[position][column] = most[position + 1][column] + (amounts.max() ?? 0)
      }
    }
  }

  /// Looks for solutions; whether all were found within the budget.
  mutating func run() -> Bool {
    search(0)
    return budget > 0 && found > 0 && found < Self.limit
  }

  private static let limit = 64

  private mutating func search(_ position: Int) {
    budget -= 1
    guard budget > 0, found < Self.limit, isOpen(position) else { return }
    if position == order.count {
      found += 1
      for (position, option) in choice.enumerated() { isUsed[order[position]][option] = true }
      return
    }
    let row = order[position]
    for option in options[row].indices {
      for column in rest.indices { rest[column] -= options[row][option][column] }
      choice.append(option)
      search(position + 1)
      choice.removeLast()
      for column in rest.indices { rest[column] += options[row][option][column] }
    }
  }

  /// Whether the rows from `position` on may still make up what is left.
  private func isOpen(_ position: Int) -> Bool {
    rest.indices.allSatisfy {
      rest[$0] >= least[position][$0] - slack && rest[$0] <= most[position][$0] + slack
    }
  }
}
