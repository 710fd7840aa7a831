import DisclosureSyntax

/// A word that sets a final figure against a budget that is not printed, and what else says so.
package struct UnprintedPlan: Sendable {
  /// The word, `决算数小于预算数`.
  package var word: StatementIndex
  /// The completion rate before it.
  package var rate: StatementIndex?
  /// The difference from the budget before it.
  package var change: StatementIndex?
}

extension NarrativeReader {
  /// `支出决算为 90 万元，完成预算 93.10%，决算数小于预算数`, where only a table gives the budget: the word must go with
  /// the rate, and with a difference that is printed.
  mutating func tieUnprintedPlan(_ index: StatementIndex, actual: StatementIndex) {
    let statement = self[index]
    guard let basis = statement.reference?.basis else { return }
    var rate: StatementIndex?
    var change: StatementIndex?
    var at = index - 1
    scan: while at > actual, at >= paragraphStart {
      let other = self[at]
      if other.isAside {
        at -= 1
        continue
      }
      switch other.role {
      case .completion where rate == nil && isSameBudget(other.reference?.basis, basis): rate = at
      case .change where change == nil && other.reference?.isPlan == true && other.subject.isEmpty: change = at
      case .rate, .unchanged, .change: break
      default: break scan
      }
      at -= 1
    }
    if statement.direction == .same {
      // Who calls 99.9% the same says nothing wrong.
      change = nil
      if let printed = rate.flatMap({ numeral($0) }), abs(printed.amount - 100) < 1 { rate = nil }
    }
    guard rate != nil || change != nil, self[index].sentence - self[actual].sentence <= 1 else { return }
    if let measure = statement.subject.measure, self[actual].subject.measure != measure { return }
    narrative.unprintedPlans.append(UnprintedPlan(word: index, rate: rate, change: change))
  }

  /// The final figure and the budget of a measure that the words name, from anywhere in the section:
  /// `“三公”经费支出决算数小于预算数`.
  func namedPair(before index: StatementIndex, _ basis: Term) -> (actual: StatementIndex, plan: StatementIndex)? {
    guard let measure = self[index].subject.measure, !self[index].subject.isQualified,
      measure == .threePublic || Self.expenses.contains(measure)
    else { return nil }
    func isNamed(_ level: StatementIndex) -> Bool {
      unit(level).isMoney && self[level].subject.measure == measure && !isBase(level) && !isNarrowed(level)
    }
    func plan(of actual: StatementIndex) -> StatementIndex? {
      let next = actual + 1
      if next < index, self[next].role == .level, self[next].reference?.isPlan == true, unit(next).isMoney,
        self[next].sentence == self[actual].sentence, isSameBudget(self[next].reference?.basis, basis),
        narrative.statements[next].block == narrative.statements[actual].block
      {
        // 支出决算为 9 万元，完成全年预算 10 万元的 90%
        return next
      }
      guard actual > 0, isNamed(actual - 1), isPlan(actual - 1), self[actual - 1].sentence == self[actual].sentence,
        narrative.statements[actual - 1].block == narrative.statements[actual].block,
        isSameBudget(self[actual - 1].subject.basis, basis)
      else { return nil }
      return actual - 1
    }
    let actual = lastLevel(before: index, from: sectionStart) { isNamed($0) && !isPlan($0) && plan(of: $0) != nil }
    return actual.flatMap { actual in plan(of: actual).map { (actual, $0) } }
  }

  /// Whether 预算 may be the budget that the other words name.
  private func isSameBudget(_ one: Term?, _ other: Term) -> Bool {
    one == other || one == .budget || other == .budget
  }
}

/// A direction that is named again before its reason, `下降的原因是`, and where it was said.
package struct ReasonLabel: Sendable {
  /// The word before the reason.
  package var label: StatementIndex
  /// The change or rate it repeats.
  package var said: StatementIndex
}

extension NarrativeReader {
  /// Ties `…下降 5%，下降的原因是` to the change or rate that it repeats: one of its sentence that goes the same way, or
  /// else the last.
  mutating func takeLabel(_ index: StatementIndex) {
    let label = self[index]
    var last: StatementIndex?
    var at = index - 1
    while at >= paragraphStart {
      let other = self[at]
      let isBefore = other.sentence < label.sentence
      if other.sentence + 1 < label.sentence || isBefore && last != nil { break }
      defer { at -= 1 }
      if other.isAside { continue }
      switch other.role {
      case .change, .rate, .planComparison:
        guard let direction = other.direction, direction != .same, !isZero(at) else { continue }
        if direction == label.direction {
          narrative.labels.append(ReasonLabel(label: index, said: at))
          return
        }
        if other.role != .planComparison, last == nil { last = at }
      case .completion, .difference: return
      default: continue
      }
    }
    if let last { narrative.labels.append(ReasonLabel(label: index, said: last)) }
  }
}
