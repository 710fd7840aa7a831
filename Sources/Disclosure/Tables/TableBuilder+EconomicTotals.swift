import Accounts
import DisclosureSyntax

/// Totals of classes of the economic classification.
extension TableBuilder {
  /// 人员经费合计 = 301 + 303, 公用经费合计 = the other classes.
  mutating func stateEconomicTotals(_ rows: [Int]) {
    let classes = rows.filter {
      table.entries[$0].role == .account && table.entries[$0].row.code?.digits == 3
        && (table.entries[$0].account ?? 0) / 100 == 3
    }
    guard !classes.isEmpty, table.kind == .basicExpenditure else { return }
    for row in rows where isTotal(row) {
      let words = table.words(of: table.entries[row])
      let isPersonnel = RowWords.contains(words, Array("人员".utf16))
      guard isPersonnel || RowWords.contains(words, Array("公用".utf16)) else { continue }
      let parts = classes.filter { ([301, 303].contains(table.entries[$0].account ?? 0)) == isPersonnel }
      // The words of two totals beside each other may be mixed up where both are wrapped.
      if sums(classes.filter { !parts.contains($0) }, in: row) { continue }
      stateSum(of: parts[...], in: row)
      for part in parts where table.entries[part].parent == row { table.entries[part].parent = row }
    }
  }

  /// Whether the first amounts of some rows add to that of another.
  private func sums(_ parts: [Int], in row: Int) -> Bool {
    guard let total = table.entries[row].cells.first, !parts.isEmpty else { return false }
    return value(total) == parts.reduce(0) { $0 + (table.entries[$1].cells.first.map { value($0) } ?? 0) }
  }
}
