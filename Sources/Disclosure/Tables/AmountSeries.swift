import Accounts
import DisclosureSyntax
import Ledger

/// The amounts of one column by account, with its total: what two tables are compared by.
struct AmountSeries {
  /// The table and the column; nil for a list of the narrative.
  var table: Int?
  var side: TableSide = .whole
  var column = 0
  /// The accounts in ascending order, 0 being the total, each with the cells that add to it.
  var entries: [Entry] = []

  struct Entry {
    var account: Int64
    /// The cell, or the first of those that add to the amount.
    var cell: CellIndex = -1
    var moreCells: [CellIndex] = []
    var statement: StatementIndex?
    /// In millionths of a yuan, and by how much it may be off.
    var value: Int128
    var halfWidth: Int128

    var cells: [CellIndex] { cell < 0 ? [] : [cell] + moreCells }
  }

  /// The series by class of accounts: each class as printed, or the sum of what stands below it.
  func byClass() -> AmountSeries {
    guard entries.contains(where: { $0.account > 999 }) else { return self }
    var result = self
    result.entries = entries.filter { $0.account < 1000 }
    let printed = Set(result.entries.map(\.account))
    var sums: [Int64: Entry] = [:]
    for (position, entry) in entries.enumerated() where entry.account > 999 {
      var head = entry.account
      while head > 999 { head /= 10 }
      if printed.contains(head) { continue }
      // Only what nothing printed stands below is added.
      let isStem = entries[(position + 1)...].contains { Self.isBelow($0.account, entry.account) }
        || entries[..<position].contains { Self.isBelow($0.account, entry.account) }
      if isStem { continue }
      var sum = sums[head] ?? Entry(account: head, value: 0, halfWidth: 0)
      if sum.cell < 0 { sum.cell = entry.cell } else { sum.moreCells.append(entry.cell) }
      sum.value += entry.value
      sum.halfWidth += entry.halfWidth
      sums[head] = sum
    }
    result.entries += sums.values
    result.entries.sort { $0.account < $1.account }
    return result
  }

  static func isBelow(_ code: Int64, _ stem: Int64) -> Bool {
    var value = code
    while value > stem { value /= 100 }
    return value == stem && code != stem
  }
}

extension TableModel {
  /// The series of every column of accounts.
  func series(_ quantity: (CellIndex) -> Quantity?) -> [AmountSeries] {
    var result: [AmountSeries] = []
    for (number, table) in tables.enumerated() {
      for (side, forest) in table.forests.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where side != .revenue {
        for column in forest.parents.indices {
          let series = series(of: column, side, number, quantity)
          if series.entries.count >= 3 { result.append(series) }
        }
      }
    }
    return result
  }

  private func series(
    of column: Int, _ side: TableSide, _ number: Int, _ quantity: (CellIndex) -> Quantity?
  ) -> AmountSeries {
    var series = AmountSeries(table: number, side: side, column: column)
    var seen: [Int64: Int] = [:]
    for entry in tables[number].entries where entry.side == side {
      let account: Int64
      switch entry.role {
      case .total where seen[0] == nil && (side == .whole || !tables[number].entries.contains { $0.side == side && $0.role == .grandTotal }):
        account = 0
      case .grandTotal: account = 0
      case .account: account = entry.account ?? -1
      case .item where entry.account != nil: account = entry.account ?? -1
      default: continue
      }
      guard account >= 0, column < entry.columns.count, let cell = entry.columns[column], let amount = quantity(cell),
        amount.value != 0
      else { continue }
      seen[account, default: 0] += 1
      series.entries.append(
        AmountSeries.Entry(
          account: account, cell: cell, value: amount.value,
          halfWidth: (amount.interval.upper - amount.interval.lower) / 2))
    }
    // An account that stands twice, as under two units, is no key.
    series.entries.removeAll { $0.account != 0 && seen[$0.account, default: 0] > 1 }
    if seen[0, default: 0] > 1 {
      let first = series.entries.first { $0.account == 0 }
      series.entries.removeAll { $0.account == 0 }
      if let first { series.entries.append(first) }
    }
    series.entries.sort { $0.account < $1.account }
    return series
  }
}

/// Finds columns of different tables, and lists of the narrative, that state the same amounts.
///
/// Two series are the same if all their accounts agree but one, and enough of them do to
/// exclude chance: three that differ from each other.
struct SeriesMatcher {
  private(set) var ties: [CellTie] = []
  private(set) var mentions: [MentionTie] = []
  private var tied: Set<Int> = []

  /// Compares every pair of series, and every list of the narrative with the tables.
  ///
  /// - Complexity: O(*s*² · *a*) for *s* series of *a* accounts.
  mutating func match(_ series: [AmountSeries], lists: [AmountSeries]) {
    let classes = series.map { $0.byClass() }
    // Pairs that agree in everything exclude looser ones between the same tables; a series
    // that agrees with one that was tied before needs no ties with its others.
    var whole: Set<Int> = []
    var hub = Array(series.indices)
    func key(_ index: Int, _ table: Int?) -> Int { index << 20 | (table ?? 0) }
    for isLoose in [false, true] {
      for second in series.indices {
        for first in 0..<second where series[first].table != series[second].table {
          if isLoose, whole.contains(key(first, series[second].table)) || whole.contains(key(second, series[first].table)) {
            continue
          }
          if !isLoose, hub[first] != first, hub[second] == hub[first] { continue }
          if compare(series[first], series[second], isLoose) {
            if !isLoose, hub[second] == second { hub[second] = hub[first] }
          } else if !compare(classes[first], classes[second], isLoose) {
            continue
          }
          if !isLoose {
            whole.insert(key(first, series[second].table))
            whole.insert(key(second, series[first].table))
          }
        }
      }
    }
    for list in lists { match(list, series, classes) }
  }

  /// Ties a list of the narrative to the columns that agree with it best.
  private mutating func match(_ list: AmountSeries, _ series: [AmountSeries], _ classes: [AmountSeries]) {
    let byClass = list.byClass()
    var found: [(list: AmountSeries, table: AmountSeries, misses: Int)] = []
    for index in series.indices {
      if let misses = misses(of: list, series[index]) {
        found.append((list, series[index], misses))
      } else if let misses = misses(of: byClass, classes[index]) {
        found.append((byClass, classes[index], misses))
      }
    }
    guard let least = found.map(\.misses).min() else { return }
    for match in found where match.misses == least { tie(match.list, match.table, isAlone: least == 0) }
  }

  /// The pairs of entries with one account, and the accounts that only one side has.
  private func pairs(_ left: AmountSeries, _ right: AmountSeries) -> (pairs: [(Int, Int)], lone: [Int], otherLone: [Int]) {
    var pairs: [(Int, Int)] = []
    var lone: [Int] = []
    var otherLone: [Int] = []
    var (a, b) = (0, 0)
    while a < left.entries.count || b < right.entries.count {
      let one = a < left.entries.count ? left.entries[a].account : Int64.max
      let other = b < right.entries.count ? right.entries[b].account : Int64.max
      if one == other {
        pairs.append((a, b))
        a += 1
        b += 1
      } else if one < other {
        lone.append(a)
        a += 1
      } else {
        otherLone.append(b)
        b += 1
      }
    }
    return (pairs, lone, otherLone)
  }

  private static func agree(_ one: AmountSeries.Entry, _ other: AmountSeries.Entry) -> Bool {
    let slack = one.halfWidth + other.halfWidth
    return abs(one.value - other.value) <= slack
  }

  private mutating func compare(_ left: AmountSeries, _ right: AmountSeries, _ isLoose: Bool) -> Bool {
    guard left.entries.count >= 3, right.entries.count >= 3, abs(left.entries.count - right.entries.count) <= 1 else {
      return false
    }
    let (pairs, lone, otherLone) = pairs(left, right)
    let differing = pairs.filter { !Self.agree(left.entries[$0.0], right.entries[$0.1]) }
    guard differing.count + lone.count + otherLone.count <= (isLoose ? 1 : 0) else { return false }
    let agreeing = Set(pairs.filter { Self.agree(left.entries[$0.0], right.entries[$0.1]) }.map { left.entries[$0.0].value })
    guard agreeing.count >= 3 else { return false }
    let hasTotals = left.entries[0].account == 0 && right.entries[0].account == 0
    for (a, b) in pairs {
      let (one, other) = (left.entries[a], right.entries[b])
      let isStrong = lone.isEmpty && otherLone.isEmpty && (hasTotals || Self.agree(one, other) || Self.isSlip(one, other))
      tie(one.cells, other.cells, isStrong: isStrong)
    }
    return true
  }

  private static func isSlip(_ one: AmountSeries.Entry, _ other: AmountSeries.Entry) -> Bool {
    func quantity(_ entry: AmountSeries.Entry) -> Quantity {
      Quantity(value: entry.value, halfWidth: entry.halfWidth, step: max(1, entry.halfWidth * 2))
    }
    return quantity(one).isOneSlip(from: quantity(other))
  }

  private mutating func tie(_ one: [CellIndex], _ other: [CellIndex], isStrong: Bool) {
    if one.count == 1, other.count == 1, !tied.insert(one[0] << 32 | other[0]).inserted { return }
    let evidence: Relation.Evidence = isStrong ? .stated : .matched
    if other.count == 1 {
      ties.append(CellTie(cell: other[0], others: one, evidence: evidence))
    } else if one.count == 1 {
      ties.append(CellTie(cell: one[0], others: other, evidence: evidence))
    }
  }

  /// How many amounts of a list a column gives otherwise; nil where it is no such column.
  ///
  /// A list of the narrative says nothing of what it leaves out.
  private func misses(of list: AmountSeries, _ table: AmountSeries) -> Int? {
    guard list.entries.count >= 2 else { return nil }
    let (pairs, lone, otherLone) = pairs(list, table)
    guard pairs.count >= 3 || (pairs.count == 2 && otherLone.count <= 1) else { return nil }
    let agreeing = pairs.filter { Self.agree(list.entries[$0.0], table.entries[$0.1]) }
    let misses = pairs.count - agreeing.count
    let values = Set(agreeing.map { list.entries[$0.0].value })
    guard values.count >= 2, lone.count <= 1, misses <= 1 || misses * 4 <= pairs.count else { return nil }
    return misses
  }

  private mutating func tie(_ list: AmountSeries, _ table: AmountSeries, isAlone: Bool) {
    let (pairs, _, _) = pairs(list, table)
    let agreeing = Set(
      pairs.filter { Self.agree(list.entries[$0.0], table.entries[$0.1]) }.map { list.entries[$0.0].value })
    for (a, b) in pairs {
      guard let statement = list.entries[a].statement, table.entries[b].moreCells.count < 40 else { continue }
      let isStrong = agreeing.count >= 3 && (isAlone || Self.agree(list.entries[a], table.entries[b]) || table.column == 0)
      mentions.append(
        MentionTie(statement: statement, cells: table.entries[b].cells, evidence: isStrong ? .stated : .matched))
    }
  }
}
