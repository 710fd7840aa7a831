import DisclosureSyntax

extension NarrativeReader {
  /// The total that 其中 before the amount at `index` divides.
  ///
  /// In the same sentence that is the last amount. Behind a stop it may be any amount of the
  /// sentence before: the one that parts of this kind make up, or the only one there is.
  func total(before index: StatementIndex, _ opening: Statement.ListOpening) -> StatementIndex? {
    let statement = self[index]
    if isEnterprise(statement.subject) { return nil }
    func mayBeTotal(_ other: StatementIndex) -> Bool {
      sameKind(other, index) && !isBase(other) && self[other].depth <= statement.depth
    }
    guard var last = lastLevel(before: index, from: sectionStart, where: mayBeTotal), !dividesOtherYear(index) else {
      return nil
    }
    if isZero(last), !isZero(index), opening == .amongThem { last = withAmount(last) }
    let block = narrative.statements[index].block
    if passesOtherYear(last, to: index) { return nil }
    if let outer = lists.open.last(where: { $0.parts.contains(last) }), outer.parts.count > 1,
      let head = outer.head, self[last].part != statement.part, let measure = statement.subject.measure,
      self[head].subject.measure == measure
    {
      // 政府采购预算 60 万元：货物…、服务…；其中一般公共预算政府采购 40 万元
      return head
    }
    if opening == .including, let list = lists.open.last(where: { $0.parts.contains(last) }), list.parts.count > 1,
      list.opening == .including, list.sentence == statement.sentence, list.block == block,
      list.openedInPart != statement.part, let head = list.head
    {
      // 收入按资金来源分为：…；按资金年度分为：…
      return head
    }
    if self[last].sentence == statement.sentence, narrative.statements[last].block == block {
      guard opening == .including, let family = Family(statement.subject), Family(self[last].subject) != nil else {
        return last
      }
      return family.wholes.contains(self[last].subject.measure ?? .filler) || areGuests(index, last) ? last : nil
    }
    if narrative.statements[last].block != block, index != paragraphStart { return nil }
    let isInList =
      lists.open.contains { list in
        list.itemLevel == nil ? list.parts.count > 1 && list.parts.contains(last) : list.hasItem(last)
      }
      || narrative.statements[last].block != block && division(of: last) != nil
    if !isInList, rival(of: last, where: mayBeTotal) == nil { return last }
    guard let family = Family(statement.subject) else { return nil }
    func isMadeUp(_ other: StatementIndex) -> Bool {
      mayBeTotal(other) && (self[other].subject.measure.map { family.wholes.contains($0) } ?? false)
        && Family(self[other].subject) != family
    }
    guard let whole = lastLevel(before: index, from: sectionStart, where: isMadeUp),
      rival(of: whole, where: isMadeUp) == nil
    else { return nil }
    return whole
  }

  /// Whether the amount right before a list is another year's, which the list divides:
  /// `2024 年收入 100 万元，2023 年收入 80 万元，其中：…`, `比 2023 年的 80 万元（其中…）增加 20 万元`.
  private func dividesOtherYear(_ index: StatementIndex) -> Bool {
    guard index > paragraphStart, case let before = self[index - 1], before.role == .level, isBase(index - 1),
      before.sentence == self[index].sentence, sameKind(index - 1, index)
    else { return false }
    return before.reference == nil || self[index].depth > before.depth
  }

  /// `一般公共预算安排基本支出 90 万元，政府性基金安排基本支出 0 万元，其中：工资福利支出 80 万元`: nothing cannot be divided, but the
  /// amount of another fund before it can.
  private func withAmount(_ zero: StatementIndex) -> StatementIndex {
    guard let measure = self[zero].subject.measure, self[zero].subject.fund != nil else { return zero }
    var at = zero - 1
    while at >= paragraphStart, case let other = self[at], other.role == .level, other.sentence == self[zero].sentence,
      other.subject.measure == measure, other.subject.fund != nil, other.depth == self[zero].depth
    {
      if !isZero(at) { return at }
      at -= 1
    }
    return zero
  }

  /// Whether the list that begins at `index` with 按…分类 or in other words may divide the amount anew: an item
  /// of a list before it is no total of the next one.
  func isDivisible(_ head: StatementIndex, from index: StatementIndex) -> Bool {
    let placed = narrative.statements[head]
    let isItem = divisionsWithoutTotal.suffix(8).contains { first in
      first <= head && narrative.statements[first].block == placed.block
        && self[first].sentence == placed.statement.sentence
    }
    if isItem || isZero(head) { return false }
    // An item before it is divided where it stands, and not behind its sentence: …住房公积金 40 万元。按支出性质分：…
    let subject = placed.statement.subject
    if subject.measure == nil, subject.isAccount || head > sectionStart, !isSameSentence(head, index) { return false }
    switch placed.statement.subject.measure {
    case .carryOver, .businessRevenue, .operatingRevenue, .superiorSubsidy, .affiliatedTurnover, .otherRevenue,
      .unitFunds:
      // 上年结转 80 万元，占 8%。（二）支出按支出性质分：…
      return Family(self[index].subject) == .sources || Family(self[index].subject) == .funds
    default: break
    }
    if placed.block == narrative.statements[index].block { return true }
    let isWhole = placed.statement.subject.measure.map { Family.funds.wholes.contains($0) } ?? false
    return isWhole && Family(placed.statement.subject) == nil
      || rival(of: head, where: { sameKind($0, index) && !isBase($0) }) == nil
  }

  private func isSameSentence(_ one: StatementIndex, _ other: StatementIndex) -> Bool {
    narrative.statements[one].block == narrative.statements[other].block && self[one].sentence == self[other].sentence
  }

  /// The list of several parts that ended lately and has the amount among them.
  private func division(of level: StatementIndex) -> Breakdown? {
    narrative.breakdowns.suffix(8).last { $0.parts.count > 1 && $0.parts.contains(level) }
  }

  /// The total of revenue and expenditure that 收入包括 or 支出包括 divides.
  func balancedTotal(before index: StatementIndex) -> StatementIndex? {
    let block = narrative.statements[index].block
    return lastLevel(before: index, from: sectionStart) { level in
      guard !isBase(level), sameKind(level, index), block - narrative.statements[level].block <= 1 else { return false }
      let measure = self[level].subject.measure
      return measure == .revenueExpenditureGrandTotal || measure == .revenueExpenditure
    }
  }

  /// Another amount of the same sentence that is not the same measure's budget or final figure.
  func rival(
    of level: StatementIndex, where condition: (StatementIndex) -> Bool
  ) -> StatementIndex? {
    let block = narrative.statements[level].block
    var start = level
    while start > sectionStart, narrative.statements[start - 1].block == block { start -= 1 }
    return lastLevel(before: level, from: start) { other in
      self[other].sentence == self[level].sentence && condition(other)
        && !(self[other].subject.measure == self[level].subject.measure
          && self[other].subject.basis != self[level].subject.basis)
    }
  }

  /// The first amount of the paragraph, which 主要用于以下方面 divides.
  func firstTotal(before index: StatementIndex) -> StatementIndex? {
    var at = paragraphStart
    while at < index {
      if self[at].role == .level, !self[at].isAside, sameKind(at, index), !isBase(at) { return at }
      at += 1
    }
    guard let last = lastLevel(before: index, from: sectionStart, where: { sameKind($0, index) && !isBase($0) }) else {
      return nil
    }
    // What was divided before is divided again: 按支出功能分类，包括…。按支出用途分类，包括…
    var whole = last
    for _ in 0..<3 {
      let list = lists.open.last { $0.itemLevel == nil ? $0.parts.contains(whole) : $0.hasItem(whole) }
      guard let next = list?.head ?? division(of: whole)?.head, next < whole else { break }
      whole = next
    }
    return whole
  }
}
