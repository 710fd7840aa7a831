import DisclosureSyntax

extension NarrativeReader {
  /// The printed amount that a change, rate or 持平 is measured from.
  ///
  /// Where it cannot be told which amount changed, neither can its plan be told.
  func movementBase(_ index: StatementIndex, current: StatementIndex?) -> StatementIndex? {
    if let printed = printedBase(before: index) { return printed }
    guard let reference = self[index].reference else { return nil }
    guard reference.isPlan, current == nil else { return base(reference, before: index) }
    guard !self[index].subject.isEmpty, let plan = base(reference, before: index) else { return nil }
    guard let measure = self[index].subject.measure, !measure.isGeneralMeasure,
      let other = self[plan].subject.measure ?? (plan > paragraphStart ? self[plan - 1].subject.measure : nil)
    else { return plan }
    return measure == other ? plan : nil
  }

  /// Whether an amount of a known measure, behind the reason, stands before the change:
  /// `主要原因是增资；支出预算 90 万元，比上年增加 5 万元`.
  func followsOwnAmount(_ index: StatementIndex) -> Bool {
    let statement = self[index]
    return lastLevel(before: index, from: paragraphStart) { level in
      let other = self[level]
      return other.isBehindReason && other.sentence == statement.sentence && other.part == statement.part
        && other.depth == statement.depth && unit(level).isMoney
    } != nil
  }

  /// The movement whose subject a second comparison keeps: `公务接待费较预算减少 1 万元；较上年减少 2 万元`.
  func subjectOfComparison(before index: StatementIndex) -> Movement? {
    var at = index - 1
    while at >= paragraphStart, self[at].sentence == self[index].sentence {
      let statement = self[at]
      if statement.isAside {
        at -= 1
        continue
      }
      if statement.isOfUnread { return Movement() }
      switch statement.role {
      case .rate where statement.subject.isEmpty: at -= 1
      // `与预算持平，比上年的 2 万元增加 1 万元`
      case .level where statement.reference != nil: at -= 1
      case .change, .unchanged, .rate:
        guard !statement.subject.isEmpty else { return nil }
        return narrative.movements.last { $0.words.contains(at) }
      case .planComparison:
        // `其中，公务接待费支出决算与预算持平，比去年增加 5 万元`: of the expense it names, printed or not.
        guard let measure = statement.subject.measure, !measure.isGeneralMeasure else { return nil }
        return Movement(current: current(of: at))
      default: return nil
      }
    }
    return nil
  }

  /// The part of an amount of all funds that a change of one fund is of:
  /// `“三公”经费 16 万元（其中使用财政拨款 15 万元，…）。财政拨款“三公”经费减少 1 万元`.
  func ofFund(_ fund: Term?, in level: StatementIndex, before index: StatementIndex) -> StatementIndex? {
    guard let fund, self[level].subject.fund == nil else { return nil }
    let part = lastLevel(before: index, from: level + 1) { part in
      self[part].subject.fund == fund && self[part].subject.measure == nil && unit(part).isMoney && !isBase(part)
        && self[part].sentence == self[level].sentence
    }
    return part
  }

  /// What a change without a subject may be the change of, behind a list: the outermost total, or
  /// else a total inside it or the last part.
  func totalOrPart(before index: StatementIndex) -> Choice? {
    guard let part = lastLevel(before: index, from: paragraphStart, where: { unit($0).isMoney && !isBase($0) }),
      let inner = lists.open.lastIndex(where: { $0.itemLevel == nil && $0.parts.contains(part) })
    else { return nil }
    let around = lists.open[...inner].filter { $0.itemLevel == nil && ($0.head ?? -1) >= paragraphStart }
    guard let outer = around.first, outer.parts.count > 1, let head = outer.head,
      let total = isPlan(head) ? outer.heads[.final] ?? outer.heads[.plain] : head, !moved.contains(total),
      !around.contains(where: { $0.parts.contains { moved.contains($0) } })
    else { return nil }
    let others = around.dropFirst().compactMap(\.head) + [part]
    // `财政拨款收入 A，其中：本年收入 B，上年结转 C。本年收入中，…。与上年对比减少 D`: a part that was taken
    // up again is no more likely than the total it is a part of.
    let outermost = narrative.breakdowns.last { $0.head >= paragraphStart && $0.parts.contains(total) }?.head
    guard let outermost, !moved.contains(outermost) else { return Choice(total: total, others: others) }
    return Choice(total: outermost, others: [total] + others)
  }

  /// Settles whose change it is where the amount before is printed beside it: the part's if its
  /// figures come out so, else the total's.
  func chosen(_ index: StatementIndex, base: StatementIndex) -> StatementIndex? {
    totalOrPart(before: index)?.first { comesOut(index, from: base, to: $0) }
  }

  /// Settles whose difference from the budget it is, behind a list of budgets and final figures:
  /// `…；公务接待费预算数 2 万元，决算数 1 万元。决算数较预算数减少 3 万元`.
  func chosenPlan(_ index: StatementIndex) -> (current: StatementIndex, base: StatementIndex)? {
    guard self[index].reference?.isPlan == true, let choice = totalOrPart(before: index),
      let part = choice.others.last, self[part].sentence != self[index].sentence
    else { return nil }
    func plan(_ level: StatementIndex) -> StatementIndex? {
      level > paragraphStart && self[level - 1].role == .level && isPlan(level - 1) ? level - 1 : nil
    }
    let planned = heads(around: choice.total).sorted.first(where: \.column.isPlan)?.statement
    guard let total = planned ?? plan(choice.total) else { return nil }
    if let own = plan(part), comesOut(index, from: own, to: part) { return (part, own) }
    return (choice.total, total)
  }

  /// Whether the change lies between the two amounts.
  func comesOut(_ change: StatementIndex, from base: StatementIndex, to current: StatementIndex) -> Bool {
    guard let change = numeral(change), let before = numeral(base), let after = numeral(current) else { return false }
    return abs(abs(after.amount - before.amount) - change.amount) < 2 * change.lastDigit
  }

  /// Settles whose change the movement is, once its rate is known: the part's if its figures come
  /// out so, else the total's.
  mutating func choose(_ movement: Int) {
    guard let choice = openChoice, let change = narrative.movements[movement].change else { return }
    openChoice = nil
    guard self[change].reference.map({ !$0.isPlan }) ?? false,
      choice.others.last.map({ self[$0].sentence != self[change].sentence }) ?? false
    else { return }
    let open = narrative.movements[movement]
    guard open.current == nil, open.base == nil else { return }
    let current = choice.first { comesOut(open, of: $0) }
    narrative.movements[movement].current = current
    moved.insert(current)
  }

  /// Whether change and rate fit the amount, within a unit of the rate's last digit.
  func comesOut(_ movement: Movement, of level: StatementIndex) -> Bool {
    guard let index = movement.change, let rate = movement.rate.flatMap({ numeral($0) }), let change = numeral(index),
      let amount = numeral(level), change.unit == amount.unit, let direction = self[index].direction
    else { return false }
    let base = amount.amount - Double(direction.rawValue) * change.amount
    guard base > 0 else { return false }
    return abs(change.amount / base * 100 - rate.amount) <= rate.lastDigit
  }
}

/// The amounts that a change may be of.
struct Choice {
  /// The likeliest: the total of all.
  var total: StatementIndex
  /// Totals inside it and the last part, in this order.
  var others: [StatementIndex]

  /// The first that `fits`, or the total where none does.
  func first(_ fits: (StatementIndex) -> Bool) -> StatementIndex {
    fits(total) ? total : others.first(where: fits) ?? total
  }
}

extension Numeral {
  /// The number, for telling what may belong to what; never for judging.
  var amount: Double { Double(value) * lastDigit }

  /// What one in the last printed place is worth.
  var lastDigit: Double {
    var digit = 1.0
    for _ in 0..<decimals { digit /= 10 }
    return digit
  }
}
