/// The columns of a list of rows and where the amounts of each row stand in them.
struct ColumnGrid {
  var forest: ColumnForest
  /// For each row the placements that cannot be told apart; none where the row does not fit.
  var placements: [Placements]
  /// How many rows obey each column's sum, and how many do not; empty where no column is one.
  var support: [Support] = []
  /// The same for the columns of changes.
  var changes = Support()

  /// How many rows show that a sum holds, and how many that it does not.
  struct Support {
    var holds = 0
    var breaks = 0
  }

  /// How often a row does not obey the sum of a column.
  var breaks: Int { support.reduce(0) { $0 + $1.breaks } }
}
