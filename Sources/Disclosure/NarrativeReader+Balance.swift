import DisclosureSyntax
import Ledger

extension NarrativeReader {
  /// 收、支总计, 收入总计 and 支出总计 of one section are one amount.
  mutating func tieSides() {
    var grand: StatementIndex?
    for index in levels {
      let placed = narrative.statements[index]
      let subject = placed.statement.subject
      guard placed.statement.depth == 0, !subject.isQualified,
        column(of: subject.basis) == .plain || column(of: subject.basis) == .final
      else { continue }
      switch subject.measure {
      case .revenueExpenditureGrandTotal: grand = index
      case .revenueGrandTotal, .expenditureGrandTotal:
        guard let first = grand, narrative.statements[first].section == placed.section,
          self[first].subject.fund == subject.fund, narrative.statements[first].block != placed.block
        else { continue }
        narrative.restatements.append(Restatement(first: first, second: index, isStated: true, reason: .balance))
      default: break
      }
    }
  }

  /// In a budget all revenue is planned to be spent: the totals, or their changes, show that the
  /// document means the same by both.
  mutating func tieTotals() {
    if levels.contains(where: { self[$0].subject.measure == .carryForward && !isZero($0) }) { return }
    let isPart = partsOfBreakdowns()
    func first(_ measures: [Term]) -> StatementIndex? {
      levels.first { index in
        let subject = self[index].subject
        return subject.fund == nil && !subject.isQualified && subject.measure.map { measures.contains($0) } ?? false
          && !isPart[index] && self[index].depth == 0
      }
    }
    guard let revenue = first([.revenue, .revenueGrandTotal]),
      let expenditure = first([.expenditure, .expenditureGrandTotal]),
      revenue < expenditure, let one = numeral(revenue), let other = numeral(expenditure), one.unit == other.unit
    else { return }
    let isEqual = one.value == other.value && one.decimals == other.decimals
    let carriesOver = levels.contains { self[$0].subject.measure == .carryOver && !isZero($0) }
    guard isEqual || haveEqualChanges(revenue, expenditure) || !carriesOver && isSlip(revenue, expenditure) else {
      return
    }
    if !narrative.restatements.contains(where: { $0.first == revenue && $0.second == expenditure }) {
      narrative.restatements.append(
        Restatement(first: revenue, second: expenditure, isStated: true, reason: .balance))
    }
    guard isEqual, let grand = first([.revenueExpenditureGrandTotal, .revenueExpenditure]), let total = numeral(grand),
      total.unit == one.unit
    else { return }
    let leavesOut = carriesOver && !includesCarryOver(revenue)
    let isGrand = !leavesOut && isSlip(revenue, grand) || total.value == one.value && total.decimals == one.decimals
    guard isGrand || !leavesOut else { return }
    narrative.restatements.append(Restatement(first: revenue, second: grand, isStated: isGrand, reason: .sameMeasure))
  }

  /// Whether what was carried over is one of the parts that make up the revenue.
  private func includesCarryOver(_ revenue: StatementIndex) -> Bool {
    narrative.breakdowns.contains { breakdown in
      breakdown.head == revenue && breakdown.isFull
        && breakdown.parts.contains { self[$0].subject.measure == .carryOver && !isZero($0) }
    }
  }

  /// Whether one slip of the pen, and not rounding, lies between the two.
  ///
  /// The larger counts `least` of the steps they have in common at least: the difference between round amounts is
  /// round, and one digit of either.
  func isSlip(_ one: StatementIndex, _ other: StatementIndex, least: Int128 = SumEvidence.leastTotal) -> Bool {
    guard let left = numeral(one), let right = numeral(other), left.unit == right.unit, left.decimals == right.decimals
    else { return false }
    let step = SumEvidence.commonStep([Int128(left.value), Int128(right.value)])
    guard Int128(max(left.value, right.value)) >= least * step else { return false }
    return Quantity(value: Int128(left.value), halfWidth: 0, step: 1)
      .isClearSlip(from: Quantity(value: Int128(right.value), halfWidth: 0, step: 1))
  }

  /// Whether both amounts changed by the same, and the same way.
  private func haveEqualChanges(_ one: StatementIndex, _ other: StatementIndex) -> Bool {
    func change(of level: StatementIndex) -> StatementIndex? {
      narrative.movements.first { $0.current == level && $0.change != nil }?.change
    }
    guard let first = change(of: one), let second = change(of: other), first != second, let a = numeral(first),
      let b = numeral(second), !isZero(first)
    else { return false }
    return a.value == b.value && a.decimals == b.decimals && self[first].direction == self[second].direction
      && self[first].reference?.year == self[second].reference?.year
  }

  /// The final figure of each public expense, said in the overview and again in its own paragraph.
  mutating func tieThreePublic() {
    struct Key: Hashable {
      var section: Int
      var measure: Term
    }
    var first: [Key: StatementIndex] = [:]
    let parts = Set(
      narrative.breakdowns.filter { $0.isFull && self[$0.head].subject.measure == .threePublic }.flatMap(\.parts))
    for index in levels {
      let placed = narrative.statements[index]
      let subject = placed.statement.subject
      guard let measure = subject.measure, Self.publicExpenses.contains(measure), !subject.isQualified,
        subject.fund == nil || subject.fund == .appropriation || subject.fund == .generalBudget,
        placed.statement.depth == 0, column(of: subject.basis) == .plain || column(of: subject.basis) == .final,
        subject.relativeYear == nil, !isNarrowed(index)
      else { continue }
      let key = Key(section: placed.section, measure: measure)
      if let earlier = first[key] {
        if parts.contains(index), !parts.contains(earlier) { first[key] = index }
        guard narrative.statements[earlier].block != placed.block else { continue }
        // The overview divides the total, and the items tell of each part.
        let isStated = parts.contains(earlier) && (index == 0 || narrative.statements[index - 1].block != placed.block)
        narrative.restatements.append(
          Restatement(first: earlier, second: index, isStated: isStated, reason: .sameMeasure))
      } else {
        first[key] = index
      }
    }
  }

  private static let publicExpenses: Set<Term> = [.abroad, .vehicles, .vehiclePurchase, .vehicleOperation, .reception]

  /// Whether words before the measure narrow it: 国内公务接待, 外事接待, 其他….
  func isNarrowed(_ index: StatementIndex) -> Bool {
    let name = name(of: index)
    return Self.narrowing.contains { TitleWords.contains(name, $0) }
  }

  private static let narrowing = ["国内", "国（境）外", "国(境)外", "境外", "外事", "外宾", "其他", "下属", "本级", "所属", "参公"].map {
    Array($0.utf16)
  }

  /// `（一）收入预算 90 万元…。（二）支出预算 90 万元…。收支预算比上年增加 5 万元`: what both sides of the section are.
  func eitherSide(before index: StatementIndex) -> StatementIndex? {
    func isAll(_ level: StatementIndex, _ measure: Term) -> Bool {
      let subject = self[level].subject
      return subject.measure == measure && subject.fund == nil && !subject.isQualified && unit(level).isMoney
        && !isBase(level) && self[level].depth == 0
    }
    guard let expenditure = lastLevel(before: index, from: sectionStart, where: { isAll($0, .expenditure) }),
      let revenue = lastLevel(before: expenditure, from: sectionStart, where: { isAll($0, .revenue) }),
      isEqual(revenue, expenditure)
    else { return nil }
    return expenditure
  }
}
