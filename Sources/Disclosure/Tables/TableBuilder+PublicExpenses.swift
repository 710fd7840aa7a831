import DisclosureSyntax
import DisclosureText

/// The row of the three public expenses: nothing but its own sums tells its columns.
extension TableBuilder {
  /// The orders in use, each column with the one it is part of: abroad, vehicles with 小计, buying and
  /// running, reception; reception before vehicles; vehicles first.
  private static let orders = [[-1, 0, 0, 2, 2, 0], [-1, 0, 0, 0, 3, 3], [-1, 0, 1, 1, 0, 0]]

  /// What some tables show beside the three public expenses.
  private static let others = ["运行经费", "运转经费", "会议", "培训", "机关"].map { Array($0.utf16) }

  /// The columns of a table with one full row, once or for budget and final figure, in the order whose sums
  /// the row obeys, but for a slip; nil where none is so or more than one.
  func publicExpenseGrid(_ printed: [Int]) -> ColumnGrid? {
    guard table.kind == .threePublic, table.expenses.isEmpty, printed.count == 1, let row = printed.first,
      case let cells = table.entries[row].cells, cells.count == 6 || cells.count == 12,
      !Self.others.contains(where: { table.head.contains($0) })
    else { return nil }
    let amounts = cells.map { value($0) }
    var best: ColumnForest?
    var fewest = Int.max
    var isAlone = true
    let hasBoth = table.head.contains(HeadWords.budget) && table.head.contains(HeadWords.final)
    for parents in Self.layouts(cells.count, hasBoth: hasBoth) {
      let forest = ColumnForest(parents: parents)
      let (holds, breaks) = check(forest, amounts)
      guard breaks <= cells.count / 6, holds >= cells.count / 6, breaks <= fewest else { continue }
      isAlone = breaks < fewest
      (best, fewest) = (forest, breaks)
    }
    guard let best, isAlone || fewest == 0 else { return nil }
    var grid = ColumnGrid(forest: best, placements: [Placements(Placement.filled(cells.count))])
    grid.holds = Array(repeating: 5, count: cells.count)
    grid.breaks = Array(repeating: 0, count: cells.count)
    return grid
  }

  /// The orders for one set of columns; for two, one behind the other or each column beside its like.
  ///
  /// Where budget and final figure stand beside each other, six are what is left of twelve.
  private static func layouts(_ width: Int, hasBoth: Bool) -> [[Int]] {
    let halves = [[-1, 0, 0, -1, 3, 3]]
    if width == 6 { return hasBoth ? halves : orders + halves }
    let behind = orders.map { $0 + $0.map { $0 < 0 ? -1 : $0 + 6 } }
    let beside = orders.map { order in order.flatMap { [$0 < 0 ? -1 : $0 * 2, $0 < 0 ? -1 : $0 * 2 + 1] } }
    return behind + beside
  }

  /// How many sums of amounts above zero the row obeys, and how many it does not.
  private func check(_ forest: ColumnForest, _ amounts: [Int64]) -> (holds: Int, breaks: Int) {
    var (holds, breaks) = (0, 0)
    for sum in forest.sums {
      let miss = amounts[sum.column] - sum.children.reduce(0) { $0 + amounts[$1] }
      // What rounding to two decimals leaves.
      let isMissed = abs(miss) > 50 * Int64(sum.children.count + 1)
      if isMissed { breaks += 1 } else if amounts[sum.column] != 0 { holds += 1 }
    }
    return (holds, breaks)
  }
}

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
  }

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
      guard let row = group[key], row >= 0 else { return nil }
      var parts: [Int] = []
      for part in key.parts {
        if let own = group[part], !isBlank(own) || part.parts.allSatisfy({ isBlank(group[$0]) }) {
          if own >= 0 { parts.append(own) }
        } else {
          // The words over the parts of an expense need not have an amount.
          let inner = part.parts.compactMap { group[$0] }
          guard !inner.isEmpty, inner.count == part.parts.count else { return nil }
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
