import Accounts
import DisclosureSyntax
import Ledger

/// Finds columns of different tables, and lists of the narrative, that state the same amounts.
///
/// Two series are the same if all their accounts agree but one, and enough of them do to
/// exclude chance: three that differ from each other.
struct SeriesMatcher {
  /// The columns and lists that were compared, and what ties them.
  private(set) var matched = MatchedSeries()
  /// The pairs of cells that are tied.
  private var tied = AmountCounts(capacity: 0)

  /// More series than the tables of one disclosure have. Only so many are compared with another, so
  /// that the time for a file of very many tables grows with its size alone.
  private static let reach = 150

  /// Compares the series that are near each other in pairs, and every list of the narrative with the
  /// tables. What is as it was before an edit is taken over from what was found then.
  ///
  /// - Complexity: O(*s* · *a*) for *s* series of *a* accounts, times ``reach``.
  mutating func match(_ series: [AmountSeries], lists: [AmountSeries], after former: MatchedSeries) {
    let isKnown = former.series == series
    matched = isKnown ? former : MatchedSeries(series)
    if !isKnown { match(series, matched.classes) }
    if isKnown, former.lists == lists { return }
    matched.lists = lists
    matched.mentions = []
    for list in lists { match(list, series, matched.classes) }
  }

  private mutating func match(_ series: [AmountSeries], _ classes: [AmountSeries]) {
    // Most pairs are told apart by their lengths.
    let lengths = zip(series, classes).map { (all: $0.entries.count, classes: $1.entries.count) }
    let tables = series.map { $0.table }
    tied = AmountCounts(capacity: series.reduce(0) { $0 + $1.entries.count } / 3)
    // Pairs that agree in everything exclude looser ones between the same tables; a series
    // that agrees with one that was tied before needs no ties with its others.
    var whole = AmountCounts(capacity: series.count)
    var hub = Array(series.indices)
    func key(_ index: Int, _ table: Int?) -> Int64 { Int64(index << 20 | (table ?? 0)) }
    for isLoose in [false, true] {
      for second in series.indices {
        for first in max(0, second - Self.reach)..<second where tables[first] != tables[second] {
          guard
            abs(lengths[first].all - lengths[second].all) <= 1
              || abs(lengths[first].classes - lengths[second].classes) <= 1
          else { continue }
          // Both are tied to one already.
          if isLoose ? hub[second] == hub[first] : hub[first] != first && hub[second] == hub[first] { continue }
          let areAlike = mayMatch(series[first], series[second], isLoose)
          guard areAlike || mayMatch(classes[first], classes[second], isLoose) else { continue }
          let keys = (key(first, tables[second]), key(second, tables[first]))
          if isLoose, whole[keys.0] + whole[keys.1] > 0 { continue }
          if areAlike {
            tieAll(series[first], series[second])
            if !isLoose, hub[second] == second { hub[second] = hub[first] }
          } else {
            tieAll(classes[first], classes[second])
          }
          if !isLoose {
            whole.add(keys.0)
            whole.add(keys.1)
          }
        }
      }
    }
  }

  /// Ties a list of the narrative to the columns that agree with it best.
  private mutating func match(_ list: AmountSeries, _ series: [AmountSeries], _ classes: [AmountSeries]) {
    let byClass = list.byClass()
    var found: [(list: AmountSeries, table: AmountSeries, misses: Int)] = []
    var least: Int?
    for index in series.indices.prefix(Self.reach) {
      if let misses = misses(of: list, series[index]) {
        found.append((list, series[index], misses))
        least = min(least ?? misses, misses)
      } else if let misses = misses(of: byClass, classes[index]) {
        found.append((byClass, classes[index], misses))
      }
    }
    // A column of classes says nothing of the list's own accounts, and may lack the wrong one.
    guard let least = least ?? found.map(\.misses).min() else { return }
    found.removeAll { $0.misses != least }
    // Where an amount is wrong, other funds seem to fit as well as the list's own.
    // Where the fund has no table, a table of all funds has other amounts rightly.
    if least > 0, let fund = list.fund { found.removeAll { $0.table.fund != fund } }
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

  /// Whether two series agree in all accounts, or in all but one.
  private func mayMatch(_ left: AmountSeries, _ right: AmountSeries, _ isLoose: Bool) -> Bool {
    guard left.entries.count >= 3, right.entries.count >= 3, abs(left.entries.count - right.entries.count) <= 1 else {
      return false
    }
    let limit = isLoose ? 1 : 0
    let overlap = Overlap(left, right, limit: limit)
    return overlap.misses <= limit && overlap.distinct >= 3
  }

  static func agree(_ one: AmountSeries.Entry, _ other: AmountSeries.Entry) -> Bool {
    let slack = one.halfWidth + other.halfWidth
    return abs(one.value - other.value) <= slack
  }

  /// Ties the amounts of two series that may be the same.
  private mutating func tieAll(_ left: AmountSeries, _ right: AmountSeries) {
    let (pairs, isWhole) = pairs(left, right)
    let hasTotals = left.entries[0].account == 0 && right.entries[0].account == 0
    for (a, b) in pairs {
      let isStrong =
        isWhole
        && (Self.agree(left.entries[a], right.entries[b]) || (hasTotals && left.entries[a].account != 0)
          || Self.isSlip(left.entries[a], right.entries[b]))
      tie(left, a, right, b, isStrong: isStrong)
    }
  }

  private static func isSlip(_ one: AmountSeries.Entry, _ other: AmountSeries.Entry) -> Bool {
    func quantity(_ entry: AmountSeries.Entry) -> Quantity {
      Quantity(value: entry.value, halfWidth: entry.halfWidth, step: max(1, entry.halfWidth * 2))
    }
    return quantity(one).isOneSlip(from: quantity(other))
  }

  /// Ties an amount of one series to one of another.
  private mutating func tie(_ left: AmountSeries, _ a: Int, _ right: AmountSeries, _ b: Int, isStrong: Bool) {
    // An entry is looked at where it stands: a copy of it retains its list.
    let (one, other) = (left.entries[a].cell, right.entries[b].cell)
    guard one >= 0, other >= 0 else { return }
    let (isOneSingle, isOtherSingle) = (left.entries[a].moreCells.isEmpty, right.entries[b].moreCells.isEmpty)
    if isOneSingle, isOtherSingle {
      let pair = Int64(one) << 32 | Int64(other)
      if tied[pair] > 0 { return }
      tied.add(pair)
    }
    let evidence: Relation.Evidence = isStrong ? .stated : .matched
    if isOtherSingle {
      matched.ties.append(CellTie(cell: other, other: one, more: left.entries[a].moreCells, evidence: evidence))
    } else if isOneSingle {
      matched.ties.append(CellTie(cell: one, other: other, more: right.entries[b].moreCells, evidence: evidence))
    }
  }

  /// How many amounts of a list a column gives otherwise or not at all; nil where it is no such column.
  ///
  /// A list of the narrative says nothing of what it leaves out.
  private func misses(of list: AmountSeries, _ table: AmountSeries) -> Int? {
    guard list.entries.count >= 2 else { return nil }
    let overlap = Overlap(list, table, loneLimit: 1)
    guard overlap.pairs >= 3 || (overlap.pairs == 2 && overlap.otherLone <= 1) else { return nil }
    let misses = overlap.pairs - overlap.agreeing
    guard overlap.distinct >= 2, overlap.lone <= 1, misses <= 1 || misses * 4 <= overlap.pairs else { return nil }
    // An account that the column lacks fits it no better than one with another amount.
    return misses + overlap.lone
  }

  private mutating func tie(_ list: AmountSeries, _ table: AmountSeries) {
    let pairs = pairs(list, table).pairs
    let distinct = Overlap(list, table).distinct
    for (a, b) in pairs {
      guard let statement = list.entries[a].statement, table.entries[b].moreCells.count < 40 else { continue }
      // What is no slip may be of another scope, such as other funds.
      let isStrong =
        distinct >= 3
        && (Self.agree(list.entries[a], table.entries[b]) || Self.isSlip(list.entries[a], table.entries[b]))
      matched.mentions.append(
        MentionTie(
          statement: statement, cell: table.entries[b].cell, more: table.entries[b].moreCells,
          evidence: isStrong ? .stated : .matched))
    }
  }
}
