import DisclosureSyntax
import DisclosureText

/// Columns and rows of rates and counts, which are no sums.
extension TableBuilder {
  /// Whether a column stands by itself in a table whose head speaks of rates: 增减%, 增长幅度.
  func isRate(_ column: Int, _ side: TableSide) -> Bool { loneColumns[Int(side.rawValue)].rates.contains(column) }

  /// Takes down which columns of a side stand by themselves, and which of these are rates.
  mutating func noteRates(of forest: ColumnForest, _ side: TableSide) {
    var (alone, rates) = (ColumnSet(), ColumnSet())
    for column in forest.parents.indices where forest.parents[column] < 0 && forest.children(of: column).isEmpty {
      alone.insert(column)
    }
    for column in alone where isRate(column, forest) { rates.insert(column) }
    loneColumns[Int(side.rawValue)] = (alone, rates)
  }

  private func isRate(_ column: Int, _ forest: ColumnForest) -> Bool {
    guard column > 0 else { return false }
    if let change = forest.change, change.rate != nil { return column > change.amount }
    if table.head.words.contains(where: { $0 == 0x25 || $0 == 0xFF05 || $0 == 0x7387 }) { return true }
    // What has changed stands behind what it is compared with.
    let first = Set(table.head.years).count >= 2 ? 2 : min(2, forest.parents.count - 1)
    guard column >= forest.change.map({ $0.amount + 1 }) ?? first else { return false }
    return Self.changes.contains { table.head.contains($0) }
  }

  /// Whether a row has amounts, and neither rates nor counts.
  func hasAmounts(_ row: Int) -> Bool {
    guard table.entries[row].role == .item else { return true }
    let words = table.words[table.entries[row].words]
    guard words.contains(where: { Self.mayBeginRate[Int($0 & 0xFF)] }) else { return true }
    return !Self.rates.contains { RowWords.contains(words, $0) }
  }

  /// Whether some columns count things, or say what one costs, which no total adds up: where cells are blank these
  /// and the amounts beside them cannot be told apart.
  var hasCounts: Bool {
    table.kind != .threePublic && table.expenses.isEmpty && Self.countWords.contains(where: { table.head.contains($0) })
      // What is owned is counted in pieces beside what it is worth.
      || table.kind == .stateAssets && Self.pieceWords.contains(where: { table.head.contains($0) })
  }

  private static let countWords = ["数量", "单价", "人数"].map { Array($0.utf16) }
  private static let pieceWords = ["面积", "辆", "台", "件"].map { Array($0.utf16) }

  /// The heads of columns that say what has changed, which may be rates without a mark.
  private static let changes = ["幅度", "比例", "增幅", "降幅", "变动", "变化", "增减", "同比", "占比", "比重"].map { Array($0.utf16) }

  /// By the lower half of a character: whether one of the words of such rows may begin with it.
  private static let mayBeginRate: [Bool] = {
    var result = [Bool](filledWith: false, count: 0x100)
    for first in rates.compactMap(\.first) { result[Int(first & 0xFF)] = true }
    return result
  }()

  /// The words of rows of rates and counts.
  private static let rates = [
    "率", "%", "％", "幅度", "比例", "增幅", "降幅", "变动", "增减", "占比", "比重", "批次", "人次", "人数", "数量", "保有量",
  ].map { Array($0.utf16) }
}
