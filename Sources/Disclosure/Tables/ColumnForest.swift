/// The columns of a table as trees: a column whose amounts are the sum of other columns' is
/// their parent.
///
/// Columns are in the order of the text, and a parent stands before its children, as 合计
/// stands before 基本支出 and 项目支出.
package struct ColumnForest: Hashable, Sendable {
  /// For each column its parent, or -1.
  package var parents: [Int]
  /// The columns that are part of their parent without being summed: 其中：财政拨款.
  package var memos: Set<Int> = []

  /// The children of `column` that add to it, in order.
  package func children(of column: Int) -> [Int] {
    parents.indices.filter { parents[$0] == column && !memos.contains($0) }
  }

  /// The number of columns that have a parent to be added to, or children.
  var covered: Int {
    parents.indices.count { parents[$0] >= 0 || parents.contains($0) }
  }
}

/// Finds out from the amounts of a row which of them are sums of others.
struct ForestReader {
  let values: [Int64]
  /// The most that a sum of *n* amounts may miss, for each amount.
  let tolerance: Int64
  private var ends: [[Int]] = []
  private var children: [[Int: [Int]]] = []
  private var work = 0

  init(_ values: [Int64], tolerance: Int64) {
    self.values = values
    self.tolerance = tolerance
  }

  /// The trees that cover most of the row.
  ///
  /// - Complexity: bounded by `workLimit` steps.
  mutating func forest() -> ColumnForest {
    let count = values.count
    ends = Array(repeating: [], count: count + 1)
    children = Array(repeating: [:], count: count + 1)
    for root in stride(from: count - 1, through: 0, by: -1) {
      var found: [Int: [Int]] = [root + 1: []]
      if values[root] != 0 {
        var chain: [Int] = []
        extend(root, root + 1, 0, &chain, &found)
      }
      children[root] = found
      ends[root] = found.keys.sorted()
    }
    // The fewest trees that cover all columns.
    var best = Array(repeating: Int.max / 2, count: count + 1)
    var choice = Array(repeating: 0, count: count + 1)
    best[count] = 0
    for start in stride(from: count - 1, through: 0, by: -1) {
      for end in ends[start].reversed() where best[end] + 1 < best[start] {
        best[start] = best[end] + 1
        choice[start] = end
      }
    }
    var forest = ColumnForest(parents: Array(repeating: -1, count: count))
    var start = 0
    while start < count {
      place(start, choice[start], in: &forest)
      start = choice[start]
    }
    return forest
  }

  private static let workLimit = 4_000

  /// Adds trees from `next` on to the children of `root` as long as they may still add up.
  private mutating func extend(
    _ root: Int, _ next: Int, _ sum: Int64, _ chain: inout [Int], _ found: inout [Int: [Int]]
  ) {
    work += 1
    if work > Self.workLimit { return }
    if !chain.isEmpty, abs(values[root] - sum) <= (chain.count == 1 ? 0 : tolerance * Int64(chain.count + 1)),
      found[next] == nil
    {
      found[next] = chain
    }
    guard next < values.count else { return }
    if values[next] > 0, sum > values[root] { return }
    for end in ends[next] {
      chain.append(next)
      extend(root, end, sum + values[next], &chain, &found)
      chain.removeLast()
    }
  }

  private func place(_ root: Int, _ end: Int, in forest: inout ColumnForest) {
    guard let chain = children[root][end], !chain.isEmpty else { return }
    for (position, child) in chain.enumerated() {
      forest.parents[child] = root
      place(child, position + 1 < chain.count ? chain[position + 1] : end, in: &forest)
    }
  }
}
