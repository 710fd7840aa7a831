import DisclosureSyntax

/// How lists of parts begin.
extension NarrativeReader {
  /// `公务用车购置及运行费 30 万元（公务用车购置费 20 万元，公务用车运行费 10 万元）`: brackets hold the parts of the
  /// amount before them where these make up what it measures. The amount at `index` is one in brackets.
  func bracketOpening(_ index: StatementIndex) -> Statement.ListOpening? {
    let statement = self[index]
    guard index > paragraphStart else { return nil }
    let before = self[index - 1]
    guard before.role == .level, before.depth == statement.depth - 1, before.sentence == statement.sentence,
      sameKind(index, index - 1)
    else { return nil }
    guard let family = Family(statement.subject) else {
      // （本级财力 60 万元，专项收入 30 万元）: what the brackets hold shows whether it makes up the amount.
      return statement.subject.measure == nil && statement.subject.name != 0 && !statement.subject.isQualified
        ? .bracket : nil
    }
    guard before.subject.measure.map({ family.wholes.contains($0) }) ?? false, Family(before.subject) != family else {
      return nil
    }
    return .bracket
  }

  /// Opens the list that begins with the amount at `index`; false where no total is found.
  mutating func openList(_ opening: Statement.ListOpening, with index: StatementIndex) -> Bool {
    let statement = self[index]
    let head: StatementIndex?
    switch opening {
    case .following:
      if let named = namedWhole(before: index) ?? dividedAnew(before: index) {
        head = named
      } else if Family(statement.subject) == nil {
        head = lists.open.first(where: { $0.itemLevel == nil })?.head ?? firstTotal(before: index)
      } else {
        head = total(before: index, .amongThem) ?? firstTotal(before: index)
      }
    case .reopening:
      guard let last = lists.open.indices.last, lists.open[last].parts.isEmpty else { return false }
      lists.open[last].parts.append(index)
      return true
    case .revenues, .expenditures:
      head = balancedTotal(before: index) ?? total(before: index, .including)
    case .amongThem, .bracket, .including:
      head = total(before: index, opening)
    }
    if opening == .following, !(head.map { isDivisible($0, from: index) } ?? false) {
      divisionsWithoutTotal.append(index)
      return false
    }
    guard var head, sameKind(head, index), !isNet(head) else { return false }
    let heads = heads(around: head)
    let own = column(of: statement.subject.basis)
    if own.isPlan {
      // A plan is a part of the plan, not of the final figure printed beside it.
      guard let plan = heads[own] else { return false }
      head = plan
    } else if statement.depth == 0, isPlan(head), own == .plain, let actual = heads[.final] ?? actual(beside: head) {
      // `基本支出 80 万元，年初预算 90 万元，完成年初预算的 88.89%，其中：人员经费 …`
      head = actual
    }
    let isSide = opening == .revenues || opening == .expenditures
    if opening == .including || isSide && !isBalanced(head) {
      let isFamily =
        Family(statement.subject).map { Family(self[head].subject) != $0 || areGuests(index, head) } ?? false
      guard isFamily || opening == .including && (opensYear(index, of: head) || itemizes(index, head)) else {
        return false
      }
    }
    let list = ListStack.List(
      heads: heads, head: head, parts: [index], opening: opening, depth: statement.depth,
      sentence: statement.sentence, block: narrative.statements[index].block, openedInPart: statement.part,
      isShown: opening == .bracket && statement.opening == nil && Family(statement.subject) == nil)
    if opening == .following || lists.open.count >= ListStack.depth { closeInnerLists() }
    lists.push(list)
    return true
  }

  /// Whether the amount is what of assets is written off or left, whose kinds are given by what they cost:
  /// `固定资产原值 90 万元，累计折旧 40 万元，净值 50 万元；其中房屋 60 万元、…`.
  private func isNet(_ head: StatementIndex) -> Bool {
    guard self[head].subject.measure == nil, self[head].subject.name != 0 else { return false }
    let words = name(of: head)
    return Self.netValues.contains { words.count >= 2 && words.suffix(2).elementsEqual($0) }
  }

  private static let netValues = ["净值", "净额", "折旧", "摊销"].map { Array($0.utf16) }

  /// The amount of the measure that a new sentence says is divided, right before 按…分:
  /// `支出总计 140 万元，其中本年支出 120 万元。本年支出按支出性质分：…`; nil where it names none.
  private func namedWhole(before index: StatementIndex) -> StatementIndex? {
    guard index > paragraphStart, let former = numeral(index - 1), let own = numeral(index),
      self[index - 1].sentence != self[index].sentence
    else { return nil }
    let tokens = tree.blocks[narrative.statements[index].block].tokens
    guard
      var place = tokens.lastIndex(where: {
        $0.kind == .term(.following) && $0.range.upperBound <= own.digits.lowerBound
      }), place > 0
    else { return nil }
    // 支出主要用于以下几个方面
    if place > 1, case .term(.purpose) = tokens[place - 1].kind { place -= 1 }
    guard case .term(let measure) = tokens[place - 1].kind, measure.isMeasure,
      tokens[place - 1].range.lowerBound >= former.digits.upperBound
    else { return nil }
    return lastLevel(before: index, from: sectionStart) { level in
      self[level].subject.measure == measure && sameKind(level, index) && !isBase(level)
    }
  }

  /// The total of the list before it, which a second list behind a semicolon divides anew:
  /// `本年支出 90 万元。按功能分类：教育支出 60 万元，其他 30 万元；按支出性质分类：基本支出 50 万元，…`.
  private func dividedAnew(before index: StatementIndex) -> StatementIndex? {
    guard index > paragraphStart, case let statement = self[index], self[index - 1].sentence == statement.sentence,
      let list = lists.open.last(where: { $0.itemLevel == nil && $0.parts.contains(index - 1) }),
      list.opening == .following, list.parts.count > 1, list.openedInPart != statement.part,
      list.depth == statement.depth
    else { return nil }
    return list.head
  }

  /// Whether the amount is the first of several accounts that expenditure or a kind of it consists of:
  /// `支出总计 90 万元，包括教育支出 60 万元、…`, `基本支出 90 万元，包括工资福利支出 60 万元、…`,
  /// `人员经费 80 万元，主要包括：基本工资 30 万元、…`.
  private func itemizes(_ index: StatementIndex, _ head: StatementIndex) -> Bool {
    let subject = self[index].subject
    guard subject.measure == nil, subject.fund == nil, subject.name != 0, head + 1 == index || isListed(head),
      self[head].sentence == self[index].sentence, head >= paragraphStart
    else { return false }
    let family = Family(self[head].subject)
    let isAll = self[head].subject.measure.map { Family.nature.wholes.contains($0) } ?? false
    return family == .basic || (family == .nature || isAll) && (subject.isListed || subject.isAccount)
  }

  /// Whether the amount was carried over, and is no part of what the year itself brought, whose parts are all there:
  /// `当年财政拨款收入 90 万元，包括：…；上年结转 3 万元`.
  func isLeftOver(_ index: StatementIndex, of list: ListStack.List) -> Bool {
    self[index].subject.measure == .carryOver && list.parts.count > 1 && isMadeUp(list)
  }

  /// Whether the parts that a list has make up its whole to the last digit.
  func isMadeUp(_ list: ListStack.List) -> Bool {
    guard let total = list.head.flatMap({ numeral($0) }) else { return false }
    let sum = list.parts.reduce(0) { $0 + (numeral($1)?.amount ?? 0) }
    return abs(sum - total.amount) < total.lastDigit / 2
  }

  private func isListed(_ head: StatementIndex) -> Bool { lists.open.contains { $0.parts.contains(head) } }

  /// The amounts that one sentence gives for one measure: 年初预算, 全年预算, 支出决算.
  func heads(around head: StatementIndex) -> ListStack.Amounts {
    var result: ListStack.Amounts = [column(of: self[head].subject.basis): head]
    var at = head - 1
    while at >= sectionStart, narrative.statements[at].block == narrative.statements[head].block {
      let statement = self[at]
      if statement.role == .level, !statement.isAside {
        let column = column(of: statement.subject.basis)
        // `公务接待费 12 万元，其中当年预算 8 万元；公务用车 18 万元，其中…`: what was divided is no budget of the next amount.
        let isPart = statement.opening != nil && statement.part < self[head].part
        guard column != .plain, !isPart, result[column] == nil, statement.sentence == self[head].sentence else { break }
        result[column] = at
      }
      at -= 1
    }
    return result
  }
}
