import Accounts
import DisclosureSyntax
import Ledger

/// The columns of accounts that are compared with each other and with lists of the narrative.
extension TableModel {
  /// The series of every column of accounts.
  func series() -> [AmountSeries] {
    var result: [AmountSeries] = []
    for number in tables.indices {
      for (side, forest) in tables[number].forests.entries where side != .revenue {
        var rows = Self.accountRows(tables[number].entries, side)
        if tables[number].kind == .basicExpenditure {
          rows.removeAll { $0.account == 0 && tables[number].isTotalOfPart(tables[number].entries[$0.row]) }
        }
        let unread = Self.unreadClasses(tables[number].entries)
        for column in forest.parents.indices {
          var series = series(of: column, side, number, rows)
          if !unread.isEmpty { series.unknown.formUnion(unread) }
          if series.entries.count >= 3 { result.append(series) }
        }
      }
    }
    return result
  }

  /// The classes with an account among theirs whose amounts are in no column, so that nothing is known of their sum.
  private static func unreadClasses(_ entries: [TableEntry]) -> Set<Int64> {
    var found: Set<Int64> = []
    for row in entries.indices where entries[row].role == .foreign && !entries[row].cells.isEmpty {
      if let account = entries[row].account, account > 999 { found.insert(AmountSeries.classValue(of: account)) }
    }
    return found
  }

  /// The rows of a side that stand for an account, 0 being the total, in ascending order.
  static func accountRows(_ entries: [TableEntry], _ side: TableSide) -> [(account: Int64, row: Int)] {
    var rows: [(account: Int64, row: Int)] = []
    rows.reserveCapacity(entries.count)
    // 支出总计 may add what is carried forward, 本年支出合计 is the sum of the accounts.
    let hasTotal = entries.indices.contains { row in
      entries[row].role == .total && entries[row].side == side && !entries[row].cells.isEmpty
    }
    for row in entries.indices where entries[row].side == side {
      switch entries[row].role {
      case .total: rows.append((0, row))
      case .grandTotal where !hasTotal: rows.append((0, row))
      case .account, .item: if let account = entries[row].account, account >= 0 { rows.append((account, row)) }
      default: continue
      }
    }
    rows.sort { ($0.account, $0.row) < ($1.account, $1.row) }
    return rows
  }

  /// The amounts of a column of a table in some rows.
  func series(
    of column: Int, _ side: TableSide, _ table: Int, _ rows: [(account: Int64, row: Int)]
  ) -> AmountSeries {
    var series = AmountSeries(table: table, side: side, column: column, fund: tables[table].fund)
    var seen: Int64 = -1
    series.entries.reserveCapacity(rows.count)
    for (account, row) in rows {
      guard let cell = tables[table].cell(ofRow: row, in: column), let amount = quantities[cell], amount.value != 0
      else { continue }
      if account == seen {
        // An account that stands twice, as under two units, is no key; of totals the first is.
        if account != 0, series.entries.last?.account == account {
          series.entries.removeLast()
          series.unknown.insert(AmountSeries.classValue(of: account))
        }
        continue
      }
      seen = account
      var entry = AmountSeries.Entry(account: account, amount)
      entry.cell = cell
      series.entries.append(entry)
    }
    return series
  }
}

extension DisclosureTable {
  /// Whether a row is the total of a part of the table alone: 人员经费合计, 公用经费合计.
  func isTotalOfPart(_ entry: TableEntry) -> Bool {
    guard kind == .basicExpenditure, entry.role == .total else { return false }
    let words = words(of: entry)
    return Self.partsOfBasic.contains { RowWords.contains(words, $0) }
  }

  private static let partsOfBasic = ["人员", "公用"].map { Array($0.utf16) }
}
