import DisclosureSyntax
import DisclosureText
import Ledger

/// What is the sum of what in a list of accounts, units or projects.
extension TableBuilder {
  /// Finds for each row the row it is a part of, and states the sums.
  mutating func stateTree(_ rows: [Int]) {
    var members = rows.kept { table.entries[$0].role != .foreign }
    var tops = link(members)
    if dropStrays(members) {
      members.removeAll { table.entries[$0].role == .foreign }
      tops = link(members)
    }
    if tops.count > 1, let first = tops.first, isTotal(first) {
      for row in tops.dropFirst() where isTotal(row) { stateRepeatedTotal(first, row) }
    }
    stateColumns(adopt(rows, beside: members))
    stateEconomicTotals(members)
  }

  /// Finds for each of some rows the row it is a part of, and gives those that are part of none.
  mutating func link(_ members: [Int]) -> [Int] {
    if !table.expenses.isEmpty { return linkExpenses(members) }
    for row in table.entries.indices {
      table.entries[row].parent = nil
      table.entries[row].isMisfiled = false
    }
    var stack: [Int] = []
    var tops: [Int] = []
    // The last row of each account; side by side accounts do not stand below their class.
    var accounts = AmountCounts(capacity: members.count)
    // Accounts of the present unit stand from here on.
    var unit = 0
    for row in members {
      let level = level(row)
      if table.entries[row].role == .account, let code = table.entries[row].row.code {
        var stem = accounts[code.value / 100] - 1
        if stem < unit, code.digits == 7 { stem = accounts[code.value / 10_000] - 1 }
        accounts.set(code.value, to: row + 1)
        while let last = stack.last, table.entries[last].role == .account || !isAncestor(last, of: row, level) {
          stack.removeLast()
        }
        table.entries[row].parent = stem >= unit ? stem : stack.last
        if table.entries[row].parent == nil { tops.append(row) }
        continue
      }
      while let last = stack.last, !isAncestor(last, of: row, level) { stack.removeLast() }
      if table.entries[row].role == .memo, row > 0, table.entries[row - 1].role == .item {
        // `某局机关 90 万元`, `其中：法律援助 5 万元`: a part of the row above it.
        table.entries[row].parent = row - 1
        continue
      }
      table.entries[row].parent = stack.last
      if stack.isEmpty { tops.append(row) }
      if level < 8 { unit = row }
      stack.append(row)
    }
    refile(members)
    tops.removeAll { table.entries[$0].isMisfiled }
    // A total at the end is the sum of what has no other parent.
    if let total = tops.last, tops.count > 1, isTotal(total), !tops.dropLast().contains(where: isTotal) {
      for row in tops.dropLast() { table.entries[row].parent = total }
      return [total]
    }
    return tops
  }

  func isTotal(_ row: Int) -> Bool {
    table.entries[row].role == .total || table.entries[row].role == .grandTotal
  }

  /// Decides what rows without a telling word or code are.
  mutating func settleRoles(_ rows: [Int]) {
    let accounts = rows.kept { table.entries[$0].role == .account }
    // By the first of the three digits of their class.
    var families = InlineArray<10, Int>(repeating: 0)
    for row in accounts { families[Int((table.entries[row].row.code?.classValue ?? 0) / 100)] += 1 }
    var main: Int64 = 0
    for family in families.indices where families[family] > families[Int(main)] { main = Int64(family) }
    for row in accounts where (table.entries[row].row.code?.classValue ?? 0) / 100 != main {
      let isDetail = (main == 2 && table.entries[row].row.code?.digits != 3)
      table.entries[row].role = isDetail ? .foreign : .unit
      table.entries[row].account = nil
    }
    let isCoded = accounts.count * 2 > rows.count
    var total: Range<CellIndex>?
    for (position, row) in rows.enumerated() {
      let entry = table.entries[row]
      if isTotal(row), total == nil { total = entry.cells }
      guard entry.role == .item, !entry.cells.isEmpty else { continue }
      if entry.words.isEmpty, entry.row.code == nil, total == nil, position <= 1 {
        table.entries[row].role = .total
        total = entry.cells
      } else if isCoded {
        // A unit's name beside the total it repeats.
        table.entries[row].role = repeats(total, entry.cells) ? .unit : .foreign
      } else if let total = total?.first, let first = entry.cells.first, value(first) == value(total),
        value(first) != 0,
        !entry.words.isEmpty, rows.count > 3
      {
        table.entries[row].role = .unit
      }
    }
  }

  /// Whether a row has the amounts of the total.
  private func repeats(_ total: Range<CellIndex>?, _ cells: Range<CellIndex>) -> Bool {
    guard let total, total.count == cells.count else { return false }
    return zip(total, cells).allSatisfy { value($0) == value($1) }
  }

  /// How deep a row stands, whatever stands before it.
  private func level(_ row: Int) -> Int {
    switch table.entries[row].role {
    case .grandTotal: return 0
    case .total: return 1
    case .unit: return 2 + (table.entries[row].row.code.map { min(5, $0.digits / 3) } ?? 0)
    case .account: return 8 + ((table.entries[row].row.code?.digits ?? 3) - 1) / 2
    default: return 20
    }
  }

  private func isAncestor(_ upper: Int, of row: Int, _ rowLevel: Int) -> Bool {
    let upperLevel = level(upper)
    guard upperLevel < rowLevel else { return false }
    let (upperRole, role) = (table.entries[upper].role, table.entries[row].role)
    let (stem, code) = (table.entries[upper].row.code, table.entries[row].row.code)
    if upperRole == .account, role == .account, let stem, let code {
      var value = code.value
      for _ in 0..<((code.digits - stem.digits) / 2) { value /= 100 }
      return value == stem.value
    }
    if upperRole == .account { return false }
    if upperRole == .unit, role == .unit, let stem, let code, stem.digits < code.digits {
      var value = code.value
      for _ in 0..<(code.digits - stem.digits) { value /= 10 }
      return value == stem.value
    }
    return true
  }

  private mutating func stateRepeatedTotal(_ first: Int, _ second: Int) {
    for column in 0..<table.entries[first].columns.count {
      guard let one = table.cell(of: table.entries[first], in: column),
        let other = table.cell(of: table.entries[second], in: column)
      else { continue }
      laws.state(.column, other, of: one, .matched)
    }
  }

  private mutating func stateColumns(_ rows: [Int]) {
    let tree = RowTree(table.entries, rows)
    for parent in rows where !tree.parts(of: parent).isEmpty { stateSum(of: tree.parts(of: parent), in: parent) }
  }

  /// States that a row is the sum of others, column by column; `isKnown` says that these are all there are.
  mutating func stateSum(of parts: ArraySlice<Int>, in parent: Int, isKnown areAll: Bool = false) {
    let isHierarchy = table.entries[parent].role == .account
    // Rows that have a fragment of the table only cannot be all there is.
    let isList = parts.contains { table.entries[$0].role == .item }
    // What is asked of all columns is asked once: a builder that is asked is copied.
    let lone = loneColumns[Int(table.entries[parent].side.rawValue)]
    let areOfOthers = hasTargets || isOfOthers(parts, parent)
    for column in 0..<table.entries[parent].columns.count {
      guard let total = table.cell(ofRow: parent, in: column) else { continue }
      var isKnown = true
      var hasAmount = false
      for part in parts {
        if let cell = table.cell(ofRow: part, in: column) {
          laws.add(cell)
          if cells[cell].piece.value != 0 { hasAmount = true }
        } else if !table.entries[part].isPlaced {
          isKnown = false
          break
        }
      }
      let summands = laws.pending
      guard isKnown, !summands.isEmpty else {
        laws.dropPending()
        continue
      }
      // Where nothing but zeros is left of the parts, they were lost.
      let isLost = cells[total].piece.value != 0 && !hasAmount
      let isFragment = !areAll && isList && parts.count < 3 && !isHierarchy
      // One amount, where the other rows are blank, need not be all of a column that stands by itself.
      let isLone = summands.count == 1 && parts.count > 1 && column > 0 && lone.all.contains(column)
      let isWeak = areOfOthers || isLost || isLone || lone.rates.contains(column) || isFragment
      laws.state(isHierarchy ? .hierarchy : .column, total, isWeak ? .discovered : .stated)
    }
  }
}
