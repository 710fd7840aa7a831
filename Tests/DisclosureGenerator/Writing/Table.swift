/// A table before it is printed.
struct Table: Sendable {
  /// One row: labels, figures, or nothing where the cell is empty.
  typealias Row = [Passage?]

  /// What stands above it, one line each: number, title, name of the department and unit.
  var captions: [Passage]
  /// The names of the columns.
  var header: [String]
  /// The rows, each as long as the header.
  var rows: [Row]
  /// What stands below it.
  var notes: [Passage] = []
}
