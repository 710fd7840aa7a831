import DisclosureSyntax
import DisclosureText

/// Amounts that stand behind the list of another amount and are no parts of it.
extension NarrativeReader {
  /// Whether the amount behind a semicolon is a whole of its own beside the one that the list divides:
  /// `项目支出 40 万元，其中业务费 30 万元；基本支出 60 万元`, `在校学生 600 人，其中寄宿生 300 人；教职工 28 人`.
  ///
  /// What belongs with the parts goes on with them, and so does what the rest of the whole has room for, unless it
  /// belongs with the whole.
  func isSibling(_ index: StatementIndex, of list: ListStack.List, isKin: Bool) -> Bool {
    guard self[index].part > list.openedInPart, list.opening != .following, !isKin, let head = list.head,
      !isDivided(head, into: index),
      case let goesOn = list.parts.contains(where: { self[$0].part != list.openedInPart }),
      !goesOn || isUsedUp(list, head)
    else { return false }
    if !goesOn, isAlike(index, head), !list.parts.contains(where: { isAlike(index, $0) }) { return true }
    guard exceedsRest(index, of: list, head) else { return false }
    let (own, whole) = (name(of: index), name(of: head))
    if Self.others.contains(where: { own.starts(with: $0) }) { return false }
    if unit(index).isCount, areKinds(list.parts.map { name(of: $0) } + [own]) { return false }
    // `其中甲 10 万元，乙 20 万元；丙 60 万元`: the list goes on with commas, or is complete.
    if list.parts.count > 1 || own.last == whole.last { return true }
    return !list.parts.contains { words(of: $0).last == own.last }
  }

  /// Whether the parts leave nothing of the whole.
  private func isUsedUp(_ list: ListStack.List, _ head: StatementIndex) -> Bool {
    guard list.parts.count > 1, let whole = numeral(head), isPlan(head) == isPlan(list.parts[0]) else { return false }
    let parts = list.parts.reduce(0) { $0 + (numeral($1)?.amount ?? 0) }
    return abs(parts - whole.amount) < whole.lastDigit / 2
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
    // A whole that is less than its first parts is wrong itself.
    guard parts <= whole.amount + whole.lastDigit * Double(list.parts.count) else { return false }
    return own.amount > whole.amount - parts + whole.lastDigit * Double(list.parts.count + 1)
  }

  /// Which of two amounts that 和 or 、 joins a list behind them divides: `10 个社区、5 个行政村，其中：城市社区 6 个、农村社区 4 个`.
  ///
  /// The figures tell; nil where the parts are more than the last one has.
  func divided(_ last: StatementIndex, into parts: [StatementIndex]) -> StatementIndex? {
    guard let other = joined(to: last), let end = numeral(last), let own = numeral(other) else { return last }
    let sum = parts.reduce(0) { $0 + (numeral($1)?.amount ?? 0) }
    let tolerance = end.lastDigit * Double(parts.count + 1) / 2
    if abs(sum - end.amount) < tolerance { return last }
    if abs(sum - own.amount) < tolerance { return other }
    return sum > end.amount ? nil : last
  }

  /// The amount that 和 or 、 joins to this one, neither being a part of a list.
  private func joined(to last: StatementIndex) -> StatementIndex? {
    guard last > 0, self[last - 1].role == .level, self[last - 1].sentence == self[last].sentence,
      self[last - 1].depth == self[last].depth, unit(last - 1) == unit(last), let end = numeral(last),
      let before = numeral(last - 1),
      case let (placed, former) = (narrative.statements[last], narrative.statements[last - 1]),
      placed.block == former.block
    else { return nil }
    let units = tree.blocks[placed.block].block.text.units[before.digits.upperBound..<end.digits.lowerBound]
    guard units.contains(where: { Self.conjunctions.contains($0) }),
      !units.contains(where: { Self.marks.contains($0) }),
      !lists.open.contains(where: { $0.parts.contains(last) }),
      !lists.ended.contains(where: { $0.parts.contains(last) })
    else { return nil }
    return last - 1
  }

  private static let conjunctions = Set("、和及与".utf16)
  private static let marks = Set("，；：。,;:".utf16)
  private static let others = ["其他", "其它", "其余"].map { Array($0.utf16) }
}
