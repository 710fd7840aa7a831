import DisclosureSyntax
import Ledger

/// Whether a table was read well enough to accuse anyone.
extension TableBuilder {
  /// Where the sums that fail are more than a slip or two would make, or fail together as they
  /// do when a row was lost, they only support what other evidence shows.
  mutating func settleReliability() {
    let failing = laws.indices.filter { isBroken(laws[$0]) }
    guard !failing.isEmpty else { return }
    suspendLostRows(failing)
    let accusing = failing.filter { laws[$0].evidence == .stated }
    guard !accusing.isEmpty else { return }
    // The fewest cells that stand in all failing sums.
    var open = Set(accusing)
    var slips = 0
    while let (_, most) = counts(open).max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) {
      open.subtract(most)
      slips += 1
    }
    let rows = table.entries.count { !$0.cells.isEmpty }
    if slips > max(2, rows / 12) {
      table.isReliable = false
      for index in laws.indices where laws[index].evidence == .stated { laws[index].evidence = .matched }
    }
  }

  private func counts(_ open: Set<Int>) -> [CellIndex: [Int]] {
    var result: [CellIndex: [Int]] = [:]
    for index in open.sorted() {
      for cell in [laws[index].total] + laws[index].parts { result[cell, default: []].append(index) }
    }
    return result
  }

  /// A parent whose sums miss in several columns, by amounts that would make a row, has lost a
  /// row or has one too many.
  private mutating func suspendLostRows(_ failing: [Int]) {
    var byRow: [Int: [Int]] = [:]
    for index in failing where laws[index].kind == .column || laws[index].kind == .hierarchy {
      byRow[cells[laws[index].total].row, default: []].append(index)
    }
    for (_, indices) in byRow.sorted(by: { $0.key < $1.key }) where indices.count >= 2 {
      let misses = indices.map { miss(laws[$0]) }
      let isRow = misses.dropFirst().contains { $0 == misses[0] } || misses[0] == misses.dropFirst().reduce(0, +)
      if isRow { for index in indices { laws[index].evidence = .discovered } }
    }
  }

  private func value(_ cell: CellIndex) -> Int64 { ColumnGridReader.scaled(cells[cell].piece, 4) }

  /// The last printed place of a cell.
  private func unit(_ cell: CellIndex) -> Int64 {
    (cells[cell].effectiveDecimals..<4).reduce(1) { ten, _ in ten * 10 }
  }

  private func miss(_ law: TableLaw) -> Int64 { value(law.total) - law.parts.reduce(0) { $0 + value($1) } }

  private func isBroken(_ law: TableLaw) -> Bool {
    if law.kind == .bound { return value(law.total) < value(law.parts[0]) }
    var units = unit(law.total)
    for part in law.parts { units += unit(part) }
    return abs(miss(law)) * 2 > units
  }

  /// What the columns measure.
  mutating func nameColumns() {
    for (side, forest) in table.forests where !forest.parents.isEmpty {
      var names = [Term?](repeating: nil, count: forest.parents.count)
      if let description, side != .revenue {
        names[0] = description.whole
        let present = description.parts.filter { part in
          part.words.contains { RowWords.contains(table.head.words, $0) }
        }
        let children = forest.children(of: 0)
        if children.count == present.count || children.count >= 2 {
          for (child, part) in zip(children, present) { names[child] = part.measure }
        }
      } else if side == .revenue {
        names[0] = .revenue
      }
      table.measures[side] = names
    }
  }
}
