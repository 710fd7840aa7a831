import DisclosureSyntax
import DisclosureText

/// Rows whose amounts follow each other without marks, blank cells having vanished.
extension ColumnGridReader {
  func readRuns() -> ColumnGrid? {
    if dropsZeros { return readWithoutZeros() }
    let width = columnCount
    guard width > 0, width <= ColumnSet.limit else { return nil }
    let full = rows.indices.kept { rows[$0].count == width }
    let shorter = full.count < rows.count ? rows.kept { !$0.isEmpty && $0.count < width } : []
    var samples = ColumnSamples(width: width, capacity: min(full.count, 200))
    for row in full.prefix(200) { samples.append { column in value(row, column) } }
    var forest = bestForest(samples, shorter: shorter.prefix(40))
    forest.change = change(samples, forest)
    let placer = RowPlacer(forest: forest, tolerance: tolerance, scale: scale)
    let hasTotal = forest.hasTotal
    let filled = Placements(Placement.filled(width))
    var placements: [Placements] = []
    placements.reserveCapacity(rows.count)
    // The rows that were placed by their edges, with what else they could be.
    var positions: [(row: Int, options: Placements)] = []
    for row in rows.indices {
      let isFull = rows[row].count == width
      let found =
        isFull
        ? filled
        : rows[row].isEmpty || rows[row].count > width ? Placements() : placer.placements(amounts[rows[row]])
      if byPosition, found.count != 1, !rows[row].isEmpty,
        let placed = positioned(row, full, width, hasTotal: hasTotal),
        found.isEmpty || found.contains(placed)
      {
        if found.count > 1 { positions.append((row, found)) }
        placements.append(Placements(placed))
      } else {
        placements.append(found.count > 1 ? withoutZeros(found, row, width) : found)
      }
    }
    var grid = ColumnGrid(forest: forest, placements: placements)
    settleByTotals(&grid)
    if !positions.isEmpty, !addsUp(grid) { grid = settled(grid, without: positions) }
    count(&grid)
    return grid
  }

  /// The grid with rows that were placed by their edges placed by the totals, where the columns then add up.
  private func settled(_ grid: ColumnGrid, without positions: [(row: Int, options: Placements)]) -> ColumnGrid {
    var result = grid
    let width = grid.forest.parents.count
    for (row, options) in positions { result.placements[row] = withoutZeros(options, row, width) }
    settleByTotals(&result)
    for (row, _) in positions where result.placements[row].count != 1 { result.placements[row] = grid.placements[row] }
    return addsUp(result) ? result : grid
  }

  /// The most amounts that a total has, or that more rows than one have.
  private var columnCount: Int {
    if let printedWidth, rows.contains(where: { $0.count == printedWidth }) { return printedWidth }
    let longest = longest
    var found: [(rows: Int, hasTotal: Bool)] = Array(filledWith: (0, false), count: longest + 1)
    for (row, amounts) in rows.enumerated() {
      found[amounts.count].rows += 1
      if isTotal(row) { found[amounts.count].hasTotal = true }
    }
    return found.indices.dropFirst().last { count in
      found[count].rows >= 2 || rows.count <= 2 && found[count].rows == 1 || found[count].hasTotal
    } ?? longest
  }

  /// Whether the words of a row say that it is a total.
  func isTotal(_ row: Int) -> Bool {
    switch all[entries[row]].role {
    case .total, .grandTotal, .unit: true
    default: false
    }
  }

  /// Whether some rows print their zeros and others do not.
  private var dropsZeros: Bool {
    let longest = longest
    var printed = 0
    var full = 0
    var hasZero = false
    var hasOther = false
    for row in rows where !row.isEmpty {
      printed += 1
      if row.count == longest { full += 1 }
    }
    guard full * 5 < printed * 4 else { return false }
    for amount in amounts { if amount.value == 0 { hasZero = true } else { hasOther = true } }
    return hasZero && hasOther
  }

  /// Reads the rows as if no zero were printed.
  private func readWithoutZeros() -> ColumnGrid? {
    var reader = self
    reader.printedWidth = columnCount
    reader.amounts.removeAll(keepingCapacity: true)
    for (number, row) in rows.enumerated() {
      let start = reader.amounts.count
      for amount in amounts[row] where amount.value != 0 { reader.amounts.append(amount) }
      reader.rows[number] = start..<reader.amounts.count
    }
    guard var grid = reader.readRuns() else { return nil }
    let width = grid.forest.parents.count
    for row in rows.indices {
      if reader.rows[row].isEmpty, !rows[row].isEmpty {
        grid.placements[row] = Placements(Placement())
        continue
      }
      let kept = reader.rows[row]
      let placed = grid.placements[row].map { placement in
        placement.mapAmounts(width) { reader.amounts[kept.lowerBound + $0].index }
      }
      // A printed zero takes a column too.
      let roomy = placed.count > 1 ? placed.filter { hasRoom($0, row, width) } : placed
      grid.placements[row] = Placements(roomy.isEmpty ? placed : roomy)
    }
    return grid
  }

  /// Whether a placement of a row's other amounts leaves a column for each printed zero.
  ///
  /// Columns of nothing but zeros, which are not among the `width` others, may stand anywhere.
  private func hasRoom(_ placement: Placement, _ row: Int, _ width: Int) -> Bool {
    var spare = Swift.max(0, longest - width)
    func takes(_ zeros: Int, of columns: Int) -> Bool {
      spare -= Swift.max(0, zeros - columns)
      return spare >= 0
    }
    var last = (column: -1, amount: -1)
    for column in 0..<width {
      guard let amount = placement[column] else { continue }
      guard takes(amount - last.amount, of: column - last.column) else { return false }
      last = (column, amount)
    }
    return takes(rows[row].count - last.amount, of: width - last.column)
  }

  /// Placements that differ only in where a zero stands say the same.
  private func withoutZeros(_ placements: Placements, _ row: Int, _ width: Int) -> Placements {
    guard amounts[rows[row]].contains(where: { $0.value == 0 }) else { return placements }
    var seen: Set<Placement> = []
    return Placements(
      placements.map { $0.mapAmounts(width) { value(row, $0) == 0 ? nil : $0 } }.filter { seen.insert($0).inserted })
  }

  /// The columns whose right edges in the nearest full row are nearest to the row's own.
  private func positioned(_ row: Int, _ full: [Int], _ width: Int, hasTotal: Bool) -> Placement? {
    guard width <= 10 else { return nil }
    let line = self.line(row)
    guard let anchor = full.min(by: { abs(self.line($0) - line) < abs(self.line($1) - line) }) else { return nil }
    var search = EdgeSearch(
      amounts: amounts[rows[row]], anchor: amounts[rows[anchor]], width: width, hasTotal: hasTotal)
    search.run(0, 0, Placement(), 0)
    guard let best = search.best, search.cost <= Int32(4 * rows[row].count), search.secondCost >= search.cost + 3 else {
      return nil
    }
    return best
  }

  private func line(_ row: Int) -> Int { all[entries[row]].row.lines.lowerBound }
}

/// Looks for the columns of a full row whose edges are nearest to those of a shorter one.
private struct EdgeSearch {
  let amounts: ArraySlice<ColumnGridReader.Amount>
  let anchor: ArraySlice<ColumnGridReader.Amount>
  let width: Int
  /// Whether the first column is the total of the row, which is never blank.
  let hasTotal: Bool
  var best: Placement?
  var cost = Int32.max
  var secondCost = Int32.max

  mutating func run(_ amount: Int, _ column: Int, _ placement: Placement, _ cost: Int32) {
    if amount == amounts.count {
      if best == nil || cost < self.cost {
        secondCost = self.cost
        (best, self.cost) = (placement, cost)
      } else {
        secondCost = min(secondCost, cost)
      }
      return
    }
    let last = amount == 0 && hasTotal ? 0 : width - (amounts.count - amount)
    guard column <= last else { return }
    let own = amounts[amounts.startIndex + amount].edges
    for at in column...last {
      var next = placement
      next[at] = amount
      let other = anchor[anchor.startIndex + at].edges
      run(amount + 1, at + 1, next, cost + min(abs(own.wide - other.wide), abs(own.narrow - other.narrow)))
    }
  }
}
