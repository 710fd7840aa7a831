import DisclosureSyntax
import Ledger

/// Amounts that repeat another one but for a slip of the pen.
///
/// A draft says many amounts again without a word that ties them: the procurement that is reserved for
/// small enterprises is all of it, four quarters get the same. Nothing is tied where they agree. One that
/// stands in no sum, share or comparison, is printed nowhere else and is a digit away from what others
/// like it say was meant to be what they are.
extension MentionReader {
  /// The amounts that are, but for a slip, what others say.
  ///
  /// - Parameter tied: the statements that a table states again.
  /// - Complexity: O((*s* + *e*) · log *s*) for *s* statements, *e* of which stand alone.
  func echoes(apartFrom tied: [Bool]) -> [Restatement] {
    let attached = attached(tied)
    let levels = narrative.statements.indices.filter { isOwnLevel(narrative.statements[$0]) }
    var sorted: SortedAmounts?
    var performance = PerformanceBlocks(tree: tree)
    var result: [Restatement] = []
    for index in levels where !attached[index] {
      guard let amount = statementQuantity(index), isLong(amount), occurrences(of: amount.value) < 2
      else { continue }
      let amounts = sorted ?? SortedAmounts(levels, statementQuantity)
      sorted = amounts
      let near = amounts.near(amount, statementQuantity)
      if near.isEmpty { continue }
      // An account's amount need not be that of the whole.
      let isWhole = narrative.accounts[index] == nil
      var others = isWhole ? repeated(near, of: narrative.statements[index].section) : []
      if others.isEmpty { others = sameFund(index, near) }
      if others.isEmpty { others = projectExpenditure(index, near, &performance) }
      result += others.prefix(3).map { Restatement(first: $0, second: index, isStated: true, reason: .sameMeasure) }
    }
    return result
  }

  /// For each statement whether a table, a sum, a share, a comparison or another mention already checks it.
  private func attached(_ tied: [Bool]) -> [Bool] {
    var result = tied
    for list in narrative.breakdowns where list.isFull {
      result[list.head] = true
      for part in list.parts { result[part] = true }
    }
    for share in narrative.shares { (result[share.part], result[share.whole]) = (true, true) }
    for movement in narrative.movements {
      if let current = movement.current { result[current] = true }
      if let base = movement.base { result[base] = true }
    }
    for completion in narrative.completions { (result[completion.actual], result[completion.plan]) = (true, true) }
    for difference in narrative.differences { (result[difference.actual], result[difference.plan]) = (true, true) }
    for restatement in narrative.restatements { (result[restatement.first], result[restatement.second]) = (true, true) }
    return result
  }

  /// Three amounts or more of the section that are equal, of those that are `near`.
  private func repeated(_ near: [StatementIndex], of section: Int) -> [StatementIndex] {
    let others = near.filter { index in
      narrative.statements[index].section == section && (statementQuantity(index).map { !isRound($0) } ?? false)
    }
    return others.count >= 3 && areEqual(others) ? others : []
  }

  private func areEqual(_ statements: [StatementIndex]) -> Bool {
    let values = Set(statements.compactMap { statementQuantity($0)?.value })
    return values.count == 1 && values.first != 0
  }

  /// The amounts of the same fund, all equal, of those that are `near`; what they say is printed three times or more.
  private func sameFund(_ index: StatementIndex, _ near: [StatementIndex]) -> [StatementIndex] {
    let subject = narrative.statements[index].statement.subject
    guard let fund = subject.fund, isWhole(subject) else { return [] }
    let others = near.filter { other in
      let subject = narrative.statements[other].statement.subject
      return subject.fund == fund && isWhole(subject)
    }
    guard let value = others.first.flatMap({ statementQuantity($0)?.value }), areEqual(others),
      occurrences(of: value) >= 3
    else { return [] }
    return others
  }

  private func isWhole(_ subject: Subject) -> Bool {
    !subject.isQualified && !subject.isAccount && subject.measure.map(\.isGeneralMeasure) ?? true
  }

  /// `项目支出全面实施绩效目标管理，涉及预算拨款 1180 万元`: all projects, whose amount is printed more than twice.
  private func projectExpenditure(
    _ index: StatementIndex, _ near: [StatementIndex], _ performance: inout PerformanceBlocks
  ) -> [StatementIndex] {
    let placed = narrative.statements[index]
    guard placed.statement.subject.measure == nil || placed.statement.subject.measure == .performance,
      case let others = near.filter({ narrative.statements[$0].statement.subject.measure == .projectExpenditure }),
      let value = others.first.flatMap({ statementQuantity($0)?.value }), performance.contains(placed.block),
      areEqual(others), occurrences(of: value) >= 3
    else { return [] }
    return others
  }

  /// Whether the amount is a round one, which many things may cost.
  private func isRound(_ quantity: Quantity) -> Bool { quantity.value % (quantity.step * 100) == 0 }
}

/// Which blocks speak of performance; the last one is remembered, for its statements follow each other.
private struct PerformanceBlocks {
  let tree: SyntaxTree
  private var last: (block: Int, isOne: Bool)?

  init(tree: SyntaxTree) { self.tree = tree }

  /// Whether a block speaks of performance.
  mutating func contains(_ block: Int) -> Bool {
    if let last, last.block == block { return last.isOne }
    let isOne = tree.blocks[block].tokens.contains { token in
      if case .term(.performance) = token.kind { true } else { false }
    }
    last = (block, isOne)
    return isOne
  }
}

/// The amounts of some statements, to be found by what they say.
private struct SortedAmounts {
  private var amounts: [(value: Int128, index: StatementIndex)] = []

  /// - Complexity: O(*n* log *n*).
  init(_ statements: [StatementIndex], _ quantity: (StatementIndex) -> Quantity?) {
    amounts.reserveCapacity(statements.count)
    for index in statements { if let own = quantity(index) { amounts.append((own.value, index)) } }
    amounts.sort { ($0.value, $0.index) < ($1.value, $1.index) }
  }

  /// The statements whose amounts are a clear slip away from `amount`, in the order of the text.
  ///
  /// - Complexity: O(log *n*) for each of some hundred amounts.
  func near(_ amount: Quantity, _ quantity: (StatementIndex) -> Quantity?) -> [StatementIndex] {
    var found: [StatementIndex] = []
    amount.forEachSlip { value in
      var (low, high) = (0, amounts.count)
      while low < high {
        let middle = (low + high) / 2
        if amounts[middle].value < value { low = middle + 1 } else { high = middle }
      }
      while low < amounts.count, amounts[low].value == value {
        let index = amounts[low].index
        if quantity(index).map({ amount.isClearSlip(from: $0) }) ?? false { found.append(index) }
        low += 1
      }
    }
    found.sort()
    return found.indices.lazy.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
  }
}
