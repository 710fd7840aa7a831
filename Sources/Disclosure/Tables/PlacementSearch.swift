/// Goes through the placements that keep the amounts of a row in order, from the one that fills the first columns to
/// the one that fills the last.
struct PlacementSearch {
  /// The number of amounts.
  private let count: Int
  private let columns: Int
  /// Whether the first column is the total of the row, which is never blank.
  private let hasTotal: Bool
  /// The amounts that have a column, and the column of each of them.
  private var placed = 0
  private var taken = SIMD32<Int8>(repeating: 0)
  private var placement = Placement()
  /// The steps taken.
  private var work = 0

  /// Prepares to place `count` amounts in `columns`.
  init(count: Int, columns: Int, hasTotal: Bool) {
    self.count = count
    self.columns = columns
    self.hasTotal = hasTotal
  }

  /// Whether the search was not given up.
  var isComplete: Bool { work <= RowPlacer.limit }

  /// The next placement; nil behind the last one, and where the search takes more than ``RowPlacer/limit`` steps.
  mutating func next() -> Placement? {
    if work == 0 {
      work = 1
      if count == 0 { return placement }
    }
    // The last amount goes on to the column behind its own; the first time there is none.
    var column = placed > 0 ? takeBack() + 1 : 0
    while count > 0, isComplete {
      let last = placed == 0 && hasTotal ? 0 : columns - (count - placed)
      if column <= last {
        placement[column] = placed
        taken[placed] = Int8(truncatingIfNeeded: column)
        placed += 1
        column += 1
        work += 1
        if placed == count { return isComplete ? placement : nil }
      } else if placed > 0 {
        column = takeBack() + 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// Takes the last amount out of its column, and gives that.
  private mutating func takeBack() -> Int {
    placed -= 1
    let column = Int(taken[placed])
    placement[column] = nil
    return column
  }
}
