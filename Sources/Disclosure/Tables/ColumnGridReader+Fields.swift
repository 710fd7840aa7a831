import DisclosureSyntax
import DisclosureText

/// Tables whose cells are told by marks or by their places in the lines.
extension ColumnGridReader {
  /// For each amount the column that its right edge belongs to, where the edges of all rows
  /// fall into as many groups as the longest row has amounts.
  func clusters() -> [Int]? {
    let longest = longest
    guard longest > 1, longest <= ColumnSet.limit else { return nil }
    for edge in [\Amount.edges.wide, \Amount.edges.narrow] {
      var borders: [Int32] = []
      var last = Int32.min / 2
      var widest: Int32 = 0
      var narrowest = Int32.max
      for place in amounts.map({ $0[keyPath: edge] }).sorted() {
        if place - last > 4 {
          if !borders.isEmpty { narrowest = min(narrowest, place - last) }
          borders.append(place)
        } else {
          widest = max(widest, place - borders[borders.count - 1])
        }
        last = place
      }
      guard borders.count == longest, widest <= 5, narrowest > widest else { continue }
      let found = amounts.map { amount in borders.lastIndex { $0 <= amount[keyPath: edge] } ?? 0 }
      let isDistinct = rows.allSatisfy { row in
        var seen = ColumnSet()
        for column in found[row] { seen.insert(column) }
        return seen.count == row.count
      }
      if isDistinct { return found }
    }
    return nil
  }

  /// Reads rows of which each amount's cell is known.
  func readFields(_ cells: [Int]) -> ColumnGrid? {
    // The rows with most amounts show the columns: what is blank there is blank everywhere.
    let longest = longest
    // One amount to a row is one column, wherever its cell is.
    if longest == 1 { return readRuns() }
    let cells = aligned(cells, longest)
    let last = cells.max() ?? 0
    var counts = [Int](filledWith: 0, count: last + 2)
    var isColumn = [Bool](filledWith: false, count: last + 2)
    for row in rows {
      for field in cells[row] {
        counts[field + 1] += 1
        if row.count == longest { isColumn[field + 1] = true }
      }
    }
    // The column of each cell; a cell that is not marked is numbered -1.
    var columnOf = [Int](filledWith: -1, count: last + 2)
    var width = 0
    for field in counts.indices where isColumn[field] || (counts[field] > 0 && counts[field] * 4 >= rows.count) {
      columnOf[field] = width
      width += 1
    }
    guard width <= ColumnSet.limit else { return nil }
    var samples = ColumnSamples(width: width, capacity: rows.count)
    var placements: [Placements] = []
    placements.reserveCapacity(rows.count)
    for row in rows {
      var placement = Placement()
      var fits = !row.isEmpty
      for (index, field) in cells[row].enumerated() {
        let column = columnOf[field + 1]
        // A zero in a column of nothing but zeros.
        if column < 0, amounts[row.lowerBound + index].value == 0 { continue }
        guard column >= 0, placement[column] == nil else {
          fits = false
          break
        }
        placement[column] = index
      }
      placements.append(fits ? Placements(placement) : Placements())
      if fits { samples.append { column in placement[column].map { amounts[row.lowerBound + $0].value } } }
    }
    var forest = bestForest(samples)
    forest.change = change(samples, forest)
    var grid = ColumnGrid(forest: forest, placements: placements)
    // A row that has parts without their total is no row of this table.
    let parts = forest.children(of: 0)
    for row in rows.indices where !parts.isEmpty {
      guard let placement = placements[row].first, placement[0] == nil else { continue }
      if parts.contains(where: { placement[$0].map { value(row, $0) != 0 } ?? false }) {
        grid.placements[row] = Placements()
      }
    }
    count(&grid)
    return grid
  }

  /// The cells, those of a row moved that fits the columns of the longest rows only so: a row
  /// that lost a cell before its first amount stands as a whole to the left.
  private func aligned(_ cells: [Int], _ longest: Int) -> [Int] {
    guard let base = commonCells(cells, longest) else { return cells }
    var result = cells
    // Zeros of a row that is not full may stand in columns of their own.
    for row in rows
    where row.count >= 2
      && !row.allSatisfy({ base.contains(cells[$0]) || row.count < longest && amounts[$0].value == 0 })
    {
      let offset = [1, -1, 2, -2].first { offset in row.allSatisfy { base.contains(cells[$0] + offset) } }
      if let offset { for amount in row { result[amount] += offset } }
    }
    return result
  }

  /// The cells of a line that have amounts; -1 stands for one that is not marked.
  struct CellSet: Equatable {
    private var isMember: [Bool]

    init(_ cells: ArraySlice<Int>) {
      isMember = Array(filledWith: false, count: (cells.max() ?? 0) + 2)
      for cell in cells { isMember[cell + 1] = true }
    }

    func contains(_ cell: Int) -> Bool { cell >= -1 && cell + 1 < isMember.count && isMember[cell + 1] }
  }

  /// The cells of one of the longest rows that most rows fit into, if half of them do.
  ///
  /// - Complexity: O(*n*) for *n* amounts.
  func commonCells(_ cells: [Int], _ longest: Int) -> CellSet? {
    var best: CellSet?
    var most = 0
    var seen: [CellSet] = []
    for row in rows where row.count == longest {
      let set = CellSet(cells[row])
      if seen.contains(set) { continue }
      seen.append(set)
      if seen.count > 8 { return nil }
      let fitting = rows.count { other in other.allSatisfy { set.contains(cells[$0]) } }
      if fitting > most {
        best = set
        most = fitting
      }
    }
    return most * 2 >= rows.count ? best : nil
  }
}
