import DisclosureSyntax
import Ledger

/// The government funds and the state capital, whose lists are mostly too short to be compared as lists.
extension MentionReader {
  /// Ties the accounts of a fund's section to their rows in the only table of that fund.
  ///
  ///     八、政府性基金预算财政拨款支出决算情况说明
  ///     城乡社区支出（类）…（款）城市建设支出（项）30.00 万元，主要用于…
  ///
  /// Two accounts that agree make a list; one has nothing beside it but its name, its fund and the row that
  /// shows one amount, whatever the column.
  ///
  /// - Complexity: O(rows of the tables of funds + accounts of `lists`).
  func fundTies(of lists: [AmountSeries], apartFrom known: [Bool]) -> [MentionTie] {
    [Term.governmentFund, .stateCapital].flatMap { fund -> [MentionTie] in
      let own = lists.filter { $0.fund == fund }
      guard !own.isEmpty, let rows = rows(of: fund) else { return [] }
      let repeated = own.reduce(into: Set<Int64>()) { $0.formUnion($1.unknown) }
      let entries = own.flatMap(\.entries)
      return entries.compactMap { entry in
        guard let statement = entry.statement, entry.account > 99_999, !repeated.contains(entry.account),
          entries.count(where: { $0.account == entry.account }) == 1, !known[statement],
          let cell = rows[entry.account] ?? nil
        else { return nil }
        return MentionTie(statement: statement, cell: cell, evidence: .stated)
      }
    }
  }

  /// The amount above zero of each account in the only table of `fund`, where its row shows no other; none of an
  /// account that stands twice; nil where more tables show the fund, or none.
  private func rows(of fund: Term) -> [Int64: CellIndex?]? {
    let kind: TableKind = fund == .governmentFund ? .governmentFund : .stateCapital
    let tables = model.tables.filter { $0.kind == kind && !$0.entries.isEmpty }
    guard tables.count == 1, tables[0].fund == fund, tables[0].isReliable else { return nil }
    var rows: [Int64: CellIndex?] = [:]
    for entry in tables[0].entries where entry.role == .account {
      guard let account = entry.account, account >= 0 else { continue }
      let cells = entry.cells.filter { cellQuantity($0)?.value ?? 0 != 0 }
      let isAlone = rows[account] == nil && Set(cells.map { cellQuantity($0)?.value }).count == 1
      rows[account] = .some(isAlone ? cells.first : nil)
    }
    return rows
  }
}
