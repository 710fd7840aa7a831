import DisclosureSyntax
import DisclosureText

extension NarrativeReader {
  /// Turns the lists that ended into breakdowns.
  mutating func settleLists() {
    for list in lists.ended {
      if list.itemLevel != nil { settleItems(list) } else { settle(list) }
    }
    lists.ended.removeAll(keepingCapacity: true)
  }

  private mutating func settle(_ list: ListStack.List) {
    guard let head = list.head, !list.parts.isEmpty else { return }
    let names = list.parts.map { self[$0].subject.name }
    // One name twice: a line that a page end printed again, or two things under one name.
    if list.isDamaged || Set(names).count < names.count {
      for part in list.parts { narrative.limits.append(Limit(part: part, whole: head)) }
      return
    }
    let isFull = isFull(list, of: head)
    narrative.breakdowns.append(Breakdown(head: head, parts: list.parts, isFull: isFull))
  }

  /// Whether the parts are all there is of the total. Never decided by whether they add up.
  private func isFull(_ list: ListStack.List, of head: StatementIndex) -> Bool {
    let subjects = list.parts.map { self[$0].subject }
    if subjects.contains(where: { $0.measure == .smallAndMediumEnterprises || $0.measure == .smallEnterprises }) {
      return false
    }
    let hasShares = list.parts.allSatisfy { shareWholes[$0] == head }
    if hasShares, list.parts.count >= 2 || Family(subjects[0]) == .sources {
      // 人员经费 and 公用经费 with their shares of all expenditure leave the projects out.
      guard let family = Family(subjects[0]), let whole = self[head].subject.measure else { return true }
      return family.wholes.contains(whole)
    }
    if list.opening == .following {
      // Two kinds of parts in one list: a figure of something else was taken in.
      return list.parts.count >= 2 && Set(subjects.map { Family($0) }).count == 1
    }
    if Family.isFull(subjects, of: self[head].subject) { return true }
    guard list.parts.count >= 2 else { return false }
    let names = list.parts.map { name(of: $0) }
    if unit(list.parts[0]).isCount { return isFullCount(names, head) }
    return names.count == 2 && areOpposites(names[0], names[1])
  }

  /// The words that name an amount.
  func name(of index: StatementIndex) -> [UInt16] {
    let placed = narrative.statements[index]
    return Array(tree.blocks[placed.block].block.text.units[placed.statement.subject.range])
  }

  /// Vehicle classes end with 其他用车; grades are known.
  private func isFullCount(_ names: [[UInt16]], _ head: StatementIndex) -> Bool {
    if let last = names.last, last.starts(with: "其他".utf16) || last.starts(with: "其它".utf16) { return names.count >= 2 }
    if names.count >= 3, names.allSatisfy({ $0.last == 0x8F66 }) { return true }
    // Grades of self-evaluation: 优, 良, 合格, 不合格.
    return names.count >= 3 && names.contains { $0.contains(0x4F18) } && names.contains { $0.contains(0x826F) }
  }

  /// 计容 and 不计容, 地上 and 地下: two parts that leave nothing out.
  private func areOpposites(_ left: [UInt16], _ right: [UInt16]) -> Bool {
    func isNegated(_ name: [UInt16], _ other: [UInt16]) -> Bool {
      name.count > 1 && (name[0] == 0x4E0D || name[0] == 0x975E) && other.starts(with: name.dropFirst().prefix(2))
    }
    if isNegated(left, right) || isNegated(right, left) { return true }
    return left.starts(with: "地上".utf16) && right.starts(with: "地下".utf16)
      || left.starts(with: "地下".utf16) && right.starts(with: "地上".utf16)
  }

  /// Numbered items add to the totals of the paragraph before them, each budget by itself.
  private mutating func settleItems(_ list: ListStack.List) {
    let items = list.items.filter { !$0.isEmpty }
    guard list.head != nil, items.count >= 2, items.count == list.items.count, isComplete(list.numbers) else { return }
    for (column, head) in list.heads.sorted(by: { $0.value < $1.value }) {
      var parts = items.map { $0[column] }
      if column == .final, parts.allSatisfy({ $0 == nil }) { parts = items.map { $0[.plain] } }
      if column == .plain, parts.allSatisfy({ $0 == nil }) { parts = items.map { $0[.final] } }
      let found = parts.compactMap { $0 }
      guard found.count == items.count else { continue }
      let subjects = found.map { self[$0].subject }
      let areAccounts = subjects.allSatisfy { $0.isAccount }
      let isFull =
        Family.isFull(subjects, of: self[head].subject) || areAccounts && !hasOtherFunds(head)
        || (column != .plain && subjects.allSatisfy { $0.isEmpty || $0.isAccount })
      if isFull || Family(subjects[0]) != nil {
        narrative.breakdowns.append(Breakdown(head: head, parts: found, isFull: isFull))
      }
    }
  }

  /// Whether no item is missing: the numbers count up from 1, a lost one leaving its gap.
  private func isComplete(_ numbers: [Int]) -> Bool {
    numbers.enumerated().allSatisfy { position, number in number == 0 || number == position + 1 }
  }

  /// Whether the items may include expenditure from other funds than the total's.
  private func hasOtherFunds(_ head: StatementIndex) -> Bool {
    firstOtherFund.map { $0 < head } ?? false
  }
}
