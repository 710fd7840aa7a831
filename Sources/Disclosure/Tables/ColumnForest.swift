import DisclosureText

/// The columns of a table as trees: a column whose amounts are the sum of other columns' is
/// their parent.
///
/// Columns are in the order of the text, and a parent stands before its children, as 合计
/// stands before 基本支出 and 项目支出.
@usableFromInline package struct ColumnForest: Hashable, Sendable {
  /// For each column its parent, or -1.
  package var parents: [Int]
  /// The columns that are part of their parent without being summed: 其中：财政拨款.
  package var memos = ColumnSet()

  /// The columns that say what has changed between two others.
  package var change: ColumnChange?

  /// A column and the columns that add to it.
  struct Sum {
    var column: Int
    var children: ColumnSet
  }

  /// The children of `column` that add to it, in order.
  func children(of column: Int) -> ColumnSet {
    var result = ColumnSet()
    for child in parents.indices where parents[child] == column && !memos.contains(child) { result.insert(child) }
    return result
  }

  /// The columns that are sums, in order, with what adds to them.
  var sums: [Sum] {
    var wholes = ColumnSet()
    for column in parents.indices where parents[column] >= 0 && !memos.contains(column) {
      wholes.insert(parents[column])
    }
    var sums: [Sum] = []
    sums.reserveCapacity(wholes.count)
    for column in wholes { sums.append(Sum(column: column, children: children(of: column))) }
    return sums
  }

  /// Whether the first column is the total of the row, which is never blank: it is a sum, and no other tree stands
  /// beside it, as 本年收入 does with its parts beside 年初结转 with its own.
  var hasTotal: Bool {
    guard !children(of: 0).isEmpty else { return false }
    return !parents.indices.dropFirst().contains { parents[$0] < 0 && !children(of: $0).isEmpty }
  }

  /// The columns of each level that add up from row to row: those without a parent but rates,
  /// then those below each parent.
  var levels: [[Int]] {
    let roots = parents.indices.filter { parents[$0] < 0 && $0 != change?.rate }
    let lower = parents.indices.map { column in parents.indices.filter { parents[$0] == column } }
    return ([roots] + lower).filter { !$0.isEmpty }
  }

  /// Whether no column has a parent.
  var isFlat: Bool { parents.allSatisfy { $0 < 0 } }
}

/// Finds out from the amounts of a row which of them are sums of others.
struct ForestReader {
  private var values: ArraySlice<Int64> = []
  /// The most that a sum of *n* amounts may miss, for each amount.
  let tolerance: Int64
  /// The trees that may begin with each column.
  private var trees: [Trees]
  /// For each column and each end of its tree the children of the column.
  private var chains: [ColumnSet]
  private var work = 0

  private var start = 0
  private let count: Int
  /// Whether a column may be a part of the one before it without being summed.
  private let hasMemo: Bool

  /// Prepares to read rows of so many amounts, at most `ColumnSet.limit`.
  init(width count: Int, tolerance: Int64, hasMemo: Bool) {
    self.tolerance = tolerance
    self.hasMemo = hasMemo
    self.count = count
    trees = Array(filledWith: Trees(), count: count + 1)
    chains = Array(filledWith: ColumnSet(), count: (count + 1) * (count + 1))
  }

  /// The trees that may begin with a column.
  private struct Trees {
    /// The columns before which they may end.
    var ends = ColumnSet()
    /// The fewest trees that cover the columns from this one on, and where the first of them ends.
    var fewest = Int.max / 2
    var choice = 0
  }

  /// Reads the trees that cover most of a row with the amounts `values` in the place of others, or of none.
  ///
  /// - Complexity: bounded by `workLimit` steps.
  mutating func read(_ values: ArraySlice<Int64>, into forest: inout ColumnForest) {
    self.values = values
    start = values.startIndex
    work = 0
    for index in trees.indices { trees[index] = Trees() }
    for index in chains.indices { chains[index] = ColumnSet() }
    for root in stride(from: count - 1, through: 0, by: -1) {
      trees[root].ends.insert(root + 1)
      if values[start + root] != 0 { extend(root, root + 1, 0, ColumnSet()) }
    }
    trees[count].fewest = 0
    for first in stride(from: count - 1, through: 0, by: -1) {
      // Of equally few, those with the longest first tree.
      for end in trees[first].ends where trees[end].fewest + 1 <= trees[first].fewest {
        trees[first].fewest = trees[end].fewest + 1
        trees[first].choice = end
      }
    }
    for column in forest.parents.indices { forest.parents[column] = -1 }
    forest.memos = ColumnSet()
    var first = 0
    while first < count {
      place(first, trees[first].choice, in: &forest)
      first = trees[first].choice
    }
  }

  private static let workLimit = 4_000

  /// Adds trees from `next` on to the children of `root` as long as they may still add up.
  private mutating func extend(_ root: Int, _ next: Int, _ sum: Int64, _ chain: ColumnSet) {
    work += 1
    if work > Self.workLimit { return }
    let whole = values[start + root]
    if !chain.isEmpty, !trees[root].ends.contains(next),
      abs(whole - sum) <= (chain.count == 1 ? 0 : tolerance * Int64(chain.count + 1))
    {
      trees[root].ends.insert(next)
      chains[root * (count + 1) + next] = chain
    }
    guard next < count else { return }
    let value = values[start + next]
    if value > 0, sum > whole { return }
    let longer = chain.with(next)
    for end in trees[next].ends { extend(root, end, sum + value, longer) }
    // 小计, 其中：财政拨款, 政府性基金: the second is a part of the first.
    let memo = next + 1
    if hasMemo, memo < count, values[start + memo] > 0, values[start + memo] < value, chain.isEmpty || sum > 0 {
      extend(root, memo + 1, sum + value, longer)
    }
  }

  // Changes nothing, but would be given a copy of the reader else.
  private mutating func place(_ root: Int, _ end: Int, in forest: inout ColumnForest) {
    var last: Int?
    for child in chains[root * (count + 1) + end] {
      forest.parents[child] = root
      if let last { place(last, child, in: &forest) }
      last = child
    }
    if let last { place(last, end, in: &forest) }
    if last == nil, end == root + 2 {
      forest.parents[root + 1] = root
      forest.memos.insert(root + 1)
    }
  }
}
