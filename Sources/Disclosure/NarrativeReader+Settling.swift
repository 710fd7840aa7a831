import DisclosureSyntax
import DisclosureText

extension NarrativeReader {
  /// Turns the lists that ended into breakdowns.
  mutating func settleLists() {
    // Nearly always none has ended, and to remove nothing takes as long as to remove some.
    if lists.ended.isEmpty { return }
    for list in lists.ended {
      if list.itemLevel != nil { settleItems(list) } else { settle(list) }
    }
    lists.ended.removeAll(keepingCapacity: true)
  }

  private mutating func settle(_ list: ListStack.List) {
    guard let last = list.head, !list.parts.isEmpty, let head = divided(last, into: list.parts) else { return }
    if head != last {
      var list = list
      list.head = head
      return settle(list, of: head)
    }
    tieNestedShares(list, of: head)
    let plans = list.parts.filter { isPlan($0) }
    guard !plans.isEmpty, plans.count < list.parts.count else { return settle(list, of: head) }
    // Budgets add to the budget, final figures to the final figure.
    var part = list
    if let total = plans.first.flatMap({ list.heads[column(of: self[$0].subject.basis)] }) {
      part.parts = plans
      settle(part, of: total)
    }
    if let total = list.heads[.final] ?? list.heads[.plain] ?? (isPlan(head) ? nil : head) {
      part.parts = list.parts.filter { !isPlan($0) }
      settle(part, of: total)
    }
  }

  private mutating func settle(_ list: ListStack.List, of head: StatementIndex) {
    if list.isShown, list.isDamaged || !isShownFull(list, of: head) { return }
    // One name twice: a line that a page end printed again, or two things under one name.
    if list.isDamaged || namesTwice(list.parts) {
      for part in list.parts { narrative.limits.append(Limit(part: part, whole: head)) }
      return
    }
    let isFull = isFull(list, of: head) || list.opening != .following && areTooMuch(list.parts, of: head)
    let subjects = list.parts.map { self[$0].subject }
    // Who prints a zero lists them all.
    let listsAll = list.parts.contains { isZero($0) } && subjects.allSatisfy { Family($0) != nil }
    narrative.breakdowns.append(
      Breakdown(head: head, parts: list.parts, isFull: isFull, isClosed: Family.isClosed(subjects) || listsAll))
  }

  /// Whether two of the parts have one name.
  private func namesTwice(_ parts: [StatementIndex]) -> Bool {
    let names = parts.map { self[$0].subject.name }.sorted()
    return zip(names, names.dropFirst()).contains { $0 == $1 }
  }

  /// Whether the words say that the parts are all there is of the total; what the figures say is asked elsewhere.
  private func isFull(_ list: ListStack.List, of head: StatementIndex) -> Bool {
    let subjects = list.parts.map { self[$0].subject }
    if subjects.contains(where: { $0.measure == .smallAndMediumEnterprises || $0.measure == .smallEnterprises }) {
      return false
    }
    if Family.isFull(subjects, of: self[head].subject) { return true }
    if list.opening == .revenues || list.opening == .expenditures, isBalanced(head) {
      return list.parts.count >= 2 && list.parts.allSatisfy { self[$0].sentence == self[list.parts[0]].sentence }
    }
    let hasShares = list.parts.allSatisfy { shareWholes[$0] == head }
    if hasShares, list.parts.count >= 2 || Family(subjects[0]) == .sources {
      // 人员经费 and 公用经费 with their shares of all expenditure leave the projects out.
      if leaveOthers(list.parts, of: head) { return false }
      guard let family = Family(subjects[0]), let whole = self[head].subject.measure else { return true }
      return family.wholes.contains(whole)
    }
    if list.opening == .following {
      // Two kinds of parts in one list: a figure of something else was taken in.
      return list.parts.count >= 2 && Set(subjects.map { Family($0) }).count == 1
    }
    guard list.parts.count >= 2 else { return false }
    if shareOut(list.parts, of: head) { return true }
    if list.opening == .amongThem, list.parts.allSatisfy({ isCoded($0) }) { return true }
    if isShownFull(list, of: head) || areYearAndRest(list.parts, of: head) { return true }
    let names = list.parts.map { name(of: $0) }
    if unit(list.parts[0]).isCount { return isFullCount(names) || fillCount(names, list.parts, of: head) }
    if names.count >= 3, let last = names.last, Self.isRemainder(last) { return true }
    if self[head].subject.measure == .basicExpenditure, Self.areClasses(names) { return true }
    return names.count == 2 && areOpposites(names[0], names[1])
  }

  /// Whether shares and amounts alike say that there are other parts: `收入合计 120 万元，其中财政拨款收入 100 万元，占 83.33%`.
  private func leaveOthers(_ parts: [StatementIndex], of head: StatementIndex) -> Bool {
    guard let total = numeral(head), total.amount > 0 else { return false }
    let amounts = parts.reduce(0) { $0 + (numeral($1)?.amount ?? 0) }
    let rates = parts.reduce(0) { sum, part in
      sum + (narrative.shares.last { $0.part == part }.flatMap { numeral($0.rate) }?.amount ?? 0)
    }
    return rates < 99 && amounts < total.amount && abs(amounts / total.amount * 100 - rates) < 1
  }

  /// What ends a list that leaves nothing out: `…、公务用车保险 3 万元、其他 2 万元`.
  private static func isRemainder(_ name: [UInt16]) -> Bool {
    remainders.contains(name) || name.count > otherExpenditure.count && name.suffix(4).elementsEqual(otherExpenditure)
  }

  private static let remainders = Set(["其他", "其它", "其他资产"].map { Array($0.utf16) })
  /// 公务用车其他支出; alone it is a class of expenditure.
  private static let otherExpenditure = Array("其他支出".utf16)

  /// Whether they are the economic classes that basic expenditure is made of.
  static func areClasses(_ names: [[UInt16]]) -> Bool {
    names.count == classes.count && classes.allSatisfy { word in names.contains { RowWords.contains($0, word) } }
  }

  static let classes = ["工资福利", "商品和服务", "对个人和家庭", "资本性支出"].map { Array($0.utf16) }

  /// Whether the amount is named with an account's code: `工资福利支出（301）`, `2010601行政运行`.
  func isCoded(_ index: StatementIndex) -> Bool {
    let placed = narrative.statements[index]
    let range = placed.statement.subject.range
    guard range.count > 4 || range.lowerBound > 2 else { return false }
    let units = tree.blocks[placed.block].block.text.units
    var at = range.upperBound
    if at > 0, at <= units.count, Mark.isClosingBracket(units[at - 1]) {
      at -= 1
      let end = at
      while at > range.lowerBound, Mark.isDigit(units[at - 1]) { at -= 1 }
      return end - at >= 3 && at > range.lowerBound && Mark.isOpeningBracket(units[at - 1])
    }
    at = range.lowerBound
    while at > 0, range.lowerBound - at < 8, Mark.isDigit(units[at - 1]) { at -= 1 }
    return range.lowerBound - at == 7
  }

  /// The words that name an amount.
  func name(of index: StatementIndex) -> [UInt16] { Array(words(of: index)) }

  /// The same where it stands.
  func words(of index: StatementIndex) -> ArraySlice<UInt16> {
    let placed = narrative.statements[index]
    return tree.blocks[placed.block].block.text.units[placed.statement.subject.range]
  }

  /// 计容 and 不计容, 地上 and 地下: two parts that leave nothing out.
  private func areOpposites(_ left: [UInt16], _ right: [UInt16]) -> Bool {
    func isNegated(_ name: [UInt16], _ other: [UInt16]) -> Bool {
      name.count > 1 && (name[0] == 0x4E0D || name[0] == 0x975E) && other.starts(with: name.dropFirst().prefix(2))
    }
    if isNegated(left, right) || isNegated(right, left) { return true }
    func isForeign(_ name: [UInt16]) -> Bool {
      ["国（境）外", "国(境)外", "国外", "外事", "外宾"].contains { name.starts(with: $0.utf16) }
    }
    if left.elementsEqual("离休".utf16), right.elementsEqual("退休".utf16) { return true }
    if left.starts(with: "国内".utf16), isForeign(right) { return true }
    if right.starts(with: "国内".utf16), isForeign(left) { return true }
    return left.starts(with: "地上".utf16) && right.starts(with: "地下".utf16)
      || left.starts(with: "地下".utf16) && right.starts(with: "地上".utf16)
  }
}
