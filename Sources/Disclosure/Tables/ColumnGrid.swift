/// The columns of a list of rows and where the amounts of each row stand in them.
struct ColumnGrid {
  var forest: ColumnForest
  /// For each row the placements that cannot be told apart; none where the row does not fit.
  var placements: [Placements]
  /// How many rows obey each column's sum, and how many do not.
  var holds: [Int] = []
  var breaks: [Int] = []

  /// Whether a row has one amount in a column whatever placement is right: the amount's index.
  func certain(_ row: Int, _ column: Int) -> Int?? {
    let placements = placements[row]
    guard !placements.isEmpty else { return .none }
    let amount = placements[0][column]
    for other in 1..<max(1, placements.count) where placements[other][column] != amount { return .none }
    return .some(amount)
  }
}
