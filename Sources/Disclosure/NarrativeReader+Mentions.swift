import DisclosureSyntax

extension NarrativeReader {
  /// Ties figures that state one measure though they stand apart.
  mutating func tieMentions() {
    levels = readLevels()
    if profile.kind == .budget {
      tieBalance()
      tieTotals()
    } else {
      tieGrandTotals()
      tieThreePublic()
    }
    tieItems()
    tieThreePublicTotals()
    tieSides()
    tieVehicles()
    tieSections()
    tieCarriedOver()
    completeExpenses()
    tieSameMeasure()
    tieEqualHeads()
    tiePerformance()
    tieGrades()
    tieAbsences()
    tieReceptions()
    tiePairs()
    tieFundBalance()
    closeByChanges()
  }

  /// The amounts of money of the document's own year, none of them in a reason.
  private func readLevels() -> [StatementIndex] {
    narrative.statements.indices.filter { index in
      let statement = self[index]
      return statement.role == .level && !statement.isAside && statement.isFinished && unit(index).isMoney
        && !isBase(index)
    }
  }

  /// 收入总计 = 支出总计, where one sentence names both; 财政拨款收入 = 财政拨款支出 in a budget
  /// whose revenue and expenditure sentences follow each other.
  private mutating func tieBalance() {
    tieGrandTotals()
    tieAppropriations()
  }

  private mutating func tieGrandTotals() {
    for (position, index) in levels.enumerated().dropFirst() {
      let before = levels[position - 1]
      let (a, b) = (self[before], self[index])
      if a.subject.measure == .revenueGrandTotal, b.subject.measure == .expenditureGrandTotal, a.sentence == b.sentence,
        narrative.statements[before].block == narrative.statements[index].block,
        a.subject.fund == b.subject.fund || b.subject.fund == nil && a.clause + 1 == b.clause, !areApart(before, index)
      {
        narrative.restatements.append(Restatement(first: before, second: index, isStated: true, reason: .balance))
      }
    }
  }

  /// Whether both totals differ as their changes do, each as its own rate says: what the text calls totals
  /// leaves out what was carried over.
  private func areApart(_ one: StatementIndex, _ other: StatementIndex) -> Bool {
    guard profile.kind == .final, numeral(one)?.value != numeral(other)?.value else { return false }
    let movements = [one, other].compactMap { level in
      narrative.movements.first { $0.current == level && $0.change != nil && $0.rate != nil }
    }
    guard movements.count == 2, let first = movements[0].change, let second = movements[1].change,
      numeral(first)?.value != numeral(second)?.value
    else { return false }
    return comesOut(movements[0], of: one) && comesOut(movements[1], of: other)
  }

  private mutating func tieAppropriations() {
    let revenue = levels.filter { self[$0].subject.measure == .revenue && self[$0].subject.fund == .appropriation }
    let expenditure = levels.filter {
      self[$0].subject.measure == .expenditure && self[$0].subject.fund == .appropriation
    }
    guard let first = revenue.first, let second = expenditure.first, second > first,
      narrative.statements[first].section == narrative.statements[second].section,
      self[first].subject.basis == nil, self[second].subject.basis == nil
    else { return }
    let carriesOver = levels.contains { self[$0].subject.measure == .carryOver && !isZero($0) }
    narrative.restatements.append(
      Restatement(first: first, second: second, isStated: !carriesOver, reason: .balance))
  }

  /// One measure named twice in one section.
  private mutating func tieSameMeasure() {
    struct Key: Hashable {
      var measure: Term
      var fund: Term
      var column: ListStack.Column
    }
    var first: [Key: StatementIndex] = [:]
    let isPart = partsOfBreakdowns()
    for index in levels {
      let placed = narrative.statements[index]
      let subject = placed.statement.subject
      guard let measure = subject.measure, measure == .expenditure || measure == .basicExpenditure,
        let fund = subject.fund, fund != .appropriation, !subject.isAccount, !subject.isQualified,
        placed.statement.depth == 0, subject.relativeYear == nil, !isPart[index]
      else { continue }
      var column = column(of: subject.basis)
      if column == .plain { column = .final }
      guard column == .final else { continue }
      let key = Key(measure: measure, fund: fund, column: column)
      if let earlier = first[key] {
        let isStated = narrative.statements[earlier].section == placed.section
        narrative.restatements.append(
          Restatement(first: earlier, second: index, isStated: isStated, reason: .sameMeasure))
      } else {
        first[key] = index
      }
    }
  }

  /// Two full breakdowns of equal totals into the same measures have equal parts.
  private mutating func tieEqualHeads() {
    let full = narrative.breakdowns.filter { $0.isFull && $0.parts.count >= 2 }.prefix(100)
    for (position, one) in full.enumerated() {
      for other in full.dropFirst(position + 1) where one.parts.count == other.parts.count {
        guard let a = numeral(one.head), let b = numeral(other.head), a.value == b.value, a.decimals == b.decimals,
          a.unit == b.unit, haveSameMeasures(one.parts, other.parts)
        else { continue }
        for (left, right) in zip(one.parts, other.parts) {
          narrative.restatements.append(
            Restatement(first: left, second: right, isStated: false, reason: .sameMeasure))
        }
      }
    }
  }

  private func haveSameMeasures(_ parts: [StatementIndex], _ others: [StatementIndex]) -> Bool {
    zip(parts, others).allSatisfy { part, other in
      let measure = self[part].subject.measure
      return measure != nil && measure == self[other].subject.measure
    }
  }
}
