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
  /// - Complexity: O(*s* · *e*) for *s* statements, *e* of which stand alone.
  mutating func echoes(apartFrom tied: [Bool]) -> [Restatement] {
    let attached = attached(tied)
    let levels = narrative.statements.indices.filter { isOwnLevel(narrative.statements[$0]) }
    let projects = levels.prefix(Self.limit).filter {
      narrative.statements[$0].statement.subject.measure == .projectExpenditure
    }
    var performance = PerformanceBlocks(tree: tree)
    var result: [Restatement] = []
    for index in levels where !attached[index] {
      guard let amount = statementQuantity(index), isLong(amount), occurrences(of: amount.value) < 2
      else { continue }
      // An account's amount need not be that of the whole.
      let isWhole = narrative.accounts[index] == nil
      var others = isWhole ? repeated(amount, in: levels, of: narrative.statements[index].section) : []
      if others.isEmpty { others = sameFund(index, amount, levels) }
      if others.isEmpty, !projects.isEmpty { others = projectExpenditure(index, amount, projects, &performance) }
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

  /// Three amounts or more of the section that are equal, and a slip away from `amount`.
  private func repeated(_ amount: Quantity, in levels: [StatementIndex], of section: Int) -> [StatementIndex] {
    // Sections follow each other.
    func start(of section: Int) -> Int {
      var (low, high) = (0, levels.count)
      while low < high {
        let middle = (low + high) / 2
        if narrative.statements[levels[middle]].section < section { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let own = levels[start(of: section)..<start(of: section + 1)]
    guard own.count <= Self.limit else { return [] }
    let others = own.filter { index in
      statementQuantity(index).map { !isRound($0) && amount.isClearSlip(from: $0) } ?? false
    }
    return others.count >= 3 && areEqual(others) ? others : []
  }

  private func areEqual(_ statements: [StatementIndex]) -> Bool {
    let values = Set(statements.compactMap { statementQuantity($0)?.value })
    return values.count == 1 && values.first != 0
  }

  /// The amounts that are all of the same fund, equal, and a slip away from `amount`; what they say is
  /// printed three times or more.
  private mutating func sameFund(_ index: StatementIndex, _ amount: Quantity, _ levels: [StatementIndex])
    -> [StatementIndex]
  {
    let subject = narrative.statements[index].statement.subject
    guard let fund = subject.fund, isWhole(subject), levels.count <= Self.limit else { return [] }
    let others = levels.filter { other in
      let subject = narrative.statements[other].statement.subject
      return subject.fund == fund && isWhole(subject)
        && statementQuantity(other).map { amount.isClearSlip(from: $0) } ?? false
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
  private mutating func projectExpenditure(
    _ index: StatementIndex, _ amount: Quantity, _ projects: [StatementIndex], _ performance: inout PerformanceBlocks
  ) -> [StatementIndex] {
    let placed = narrative.statements[index]
    guard placed.statement.subject.measure == nil || placed.statement.subject.measure == .performance,
      performance.contains(placed.block)
    else { return [] }
    let others = projects.filter { other in
      statementQuantity(other).map { amount.isClearSlip(from: $0) } ?? false
    }
    guard let value = others.first.flatMap({ statementQuantity($0)?.value }), areEqual(others),
      occurrences(of: value) >= 3
    else { return [] }
    return others
  }

  /// No disclosure has more amounts.
  private static let limit = 2_000

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
