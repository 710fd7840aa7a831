import Accounts
import DisclosureSyntax
import Ledger

/// Finds columns of different tables, and lists of the narrative, that state the same amounts.
///
/// Two series are the same if all their accounts agree but one, and enough of them do to
/// exclude chance: three that differ from each other.
struct SeriesMatcher {
  private(set) var ties: [CellTie] = []
  private(set) var mentions: [MentionTie] = []
  /// The pairs of cells that are tied.
  private var tied = AmountCounts(capacity: 0)

  /// More series than the tables of one disclosure have. Only so many are compared with another, so
  /// that the time for a file of very many tables grows with its size alone.
  private static let reach = 150

  /// Compares the series that are near each other in pairs, and every list of the narrative with the
  /// tables.
  ///
  /// - Complexity: O(*s* · *a*) for *s* series of *a* accounts, times ``reach``.
  mutating func match(_ series: [AmountSeries], lists: [AmountSeries]) {
    let classes = series.map { $0.byClass() }
    // Most pairs are told apart by their lengths.
    let lengths = zip(series, classes).map { (all: $0.entries.count, classes: $1.entries.count) }
    let tables = series.map { $0.table }
    tied = AmountCounts(capacity: series.reduce(0) { $0 + $1.entries.count })
    // Pairs that agree in everything exclude looser ones between the same tables; a series
    // that agrees with one that was tied before needs no ties with its others.
    var whole: Set<Int> = []
    var hub = Array(series.indices)
    func key(_ index: Int, _ table: Int?) -> Int { index << 20 | (table ?? 0) }
    for isLoose in [false, true] {
      for second in series.indices {
        for first in max(0, second - Self.reach)..<second where tables[first] != tables[second] {
          guard
            abs(lengths[first].all - lengths[second].all) <= 1
              || abs(lengths[first].classes - lengths[second].classes) <= 1
          else { continue }
          // Both are tied to one already.
          if isLoose ? hub[second] == hub[first] : hub[first] != first && hub[second] == hub[first] { continue }
          guard mayMatch(series[first], series[second], isLoose) || mayMatch(classes[first], classes[second], isLoose)
          else { continue }
          if isLoose,
            whole.contains(key(first, series[second].table)) || whole.contains(key(second, series[first].table))
          {
            continue
          }
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
    for index in series.indices.prefix(Self.reach) {
      if let misses = misses(of: list, series[index]) {
        found.append((list, series[index], misses))
      } else if let misses = misses(of: byClass, classes[index]) {
        found.append((byClass, classes[index], misses))
      }
    }
    guard let least = found.map(\.misses).min() else { return }
    found.removeAll { $0.misses > least }
    // Where an amount is wrong, other funds seem to fit as well as the list's own.
    if least > 0, let fund = list.fund, found.contains(where: { $0.table.fund == fund }) {
      found.removeAll { $0.table.fund != fund }
    }
    for match in found { tie(match.list, match.table) }
  }

  /// The pairs of entries with one account, and whether no side has an account alone.
  private func pairs(_ left: AmountSeries, _ right: AmountSeries) -> (pairs: [(Int, Int)], isWhole: Bool) {
    var pairs: [(Int, Int)] = []
    pairs.reserveCapacity(min(left.entries.count, right.entries.count))
    var isWhole = true
    var (a, b) = (0, 0)
    while a < left.entries.count || b < right.entries.count {
      let one = a < left.entries.count ? left.entries[a].account : Int64.max
      let other = b < right.entries.count ? right.entries[b].account : Int64.max
      if one == other {
        pairs.append((a, b))
        a += 1
        b += 1
      } else if one < other {
        isWhole = false
        a += 1
      } else {
        isWhole = false
        b += 1
      }
    }
    return (pairs, isWhole)
  }

  /// How far two series agree.
  private struct Overlap {
    /// The accounts that both have, and those of them whose amounts agree.
    var pairs = 0
    var agreeing = 0
    /// The accounts that only one side has.
    var lone = 0
    var otherLone = 0
    /// The agreeing amounts that differ from each other, counted up to three.
    var distinct = 0
    private var values: (first: Int128, second: Int128) = (0, 0)

    /// The accounts in which the series do not agree.
    var misses: Int { pairs - agreeing + lone + otherLone }

    /// Compares two series until more than `limit` accounts do not agree.
    init(_ left: AmountSeries, _ right: AmountSeries, limit: Int = .max) {
      var (a, b) = (0, 0)
      while a < left.entries.count || b < right.entries.count, misses <= limit {
        let one = a < left.entries.count ? left.entries[a].account : Int64.max
        let other = b < right.entries.count ? right.entries[b].account : Int64.max
        if one == other {
          pairs += 1
          if SeriesMatcher.agree(left.entries[a], right.entries[b]) {
            agreeing += 1
            count(left.entries[a].value)
          }
        } else if one < other {
          lone += 1
        } else {
          otherLone += 1
        }
        if one <= other { a += 1 }
        if other <= one { b += 1 }
      }
    }

    private mutating func count(_ value: Int128) {
      switch distinct {
      case 0: values.first = value
      case 1 where value != values.first: values.second = value
      case 2 where value != values.first && value != values.second: break
      default: return
      }
      distinct += 1
    }
  }

  /// Whether two series agree in all accounts, or in all but one.
  private func mayMatch(_ left: AmountSeries, _ right: AmountSeries, _ isLoose: Bool) -> Bool {
    guard left.entries.count >= 3, right.entries.count >= 3, abs(left.entries.count - right.entries.count) <= 1 else {
      return false
    }
    let limit = isLoose ? 1 : 0
    let overlap = Overlap(left, right, limit: limit)
    return overlap.misses <= limit && overlap.distinct >= 3
  }

  private static func agree(_ one: AmountSeries.Entry, _ other: AmountSeries.Entry) -> Bool {
    let slack = one.halfWidth + other.halfWidth
    return abs(one.value - other.value) <= slack
  }

  private mutating func compare(_ left: AmountSeries, _ right: AmountSeries, _ isLoose: Bool) -> Bool {
    guard mayMatch(left, right, isLoose) else { return false }
    let (pairs, isWhole) = pairs(left, right)
    let hasTotals = left.entries[0].account == 0 && right.entries[0].account == 0
    for (a, b) in pairs {
      let isStrong =
        isWhole
        && (Self.agree(left.entries[a], right.entries[b]) || (hasTotals && left.entries[a].account != 0)
          || Self.isSlip(left.entries[a], right.entries[b]))
      tie(left.entries[a], right.entries[b], isStrong: isStrong)
    }
    return true
  }

  private static func isSlip(_ one: AmountSeries.Entry, _ other: AmountSeries.Entry) -> Bool {
    func quantity(_ entry: AmountSeries.Entry) -> Quantity {
      Quantity(value: entry.value, halfWidth: entry.halfWidth, step: max(1, entry.halfWidth * 2))
    }
    return quantity(one).isOneSlip(from: quantity(other))
  }

  private mutating func tie(_ one: AmountSeries.Entry, _ other: AmountSeries.Entry, isStrong: Bool) {
    guard one.cell >= 0, other.cell >= 0 else { return }
    if one.isSingle, other.isSingle {
      let pair = Int64(one.cell) << 32 | Int64(other.cell)
      if tied[pair] > 0 { return }
      tied.add(pair)
    }
    let evidence: Relation.Evidence = isStrong ? .stated : .matched
    if other.isSingle {
      ties.append(CellTie(cell: other.cell, other: one.cell, more: one.moreCells, evidence: evidence))
    } else if one.isSingle {
      ties.append(CellTie(cell: one.cell, other: other.cell, more: other.moreCells, evidence: evidence))
    }
  }

  /// How many amounts of a list a column gives otherwise; nil where it is no such column.
  ///
  /// A list of the narrative says nothing of what it leaves out.
  private func misses(of list: AmountSeries, _ table: AmountSeries) -> Int? {
    guard list.entries.count >= 2 else { return nil }
    let overlap = Overlap(list, table)
    guard overlap.pairs >= 3 || (overlap.pairs == 2 && overlap.otherLone <= 1) else { return nil }
    let misses = overlap.pairs - overlap.agreeing
    guard overlap.distinct >= 2, overlap.lone <= 1, misses <= 1 || misses * 4 <= overlap.pairs else { return nil }
    return misses
  }

  private mutating func tie(_ list: AmountSeries, _ table: AmountSeries) {
    let pairs = pairs(list, table).pairs
    let agreeing = Set(
      pairs.filter { Self.agree(list.entries[$0.0], table.entries[$0.1]) }.map { list.entries[$0.0].value })
    for (a, b) in pairs {
      guard let statement = list.entries[a].statement, table.entries[b].moreCells.count < 40 else { continue }
      // What is no slip may be of another scope, such as other funds.
      let isStrong =
        agreeing.count >= 3
        && (Self.agree(list.entries[a], table.entries[b]) || Self.isSlip(list.entries[a], table.entries[b]))
      mentions.append(
        MentionTie(statement: statement, cells: table.entries[b].cells, evidence: isStrong ? .stated : .matched))
    }
  }
}
