import DisclosureSyntax
import DisclosureText

/// The three public expenses in rows, one under the other.
extension TableBuilder {
  /// Finds the rows of the three public expenses, each time they are listed.
  mutating func readExpenseRows(_ rows: [Int]) {
    guard table.kind == .threePublic, rows.count >= 3 else { return }
    var group: [PublicExpenseRow: Int] = [:]
    var groups: [[PublicExpenseRow: Int]] = []
    func take(_ key: PublicExpenseRow, _ row: Int) {
      if group[key] != nil {
        groups.append(group)
        group = [:]
      }
      group[key] = row
    }
    for row in rows {
      let (blank, own) = expenses(of: table.entries[row])
      for key in blank { take(key, Self.blankRow) }
      if let own { take(own, row) }
    }
    groups.append(group)
    let found = groups.filter { group in [.abroad, .vehicles, .reception].count { group[$0] != nil } >= 2 }
    guard !found.isEmpty else { return }
    for row in rows { table.entries[row].role = .foreign }
    for group in found {
      for (key, row) in group where row >= 0 { table.entries[row].role = key == .whole ? .total : .item }
    }
    table.expenses = found
    readOtherExpenses(rows)
  }

  /// Finds what stands beside the three public expenses and may be part of the total, which then is not theirs.
  private mutating func readOtherExpenses(_ rows: [Int]) {
    let others = rows.filter {
      !table.entries[$0].cells.isEmpty && PublicExpenseRow.isOther(table.words(of: table.entries[$0]))
    }
    guard !others.isEmpty else { return }
    let isNamed = Self.besides.contains {
      RowWords.contains(Array(table.title.utf16), $0) || table.head.contains($0)
    }
    let areAll = others.allSatisfy { PublicExpenseRow.isBeside(table.words(of: table.entries[$0])) }
    for index in table.expenses.indices {
      guard let total = table.expenses[index][.whole], total >= 0,
        !PublicExpenseRow.namesThree(table.words(of: table.entries[total]))
      else { continue }
      table.expenses[index][.whole] = nil
      guard isNamed, areAll, table.expenses.count == 1 else { continue }
      commonTotal = total
      otherExpenses = others
      for row in others { table.entries[row].role = .item }
    }
  }

  /// What the title of a table names whose total is not that of the three public expenses alone.
  private static let besides = ["会议费", "培训费"].map { Array($0.utf16) }

  /// Stands for a row that is blank but for its words.
  private static let blankRow = -1

  /// The expense that the words of a row name, and those above it whose rows are blank, so that their words wait for
  /// its amounts.
  private func expenses(of entry: TableEntry) -> (blank: [PublicExpenseRow], own: PublicExpenseRow?) {
    let words = table.words(of: entry)
    let border = min(max(entry.ownWords, words.startIndex), words.endIndex)
    // 费, 计
    guard border > words.startIndex, words[border - 1] == 0x8D39 || words[border - 1] == 0x8BA1,
      let own = PublicExpenseRow(words[border...])
    else { return ([], PublicExpenseRow(words)) }
    let names = words[..<border].split { $0 == 0x8D39 || $0 == 0x8BA1 }
    let blank = names.compactMap { PublicExpenseRow($0) }
    return blank.count == names.count ? (blank, own) : ([], PublicExpenseRow(words))
  }

  /// Links the rows of the three public expenses, and gives those that are part of none.
  mutating func linkExpenses(_ members: [Int]) -> [Int] {
    for row in table.entries.indices { table.entries[row].parent = nil }
    for group in table.expenses {
      for (row, parts) in sums(of: group) { for part in parts { table.entries[part].parent = row } }
    }
    return members.filter { table.entries[$0].parent == nil }
  }

  /// States the sums of the three public expenses.
  mutating func stateExpenses(_ rows: [Int]) {
    _ = linkExpenses(rows)
    for group in table.expenses {
      for (row, parts) in sums(of: group) where !parts.isEmpty { stateSum(of: parts[...], in: row, isKnown: true) }
    }
  }

  /// The rows that are sums with all the rows they are the sum of.
  private func sums(of group: [PublicExpenseRow: Int]) -> [(row: Int, parts: [Int])] {
    [PublicExpenseRow.whole, .vehicles, .reception].compactMap { key in
      guard let row = group[key] ?? (key == .whole ? commonTotal : nil), row >= 0 else { return nil }
      // The total of a table of more expenses counts them all.
      var parts = row == commonTotal ? otherExpenses : []
      for part in key.parts {
        if let own = group[part], !isBlank(own) || part.parts.allSatisfy({ isBlank(group[$0]) }) {
          if own >= 0 { parts.append(own) }
        } else {
          // The words over the parts of an expense need not have an amount.
          let inner = part.parts.compactMap { group[$0] }
          // A department that buys none may leave the row of buying out.
          let isComplete = inner.count == part.parts.count || part == .vehicles && group[.purchase] == nil
          guard !inner.isEmpty, isComplete else { return nil }
          parts += inner.filter { $0 >= 0 }
        }
      }
      return (row, parts)
    }
  }

  private func isBlank(_ row: Int?) -> Bool { row.map { $0 < 0 || table.entries[$0].cells.isEmpty } ?? true }

  /// Which of some columns shows the amounts of the disclosure's own year, or the final figures beside the budget;
  /// nil where the head does not tell.
  func ownColumn(of forest: ColumnForest) -> Int? {
    if let change = forest.change { return change.later }
    let width = forest.parents.count
    if width == 1 { return 0 }
    let years = table.head.years.prefix(width)
    if let latest = years.max(), Set(years).count > 1 { return years.firstIndex(of: latest) }
    let words = table.head.words
    guard let budget = words.position(of: HeadWords.budget, from: 0),
      let final = words.position(of: HeadWords.final, from: 0)
    else { return nil }
    return budget < final ? 1 : 0
  }
}
