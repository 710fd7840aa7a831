import DisclosureSyntax
import Ledger

/// What is the sum of what where rows have numbered names: 收支总表.
extension TableBuilder {
  /// States the sums of one side.
  ///
  /// - Parameter isBegun: whether the other side begins with its first item
  mutating func stateSummary(_ rows: [Int], _ side: TableSide, isBegun: Bool) {
    var top = Int.max
    for row in rows where table.entries[row].role == .item && table.entries[row].level > 0 {
      top = min(top, table.entries[row].level)
    }
    if top == .max { top = 0 }
    var items: [Int] = []
    var carries: [Int] = []
    var total: Int?
    var parent: Int?
    var subs: [Int: [Int]] = [:]
    var restart: (carry: Int, next: Int)?
    for row in rows {
      let entry = table.entries[row]
      switch entry.role {
      case .item:
        if total != nil, entry.level == 0, let carry = carries.last, table.entries[carry].role == .carry,
          RowWords.isFund(table.words(of: entry))
        {
          // 年初财政拨款结转和结余, and behind it what of it is of each fund.
          subs[carry, default: []].append(row)
        } else if entry.level == top || (entry.level == 0 && top == 0) {
          if total == nil {
            items.append(row)
          } else if let carry = restart?.carry ?? carries.last, entry.level > 0,
            entry.ordinal == restart?.next ?? 1, table.entries[carry].role == .carry
          {
            // The funds may be numbered anew: 一、一般公共预算财政拨款, 二、…
            subs[carry, default: []].append(row)
            restart = (carry, entry.ordinal + 1)
            continue
          } else if entry.level > 0 {
            carries.append(row)
          }
          parent = row
        } else if let parent, entry.level > top {
          subs[parent, default: []].append(row)
        }
      case .carry:
        if entry.level > 0, entry.level == top, total == nil {
          items.append(row)
          parent = row
        } else if entry.level > top, top > 0, let parent {
          subs[parent, default: []].append(row)
        } else {
          carries.append(row)
          parent = row
          restart = nil
        }
      case .total:
        if total == nil { sum(items, in: row, side, isWhole(items) ? .stated : .discovered, isBegun: isBegun) }
        if total == nil { total = row }
        parent = nil
      case .grandTotal:
        let isKnown = total != nil || isWhole(items)
        let parts = (total.map { [$0] } ?? items) + outermost(carries, &subs)
        sum(parts, in: row, side, isKnown ? .stated : .discovered, isBegun: isBegun)
        if let total { table.entries[total].parent = row }
      default: break
      }
    }
    for (row, parts) in subs.sorted(by: { $0.key < $1.key }) where parts.count >= 2 {
      let next = parts.map { table.entries[$0].level }.min() ?? 0
      let own = parts.filter { table.entries[$0].level == next }
      sum(own, in: row, side, isWhole(own) ? .stated : .matched)
    }
  }

  /// The carried amounts without those that are the parts of the one before them: 基本支出结转, 项目支出结转和结余 below
  /// 年初结转和结余.
  private func outermost(_ carries: [Int], _ subs: inout [Int: [Int]]) -> [Int] {
    func amount(_ row: Int) -> Int64 { table.cell(of: table.entries[row], in: 0).map { value($0) } ?? 0 }
    var found: [Int] = []
    var index = 0
    while index < carries.count {
      let row = carries[index]
      found.append(row)
      index += 1
      guard amount(row) != 0, subs[row] == nil else { continue }
      var sum: Int64 = 0
      for end in index..<max(index, carries.count) {
        sum += amount(carries[end])
        guard sum == amount(row) else { continue }
        subs[row] = Array(carries[index...end])
        index = end + 1
        break
      }
    }
    return found
  }

  /// Whether the items begin with the first: a table whose beginning was lost cannot be added up.
  func isWhole(_ items: [Int]) -> Bool {
    guard let first = items.first(where: { table.entries[$0].level > 0 }) else { return !items.isEmpty }
    return table.entries[first].ordinal == 1
  }

  /// States that a row is the sum of others; where only the other side is known to be whole, `isBegun`, a sum that
  /// fails by more than a slip has lost an item.
  private mutating func sum(
    _ parts: [Int], in row: Int, _ side: TableSide, _ evidence: Relation.Evidence, isBegun: Bool = false
  ) {
    let entry = table.entries[row]
    for part in parts { table.entries[part].parent = row }
    for column in 0..<entry.columns.count {
      guard let total = table.cell(of: entry, in: column) else { continue }
      var hasAmount = false
      for part in parts {
        if let cell = table.cell(of: table.entries[part], in: column) {
          laws.add(cell)
          if cells[cell].piece.value != 0 { hasAmount = true }
        } else if !table.entries[part].isPlaced || table.entries[part].role == .foreign {
          laws.dropPending()
          return
        }
      }
      let summands = laws.pending
      guard !summands.isEmpty else { continue }
      let isLost = cells[total].piece.value != 0 && !hasAmount
      let isWeak = isLost || hasTargets
      let evidence = evidence == .discovered && isBegun && mayBeSlip(total, summands) ? .stated : evidence
      laws.state(.column, total, isWeak ? .discovered : evidence)
    }
  }

  /// Revenue and expenditure balance.
  mutating func stateBalance() {
    func last(_ side: TableSide, _ role: TableEntry.Role) -> CellIndex? {
      table.entries.last { $0.side == side && $0.role == role }.flatMap { table.cell(of: $0, in: 0) }
    }
    let role: TableEntry.Role = table.entries.contains { $0.role == .grandTotal } ? .grandTotal : .total
    guard !hasTargets, let revenue = last(.revenue, role), let expenditure = last(.expenditure, role) else { return }
    // A bare number without decimals may be that of the line.
    let areBare = [revenue, expenditure].allSatisfy { cells[$0].piece.kind == .integer && cells[$0].piece.digits <= 3 }
    if areBare { return }
    let carries = table.entries.contains { $0.role == .carry && $0.cells.contains { cells[$0].piece.value != 0 } }
    laws.state(.balance, expenditure, of: revenue, role == .total && carries ? .matched : .stated)
  }
}
