/// A table before it is printed.
struct Table: Sendable {
  /// A column, with its name and the names of the headings over it, the widest first.
  struct Column: Sendable {
    /// What stands in a column.
    enum Role: Sendable { case code, name, lineNumber, amount, text }

    var path: [String]
    var role: Role
  }

  /// One row: words, figures, or nothing where the cell is empty.
  typealias Row = [Passage?]

  /// What the table is.
  var kind: PrintedTable.Kind
  /// What stands above it, one line each: number, title, name of the department and unit.
  var captions: [Passage]
  /// Its columns from left to right.
  var columns: [Column]
  /// Whether the numbers of the columns stand below their names, as in final accounts.
  var numbersColumns = false
  /// What stands below the names of the columns in place of a number, by column: 1=2+3.
  var columnFormulas: [Int: String] = [:]
  /// Whether it goes on with the table above it.
  var isContinuation = false
  /// The rows, each as long as the columns.
  var rows: [Row] = []
  /// What stands below it.
  var notes: [Passage] = []
}

extension Table {
  /// The lines of the header: for every depth the name over each column, nil where the name
  /// to the left goes on or the name above reaches down.
  var header: [[String?]] {
    let depth = columns.map(\.path.count).max() ?? 1
    return (0..<depth).map { level in
      columns.indices.map { index in
        let path = columns[index].path
        guard level < path.count else { return nil }
        return index > 0 && isUnderOneName(index - 1, index, at: level) ? nil : path[level]
      }
    }
  }

  /// Whether one name at `level` stands over both columns.
  private func isUnderOneName(_ left: Int, _ right: Int, at level: Int) -> Bool {
    let (left, right) = (columns[left].path, columns[right].path)
    return min(left.count, right.count) > level + 1 && left[...level] == right[...level]
  }

  /// How many columns the name over column `index` at `level` spans.
  func span(at level: Int, from index: Int) -> Int {
    var end = index + 1
    while end < columns.count, isUnderOneName(index, end, at: level) { end += 1 }
    return end - index
  }

  /// The line of the numbers of the columns, which stand for nothing.
  var columnNumbers: Row {
    var number = 0
    var hasLabel = false
    return columns.enumerated().map { index, column in
      switch column.role {
      case .amount:
        number += 1
        return columnFormulas[index].map { "\($0)" } ?? "\(number)"
      case .name:
        if hasLabel, !columns.contains(where: { $0.role == .lineNumber }) { return nil }
        hasLabel = true
        return "栏次"
      case .code, .lineNumber, .text: return nil
      }
    }
  }
}
