import DisclosureSyntax
import DisclosureText

extension NarrativeReader {
  /// Whether the items that follow divide an amount of the paragraph before them, itself an item.
  var opensItems: Bool {
    guard paragraphStart < narrative.statements.count, lists.open.count < ListStack.depth else { return false }
    let first = self[paragraphStart]
    let isNamed = first.subject.measure != nil || pendingOpening == .amongThem && first.subject.isAccount
    return first.role == .level && !first.isAside && unit(paragraphStart).isMoney && isNamed
      && !isBase(paragraphStart)
  }

  /// Whether the heading is that of the accounts that the appropriation is used for: 具体使用情况.
  func isOfUses(_ block: ReadBlock) -> Bool {
    let units = block.block.text.units
    return units.count < 60
      && units.indices.contains { units[$0] == 0x5177 && units[$0...].starts(with: "具体使用情况".utf16) }
  }

  /// Opens the list whose items are the numbered blocks that follow.
  mutating func openItemList(_ opening: Statement.ListOpening, level: Int, isShown: Bool = false) {
    let count = narrative.statements.count
    var head = lastLevel(before: count, from: paragraphStart) { unit($0).isMoney && !isBase($0) && self[$0].depth == 0 }
    if let own = head, rival(of: own, where: { unit($0).isMoney && !isBase($0) && self[$0].depth == 0 }) != nil {
      head = nil
    }
    var at = head == nil ? count - 1 : -1
    while at >= sectionStart {
      let statement = self[at]
      if statement.role == .reopening, statement.subject.measure == .threePublic { break }
      if statement.role == .level, !statement.isAside, unit(at).isMoney, !isBase(at),
        isTotal(at)
      {
        // `其中，教育支出 60 万元，占 60%，…。具体安排情况如下：`: what is divided again is their total.
        head = lists.open.last { $0.itemLevel == nil && $0.parts.count > 1 && $0.parts.contains(at) }?.head ?? at
        break
      }
      at -= 1
    }
    // Behind a list of classes with their shares, the accounts make up the total of the classes.
    if isShown, let part = head, let total = shareWholes[part] { head = total }
    if lists.itemLevel == nil { closeLists() } else { closeInnerLists() }
    lists.push(
      ListStack.List(
        heads: head.map { heads(around: $0) } ?? [:], head: head, itemLevel: level, opening: opening, depth: 0,
        sentence: -1, block: -1, openedInPart: 0, isShown: isShown))
  }

  /// Whether the amount may be the total of the items that follow its paragraph: not itself
  /// a part of a sum by source or fund.
  func isTotal(_ index: StatementIndex) -> Bool {
    let subject = self[index].subject
    guard let family = Family(subject) else { return true }
    if family == .funds { return subject.fund == .generalBudget && lists.open.isEmpty }
    return false
  }

  /// Gives the amount to the present item of the item list; false where it is no item's.
  mutating func takeItemAmount(_ index: StatementIndex, list position: Int) -> Bool {
    let statement = self[index]
    guard unit(index).isMoney || isZero(index) else { return true }
    let column = column(of: statement.subject.basis)
    if !statement.subject.isEmpty, !statement.subject.isAccount, let measure = statement.subject.measure {
      // A new total in a paragraph of its own ends the items.
      let family = Family(statement.subject)
      let isFresh = lists.open[position].items.last?.isEmpty ?? false
      if !isFresh, measure != .reception, family == nil || !hasItem(of: family, list: position) {
        return index > paragraphStart
      }
    }
    guard lists.open[position].numbers.last != -1 else { return true }
    guard let item = lists.open[position].items.last else { return false }
    if item[column] != nil {
      // The number of the next item was lost.
      if column != .plain || statement.subject.isAccount, startsParagraph(index) || statement.subject.isAccount {
        lists.open[position].items.append([column: index])
        lists.open[position].numbers.append(0)
      }
    } else if column != .plain || item.isEmpty || item[.plain] == nil && item[.final] == nil {
      lists.open[position].items[lists.open[position].items.count - 1][column] = index
    }
    return true
  }

  /// Whether an item of a list has an amount of `family`.
  private func hasItem(of family: Family?, list position: Int) -> Bool {
    lists.open[position].items.contains { item in item.first.map { Family(self[$0].subject) == family } ?? false
    }
  }

  func startsParagraph(_ index: StatementIndex) -> Bool { index == paragraphStart }

  /// `“C”25.77 万元 … 2024 年预算安排 25.77 万元`, and in final accounts `… 支出决算为 25.77 万元`: the item's amount is said
  /// twice.
  mutating func tieItem(_ index: StatementIndex) {
    let own = self[index].subject
    guard own.measure == nil,
      own.basis == .allocation || own.basis == .final && own.isEmpty && profile.kind == .final && isFirstFinal(index)
    else { return }
    let head = lastLevel(before: index, from: paragraphStart) { other in
      self[other].subject.isAccount && self[other].subject.basis == nil && unit(other).isMoney
    }
    guard let head else { return }
    narrative.restatements.append(Restatement(first: head, second: index, isStated: true, reason: .itemAndAllocation))
  }

  /// Whether one account alone was named since the beginning of the paragraph, or the final figure before.
  private func isFirstFinal(_ index: StatementIndex) -> Bool {
    var at = index - 1
    var first = index
    var accounts = 0
    while at >= paragraphStart, self[at].subject.basis != .final {
      if self[at].subject.isAccount { accounts += 1 }
      first = at
      at -= 1
    }
    return accounts == 1 && self[first].subject.isAccount
  }
}
