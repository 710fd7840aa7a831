import DisclosureSyntax

extension NarrativeReader {
  /// Takes a change: `增加 43.10 万元`.
  mutating func takeChange(_ index: StatementIndex) {
    openMovement = nil
    openChoice = nil
    let statement = self[index]
    if statement.isBehindReason, statement.subject.measure == nil, !followsOwnAmount(index), finalFigure(index) == nil {
      return
    }
    var movement = Movement(change: index, current: current(of: index))
    movement.base = movementBase(index, current: movement.current)
    if movement.current == nil, statement.subject.isEmpty, !statement.isOfUnread,
      subjectOfComparison(before: index) == nil
    {
      if let base = movement.base {
        movement.current = chosen(index, base: base)
      } else if let pair = chosenPlan(index) {
        (movement.current, movement.base) = (pair.current, pair.base)
      } else {
        openChoice = totalOrPart(before: index)
      }
    }
    listChange(index)
    keep(movement)
    reconsider(narrative.movements.count - 1)
    tieImpliedPlan(index, current: movement.current)
    openMovement = narrative.movements.count - 1
  }

  mutating func keep(_ movement: Movement) {
    if let current = movement.current { moved.insert(current) }
    narrative.movements.append(movement)
  }

  /// Takes a rate: `增长 45.09%`, behind a change or alone.
  mutating func takeRate(_ index: StatementIndex) {
    let statement = self[index]
    if let open = openMovement, let change = narrative.movements[open].change,
      narrative.statements[change].block == narrative.statements[index].block,
      self[change].sentence == statement.sentence,
      statement.subject.isEmpty || statement.subject.matches(self[change].subject)
    {
      narrative.movements[open].rate = index
      choose(open)
      reconsider(open)
      openMovement = nil
      return
    }
    openMovement = nil
    let current = current(of: index)
    guard let base = movementBase(index, current: current) else {
      if let current { narrative.loneRates.append((index, current)) }
      return
    }
    keep(Movement(rate: index, current: current, base: base))
  }

  /// Takes `与 2024 年预算持平`.
  mutating func takeUnchanged(_ index: StatementIndex) {
    openMovement = nil
    var movement = Movement(unchanged: index, current: current(of: index))
    movement.base = movementBase(index, current: movement.current)
    listChange(index)
    keep(movement)
  }

  /// The amount that changed: the one the words name, or the last one before them.
  func current(of index: StatementIndex) -> StatementIndex? {
    let statement = self[index]
    let block = narrative.statements[index].block
    if statement.isOfUnread { return nil }
    if let final = finalFigure(index) { return final }
    if let year = statement.subject.year, year != profile.fiscalYear, statement.subject.measure == nil {
      // `2022 年 12 万元、2023 年 11 万元、2024 年 10 万元，2023 年比 2022 年下降 8.33%`
      return lastLevel(before: index, from: paragraphStart) { unit($0).isMoney && self[$0].subject.year == year }
    }
    if statement.subject.isEmpty {
      if let same = subjectOfComparison(before: index) { return same.current }
      let last =
        lastLevel(before: index, from: paragraphStart) {
          unit($0).isMoney && !isBase($0) && isOwn($0, block) && self[$0].depth <= statement.depth
        }
        ?? (statement.sentence == 0
          ? nil : lastLevel(before: index, from: sectionStart) { unit($0).isMoney && !isBase($0) })
      return last.flatMap { level in
        isAmbiguous(level, for: index) || isComparedElsewhere(level, with: index)
          || passesListedAside(level, to: index) ? nil : level
      }
    }
    func isNamed(_ level: StatementIndex) -> Bool {
      unit(level).isMoney && !isBase(level) && names(self[index].subject, self[level].subject)
        // 国内接待费 and 国（境）外接待费 are parts of 公务接待费.
        && (self[level].subject.measure != .reception || !isNarrowed(level) || isNarrowed(index))
    }
    // 收入预算 9 万元（本年收入 8 万元、上年结转 1 万元）
    let outer = lastLevel(before: index, from: paragraphStart) {
      isNamed($0) && self[$0].depth <= statement.depth
    }
    if let same = outer ?? lastLevel(before: index, from: sectionStart, where: isNamed) {
      return ofFund(statement.subject.fund, in: same, before: index) ?? same
    }
    if statement.subject.measure?.isGeneralMeasure ?? false, statement.subject.fund == nil {
      // `财政拨款收入、支出决算总计 90 万元。与上年相比，收、支总计各减少 5 万元`
      let wider = lastLevel(before: index, from: paragraphStart) { level in
        unit(level).isMoney && !isBase(level) && self[level].subject.measure == statement.subject.measure
          && self[level].subject.fund == .appropriation
      }
      if let wider { return wider }
    }
    if statement.subject.fund == .appropriation, statement.subject.measure?.isGeneralMeasure ?? false {
      // `一般公共预算财政拨款支出 90 万元…。与上年相比，财政拨款支出增加 5 万元`
      let general = lastLevel(before: index, from: paragraphStart) { level in
        unit(level).isMoney && !isBase(level) && !isPlan(level) && self[level].depth <= statement.depth
          && self[level].subject.measure == statement.subject.measure
      }
      if let general, self[general].subject.fund == .generalBudget { return general }
    }
    // 收支总计各增加: the amounts stand under 收入总计 and 支出总计.
    let isBoth = statement.subject.measure == .revenueExpenditure && statement.subject.fund == nil
    guard statement.isEach || isBoth || statement.subject.measure == .revenueExpenditureGrandTotal else {
      return sameEnding(index) ?? procurement(index)
    }
    let grand = lastLevel(before: index, from: isBoth ? paragraphStart : sectionStart) { level in
      let measure = self[level].subject.measure
      return unit(level).isMoney && (measure == .expenditureGrandTotal || measure == .revenueGrandTotal)
    }
    return grand ?? (isBoth && profile.kind == .budget ? eitherSide(before: index) : nil)
  }

  /// The amount of the paragraph whose name ends as the change's does, behind the name of the department:
  /// `某局资产总额 90 万元…，本年资产总额减少 5 万元`.
  private func sameEnding(_ index: StatementIndex) -> StatementIndex? {
    guard self[index].subject.measure == nil, !self[index].subject.isAccount, case let words = name(of: index),
      words.count >= 4
    else { return nil }
    return lastLevel(before: index, from: paragraphStart) { level in
      unit(level).isMoney && !isBase(level) && self[level].subject.measure == nil && name(of: level).count > words.count
        && name(of: level).suffix(words.count).elementsEqual(words)
    }
  }

  /// Whether a change without a subject may as well be that of a total as of the last amount:
  /// `其中：A 60 万元，B 40 万元，比上年增加 10 万元`.
  func isAmbiguous(_ level: StatementIndex, for index: StatementIndex) -> Bool {
    for at in (level + 1)..<index where self[at].role == .unclear && !self[at].isAside { return true }
    if isBehindBrackets(of: level, index) { return false }
    guard let list = lists.open.last(where: { $0.itemLevel == nil && $0.parts.contains(level) }) else {
      let other = rival(of: level) { unit($0).isMoney && !isBase($0) && self[$0].depth == self[level].depth }
      guard let other, numeral(other)?.value != numeral(level)?.value else { return false }
      return self[level].sentence != self[index].sentence
        || self[other].part == self[level].part && !moved.contains(other)
    }
    if self[level].sentence != self[index].sentence { return list.parts.count > 1 }
    if self[level].part != self[index].part { return true }
    return list.parts.contains { other in
      guard other != level, isOwn(other, narrative.statements[level].block),
        self[other].sentence == self[level].sentence, self[other].part == self[level].part
      else { return false }
      // A part that has a change of its own leaves the next change to the next part, and a budget that
      // stands before its final figure is compared with that.
      return !moved.contains(other) && (!isPlan(other) || isPlan(level))
    }
  }

  /// Whether nothing but what brackets add to the amount stands before the change:
  /// `公务用车购置及运行费 6 万元（购置费 0 万元，持平；运行费 6 万元，减少 1 万元），比上年减少 1 万元`.
  private func isBehindBrackets(of level: StatementIndex, _ index: StatementIndex) -> Bool {
    index > level + 1 && self[level].sentence == self[index].sentence && self[level].depth == self[index].depth
      && ((level + 1)..<index).allSatisfy { self[$0].depth > self[level].depth }
  }

  func isOwn(_ level: StatementIndex, _ block: Int) -> Bool { narrative.statements[level].block == block }

  /// Whether a change of `subject` is a change of the amount that `level` names.
  func names(_ subject: Subject, _ level: Subject) -> Bool {
    if let basis = level.basis, basis == .initialBudget || basis == .fullYearBudget, subject.basis != basis,
      basis != .initialBudget || profile.kind != .budget
    {
      return false
    }
    let isGeneral =
      subject.measure?.isGeneralMeasure ?? false
    if subject.matches(level), !isGeneral || subject.fund == level.fund { return true }
    // `一般公共预算财政拨款增加 5 万元`: of that fund's expenditure or revenue.
    if subject.measure == nil, let fund = subject.fund, fund == level.fund, !subject.isQualified,
      level.measure == .expenditure || level.measure == .revenue, !level.isQualified
    {
      return true
    }
    let pairs: [(Term, Term)] = [
      (.revenue, .revenueGrandTotal), (.expenditure, .expenditureGrandTotal),
      (.revenueExpenditure, .revenueExpenditureGrandTotal),
    ]
    return pairs.contains { pair in
      subject.measure == pair.0 && level.measure == pair.1 && subject.fund == level.fund
    }
  }
}
