import DisclosureSyntax

/// A word that sets a final figure against a budget that is not printed, and what else says so.
@usableFromInline package struct UnprintedPlan: Sendable {
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
      case .change
      where change == nil && other.reference?.isPlan == true && other.subject.isEmpty
        && isSameBudget(other.reference?.basis, basis):
        change = at
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
    // 比年初预算增加 20 万元，完成调整预算的 95%: which of the two 预算 is, nothing says.
    if let rate, let change, self[rate].reference?.basis != self[change].reference?.basis { return }
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
@usableFromInline package struct ReasonLabel: Sendable {
  /// The word before the reason.
  package var label: StatementIndex
  /// The change or rate it repeats.
  package var said: StatementIndex
}

extension NarrativeReader {
  /// Ties `…下降 5%，下降的原因是` to the change or rate just before it, where all before it in the paragraph
  /// went one way.
  mutating func takeLabel(_ index: StatementIndex) {
    let label = self[index]
    if !label.subject.isEmpty { return takeNamedLabel(index) }
    guard index > paragraphStart, case let said = index - 1, self[said].role == .change || self[said].role == .rate,
      label.sentence - self[said].sentence <= 1, isNearest(said, to: index)
    else { return }
    for at in stride(from: said, through: max(paragraphStart, index - Self.reach), by: -1) where !self[at].isAside {
      switch self[at].role {
      case .change, .rate:
        guard let direction = self[at].direction, direction != .same, !isZero(at) else { continue }
        if direction == label.direction {
          // The nearer one may be that of a part.
          if at == said { narrative.labels.append(ReasonLabel(label: index, said: at)) }
          return
        }
      // Below the budget, and above the year before: which is meant, nothing says.
      case .planComparison, .completion, .difference: return
      default: continue
      }
    }
    guard let direction = self[said].direction, direction != .same, !isZero(said) else { return }
    narrative.labels.append(ReasonLabel(label: index, said: said))
  }

  /// Ties `财政拨款收入支出增加的主要原因是` to the changes of that revenue and that expenditure in the section, where all
  /// of them went one way.
  private mutating func takeNamedLabel(_ index: StatementIndex) {
    let subject = self[index].subject
    guard let measure = subject.measure, !subject.isQualified else { return }
    var said: [StatementIndex] = []
    for movement in narrative.movements.reversed() {
      guard let word = movement.unchanged ?? movement.change ?? movement.rate, word >= sectionStart else { break }
      guard let current = movement.current, case let moved = self[current].subject, moved.fund == subject.fund,
        !moved.isQualified, let part = moved.measure, part.isSide(of: measure)
      else { continue }
      guard let direction = self[word].direction, direction != .same, !isZero(word) else { return }
      if let first = said.first, self[first].direction != direction { return }
      said.append(word)
    }
    for word in said.prefix(2) { narrative.labels.append(ReasonLabel(label: index, said: word)) }
  }

  /// How many figures and words before a reason are looked at.
  private static let reach = 24

  /// Whether no other word of direction and no other reason stands between the two.
  private func isNearest(_ said: StatementIndex, to label: StatementIndex) -> Bool {
    let (one, other) = (narrative.statements[said], narrative.statements[label])
    guard one.block == other.block, let word = other.statement.word, let numeral = numeral(said) else { return false }
    return !tree.blocks[one.block].tokens.contains { token in
      guard token.range.lowerBound >= numeral.digits.upperBound, token.range.upperBound <= word.lowerBound else {
        return false
      }
      return token.kind == .term(.increase) || token.kind == .term(.decrease) || token.kind == .term(.reason)
    }
  }
}

extension Term {
  /// Whether the measure is `whole` or one side of it: 收入 of 收入支出.
  fileprivate func isSide(of whole: Term) -> Bool {
    switch whole {
    case .revenue: self == .revenue || self == .revenueGrandTotal
    case .expenditure: self == .expenditure || self == .expenditureGrandTotal
    case .revenueExpenditure, .revenueExpenditureGrandTotal:
      isSide(of: .revenue) || isSide(of: .expenditure) || self == .revenueExpenditure
        || self == .revenueExpenditureGrandTotal
    default: false
    }
  }
}
