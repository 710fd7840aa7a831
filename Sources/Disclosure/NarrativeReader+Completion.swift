import DisclosureSyntax

extension NarrativeReader {
  /// Takes `完成年初预算的 98%`.
  mutating func takeCompletion(_ index: StatementIndex) {
    let statement = self[index]
    guard let basis = statement.reference?.basis, !statement.isOfUnread else { return }
    let start = itemStart(index)
    let actual = lastLevel(before: index, from: paragraphStart) {
      !isPlan($0) && !isBase($0) && unit($0).isMoney && self[$0].depth <= statement.depth
    }
    guard var actual else { return }
    if index > paragraphStart, self[index - 1].role == .level, self[index - 1].reference?.basis != nil {
      guard let divided = divided(actual, by: index - 1, at: index) else { return }
      actual = divided
    }
    if let measure = statement.subject.measure, let own = self[actual].subject.measure, own != measure,
      !measure.isGeneralMeasure
    {
      return
    }
    let compared = comparedPlan(before: index)
    if let plan = compared ?? plan(basis, before: index, from: start),
      compared != nil || belong(plan, actual) || isCompleted(plan, by: index, of: actual)
    {
      narrative.completions.append(Completion(rate: index, actual: actual, plan: plan))
    } else if let change = planChange(before: index, of: actual, basis) {
      narrative.impliedCompletions.append(ImpliedCompletion(rate: index, actual: actual, change: change))
    } else if let plan = listedPlan(basis, of: actual) {
      narrative.completions.append(Completion(rate: index, actual: actual, plan: plan))
    } else {
      openCompletion = (index, actual)
      narrative.openCompletions.append((index, actual))
    }
  }

  /// `支出 100 万元，完成年初预算 90 万元的 111.11%；完成调整预算 110 万元的 90.91%`: the plan stands in the completion.
  private func isCompleted(_ plan: StatementIndex, by rate: StatementIndex, of actual: StatementIndex) -> Bool {
    plan == rate - 1 && self[plan].reference != nil
      && (self[plan].sentence == self[actual].sentence || lists.open.contains { $0.head == actual })
  }

  /// `“三公”经费预算 9 万元，其中：公务接待费 2 万元，…。支出 8 万元，其中：公务接待费 1 万元，完成预算的 50%`: a
  /// sentence of the paragraph before gives the budget of each expense.
  private func listedPlan(_ basis: Term, of actual: StatementIndex) -> StatementIndex? {
    guard let measure = self[actual].subject.measure, Self.expenses.contains(measure), !isPlan(actual) else {
      return nil
    }
    let own = self[actual]
    var found: StatementIndex?
    var at = actual - 1
    while at >= max(paragraphStart, actual - Self.longestList) {
      defer { at -= 1 }
      let other = self[at]
      guard other.role == .level, !other.isAside, other.sentence < own.sentence, other.subject.measure == measure,
        unit(at).isMoney, other.reference == nil, other.subject.year == nil || other.subject.year == profile.fiscalYear,
        other.subject.relativeYear != -1
      else { continue }
      let isPlanned =
        isPlan(at) && (other.subject.basis == basis || basis == .budget)
        || narrative.breakdowns.suffix(8).contains { $0.parts.contains(at) && isPlan($0.head) }
        || lists.open.contains { list in list.parts.contains(at) && (list.head.map { isPlan($0) } ?? false) }
      guard isPlanned, found == nil else { return nil }
      found = at
    }
    return found
  }

  /// How many statements a sentence with the budgets of the expenses may stand before.
  private static let longestList = 100

  /// The change of `actual` against the budget that the completion behind it names:
  /// `比年初预算增加 230.25 万元，增长 18.47%，完成年初预算的 118.47%`.
  private func planChange(before index: StatementIndex, of actual: StatementIndex, _ basis: Term) -> StatementIndex? {
    guard let movement = narrative.movements.last, movement.current == actual, let change = movement.change,
      change > actual, self[change].sentence == self[index].sentence,
      narrative.statements[change].block == narrative.statements[index].block,
      let reference = self[change].reference, reference.isPlan, reference.basis == basis
    else { return nil }
    return change
  }

  /// `与年初预算 934.84 万元相比，完成年初预算的 107.08%`: the plan stands in the comparison.
  private func comparedPlan(before index: StatementIndex) -> StatementIndex? {
    guard index > paragraphStart, self[index - 1].isComparedAmount, self[index - 1].sentence == self[index].sentence
    else { return nil }
    return index - 1
  }

  /// Takes `预决算差异率 -2.5%`.
  mutating func takeDifference(_ index: StatementIndex) {
    let last = lastLevel(before: index, from: paragraphStart) { unit($0).isMoney }
    guard let actual = last, actual > paragraphStart, !isPlan(actual), !isBase(actual) else { return }
    let plan = actual - 1
    guard self[plan].role == .level, isPlan(plan), self[plan].sentence == self[index].sentence else { return }
    narrative.differences.append(Completion(rate: index, actual: actual, plan: plan))
  }

  /// Keeps what a change against a plan says of the completion rate before it.
  mutating func tieImpliedPlan(_ change: StatementIndex, current: StatementIndex?) {
    guard let open = openCompletion else { return }
    openCompletion = nil
    let statement = self[change]
    guard statement.reference?.isPlan == true, statement.sentence == self[open.rate].sentence,
      current == nil || current == open.actual, statement.subject.isEmpty
    else { return }
    narrative.impliedCompletions.append(
      ImpliedCompletion(rate: open.rate, actual: open.actual, change: change))
  }

  /// Takes `决算数小于预算数`.
  mutating func takePlanComparison(_ index: StatementIndex) {
    let statement = self[index]
    guard let basis = statement.reference?.basis else { return }
    if let named = namedPair(before: index, basis) {
      narrative.completions.append(Completion(word: index, actual: named.actual, plan: named.plan))
      return
    }
    let start = itemStart(index)
    let actual = lastLevel(before: index, from: start) { !isPlan($0) && !isBase($0) && unit($0).isMoney }
    guard let actual else { return }
    guard self[actual].subject.basis == .final, let plan = plan(basis, before: index, from: start), belong(plan, actual)
    else { return tieUnprintedPlan(index, actual: actual) }
    if let measure = statement.subject.measure, let own = self[actual].subject.measure, own != measure { return }
    narrative.completions.append(Completion(word: index, actual: actual, plan: plan))
  }

  /// Whether the budget and the final figure are of one measure: nothing else is given between.
  ///
  /// The budget of `完成全年预算 8 万元的 98%` is that of the amount before it.
  func belong(_ plan: StatementIndex, _ actual: StatementIndex) -> Bool {
    guard plan < actual else { return plan - actual < 3 }
    if self[plan].reference != nil, self[plan + 1].role == .completion { return false }
    if let one = self[plan].subject.measure, let other = self[actual].subject.measure, one != other { return false }
    return lastLevel(before: actual, from: plan + 1) {
      !isPlan($0) && !isBase($0) && unit($0).isMoney && self[$0].depth <= self[plan].depth
    } == nil
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
    if basis == .executionRate {
      let late = plans.first { self[$0].subject.basis == .fullYearBudget || self[$0].subject.basis == .adjustedBudget }
      return late ?? (plans.count == 1 ? plans[0] : nil)
    }
    if let named = plans.first(where: { self[$0].subject.basis == basis }) { return named }
    // 完成预算的 … where only one budget is printed, or 完成调整后预算的 … where it is just called 预算.
    return plans.count == 1 && (basis == .budget || self[plans[0]].subject.basis == .budget) ? plans[0] : nil
  }
}
