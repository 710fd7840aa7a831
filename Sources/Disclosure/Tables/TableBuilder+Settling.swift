import DisclosureText

/// Chooses between the placements of rows by the sums over rows.
extension TableBuilder {
  /// The placements of some rows while they are chosen.
  struct OpenRows {
    /// The rows that have amounts.
    var rows: [Int]
    /// The placements of each of them.
    var placements: [Placements]
    /// For each entry of the table its place among `rows`, or -1.
    var positions: [Int]
    /// The steps that searches may still take.
    var budget = 60_000

    init(_ rows: [Int], _ placements: [Placements], entries: Int) {
      self.rows = rows
      self.placements = placements
      positions = Array(filledWith: -1, count: entries)
      for (position, row) in rows.enumerated() { positions[row] = position }
    }
  }

  /// Where rows are ambiguous, keeps the placements with which a row is the sum of the rows that
  /// belong to it, column by column.
  ///
  /// A row that is certain decides on those below it, rows that are certain decide on the one above.
  mutating func settle(
    _ placements: inout [Placements], of rows: [Int], _ forest: ColumnForest, _ side: TableSide
  ) {
    guard placements.contains(where: { $0.count > 1 }) else { return }
    let members = table.entries.indices.filter { table.entries[$0].role != .foreign }
    _ = link(members)
    let tree = RowTree(table.entries, members)
    var open = OpenRows(rows, placements, entries: table.entries.count)
    let levels = forest.levels.map { $0.filter { $0 == forest.change?.amount || !isRate($0, side) } }
      .filter { !$0.isEmpty }
    let parents = members.filter { !tree.parts(of: $0).isEmpty }
    for _ in 0..<3 {
      var hasChanged = false
      for parent in parents where settleParts(tree.parts(of: parent), of: parent, levels, &open) { hasChanged = true }
      for parent in parents.reversed() where settleWhole(parent, tree.parts(of: parent), levels, &open) {
        hasChanged = true
      }
      if !hasChanged { break }
    }
    placements = open.placements
  }

  /// Keeps the placements of the parts of a row with which they add to it; whether any were left out.
  private func settleParts(
    _ parts: ArraySlice<Int>, of parent: Int, _ levels: [[Int]], _ open: inout OpenRows
  ) -> Bool {
    guard let whole = certain(parent, open) else { return false }
    let positions = parts.compactMap { open.positions[$0] < 0 ? nil : open.positions[$0] }
    guard positions.contains(where: { open.placements[$0].count > 1 }),
      positions.allSatisfy({ !open.placements[$0].isEmpty })
    else { return false }
    var hasChanged = false
    // Where nothing is lost by rounding in the first column, nothing is in the others.
    let isExact =
      amount(whole, 0, of: parent)
      == positions.reduce(Int64(0)) { sum, position in
        sum + (table.entries[open.rows[position]].cells.first.map { value($0) } ?? 0)
      }
    for columns in levels {
      var options: [[[Int64]]] = []
      var groups: [[Int]] = []
      for position in positions {
        let (own, group) = distinct(open.placements[position], columns, of: open.rows[position])
        options.append(own)
        groups.append(group)
      }
      guard options.contains(where: { $0.count > 1 }) else { continue }
      let totals = columns.map { amount(whole, $0, of: parent) }
      let slack = Int64(positions.count + 1) * lastPlace / 2
      guard let search = solutions(options, totals, slacks: isExact ? [0, slack] : [slack], &open) else { continue }
      for (index, position) in positions.enumerated() where options[index].count > 1 {
        let kept = open.placements[position].indices.filter { search.isUsed[index][groups[index][$0]] }
        guard kept.count < open.placements[position].count else { continue }
        open.placements[position] = Placements(kept.map { open.placements[position][$0] })
        hasChanged = true
      }
    }
    return hasChanged
  }

  /// The choices of some rows that add to `totals`, with the least of the slacks with which there are any; nil
  /// where there are none or not all were found.
  private func solutions(
    _ options: [[[Int64]]], _ totals: [Int64], slacks: [Int64], _ open: inout OpenRows
  ) -> SumSearch? {
    for slack in slacks {
      var search = SumSearch(options, totals: totals, slack: slack, budget: open.budget)
      let isComplete = search.run()
      open.budget = max(0, search.budget)
      if isComplete { return search }
    }
    return nil
  }

  /// Keeps the placements of a row to which its parts add; whether any were left out.
  private func settleWhole(
    _ parent: Int, _ parts: ArraySlice<Int>, _ levels: [[Int]], _ open: inout OpenRows
  ) -> Bool {
    let position = open.positions[parent]
    guard position >= 0, open.placements[position].count > 1 else { return false }
    let columns = levels.flatMap { $0 }
    var sums = [Int64](filledWith: 0, count: columns.count)
    for part in parts where open.positions[part] >= 0 {
      guard let placement = certain(part, open) else { return false }
      for (index, column) in columns.enumerated() { sums[index] += amount(placement, column, of: part) }
    }
    let slack = Int64(parts.count + 1) * lastPlace / 2
    let kept = open.placements[position].filter { placement in
      zip(columns, sums).allSatisfy { abs(amount(placement, $0, of: parent) - $1) <= slack }
    }
    guard !kept.isEmpty, kept.count < open.placements[position].count else { return false }
    open.placements[position] = Placements(kept)
    return true
  }

  /// The only placement of a row.
  private func certain(_ row: Int, _ open: OpenRows) -> Placement? {
    let position = open.positions[row]
    return position >= 0 && open.placements[position].count == 1 ? open.placements[position][0] : nil
  }

  private func amount(_ placement: Placement, _ column: Int, of row: Int) -> Int64 {
    placement[column].map { value(table.entries[row].cells.lowerBound + $0) } ?? 0
  }

  /// What the placements of a row put into `columns`, each amounts once, and which of them each
  /// placement gives.
  private func distinct(
    _ placements: Placements, _ columns: [Int], of row: Int
  ) -> (amounts: [[Int64]], groups: [Int]) {
    var amounts: [[Int64]] = []
    var groups: [Int] = []
    for placement in placements {
      let own = columns.map { amount(placement, $0, of: row) }
      if let known = amounts.firstIndex(of: own) {
        groups.append(known)
      } else {
        groups.append(amounts.count)
        amounts.append(own)
      }
    }
    return (amounts, groups)
  }

  /// The last place that the table prints, with four decimals.
  private var lastPlace: Int64 {
    let decimals = table.cells.lazy.map { cells[$0].effectiveDecimals }.max() ?? 0
    return (min(decimals, 4)..<4).reduce(1) { ten, _ in ten * 10 }
  }
}

/// The rows that are part of each row.
struct RowTree {
  private let starts: [Int]
  private let rows: [Int]

  /// The rows among `members` by the row they are part of.
  init(_ entries: [TableEntry], _ members: [Int]) {
    var starts = [Int](filledWith: 0, count: entries.count + 1)
    for row in members { if let parent = entries[row].parent { starts[parent + 1] += 1 } }
    for row in entries.indices { starts[row + 1] += starts[row] }
    var rows = [Int](filledWith: 0, count: starts[entries.count])
    var ends = starts
    for row in members {
      guard let parent = entries[row].parent else { continue }
      rows[ends[parent]] = row
      ends[parent] += 1
    }
    self.starts = starts
    self.rows = rows
  }

  /// The rows that are part of `row`, in order.
  func parts(of row: Int) -> ArraySlice<Int> { rows[starts[row]..<starts[row + 1]] }
}
