import DisclosureSyntax
import DisclosureText

/// Lists that no word says are full, but whose figures show it.
extension NarrativeReader {
  /// Whether the parts add up, or would but for one slip where such parts are mostly listed in full: classes,
  /// accounts, kinds of expenditure, sources, and what ends with the rest.
  func isShownFull(_ list: ListStack.List, of head: StatementIndex) -> Bool {
    guard list.opening != .following, let total = numeral(head),
      case let parts = list.parts.compactMap({ numeral($0) }), parts.count == list.parts.count,
      let evidence = SumEvidence(total: (total, 1), parts: parts.map { ($0, 1) })
    else { return false }
    return evidence.holds || isListedInFull(list.parts) && evidence.isMeant
  }

  /// Whether the items of a list that only their numbers open are shown to be all there is.
  func isShownFull(_ items: [StatementIndex], of head: StatementIndex) -> Bool {
    guard let total = numeral(head), case let parts = items.compactMap({ numeral($0) }), parts.count == items.count,
      let evidence = SumEvidence(total: (total, 1), parts: parts.map { ($0, 1) })
    else { return false }
    return evidence.holds || isListedInFull(items) && evidence.isMeant
  }

  /// Whether the names are such as are mostly listed in full.
  private func isListedInFull(_ parts: [StatementIndex]) -> Bool {
    if parts.last.map({ isOneOfMore($0) }) ?? true { return false }
    let subjects = parts.map { self[$0].subject }
    let measures = Set(subjects.compactMap(\.measure))
    if measures.isSuperset(of: [.basicExpenditure, .projectExpenditure]) { return true }
    let families = subjects.map { Family($0) }
    if measures.contains(.reception), families.allSatisfy({ $0 == .threePublic || $0 == .vehicles }) {
      // Who leaves one of the three out leaves out a zero.
      return measures.contains(.vehicles) || measures.contains(.vehicleOperation)
    }
    // Nor does a list of what is bought leave out more than a zero.
    if families.allSatisfy({ $0 == .procurement }) { return true }
    if subjects.allSatisfy({ $0.isListed }) { return true }
    guard parts.count >= 3 else { return false }
    let known = zip(subjects, families).count { subject, family in
      subject.isListed || subject.isAccount || family == .nature || family == .basic
    }
    if known == parts.count { return true }
    if families.count(where: { $0 == .sources || $0 == .funds }) >= parts.count - 1 { return true }
    return parts.last.map { last in Self.remainders.contains { name(of: last).elementsEqual($0) } } ?? false
  }

  /// The names of what is left; 其他交通费用 and 其他支出 are accounts of their own.
  private static let remainders = ["其他", "其它", "其他方面", "其他费用", "其他用途", "其他项目", "其他商品和服务支出"].map { Array($0.utf16) }

  /// Whether 等 stands behind the amount: there are others.
  private func isOneOfMore(_ index: StatementIndex) -> Bool {
    let placed = narrative.statements[index]
    guard let numeral = numeral(index) else { return false }
    let units = tree.blocks[placed.block].block.text.units
    let end = max(numeral.digits.upperBound, numeral.unitRange.upperBound)
    return end < units.count && units[end] == 0x7B49  // 等
  }

  /// 本年收入 and 上年结转结余 are all there is of revenue.
  func areYearAndRest(_ parts: [StatementIndex], of head: StatementIndex) -> Bool {
    guard parts.count == 2, self[parts[1]].subject.measure == .carryOver, opensYear(parts[0], of: head) else {
      return false
    }
    return name(of: parts[0]) != name(of: head)
  }

  /// Whether the amount is that of the year alone: 本年收入, below all revenue.
  func opensYear(_ part: StatementIndex, of head: StatementIndex) -> Bool {
    guard self[part].subject.measure == .revenue, name(of: part).starts(with: "本年".utf16) else { return false }
    let measure = self[head].subject.measure
    return measure == .revenue || measure == .revenueGrandTotal
  }

  /// Ties lists that give a number and an amount for each part:
  /// `项目 8 个，涉及 90 万元。其中：人员类项目 1 个，涉及 20 万元；运转类项目 7 个，涉及 70 万元`.
  ///
  /// They are full where the numbers or the amounts add up.
  mutating func tiePairs() {
    var at = 0
    while at + 5 < narrative.statements.count {
      guard self[at + 2].opening == .amongThem, isPair(at), isPair(at + 2) else {
        at += 1
        continue
      }
      let head = at
      at += 2
      var parts: [StatementIndex] = []
      while at + 1 < narrative.statements.count, isPair(at), unit(at) == unit(head),
        narrative.statements[at].block == narrative.statements[head].block,
        self[at].sentence <= self[head + 2].sentence
      {
        parts.append(at)
        at += 2
      }
      if parts.count >= 2 { tiePairs(head, parts) }
    }
  }

  private mutating func tiePairs(_ head: StatementIndex, _ parts: [StatementIndex]) {
    guard let number = numeral(head)?.value, case let numbers = parts.compactMap({ numeral($0)?.value }),
      let total = numeral(head + 1), case let amounts = parts.compactMap({ numeral($0 + 1) }),
      let evidence = SumEvidence(total: (total, 1), parts: amounts.map { ($0, 1) })
    else { return }
    guard numbers.reduce(0, +) == number && number > 1 || evidence.holds else { return }
    for offset in 0...1 where !narrative.breakdowns.contains(where: { $0.head == head + offset && $0.isFull }) {
      narrative.breakdowns.append(Breakdown(head: head + offset, parts: parts.map { $0 + offset }, isFull: true))
    }
  }

  /// Whether something was left from the year before, or will be.
  private var hasCarriedOver: Bool {
    narrative.statements.indices.contains { index in
      switch self[index].subject.measure {
      case .carryOver, .carryForward: !isZero(index)
      default: false
      }
    }
  }

  /// Whether a number of things stands there with an amount that no name of its own tells from it.
  private func isPair(_ index: StatementIndex) -> Bool {
    let (number, amount) = (self[index], self[index + 1])
    guard number.role == .level, amount.role == .level, unit(index).isCount, unit(index + 1).isMoney,
      number.sentence == amount.sentence, narrative.statements[index].block == narrative.statements[index + 1].block,
      amount.clause == number.clause + 1, number.isFinished, amount.isFinished, amount.reference == nil
    else { return false }
    return amount.subject.measure == nil && !amount.subject.isAccount && name(of: index + 1).count <= 4
  }

  /// `一般公共预算财政拨款收入 90 万元，一般公共预算财政拨款支出 90 万元`: what one sentence gives side by side
  /// balances.
  ///
  /// Only budgets do, and only those into which nothing is carried over.
  mutating func tieFundBalance() {
    guard profile.kind == .budget, !hasCarriedOver else { return }
    for index in narrative.statements.indices.dropFirst() {
      let (one, other) = (self[index - 1], self[index])
      guard other.role == .level, one.role == .level, other.subject.measure == .expenditure,
        one.subject.measure == .revenue, let fund = other.subject.fund, fund != .appropriation,
        fund == one.subject.fund,
        one.sentence == other.sentence, one.part == other.part, other.clause == one.clause + 1,
        narrative.statements[index].block == narrative.statements[index - 1].block, one.depth == other.depth,
        !one.isAside, !isBase(index), !isBase(index - 1), let left = numeral(index - 1), let right = numeral(index),
        left.unit == right.unit, left.decimals == right.decimals,
        left.value == right.value || isSlip(index - 1, index)
      else { continue }
      narrative.restatements.append(
        Restatement(first: index - 1, second: index, isStated: true, reason: .balance))
    }
  }
}
