import DisclosureSyntax

/// The columns of a list of rows and where the amounts of each row stand in them.
struct ColumnGrid {
  var forest: ColumnForest
  /// For each row the placements that cannot be told apart; none where the row does not fit.
  var placements: [[Placement]]
  /// How many rows obey each column's sum, and how many do not.
  var holds: [Int]
  var breaks: [Int]

  /// Whether a row has one amount in a column whatever placement is right: the amount's index.
  func certain(_ row: Int, _ column: Int) -> Int?? {
    guard let first = placements[row].first else { return .none }
    let amount = first[column]
    for other in placements[row].dropFirst() where other[column] != amount { return .none }
    return .some(amount)
  }
}

/// Finds the columns of a list of rows.
///
/// Where cells are marked, or every row prints all columns, position decides. Otherwise the
/// longest rows show which columns there are, their amounts which column is the sum of which,
/// and each shorter row is placed by those sums, then by its place on the line.
struct ColumnGridReader {
  /// The amounts of each row; dashes count as zero.
  private var rows: [[TablePiece]]
  /// The amounts with as many decimals as the most precise one.
  private var values: [[Int64]]
  private let tolerance: Int64 = 1
  /// Whether the head says that a column is part of the one before it.
  let hasMemo: Bool
  /// The line of each row, for finding the nearest full row.
  let lines: [Int]
  private let byField: Bool
  /// Whether the line keeps the columns by blanks.
  private let byPosition: Bool

  /// The rows that are not sums of other rows.
  private let leaves: Set<Int>

  /// The rows whose words say that they are totals.
  private let totals: Set<Int>

  init(rows: [TableRow], totals: Set<Int>, hasMemo: Bool, keepsColumns: Bool) {
    self.totals = totals
    leaves = Self.leaves(rows)
    self.rows = rows.map(\.amounts)
    self.hasMemo = hasMemo
    lines = rows.map(\.lines.lowerBound)
    let decimals = rows.reduce(0) { $1.amounts.reduce($0) { max($0, Int($1.decimals)) } }
    values = rows.map { row in row.amounts.map { Self.scaled($0, decimals) } }
    let all = rows.reduce(0) { $0 + $1.amounts.count }
    byField = all > 0 && rows.reduce(0) { $0 + $1.amounts.count { $0.field >= 0 } } * 10 >= all * 9
    byPosition = keepsColumns && !byField
  }

  /// The rows whose code no other code goes on.
  private static func leaves(_ rows: [TableRow]) -> Set<Int> {
    var stems: Set<Int64> = []
    for row in rows {
      guard let code = row.code, code.isAccount, code.digits > 3 else { continue }
      stems.insert(code.value / 100)
      if code.digits == 7 { stems.insert(code.value / 10_000) }
    }
    return Set(rows.indices.filter { rows[$0].code.map { !stems.contains($0.value) } ?? true })
  }

  static func scaled(_ piece: TablePiece, _ decimals: Int) -> Int64 {
    var value = piece.value
    for _ in Int(piece.decimals)..<max(decimals, Int(piece.decimals)) {
      value = value.multipliedReportingOverflow(by: 10).partialValue
    }
    return piece.isNegative ? -value : value
  }

  /// Reads the grid; nil where no row has amounts.
  func read() -> ColumnGrid? {
    guard rows.contains(where: { !$0.isEmpty }) else { return nil }
    if byField { return readFields(rows.map { $0.map { Int($0.field) } }) }
    let runs = readRuns()
    let isCertain = runs.map { $0.placements.allSatisfy { $0.count == 1 } && $0.breaks.reduce(0, +) == 0 } ?? false
    if byPosition, !isCertain, let clusters = clusters(), let grid = readFields(clusters) {
      // Where columns drift, the sums say so.
      guard let runs, runs.breaks.reduce(0, +) < grid.breaks.reduce(0, +) else { return grid }
    }
    return runs
  }

  /// For each amount the column that its right edge belongs to, where the edges of all rows
  /// fall into as many groups as the longest row has amounts.
  private func clusters() -> [[Int]]? {
    let longest = rows.map(\.count).max() ?? 0
    guard longest > 1 else { return nil }
    for edge in [\TablePiece.wideColumn, \TablePiece.narrowColumn] {
      var borders: [Int32] = []
      var last = Int32.min / 2
      var widest: Int32 = 0
      var narrowest = Int32.max
      for place in rows.flatMap({ $0.map { $0[keyPath: edge] } }).sorted() {
        if place - last > 4 {
          if !borders.isEmpty { narrowest = min(narrowest, place - last) }
          borders.append(place)
        } else {
          widest = max(widest, place - borders[borders.count - 1])
        }
        last = place
      }
      guard borders.count == longest, widest <= 5, narrowest > widest else { continue }
      let found = rows.map { row in row.map { piece in (borders.lastIndex { $0 <= piece[keyPath: edge] } ?? 0) } }
      if found.allSatisfy({ Set($0).count == $0.count }) { return found }
    }
    return nil
  }

  // MARK: Marked cells

  private func readFields(_ cells: [[Int]]) -> ColumnGrid? {
    var counts: [Int: Int] = [:]
    for row in cells { for field in row { counts[field, default: 0] += 1 } }
    // The rows with most amounts show the columns: what is blank there is blank everywhere.
    let longest = rows.map(\.count).max() ?? 0
    // One amount to a row is one column, wherever its cell is.
    if longest == 1 { return readRuns() }
    var fields = Set<Int>()
    for row in cells where row.count == longest { fields.formUnion(row) }
    for (field, count) in counts where count * 4 >= rows.count { fields.insert(field) }
    let columns = fields.sorted()
    guard columns.count <= 24 else { return nil }
    var table: [[Int64?]] = []
    var placements: [[Placement]] = []
    for (row, fields) in cells.enumerated() {
      var placement = Placement(repeating: nil, count: columns.count)
      var fits = !fields.isEmpty
      for (index, field) in fields.enumerated() {
        guard let column = columns.firstIndex(of: field), placement[column] == nil else {
          fits = false
          break
        }
        placement[column] = index
      }
      placements.append(fits ? [placement] : [])
      table.append(fits ? placement.map { $0.map { values[row][$0] } } : [])
    }
    let forest = bestForest(table)
    // A row that has parts without their total is no row of this table.
    let parts = forest.children(of: 0)
    for row in rows.indices where !parts.isEmpty {
      guard let placement = placements[row].first, placement[0] == nil else { continue }
      if parts.contains(where: { placement[$0].map { values[row][$0] != 0 } ?? false }) { placements[row] = [] }
    }
    var grid = ColumnGrid(forest: forest, placements: placements, holds: [], breaks: [])
    count(&grid)
    return grid
  }

  // MARK: Runs of amounts

  /// The most amounts that a total has, or that more rows than one have.
  private var columnCount: Int {
    let counts = rows.map(\.count)
    let longest = counts.max() ?? 0
    return (1...max(1, longest)).last { count in
      let found = rows.indices.filter { counts[$0] == count }
      return found.count >= 2 || rows.count <= 2 && found.count == 1 || found.contains { totals.contains($0) }
    } ?? longest
  }

  private func readRuns() -> ColumnGrid? {
    if dropsZeros { return readWithoutZeros() }
    let longest = columnCount
    guard longest > 0, longest <= 16 else { return nil }
    let full = rows.indices.filter { rows[$0].count == longest }
    let shorter = rows.indices.filter { !rows[$0].isEmpty && rows[$0].count < longest }.prefix(40).map { values[$0] }
    let forest = bestForest(full.prefix(200).map { row in values[row].map { Optional($0) } }, shorter: shorter)
    let placer = RowPlacer(forest: forest, tolerance: tolerance)
    var placements: [[Placement]] = []
    for row in rows.indices {
      var found = rows[row].isEmpty || rows[row].count > longest ? [] : placer.placements(values[row])
      if found.count > 1 || (found.isEmpty && !rows[row].isEmpty), byPosition,
        let placed = positioned(row, full, count: longest)
      {
        if found.isEmpty || found.contains(placed) { found = [placed] }
      }
      placements.append(withoutZeros(found, row))
    }
    var grid = ColumnGrid(forest: forest, placements: placements, holds: [], breaks: [])
    settleByTotals(&grid, placer)
    count(&grid)
    return grid
  }

  /// Whether some rows print their zeros and others do not.
  private var dropsZeros: Bool {
    let printed = rows.filter { !$0.isEmpty }
    let longest = printed.map(\.count).max() ?? 0
    let full = printed.count(where: { $0.count == longest })
    guard full * 5 < printed.count * 4 else { return false }
    return values.contains { $0.contains(0) } && values.contains { $0.contains { $0 != 0 } }
  }

  /// Reads the rows as if no zero were printed.
  private func readWithoutZeros() -> ColumnGrid? {
    let kept = values.map { row in row.indices.filter { row[$0] != 0 } }
    var reader = self
    reader.rows = rows.indices.map { row in kept[row].map { rows[row][$0] } }
    reader.values = rows.indices.map { row in kept[row].map { values[row][$0] } }
    guard var grid = reader.readRuns() else { return nil }
    for row in rows.indices {
      if kept[row].isEmpty, !rows[row].isEmpty {
        grid.placements[row] = [Placement(repeating: nil, count: grid.forest.parents.count)]
        continue
      }
      grid.placements[row] = grid.placements[row].map { $0.map { $0.map { kept[row][$0] } } }
    }
    return grid
  }

  /// Placements that differ only in where a zero stands say the same.
  private func withoutZeros(_ placements: [Placement], _ row: Int) -> [Placement] {
    guard placements.count > 1, values[row].contains(0) else { return placements }
    var seen: Set<Placement> = []
    return placements.map { $0.map { amount in amount.flatMap { values[row][$0] == 0 ? nil : $0 } } }
      .filter { seen.insert($0).inserted }
  }

  /// The columns whose right edges in the nearest full row are nearest to the row's own.
  private func positioned(_ row: Int, _ full: [Int], count: Int) -> Placement? {
    let line = lines[row]
    guard let anchor = full.min(by: { abs(lines[$0] - line) < abs(lines[$1] - line) }) else { return nil }
    var best: (placement: Placement, cost: Int32)?
    var secondCost = Int32.max
    func search(_ amount: Int, _ column: Int, _ placement: Placement, _ cost: Int32) {
      if amount == rows[row].count {
        if best.map({ cost < $0.cost }) ?? true {
          secondCost = best?.cost ?? Int32.max
          best = (placement, cost)
        } else {
          secondCost = min(secondCost, cost)
        }
        return
      }
      let last = amount == 0 ? 0 : count - (rows[row].count - amount)
      guard column <= last else { return }
      for at in column...last {
        var next = placement
        next[at] = amount
        let off = min(
          abs(rows[row][amount].wideColumn - rows[anchor][at].wideColumn),
          abs(rows[row][amount].narrowColumn - rows[anchor][at].narrowColumn))
        search(amount + 1, at + 1, next, cost + off)
      }
    }
    guard count <= 10 else { return nil }
    search(0, 0, Placement(repeating: nil, count: count), 0)
    guard let best, best.cost <= Int32(4 * rows[row].count), secondCost >= best.cost + 3 else { return nil }
    return best.placement
  }

  // MARK: Trees of columns

  /// The trees of columns that most rows obey.
  private func bestForest(_ table: [[Int64?]], shorter: [[Int64]] = []) -> ColumnForest {
    let width = table.first(where: { !$0.isEmpty })?.count ?? 0
    var seen: Set<[Int64]> = []
    var best = ColumnForest(parents: Array(repeating: -1, count: width))
    var bestScore = 0
    let candidates = table.filter { !$0.isEmpty }.sorted { $0.count { $0 != nil } > $1.count { $0 != nil } }
    for row in candidates {
      let dense = row.map { $0 ?? 0 }
      guard width <= 16, seen.count < 8, seen.insert(dense).inserted else { continue }
      var reader = ForestReader(dense, tolerance: tolerance)
      var forest = reader.forest()
      addMemos(&forest, dense)
      loosenMemos(&forest, table)
      consider(forest)
    }
    // The only full row may be the wrong one: then the first column is the sum of the others.
    if width > 1, width <= 6, !shorter.isEmpty {
      consider(ColumnForest(parents: [-1] + Array(repeating: 0, count: width - 1)))
    }
    return best

    func consider(_ forest: ColumnForest) {
      let score = score(forest, table) + score(forest, shorter)
      if score > bestScore {
        best = forest
        bestScore = score
      }
    }
  }

  /// How many of the rows with blanks have a place that obeys the sums.
  private func score(_ forest: ColumnForest, _ shorter: [[Int64]]) -> Int {
    guard !shorter.isEmpty, forest.covered > 0 else { return 0 }
    let placer = RowPlacer(forest: forest, tolerance: tolerance)
    return shorter.reduce(0) { $0 + (placer.isClean($1) ? 2 : -2) }
  }

  /// A column left over behind another, and never above it, is a part of it where the head
  /// has 其中.
  private func addMemos(_ forest: inout ColumnForest, _ values: [Int64]) {
    guard hasMemo else { return }
    for column in values.indices.dropFirst() where forest.parents[column] < 0 && forest.children(of: column).isEmpty {
      guard values[column] > 0, values[column] <= values[column - 1] else { continue }
      forest.parents[column] = column - 1
      forest.memos.insert(column)
    }
  }

  /// An only child that falls short of its parent in more than one row is a part of it.
  private func loosenMemos(_ forest: inout ColumnForest, _ table: [[Int64?]]) {
    guard hasMemo else { return }
    for column in forest.parents.indices {
      let children = forest.children(of: column)
      guard children.count == 1, let child = children.first, forest.children(of: child).isEmpty else { continue }
      let short = table.count {
        !$0.isEmpty && ($0[column] ?? 0) > ($0[child] ?? 0) + tolerance * 2 && $0[child] != nil
      }
      if short >= 2 { forest.memos.insert(child) }
    }
  }

  private func score(_ forest: ColumnForest, _ table: [[Int64?]]) -> Int {
    var score = 0
    for column in forest.parents.indices {
      let children = forest.children(of: column)
      guard !children.isEmpty else { continue }
      let slack = tolerance * Int64(children.count + 1)
      for row in table where !row.isEmpty {
        let own = row[column] ?? 0
        var sum: Int64 = 0
        for child in children { sum += row[child] ?? 0 }
        if own == 0, sum == 0 { continue }
        score += abs(own - sum) <= slack ? 2 + children.count : -6
      }
    }
    return score
  }

  private func count(_ grid: inout ColumnGrid) {
    grid.holds = Array(repeating: 0, count: grid.forest.parents.count)
    grid.breaks = grid.holds
    for column in grid.forest.parents.indices {
      let children = grid.forest.children(of: column)
      guard !children.isEmpty else { continue }
      let slack = tolerance * Int64(children.count + 1)
      for row in rows.indices {
        guard let placement = grid.placements[row].first, let own = placement[column] else { continue }
        var sum: Int64 = 0
        for child in children { if let amount = placement[child] { sum += values[row][amount] } }
        if values[row][own] == 0, sum == 0 { continue }
        if abs(values[row][own] - sum) <= slack { grid.holds[column] += 1 } else { grid.breaks[column] += 1 }
      }
    }
  }

  // MARK: Totals of columns

  /// Where rows are ambiguous, keeps the placements with which the columns add to the first
  /// full row.
  private func settleByTotals(_ grid: inout ColumnGrid, _ placer: RowPlacer) {
    let width = grid.forest.parents.count
    let ambiguous = rows.indices.filter { grid.placements[$0].count > 1 }
    guard !ambiguous.isEmpty, ambiguous.count <= 60, width > 1 else { return }
    guard let total = rows.indices.first(where: { rows[$0].count == width }) else { return }
    // Only where the rows are single items of the total does a column add up.
    let items = leaves.sorted().filter { $0 != total && values[$0] != values[total] && !grid.placements[$0].isEmpty }
    let firstSum = items.reduce(Int64(0)) { $0 + values[$1][0] }
    guard abs(firstSum - values[total][0]) <= tolerance * Int64(items.count + 1) else { return }
    var remaining = values[total]
    for row in items where grid.placements[row].count == 1 {
      for column in 0..<width {
        if let amount = grid.placements[row][0][column] { remaining[column] -= values[row][amount] }
      }
    }
    let slack = tolerance * Int64(items.count + 1)
    let open = items.filter { grid.placements[$0].count > 1 }.sorted {
      grid.placements[$0].count < grid.placements[$1].count
    }
    guard !open.isEmpty else { return }
    var used = open.map { Array(repeating: false, count: grid.placements[$0].count) }
    var choice: [Int] = []
    var work = 0
    var found = 0
    func search(_ at: Int, _ rest: [Int64]) {
      work += 1
      if work > RowPlacer.limit || found >= 64 { return }
      if at == open.count {
        if rest.allSatisfy({ abs($0) <= slack }) {
          found += 1
          for (index, option) in choice.enumerated() { used[index][option] = true }
        }
        return
      }
      for (option, placement) in grid.placements[open[at]].enumerated() {
        var next = rest
        var fits = true
        for column in 0..<width {
          guard let amount = placement[column] else { continue }
          next[column] -= values[open[at]][amount]
          if next[column] < -slack { fits = false }
        }
        guard fits else { continue }
        choice.append(option)
        search(at + 1, next)
        choice.removeLast()
      }
    }
    search(0, remaining)
    guard found > 0, work <= RowPlacer.limit else { return }
    for (index, row) in open.enumerated() {
      grid.placements[row] = grid.placements[row].enumerated().filter { used[index][$0.offset] }.map(\.element)
    }
  }
}
