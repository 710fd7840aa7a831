import DisclosureSyntax

extension NarrativeReader {
  /// Takes `占 40%`: a share of the open list's total, or of what the words name.
  mutating func takeShare(_ index: StatementIndex) {
    let statement = self[index]
    let part: StatementIndex?
    if statement.subject.isEmpty {
      part = lastLevel(before: index, from: paragraphStart) {
        !isBase($0) && self[$0].sentence == statement.sentence && self[$0].part == statement.part
          && self[$0].depth <= statement.depth
      }
    } else {
      part = lastLevel(before: index, from: paragraphStart) {
        !isBase($0) && isSame(statement.subject, self[$0].subject)
      }
    }
    guard let part else { return }
    if statement.isOfPrinted {
      guard index > paragraphStart, self[index - 1].role == .level, sameKind(part, index - 1),
        let part = divided(part, by: index - 1, at: index)
      else { return }
      narrative.shares.append(Share(rate: index, part: part, whole: index - 1))
      return
    }
    guard let whole = whole(of: index, part) else {
      if statement.whole == nil, lists.open.isEmpty || lists.itemLevel != nil { looseShares.append((part, index)) }
      return
    }
    guard whole != part, sameKind(part, whole) else { return }
    shareWholes[part] = whole
    narrative.shares.append(Share(rate: index, part: part, whole: whole))
  }

  /// Whether both name exactly one thing, with the same words or a known measure alone.
  func isSame(_ left: Subject, _ right: Subject) -> Bool {
    if left.name != 0, left.name == right.name { return true }
    guard let measure = left.measure, !left.isQualified, !right.isQualified else { return false }
    return measure == right.measure && left.fund == right.fund
  }

  /// `一般公共预算财政拨款支出 90 万元，主要用于以下方面：教育支出 60 万元，占本年财政拨款支出 66.67%`: the total of the list is
  /// what is called appropriations where no other amount is.
  private func appropriation(_ named: Subject, divided part: StatementIndex) -> StatementIndex? {
    guard let list = lists.open.last(where: { $0.parts.contains(part) }), list.opening == .following,
      let head = list.head, let fund = self[head].subject.fund, fund == .generalBudget || fund == .governmentFund,
      named.measure == .expenditure, self[head].subject.measure == .expenditure
    else { return nil }
    return head
  }

  func whole(of index: StatementIndex, _ part: StatementIndex) -> StatementIndex? {
    guard let named = self[index].whole else {
      return lists.open.last { $0.parts.contains(part) }?.head
    }
    func isNamed(_ level: StatementIndex) -> Bool {
      let subject = self[level].subject
      if named.name != 0, named.name == subject.name, level != part { return true }
      if isEnterprise(named), named.measure == subject.measure, level != part, !isBase(level) { return true }
      guard level != part, !isBase(level), subject.basis != .initialBudget, subject.basis != .fullYearBudget else {
        return false
      }
      guard let measure = named.measure else { return named.matches(subject) && named.name != 0 }
      guard !subject.isQualified, !named.isQualified else { return false }
      let isGrand =
        named.measure == .expenditureGrandTotal && subject.measure == .expenditure
        || named.fund != nil && named.measure == .expenditure && subject.measure == .expenditureGrandTotal
      return (measure == subject.measure || isGrand) && named.fund == subject.fund
    }
    let isGeneral = named.measure?.isGeneralMeasure ?? false
    if isGeneral, let head = lists.open.last(where: { $0.parts.contains(part) })?.head,
      let measure = self[head].subject.measure, !measure.isGeneralMeasure
    {
      // 占总支出的 … among the three public expenses may mean their own total.
      return nil
    }
    if let near = lastLevel(before: index, from: paragraphStart, where: isNamed) { return near }
    if isGeneral, named.fund == nil, let head = lists.open.last(where: { $0.parts.contains(part) })?.head,
      let family = Family(self[part].subject), let measure = named.measure, family.wholes.contains(measure),
      family.wholes.contains(self[head].subject.measure ?? .filler)
    {
      return head
    }
    if !isGeneral, let measure = named.measure {
      let near = lastLevel(before: index, from: paragraphStart) { level in
        level != part && !isBase(level) && self[level].subject.measure == measure && !self[level].subject.isQualified
      }
      if let near { return near }
    }
    if !isGeneral, let measure = named.measure, named.fund == nil {
      func isSection(_ level: StatementIndex) -> Bool {
        level != part && !isBase(level) && !isPlan(level) && self[level].subject.measure == measure
          && !self[level].subject.isQualified
      }
      if let own = lastLevel(before: index, from: sectionStart, where: isSection) {
        let other = lastLevel(before: own, from: sectionStart) {
          isSection($0) && numeral($0)?.value != numeral(own)?.value
        }
        return other == nil ? own : nil
      }
    }
    guard let far = lastLevel(before: index, from: 0, where: isNamed), let value = numeral(far)?.value else {
      return named.fund == .appropriation ? appropriation(named, divided: part) : nil
    }
    // Two amounts under one name: which one is meant cannot be told.
    let other = lastLevel(before: far, from: 0) { isNamed($0) && numeral($0)?.value != value }
    return other == nil ? far : nil
  }

  /// Whether the share behind an amount shows that it is a part, though a purpose stands before it:
  /// `主要是为完成日常工作而发生的支出，其中：人员经费 80 万元，占基本支出的 80%`.
  func isShared(_ statement: Statement, by next: Statement) -> Bool {
    statement.role == .level && next.role == .share && next.subject.isEmpty && next.sentence == statement.sentence
      && next.part == statement.part && next.depth == statement.depth
      && (Family(statement.subject) == .basic || statement.subject.isListed)
  }
}
