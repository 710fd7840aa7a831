import DisclosureSyntax

extension NarrativeReader {
  /// Takes `完成年初预算的 98%`.
  mutating func takeCompletion(_ index: StatementIndex) {
    let statement = self[index]
    guard let basis = statement.reference?.basis else { return }
    let start = itemStart(index)
    let actual = lastLevel(before: index, from: paragraphStart) { !isPlan($0) && !isBase($0) && unit($0).isMoney }
    guard let actual else { return }
    guard let plan = plan(basis, before: index, from: start), belong(plan, actual) else { return }
    narrative.completions.append(Completion(rate: index, actual: actual, plan: plan))
  }

  /// Takes `决算数小于预算数`.
  mutating func takePlanComparison(_ index: StatementIndex) {
    let statement = self[index]
    guard let basis = statement.reference?.basis else { return }
    let start = itemStart(index)
    let actual = lastLevel(before: index, from: start) { !isPlan($0) && !isBase($0) && unit($0).isMoney }
    guard let actual, self[actual].subject.basis == .final, let plan = plan(basis, before: index, from: start),
      belong(plan, actual)
    else { return }
    if let measure = statement.subject.measure, let own = self[actual].subject.measure, own != measure { return }
    narrative.completions.append(Completion(word: index, actual: actual, plan: plan))
  }

  /// Whether the budget and the final figure are of one measure: nothing else is given between.
  func belong(_ plan: StatementIndex, _ actual: StatementIndex) -> Bool {
    guard plan < actual else { return plan - actual < 3 }
    if let one = self[plan].subject.measure, let other = self[actual].subject.measure, one != other { return false }
    return lastLevel(before: actual, from: plan + 1) { !isPlan($0) && !isBase($0) && unit($0).isMoney } == nil
  }

  func isPlan(_ level: StatementIndex) -> Bool {
    column(of: self[level].subject.basis).isPlan
  }

  /// The budgets printed for the present item, latest first.
  func plans(before index: StatementIndex, from start: StatementIndex) -> [StatementIndex] {
    (start..<index).reversed().filter { self[$0].role == .level && !self[$0].isAside && isPlan($0) }
  }

  func plan(_ basis: Term, before index: StatementIndex, from start: StatementIndex) -> StatementIndex? {
    let plans = plans(before: index, from: start)
    if let named = plans.first(where: { self[$0].subject.basis == basis }) { return named }
    // 完成预算的 … where only one budget is printed.
    return basis == .budget && plans.count == 1 ? plans[0] : nil
  }
}
