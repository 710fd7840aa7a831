import DisclosureSyntax

/// Lists of numbered items.
extension NarrativeReader {
  /// Numbered items add to the totals of the paragraph before them, each budget by itself.
  mutating func settleItems(_ list: ListStack.List) {
    var list = list
    if let total = widerTotal(of: list) { (list.heads, list.head) = ([.plain: total], total) }
    let items = list.items.filter { !$0.isEmpty }
    guard list.head != nil, items.count >= 2, items.count == list.items.count, isComplete(list.numbers) else { return }
    let columns = columns(of: list, items)
    // `其中：` may name some of the items; where a budget or a final figure adds up, it names all.
    let areSome =
      list.opening == .amongThem && !columns.isEmpty && columns.allSatisfy { fallShort($0.parts, of: $0.head) }
    for (column, head, found) in columns {
      let subjects = found.map { self[$0].subject }
      let areAccounts = subjects.allSatisfy { $0.isAccount }
      let areCoded = found.allSatisfy { isCoded($0) }
      if list.isShown {
        guard isShownFull(found, of: head) else { continue }
        narrative.breakdowns.append(Breakdown(head: head, parts: found, isFull: true))
        continue
      }
      let isFull =
        Family.isFull(subjects, of: self[head].subject) || areAccounts && !hasOtherFunds(head) && !areSome
        || areCoded && (list.opening == .amongThem || !hasOtherFunds(head) || self[head].subject.fund == .generalBudget)
        || (column != .plain && !areSome && subjects.allSatisfy { $0.isEmpty || $0.isAccount })
        || list.opening == .amongThem && self[head].subject.measure == .basicExpenditure
          && Self.areClasses(found.map { name(of: $0) })
        || self[head].subject.measure == .expenditureGrandTotal && areClassesAndRest(found)
        || subjects.allSatisfy { $0.isListed } && isShownFull(found, of: head)
      if isFull || Family(subjects[0]) != nil {
        narrative.breakdowns.append(
          Breakdown(head: head, parts: found, isFull: isFull, isClosed: Family.isClosed(subjects)))
      }
    }
  }

  /// `总收入 90 万元，其中本年收入 80 万元，…。收入具体情况如下：`: items among which is what was carried over make up
  /// the total, not the year's part of it.
  private func widerTotal(of list: ListStack.List) -> StatementIndex? {
    guard let head = list.head, let measure = self[head].subject.measure,
      measure == .revenue || measure == .expenditure,
      list.items.contains(where: { $0.contains { isCarried($0) } })
    else { return nil }
    return narrative.breakdowns.suffix(8).last { breakdown in
      breakdown.parts.contains(head)
        && [.revenueGrandTotal, .expenditureGrandTotal].contains(self[breakdown.head].subject.measure)
    }?.head
  }

  /// Whether the amount was carried over or is carried forward.
  func isCarried(_ index: StatementIndex) -> Bool {
    self[index].subject.measure == .carryOver || self[index].subject.measure == .carryForward
  }

  /// Whether classes of expenditure and what is left make up the total.
  private func areClassesAndRest(_ parts: [StatementIndex]) -> Bool {
    parts.contains { isCarried($0) }
      && parts.allSatisfy { isCarried($0) || self[$0].subject.isListed || self[$0].subject.isAccount }
  }

  /// Whether no item is missing: the numbers count up from 1, a lost one leaving its gap.
  private func isComplete(_ numbers: [Int]) -> Bool {
    numbers.enumerated().allSatisfy { position, number in number == 0 || number == position + 1 }
  }

  /// Whether the items may include expenditure from other funds than the total's.
  private func hasOtherFunds(_ head: StatementIndex) -> Bool {
    sectionFund == nil && firstOtherFund.map { $0 < head } ?? false
  }
}
