import Accounts
import DisclosureSyntax
import Ledger

/// Finds columns of different tables, and lists of the narrative, that state the same amounts.
///
/// Two series are the same if all their accounts agree but one, and enough of them do to
/// exclude chance: three that differ from each other.
struct SeriesMatcher {
  /// The columns and lists that were compared, and what ties them.
  var matched = MatchedSeries()
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
    let amounts = series.reduce(0) { $0 + $1.entries.count }
    tied = AmountCounts(capacity: amounts / 2)
    matched.ties.reserveCapacity(amounts / 3)
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
          let ofAccounts = Self.match(series, first, second, isLoose)
          guard let match = ofAccounts ?? Self.match(classes, first, second, isLoose) else { continue }
          let keys = (key(first, tables[second]), key(second, tables[first]))
          if isLoose, whole[keys.0] + whole[keys.1] > 0 { continue }
          tieAll(ofAccounts == nil ? classes : series, first, second, isWhole: match.isWhole)
          if ofAccounts != nil, !isLoose, hub[second] == second { hub[second] = hub[first] }
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
    var found: [(column: Int, isByClass: Bool, misses: Int)] = []
    var least: Int?
    for index in series.indices.prefix(Self.reach) {
      if let misses = Self.misses(of: list.entries, series[index].entries) {
        found.append((index, false, misses))
        least = min(least ?? misses, misses)
      } else if let misses = Self.misses(of: byClass.entries, classes[index].entries) {
        found.append((index, true, misses))
      }
    }
    // A column of classes says nothing of the list's own accounts, and may lack the wrong one.
    guard let least = least ?? found.map(\.misses).min() else { return }
    found.removeAll { $0.misses != least }
    // Where an amount is wrong, other funds seem to fit as well as the list's own.
    // Where the fund has no table, a table of all funds has other amounts rightly.
    if least > 0, let fund = list.fund { found.removeAll { series[$0.column].fund != fund } }
    for match in found {
      if match.isByClass {
        tie(byClass.entries, classes[match.column].entries)
      } else {
        tie(list.entries, series[match.column].entries)
      }
    }
  }

  /// Calls `body` with the places of each two entries that have one account.
  @inline(__always)
  private static func forEachPair(
    _ left: [AmountSeries.Entry], _ right: [AmountSeries.Entry], _ body: (Int, Int) -> Void
  ) {
    var (a, b) = (0, 0)
    while a < left.count, b < right.count {
      let (one, other) = (left[a].account, right[b].account)
      if one == other { body(a, b) }
      if one <= other { a += 1 }
      if other <= one { b += 1 }
    }
  }

  /// How far two of the series agree, where they do in all accounts, or in all but one.
  private static func match(_ all: [AmountSeries], _ first: Int, _ second: Int, _ isLoose: Bool) -> Overlap? {
    // Nearly always the totals tell.
    if !isLoose, !beginAlike(all, first, second) { return nil }
    let (left, right) = (all[first].entries, all[second].entries)
    let limit = isLoose ? 1 : 0
    guard left.count >= 3, right.count >= 3, abs(left.count - right.count) <= limit else { return nil }
    let overlap = Overlap(left, right, limit: limit)
    return overlap.misses <= limit && overlap.distinct >= 3 ? overlap : nil
  }

  static func agree(_ one: AmountSeries.Entry, _ other: AmountSeries.Entry) -> Bool {
    let slack = one.halfWidth + other.halfWidth
    return abs(one.value - other.value) <= slack
  }

  /// Ties the amounts of two of the series that may be the same.
  private mutating func tieAll(_ all: [AmountSeries], _ first: Int, _ second: Int, isWhole: Bool) {
    let (left, right) = (all[first].entries, all[second].entries)
    let hasTotals = left[0].account == 0 && right[0].account == 0
    Self.forEachPair(left, right) { a, b in
      let isStrong =
        isWhole
        && (Self.agree(left[a], right[b]) || (hasTotals && left[a].account != 0) || Self.isSlip(left[a], right[b]))
      tie(left, a, right, b, isStrong: isStrong)
    }
  }

  private static func isSlip(_ one: AmountSeries.Entry, _ other: AmountSeries.Entry) -> Bool {
    func quantity(_ entry: AmountSeries.Entry) -> Quantity {
      Quantity(
        value: Int128(entry.value), halfWidth: Int128(entry.halfWidth), step: max(1, Int128(entry.halfWidth) * 2))
    }
    return quantity(one).isOneSlip(from: quantity(other))
  }

  /// Ties an amount of one series to one of another.
  private mutating func tie(
    _ left: [AmountSeries.Entry], _ a: Int, _ right: [AmountSeries.Entry], _ b: Int, isStrong: Bool
  ) {
    // An entry is looked at where it stands: a copy of it retains its list.
    let (one, other) = (left[a].cell, right[b].cell)
    guard one >= 0, other >= 0 else { return }
    let (isOneSingle, isOtherSingle) = (left[a].moreCells.isEmpty, right[b].moreCells.isEmpty)
    let evidence: Relation.Evidence = isStrong ? .stated : .matched
    if isOneSingle, isOtherSingle {
      guard tied.insert(Int64(one) << 32 | Int64(other)) else { return }
      matched.ties.append(CellTie(cell: other, other: one, evidence: evidence))
    } else if isOtherSingle {
      matched.ties.append(CellTie(cell: other, other: one, more: left[a].moreCells, evidence: evidence))
    } else if isOneSingle {
      matched.ties.append(CellTie(cell: one, other: other, more: right[b].moreCells, evidence: evidence))
    }
  }

  /// How many amounts of a list a column gives otherwise or not at all; nil where it is no such column.
  ///
  /// A list of the narrative says nothing of what it leaves out.
  private static func misses(of list: [AmountSeries.Entry], _ table: [AmountSeries.Entry]) -> Int? {
    guard list.count >= 2 else { return nil }
    let overlap = Overlap(list, table, loneLimit: 1)
    guard overlap.pairs >= 3 || (overlap.pairs == 2 && overlap.otherLone <= 1) else { return nil }
    let misses = overlap.pairs - overlap.agreeing
    guard overlap.distinct >= 2, overlap.lone <= 1, misses <= 1 || misses * 4 <= overlap.pairs else { return nil }
    // An account that the column lacks fits it no better than one with another amount.
    return misses + overlap.lone
  }

  private mutating func tie(_ list: [AmountSeries.Entry], _ table: [AmountSeries.Entry]) {
    let distinct = Overlap(list, table).distinct
    Self.forEachPair(list, table) { a, b in
      guard let statement = list[a].statement, table[b].moreCells.count < 40 else { return }
      // What is no slip may be of another scope, such as other funds.
      let isStrong =
        distinct >= 3
        && (Self.agree(list[a], table[b]) || Self.isSlip(list[a], table[b]))
      matched.mentions.append(
        MentionTie(
          statement: statement, cell: table[b].cell, more: table[b].moreCells,
          evidence: isStrong ? .stated : .matched))
    }
  }
}
