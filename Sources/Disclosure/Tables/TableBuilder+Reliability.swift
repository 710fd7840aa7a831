import DisclosureSyntax
import DisclosureText
import Ledger

/// Whether a table was read well enough to accuse anyone.
extension TableBuilder {
  /// Where the sums that fail are more than a slip or two would make, or fail together as they
  /// do when a row was lost, they only support what other evidence shows.
  mutating func settleReliability() {
    let failing = (firstLaw..<laws.count).filter { isBroken(laws[$0]) }
    guard !failing.isEmpty else { return }
    suspendLostRows(failing)
    suspendMisread(failing)
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
      laws.rest(from: firstLaw, on: .matched) { $0.evidence == .stated }
    }
  }

  private func counts(_ open: Set<Int>) -> [CellIndex: [Int]] {
    var result: [CellIndex: [Int]] = [:]
    for index in open.sorted() {
      result[laws[index].total, default: []].append(index)
      for cell in laws.parts(of: laws[index]) { result[cell, default: []].append(index) }
    }
    return result
  }

  /// A parent whose sums miss in several columns, by amounts that would make a row, has lost a
  /// row or has one too many; where they make up for each other, a row stands in the wrong columns.
  private mutating func suspendLostRows(_ failing: [Int]) {
    var byRow: [Int: [Int]] = [:]
    for index in failing where laws[index].kind == .column || laws[index].kind == .hierarchy {
      byRow[cells[laws[index].total].row, default: []].append(index)
    }
    for (_, indices) in byRow.sorted(by: { $0.key < $1.key }) where indices.count >= 2 {
      let misses = indices.map { miss(laws[$0]) }
      let rest = misses.dropFirst().reduce(0, +)
      let isRow = misses.dropFirst().contains { $0 == misses[0] } || abs(misses[0]) == abs(rest)
      if isRow, !isRowOfSlips(indices) { for index in indices { laws.rest(index, on: .discovered) } }
    }
  }

  /// Whether the sums come out once one row, the total or the same part in all of them, has its slip undone: a row is
  /// drafted with the same slip in its total and its only part.
  private func isRowOfSlips(_ failing: [Int]) -> Bool {
    var rows: Set<Int>?
    for index in failing {
      let law = laws[index]
      let miss = miss(law)
      let slipped = laws.parts(of: law)
        .filter { isLong(value($0), unit(law.total)) && isOneSlip(value($0), value($0) + miss) }
        .map { cells[$0].row }
      let isTotal = isLong(value(law.total), unit(law.total)) && isOneSlip(value(law.total), value(law.total) - miss)
      let own = Set(slipped + (isTotal ? [cells[law.total].row] : []))
      rows = rows?.intersection(own) ?? own
    }
    return !(rows ?? []).isEmpty
  }

  /// Sums that fail as they do where the table was misread: everything counted twice, a row
  /// counted twice, all parts but one lost, an amount counted on the wrong side.
  private mutating func suspendMisread(_ failing: [Int]) {
    for index in failing where laws[index].kind == .column || laws[index].kind == .hierarchy {
      let law = laws[index]
      let miss = miss(law)
      let total = value(law.total)
      let parts = laws.parts(of: law).map { value($0) }.filter { $0 != 0 }
      let slack = Int64(parts.count + 1) * 100
      let isDoubled = abs(miss + total) <= slack
      let repeatsRow = parts.contains { part in
        abs(miss + part) <= slack && part > slack && parts.count { abs($0 - part) <= 100 } >= 2
      }
      // A slip changes one figure by a digit; what misses more, and is no slip of any, lost rows.
      let isFar = parts.count <= 1 || abs(miss) > total / 4
      let isSlip = isOneSlipOfSum(law.total, parts.reduce(0, +)) || isOnePartSlipped(parts, miss, unit(law.total))
      let lostParts = isFar && !isSlip
      let isMoved = failing.contains { other in
        other != index && laws[other].kind == .column && abs(self.miss(laws[other]) + miss) <= slack
          && table.entries[cells[laws[other].total].row].side != table.entries[cells[law.total].row].side
      }
      let isMisread = isDoubled || repeatsRow || lostParts || isMoved
      if isMisread || isMisplaced(law, parts, miss, isSlip: isSlip) { laws.rest(index, on: .discovered) }
    }
  }

  /// Whether a sum holds, or a slip in one of its amounts would explain that it fails.
  ///
  /// - Parameter parts: where the parts stand among those of the laws
  func mayBeSlip(_ total: CellIndex, _ parts: Range<Int>) -> Bool {
    let parts = laws.parts[parts]
    let miss = value(total) - parts.reduce(0) { $0 + value($1) }
    return abs(miss) <= Int64(parts.count + 1) * 100 || isOneSlip(value(total), value(total) - miss)
      || parts.contains { isOneSlip(value($0), value($0) + miss) }
  }

  /// Whether a total is a slip away from a sum, or from what rounding makes of it: 226.09 where the parts add to 326.10.
  private func isOneSlipOfSum(_ total: CellIndex, _ sum: Int64) -> Bool {
    let unit = unit(total)
    return (-2...2).contains { isOneSlip(value(total), sum + $0 * unit) }
  }

  /// Whether one of `parts` is a slip away from what makes a sum that misses by `miss` come out, and a long one
  /// also but for what rounding to a `unit` moves: nearly any two short ones are that close.
  private func isOnePartSlipped(_ parts: [Int64], _ miss: Int64, _ unit: Int64) -> Bool {
    parts.contains { part in
      isOneSlip(part, part + miss)
        || isLong(part, unit) && [-unit, unit].contains { isOneSlip(part, part + miss + $0) }
    }
  }

  func isLong(_ value: Int64, _ unit: Int64) -> Bool { abs(value) >= 1000 * unit }

  private func isOneSlip(_ one: Int64, _ other: Int64) -> Bool {
    // The four decimals that `value` counts with are not printed.
    let left = Quantity(value: Int128(one), halfWidth: 0, step: one % 100 == 0 && other % 100 == 0 ? 100 : 1)
    let right = Quantity(value: Int128(other), halfWidth: 0, step: left.step)
    return left.isOneSlip(from: right) || left.isShifted(from: right)
  }

  /// The last printed place of a cell.
  func unit(_ cell: CellIndex) -> Int64 {
    (cells[cell].effectiveDecimals..<4).reduce(1) { ten, _ in ten * 10 }
  }

  /// By how much a sum fails; within a row a change counts without its sign.
  private func miss(_ law: TableLaw) -> Int64 {
    value(law.total)
      - law.parts.reduce(0) { sum, place in
        let part = value(laws.parts[place])
        return sum + (law.kind == .row ? abs(part) : part)
      }
  }

  private func isBroken(_ law: TableLaw) -> Bool {
    if law.kind == .growth { return false }
    let miss = miss(law)
    // Nearly every sum comes out exactly.
    if law.kind == .bound ? miss >= 0 : miss == 0 { return false }
    if cells[law.total].piece.isUnread || law.parts.contains(where: { cells[laws.parts[$0]].piece.isUnread }) {
      return false
    }
    if law.kind == .bound { return true }
    var units = unit(law.total)
    for place in law.parts { units += unit(laws.parts[place]) }
    return abs(miss) * 2 > units
  }

  /// What the columns measure.
  mutating func nameColumns() {
    for (side, forest) in table.forests.entries where !forest.parents.isEmpty {
      var names = [Term?](filledWith: nil, count: forest.parents.count)
      if let description, side != .revenue {
        // Where two years stand beside each other, the later is the document's.
        let whole = forest.change?.later ?? 0
        names[whole] = description.whole
        if !table.expenses.isEmpty {
          names[whole] = nil
          if let own = ownColumn(of: forest) { names[own] = description.whole }
        } else if table.kind == .threePublic, names.count > 6 {
          // The budget stands before the final figure, or above it.
          names[0] = nil
          if names.count == 12 { names[forest.children(of: 0).contains(1) ? 6 : 1] = description.whole }
        } else if table.kind == .threePublic, names.count == 6, forest.parents[3] < 0 {
          names[0] = nil
          names[3] = description.whole
        }
        let present = description.parts.filter { part in
          part.words.contains { RowWords.contains(table.head.words, $0) }
        }
        let children = forest.children(of: whole)
        if table.expenses.isEmpty, children.count == present.count || children.count >= 2 {
          for (child, part) in zip(children, present) { names[child] = part.measure }
        }
      } else if side == .revenue {
        names[0] = .revenue
      }
      table.measures[side] = names
    }
  }
}
