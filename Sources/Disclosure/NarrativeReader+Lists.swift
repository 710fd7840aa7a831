import DisclosureSyntax
import DisclosureText

extension NarrativeReader {
  /// Takes an amount: the part of an open list, the first part of a new one, or a total.
  mutating func takeLevel(_ index: StatementIndex) {
    let statement = self[index]
    openMovement = nil
    inheritSubject(index)
    inheritYear(index)
    noteOtherFund(index)
    if isBase(index), lists.itemLevel == nil || statement.reference != nil { return takeOtherYear(index) }
    if takeCostOfGuests(index) { return }
    // `因公出国（境）费 0 万元，0；`: what is left of a share.
    if unit(index) == .none, isZero(index), statement.subject.isEmpty, statement.opening == nil { return }
    lists.end(downTo: lists.open.firstIndex { $0.depth > statement.depth && $0.itemLevel == nil } ?? lists.open.count)
    tieItem(index)
    if let opening = statement.opening ?? bracketOpening(index), openList(opening, with: index) { return }
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
    if let own = statement.subject.year {
      otherYear =
        statement.reference == nil && own != profile.fiscalYear ? (block, statement.sentence, own) : nil
      return
    }
    guard let other = otherYear, statement.reference == nil, statement.subject.relativeYear == nil else { return }
    guard other.block == block, other.sentence == statement.sentence else {
      otherYear = nil
      return
    }
    let isPart = statement.opening != nil || self[index - 1].subject.year == other.year
    if isPart, Family(statement.subject) != nil { narrative.statements[index].statement.subject.year = other.year }
  }

  mutating func noteOtherFund(_ index: StatementIndex) {
    guard firstOtherFund == nil, !isZero(index) else { return }
    switch self[index].subject.measure {
    case .businessRevenue, .operatingRevenue, .otherRevenue, .carryOver, .superiorSubsidy, .affiliatedTurnover,
      .unitFunds:
      firstOtherFund = index
    default: break
    }
  }

  /// Joins the amount to the open list it is a part of.
  mutating func join(_ index: StatementIndex) -> Bool {
    let statement = self[index]
    let family = Family(statement.subject)
    let isThreePublic = family == .threePublic || family == .vehicles
    let block = narrative.statements[index].block
    var position = lists.open.count - 1
    while position >= 0 {
      let list = lists.open[position]
      defer { position -= 1 }
      guard list.itemLevel == nil, let first = list.parts.first ?? list.head, sameKind(first, index) else { continue }
      let families = Set(list.parts.map { Family(self[$0].subject) })
      let isSameSentence = list.block == block && list.sentence == statement.sentence
      // 公务用车购置费 and 公务用车运行维护费 may stand beside 公务接待费, without their total.
      let isSplit =
        isThreePublic && list.head.map { self[$0].subject.measure } == .threePublic
        && families.isSubset(of: [.threePublic, .vehicles])
        && !list.parts.contains { self[$0].subject.measure == .vehicles }
      // Funds are sources, too: 一般公共预算 60 万元，占 60%。事业收入 40 万元，占 40%。
      let isSource =
        (family == .sources || family == .funds) && families.isSubset(of: [.sources, .funds])
        && list.head.flatMap { self[$0].subject.measure } == .revenue
      let isKin = family != nil && (families.contains(family) || isSplit || isSource)
      // `公务接待费预算数 2 万元，决算数 1 万元`: each is a part of its own total.
      let isPlanned = isPlan(index)
      let isNew = !list.parts.contains {
        (self[$0].subject == statement.subject || repeats(index, $0)) && isPlan($0) == isPlanned
      }
      // An amount that names the year begins anew: `…；2024 年本部门支出 100 万元`.
      let beginsAnew = statement.subject.year != nil && self[first].subject.year == nil
      if isSameSentence, list.depth == statement.depth {
        let hasOuter = lists.open[..<position].contains { outer in
          outer.itemLevel == nil && outer.block == block
            && outer.parts.contains { Family(self[$0].subject) == family && family != nil }
        }
        if hasOuter, !isKin || statement.part > list.openedInPart { continue }
        let isPartOfHead =
          list.head.flatMap { self[$0].subject.measure }.map { family?.wholes.contains($0) ?? false } ?? false
        if statement.isBehindReason, !isKin, !isPartOfHead, !isItemOfList(index) { continue }
        if statement.subject.isEmpty { continue }
        if isKin, !isNew || beginsAnew { continue }
        if family == nil, statement.subject.measure?.isGeneralMeasure ?? false, !isFlow(index, of: list) { continue }
        if !isKin, statement.subject.basis == .initialBudget || statement.subject.basis == .fullYearBudget { continue }
        if isEnterprise(statement.subject) { continue }
      } else {
        // 此外，使用非财政拨款结余 …: a sentence of its own goes on with a list of sources only
        // where it begins a paragraph.
        if family == .sources || family == .nature, index != paragraphStart || isBeside(index),
          !goesOn(index, with: list)
        {
          continue
        }
        if isCoded(index), index == paragraphStart, list.block == block - 1, isCoded(list.parts[0]),
          narrative.statements[list.parts[0]].statement.depth == statement.depth
        {
          lists.end(downTo: position + 1)
          guard list.parts.count < ListStack.capacity else { return true }
          lists.open[position].parts.append(index)
          lists.open[position].sentence = statement.sentence
          lists.open[position].block = block
          return true
        }
        guard isKin, isNew, !beginsAnew, families.count == 1 || isSplit || isSource, list.depth == statement.depth
        else {
          continue
        }
      }
      lists.end(downTo: position + 1)
      guard list.parts.count < ListStack.capacity else {
        lists.open[position].isDamaged = true
        return true
      }
      lists.open[position].parts.append(index)
      lists.open[position].sentence = statement.sentence
      lists.open[position].block = block
      return true
    }
    return false
  }

  /// `其中：基本支出 60 万元，主要用于…。项目支出 30 万元，主要用于…`: each kind has a sentence of its own.
  private func goesOn(_ index: StatementIndex, with list: ListStack.List) -> Bool {
    guard list.opening == .amongThem, list.block == narrative.statements[index].block, list.parts.count == 1,
      list.sentence + 1 == self[index].sentence, self[list.parts[0]].subject.measure == .basicExpenditure,
      self[index].subject.measure == .projectExpenditure, !self[index].subject.isQualified,
      self[index].subject.fund == self[list.parts[0]].subject.fund
    else { return false }
    return index > paragraphStart && self[index - 1].sentence < self[index].sentence
  }

  /// `财政拨款支出总计 90 万元，其中：年末财政拨款结转和结余 5 万元，本年财政拨款支出 85 万元`.
  private func isFlow(_ index: StatementIndex, of list: ListStack.List) -> Bool {
    guard let head = list.head, self[head].subject.measure == .expenditureGrandTotal,
      self[index].subject.measure == .expenditure, self[index].subject.fund == self[head].subject.fund
    else { return false }
    return list.parts.allSatisfy { self[$0].subject.measure == .carryForward }
  }

  /// Whether the paragraph begins with 此外 or 另外: what it adds is no part of the list before it.
  private func isBeside(_ index: StatementIndex) -> Bool {
    let text = tree.blocks[narrative.statements[index].block].block.text.units
    return text.starts(with: "此外".utf16) || text.starts(with: "另外".utf16)
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
    // Several kinds of carry-over may stand in one list, and guests from here and from abroad.
    if a.measure == .carryOver || a.measure == .carryForward || a.measure == .reception, a.name != b.name {
      return false
    }
    return a.measure != nil && a.measure == b.measure && a.fund == b.fund
  }

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
      guard candidate.measure == subject.measure, candidate.fund == subject.fund || candidate.fund == nil else {
        return false
      }
      if let basis = subject.basis, basis != .budget { return candidate.basis == basis }
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
