import DisclosureSyntax

/// Amounts that stand behind the list of another amount and are no parts of it.
extension NarrativeReader {
  /// Whether the amount behind a semicolon is a whole of its own beside the one that the list divides:
  /// `项目支出 40 万元，其中业务费 30 万元；基本支出 60 万元`, `在校学生 600 人，其中寄宿生 300 人；教职工 28 人`.
  ///
  /// What belongs with the parts goes on with them, and so does what the rest of the whole has room for, unless it
  /// belongs with the whole.
  func isSibling(_ index: StatementIndex, of list: ListStack.List, isKin: Bool) -> Bool {
    guard self[index].part > list.openedInPart, list.opening != .following, !isKin, let head = list.head,
      list.parts.allSatisfy({ self[$0].part == list.openedInPart }), !isDivided(head, into: index)
    else { return false }
    if isAlike(index, head), !list.parts.contains(where: { isAlike(index, $0) }) { return true }
    guard exceedsRest(index, of: list, head) else { return false }
    let (own, whole) = (name(of: index), name(of: head))
    if Self.others.contains(where: { own.starts(with: $0) }) { return false }
    if unit(index).isCount, areKinds(list.parts.map { name(of: $0) } + [own]) { return false }
    // `其中甲 10 万元，乙 20 万元；丙 60 万元`: the list goes on with commas.
    if list.parts.count > 1 || own.last == whole.last { return true }
    return !list.parts.contains { words(of: $0).last == own.last }
  }

  /// Whether amounts like this one make up what the head measures.
  private func isDivided(_ head: StatementIndex, into part: StatementIndex) -> Bool {
    guard let family = Family(self[part].subject), let whole = self[head].subject.measure else { return false }
    return family.wholes.contains(whole) && Family(self[head].subject) != family
  }

  /// Whether both belong into one list: kinds of one total, classes, or accounts.
  private func isAlike(_ one: StatementIndex, _ other: StatementIndex) -> Bool {
    let (a, b) = (self[one].subject, self[other].subject)
    if let family = Family(a) { return Family(b) == family && (a.measure != b.measure || a.fund != b.fund) }
    return a.isListed && b.isListed || a.isAccount && b.isAccount
  }

  /// Whether the amount is more than the parts before it leave of the whole.
  private func exceedsRest(_ index: StatementIndex, of list: ListStack.List, _ head: StatementIndex) -> Bool {
    guard isPlan(index) == isPlan(head), let own = numeral(index), let whole = numeral(head) else { return false }
    let parts = list.parts.reduce(0) { $0 + (numeral($1)?.amount ?? 0) }
    return own.amount > whole.amount - parts + whole.lastDigit * Double(list.parts.count + 1)
  }

  private static let others = ["其他", "其它", "其余"].map { Array($0.utf16) }
}
