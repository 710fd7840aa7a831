import DisclosureSyntax
import DisclosureText

extension NarrativeReader {
  /// Takes an amount: the part of an open list, the first part of a new one, or a total.
  mutating func takeLevel(_ index: StatementIndex) {
    let statement = self[index]
    openMovement = nil
    nameBudget(index)
    if beginsWhole(index) { return closeInnerLists() }
    inheritSubject(index)
    nameVehiclePart(index)
    inheritYear(index)
    noteOtherFund(index)
    if isBase(index), lists.itemLevel == nil || statement.reference != nil { return takeOtherYear(index) }
    if takeCostOfGuests(index) { return }
    // `因公出国（境）费 0 万元，0；`: what is left of a share.
    if statement.subject.isEmpty, statement.opening == nil, unit(index) == .none, isZero(index) { return }
    lists.end(downTo: lists.open.firstIndex { $0.depth > statement.depth && $0.itemLevel == nil } ?? lists.open.count)
    tieItem(index)
    if let opening = statement.opening ?? (statement.depth > 0 ? bracketOpening(index) : nil),
      openList(opening, with: index)
    {
      return
    }
    if join(index) || statement.depth > 0 { return }
    let items = lists.open.lastIndex { $0.itemLevel != nil }
    if let items {
      closeInnerLists()
      if takeItemAmount(index, list: items) { return }
      closeLists()
    } else {
      closeLists()
    }
    limitToProcurement(index)
  }

  /// `年初预算为 A，支出决算为 B`: the second amount is of what the first one names.
  mutating func inheritSubject(_ index: StatementIndex) {
    let own = self[index]
    guard own.subject.isEmpty, own.subject.year == nil, own.subject.relativeYear == nil, let basis = own.subject.basis,
      basis != .allocation, basis != .execution,
      index > paragraphStart
    else { return }
    // `预算 8 万元（其中：一般公共预算支出 8 万元；…），支出决算 7 万元`: what brackets add is passed over.
    var last = index - 1
    while last > paragraphStart, self[last].depth > own.depth, self[last].sentence == own.sentence { last -= 1 }
    let before = self[last]
    guard before.role == .level, !before.isAside, before.depth == own.depth,
      before.subject.basis != nil || basis == .final,
      before.subject.basis != .final, before.sentence == own.sentence,
      !before.subject.isAccount
    else { return }
    var subject = before.subject
    subject.basis = basis
    narrative.statements[index].statement.subject = subject
  }

  /// `2022 年决算 20 万元，其中：公务接待费 12 万元`, in a document of another year: the parts are of
  /// that year, too.
  mutating func inheritYear(_ index: StatementIndex) {
    let statement = self[index]
    let block = narrative.statements[index].block
    if let own = yearOf(statement.subject) {
      otherYear =
        statement.reference == nil && own != profile.fiscalYear ? (block, statement.sentence, own) : nil
      return
    }
    guard let other = otherYear, statement.reference == nil, statement.subject.relativeYear == nil else { return }
    guard other.block == block, other.sentence == statement.sentence else {
      otherYear = nil
      return
    }
    // `上年 80 万元，增加 20 万元，增长 25%，其中：…`: the list is of the total that changed.
    let hasChanged = [.change, .rate, .unchanged].contains(self[index - 1].role)
    let isPart = statement.opening != nil && !hasChanged || self[index - 1].subject.year == other.year
    guard isPart, Family(statement.subject) != nil else { return }
    narrative.statements[index].statement.subject.year = other.year
    otherYearItems.insert(index)
  }

  /// The year that the words name, by its number or as 上年.
  func yearOf(_ subject: Subject) -> Int? {
    if let year = subject.year { return year }
    guard subject.relativeYear == -1, let own = profile.fiscalYear else { return nil }
    return own - 1
  }

  mutating func noteOtherFund(_ index: StatementIndex) {
    if firstOtherFund != nil { return }
    switch self[index].subject.measure {
    case .businessRevenue, .operatingRevenue, .otherRevenue, .carryOver, .superiorSubsidy, .affiliatedTurnover,
      .unitFunds:
      if !isZero(index) { firstOtherFund = index }
    default: break
    }
  }

  /// Whether the amount is the total of revenue and of expenditure at once.
  func isBalanced(_ index: StatementIndex) -> Bool {
    let measure = self[index].subject.measure
    return measure == .revenueExpenditureGrandTotal || measure == .revenueExpenditure
  }

  /// Whether both are of guests, under different names: `公务接待费 8 万元，具体是国内接待费 7 万元，…`.
  func areGuests(_ one: StatementIndex, _ other: StatementIndex) -> Bool {
    let (a, b) = (self[one].subject, self[other].subject)
    return a.measure == .reception && b.measure == .reception && a.name != b.name
  }

  func repeats(_ left: StatementIndex, _ right: StatementIndex) -> Bool {
    let (a, b) = (self[left].subject, self[right].subject)
    if a.measure == .projectExpenditure, a.name != b.name, isKindOfProjects(left), isKindOfProjects(right) {
      return false
    }
    // Several kinds of carry-over may stand in one list, and guests from here and from abroad.
    if a.measure == .carryOver || a.measure == .carryForward || a.measure == .reception, a.name != b.name {
      return false
    }
    return a.measure != nil && a.measure == b.measure && a.fund == b.fund
  }

  /// 人员类项目, 运转类项目 and 特定目标类项目 are what a budget consists of.
  private func isKindOfProjects(_ index: StatementIndex) -> Bool {
    let words = words(of: index)
    return Self.kindsOfProjects.contains { words.starts(with: $0) }
  }

  private static let kindsOfProjects = ["人员类", "运转类", "其他运转类", "特定目标类"].map { Array($0.utf16) }

  /// 小微企业 ≤ 中小企业 ≤ 政府采购: amounts that are parts without being summed.
  mutating func limitToProcurement(_ index: StatementIndex) {
    let measure = self[index].subject.measure
    guard measure == .smallAndMediumEnterprises || measure == .smallEnterprises, unit(index).isMoney else { return }
    let whole = lastLevel(before: index, from: sectionStart) { other in
      let subject = self[other].subject
      return unit(other).isMoney
        && (subject.measure == .procurement
          || measure == .smallEnterprises && subject.measure == .smallAndMediumEnterprises)
    }
    if let whole { narrative.limits.append(Limit(part: index, whole: whole)) }
  }

  func isEnterprise(_ subject: Subject) -> Bool {
    subject.measure == .smallAndMediumEnterprises || subject.measure == .smallEnterprises
  }

  mutating func takeReopening(_ index: StatementIndex) {
    let subject = self[index].subject
    closeInnerLists()
    let head = lastLevel(before: index, from: 0) { other in
      let candidate = self[other].subject
      guard candidate.measure == subject.measure,
        candidate.fund == subject.fund || candidate.fund == nil
          || subject.fund == nil && subject.measure == .threePublic && candidate.fund == .appropriation
      else { return false }
      if let basis = subject.basis, basis != .budget {
        return candidate.basis == basis
          || basis == .final && profile.kind == .final && candidate.basis == nil && candidate.measure == .threePublic
            && !isBase(other)
      }
      return !isBase(other)
    }
    lists.push(
      ListStack.List(
        heads: [:], head: head, opening: .amongThem, depth: 0, sentence: self[index].sentence,
        block: narrative.statements[index].block, openedInPart: self[index].part))
  }

  mutating func closeInnerLists() {
    let keep = lists.open.lastIndex { $0.itemLevel != nil }.map { $0 + 1 } ?? 0
    lists.end(downTo: keep)
    settleLists()
  }

  /// Ends the innermost list of numbered items, with what is open in it.
  mutating func closeItemList() {
    lists.end(downTo: lists.open.lastIndex { $0.itemLevel != nil } ?? 0)
    settleLists()
  }

  mutating func closeLists() {
    lists.end(downTo: 0)
    settleLists()
  }
}
