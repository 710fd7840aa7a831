/// The columns of a list of rows and where the amounts of each row stand in them.
struct ColumnGrid {
  var forest: ColumnForest
  /// For each row the placements that cannot be told apart; none where the row does not fit.
  var placements: [Placements]
  /// How many rows obey each column's sum, and how many do not.
  var holds: [Int] = []
  var breaks: [Int] = []
  /// The same for the columns of changes.
  var changes = (holds: 0, breaks: 0)
}
