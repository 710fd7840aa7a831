import DisclosureSyntax
import DisclosureText
import Ledger

/// 财政拨款收支总表 shows what each fund spends on each class of accounts; the tables of the funds show it again.
///
///     支出                合计  一般公共预算  政府性基金预算
///     八、城乡社区支出     90        60           30
///
/// 60 stands in the table of the general public budget at 212, 30 in that of the government funds.
extension TableModel {
  /// The table of a fund, by class of accounts.
  private struct FundTable {
    var fund: Term
    /// What is spent, in ascending order of accounts, the total, 0, being the first.
    var classes: AmountSeries

    /// Whether the classes make up the total, so that none was lost.
    var isWhole: Bool {
      guard let total = classes.entries.first else { return false }
      let parts = classes.entries.dropFirst()
      let slack = parts.reduce(Int128(total.halfWidth)) { $0 + Int128($1.halfWidth) }
      return abs(Int128(total.value) - parts.reduce(0) { $0 + Int128($1.value) }) <= slack
    }

    func entry(_ account: Int64) -> AmountSeries.Entry? { classes.entries.first { $0.account == account } }
  }

  /// The cells of 财政拨款收支总表 tied to those of the tables of the funds, by class of accounts.
  ///
  /// Tables that leave out what was carried over have other totals; those are not compared, nor are tables that
  /// disagree in more classes than a slip or two explain.
  ///
  /// - Parameter series: the columns of all tables that have some accounts
  /// - Complexity: O(*r* · *f*) for *r* rows and the classes of the *f* tables of funds.
  func fundTies(_ series: [AmountSeries]) -> [CellTie] {
    let summaries = tables.indices.filter { tables[$0].kind == .appropriationSummary && tables[$0].isReliable }
    guard summaries.contains(where: { !(tables[$0].forests[.expenditure]?.isFlat ?? true) }) else { return [] }
    let funds = fundTables(series)
    guard !funds.isEmpty else { return [] }
    var ties: [CellTie] = []
    for number in summaries { ties += fundTies(of: tables[number], funds) }
    return ties
  }

  private func fundTables(_ series: [AmountSeries]) -> [FundTable] {
    var result: [FundTable] = []
    for number in tables.indices where Self.isOfFund(tables[number].kind) && tables[number].isReliable {
      guard let fund = tables[number].fund, let column = tables[number].measures[.whole]?.firstIndex(of: .expenditure)
      else { continue }
      let known = series.first { $0.table == number && $0.column == column && $0.side == .whole }
      let rows =
        known ?? self.series(of: column, .whole, number, Self.accountRows(tables[number].entries, .whole))
      let classes = rows.byClass()
      if classes.entries.first?.account == 0, classes.entries.count >= 2 {
        result.append(FundTable(fund: fund, classes: classes))
      }
    }
    return result
  }

  private static func isOfFund(_ kind: TableKind) -> Bool {
    kind == .generalExpenditure || kind == .governmentFund || kind == .stateCapital
  }

  private func fundTies(of table: DisclosureTable, _ all: [FundTable]) -> [CellTie] {
    guard let forest = table.forests[.expenditure] else { return [] }
    let whole = forest.change?.later ?? 0
    let rows = Self.accountRows(table.entries, .expenditure)
    let columns = filledColumns(Array(forest.children(of: whole)), of: table, rows.map(\.row))
    // A fund that spends nothing has no amounts in its table, and its column is lost in both.
    guard let total = rows.first, total.account == 0, !columns.isEmpty,
      case let funds = fundsOfTotal(table.entries[total.row], all), funds.count == columns.count,
      funds.map(\.fund) == fundsNamed(in: table).filter({ named in all.contains { $0.fund == named } })
    else { return [] }
    var ties: [CellTie] = []
    var (agreeing, misses) = (funds.count, 0)
    let areWhole = funds.allSatisfy(\.isWhole)
    for (place, (account, row)) in rows.enumerated() where account > 0 {
      // A class that stands twice is no key.
      if rows[place - 1].account == account { continue }
      if place + 1 < rows.count, rows[place + 1].account == account { continue }
      let entry = table.entries[row]
      // Where it is open which fund's an amount is, the whole is all there is to compare.
      let shown = entry.isPlaced ? [] : funds.compactMap { $0.entry(account) }
      if let cell = table.cell(of: entry, in: whole), let first = shown.first, areWhole,
        shown.allSatisfy({ $0.cell >= 0 })
      {
        let more = first.moreCells + shown.dropFirst().flatMap(\.cells)
        if let amount = quantities[cell] { if meets(amount, shown) { agreeing += 1 } else { misses += 1 } }
        ties.append(CellTie(cell: cell, other: first.cell, more: more, evidence: .stated))
      }
      for (fund, column) in zip(funds, columns) {
        guard let cell = table.cell(of: entry, in: column), let amount = quantities[cell],
          let other = fund.entry(account), other.cell >= 0
        else { continue }
        if meets(amount, [other]) { agreeing += 1 } else { misses += 1 }
        ties.append(CellTie(cell: cell, other: other.cell, more: other.moreCells, evidence: .stated))
      }
    }
    return misses <= 2 * funds.count && agreeing >= 3 && misses <= agreeing ? ties : []
  }

  /// The columns that are not nothing but zeros; all of them where no amount is certain to stand in some.
  private func filledColumns(_ columns: [Int], of table: DisclosureTable, _ rows: [Int]) -> [Int] {
    columns.filter { column in
      let cells = rows.compactMap { table.cell(of: table.entries[$0], in: column) }
      return cells.isEmpty || cells.contains { self.cells[$0].piece.value != 0 }
    }
  }

  /// The funds whose totals the row of the total shows, in the order of its amounts.
  private func fundsOfTotal(_ total: TableEntry, _ all: [FundTable]) -> [FundTable] {
    total.cells.dropFirst().compactMap { cell in
      guard let amount = quantities[cell], amount.value != 0 else { return nil }
      return all.first { fund in fund.classes.entries.first.map { meets(amount, [$0]) } ?? false }
    }
  }

  /// Whether an amount is the sum of those of some accounts, but for rounding.
  private func meets(_ amount: Quantity, _ entries: [AmountSeries.Entry]) -> Bool {
    let halfWidth = (amount.interval.upper - amount.interval.lower) / 2
    let slack = entries.reduce(halfWidth) { $0 + Int128($1.halfWidth) }
    return abs(amount.value - entries.reduce(0) { $0 + Int128($1.value) }) <= slack
  }

  /// The funds in the order in which the head of a table names them.
  private func fundsNamed(in table: DisclosureTable) -> [Term] {
    Self.names.compactMap { name in table.head.words.position(of: name.words, from: 0).map { ($0, name.fund) } }
      .sorted { $0.0 < $1.0 }.map(\.1)
  }

  private static let names: [(fund: Term, words: [UInt16])] = [
    (.generalBudget, Array("一般公共预算".utf16)), (.governmentFund, Array("政府性基金".utf16)),
    (.stateCapital, Array("国有资本".utf16)),
  ]
}
