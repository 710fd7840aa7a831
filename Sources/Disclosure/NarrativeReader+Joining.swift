import DisclosureSyntax
import DisclosureText

/// Which open list an amount is a part of.
extension NarrativeReader {
  /// Joins the amount to the open list it is a part of.
  mutating func join(_ index: StatementIndex) -> Bool {
    let statement = self[index]
    let family = Family(statement.subject)
    let isThreePublic = family == .threePublic || family == .vehicles
    let block = narrative.statements[index].block
    let isCount = !lists.open.isEmpty && unit(index).isCount
    var position = lists.open.count - 1
    while position >= 0 {
      let list = lists.open[position]
      defer { position -= 1 }
      guard list.itemLevel == nil, let first = list.parts.first ?? list.head, sameKind(first, index) else { continue }
      var families = SmallSet<Family>()
      var areKnown = true
      for part in list.parts {
        if let family = Family(self[part].subject) { families.insert(family) } else { areKnown = false }
      }
      let isSameSentence = list.block == block && list.sentence == statement.sentence
      if isCount, isCountedBeside(index, list) { continue }
      // `其中 8 个部门公开了 12 个项目`: what is counted second in a clause is another thing.
      if isCount, let last = list.parts.last, last == index - 1, list.block == block,
        self[last].clause == statement.clause
      {
        lists.open[position].isDamaged = true
        return true
      }
      // 公务用车购置费 and 公务用车运行维护费 may stand beside 公务接待费, without their total.
      let isSplit =
        isThreePublic && list.head.map { self[$0].subject.measure } == .threePublic
        && areKnown && families.isSubset(of: [.threePublic, .vehicles])
        && !list.parts.contains { self[$0].subject.measure == .vehicles }
      // Funds are sources, too: 一般公共预算 60 万元，占 60%。事业收入 40 万元，占 40%。
      let isSource =
        (family == .sources || family == .funds) && areKnown && families.isSubset(of: [.sources, .funds])
        && list.head.flatMap { self[$0].subject.measure } == .revenue
      if statement.subject.measure == .reception, isContained(index, in: list) { continue }
      if list.parts.count >= 2, isComplete(list, at: position, before: index) { continue }
      let isKin = family.map { families.contains($0) || isSplit || isSource } ?? false
      // `公务接待费预算数 2 万元，决算数 1 万元`: each is a part of its own total.
      let isPlanned = isPlan(index)
      let isNew = !list.parts.contains {
        (self[$0].subject == statement.subject || repeats(index, $0)) && isPlan($0) == isPlanned
      }
      // An amount that names the year begins anew: `…；2024 年本部门支出 100 万元`.
      let beginsAnew = statement.subject.year != nil && self[first].subject.year == nil
      if isSameSentence, list.depth == statement.depth {
        let hasOuter = lists.open[..<position].contains { outer in
          outer.itemLevel == nil && outer.block == block && outer.sentence == statement.sentence
            && outer.parts.contains { Family(self[$0].subject) == family && family != nil }
        }
        if hasOuter, !isKin || statement.part > list.openedInPart, !isFund(index, of: list) { continue }
        let isPartOfHead =
          list.head.flatMap { self[$0].subject.measure }.map { family?.wholes.contains($0) ?? false } ?? false
        if statement.isBehindReason, !isKin, !isPartOfHead, !isItemOfList(index) { continue }
        if statement.subject.isEmpty { continue }
        if isKin, !isNew || beginsAnew { continue }
        if isSibling(index, of: list, isKin: isKin) || beginsAnew && statement.part > list.openedInPart { continue }
        if family == nil, statement.subject.measure?.isGeneralMeasure ?? false, !isFlow(index, of: list) { continue }
        if !isKin, statement.subject.basis == .initialBudget || statement.subject.basis == .fullYearBudget { continue }
        if isEnterprise(statement.subject) || isLeftOver(index, of: list) { continue }
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
        // What makes up the whole already needs no amount of another paragraph.
        if list.block != block, list.parts.count > 1, isMadeUp(list) { continue }
        let isOneFamily = families.count == (areKnown ? 1 : 0)
        guard isKin, isNew, !beginsAnew, isOneFamily || isSplit || isSource, list.depth == statement.depth else {
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

  /// `…，公务接待费 3 万元。国内公务接待支出 3 万元，接待 30 批次`: guests of one kind are in the amount for all guests.
  private func isContained(_ index: StatementIndex, in list: ListStack.List) -> Bool {
    guard let head = list.head, self[head].subject.measure == .threePublic else { return false }
    let name = name(of: index)
    guard ["国内", "国（境）外", "国(境)外", "国外", "外事", "外宾"].contains(where: { name.starts(with: $0.utf16) }) else {
      return false
    }
    return list.parts.contains { other in
      self[other].subject.measure == .reception && self.name(of: other).starts(with: "公务接待".utf16)
    }
  }

  /// `财政拨款收入 90 万元；其中：一般公共预算财政拨款收入 80 万元；政府性基金预算财政拨款收入 10 万元；事业收入 5 万元`: the funds
  /// behind semicolons go on with the appropriations they make up, not with the list around it.
  private func isFund(_ index: StatementIndex, of list: ListStack.List) -> Bool {
    guard let head = list.head, self[head].subject.fund == .appropriation, let fund = self[index].subject.fund,
      Self.funds.contains(fund), self[index].subject.measure == self[head].subject.measure
    else { return false }
    return list.parts.allSatisfy { part in
      self[part].subject.fund.map { Self.funds.contains($0) && $0 != fund } ?? false
    }
  }

  private static let funds: SmallSet<Term> = [.generalBudget, .governmentFund, .stateCapital]

  /// Whether the parts of a part are complete before the amount, which then goes on with the list around it:
  /// `本年收入 90 万元，包括财政拨款 80 万元，事业收入 10 万元；上年结转 10 万元`.
  private func isComplete(_ list: ListStack.List, at position: Int, before index: StatementIndex) -> Bool {
    guard let head = list.head, let total = numeral(head), !isZero(index),
      isPlan(index) == isPlan(list.parts[0])
    else { return false }
    let sum = list.parts.reduce(0) { $0 + (numeral($1)?.amount ?? 0) }
    let isNear = abs(sum - total.amount) < total.lastDigit * Double(list.parts.count)
    guard isNear || self[index].part > list.openedInPart,
      isPart(head, below: position),
      let next = numeral(index), case let parts = list.parts.compactMap({ numeral($0) }),
      parts.count == list.parts.count, let evidence = SumEvidence(total: (total, 1), parts: parts.map { ($0, 1) })
    else { return false }
    if isNear { return evidence.holds }
    return evidence.isMeant
      && !(SumEvidence(total: (total, 1), parts: (parts + [next]).map { ($0, 1) })?.isMeant ?? true)
  }

  /// Whether the total of a list is a part of another one: a list around it has it, or it has a share of its own.
  private func isPart(_ head: StatementIndex, below position: Int) -> Bool {
    lists.open[..<position].contains { $0.itemLevel == nil && $0.parts.contains(head) }
      || shareWholes[head] != nil || looseShares.contains { $0.part == head }
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

  /// `财政拨款支出总计 90 万元，其中：年末财政拨款结转和结余 5 万元，本年财政拨款支出 85 万元`, and so with revenue.
  private func isFlow(_ index: StatementIndex, of list: ListStack.List) -> Bool {
    guard let head = list.head, self[index].subject.fund == nil || self[index].subject.fund == self[head].subject.fund
    else { return false }
    let rest: Term
    switch (self[head].subject.measure, self[index].subject.measure) {
    case (.expenditureGrandTotal, .expenditure): rest = .carryForward
    case (.revenueGrandTotal, .revenue): rest = .carryOver
    default: return false
    }
    return list.parts.allSatisfy { self[$0].subject.measure == rest }
  }

  /// Whether the paragraph begins with 此外 or 另外: what it adds is no part of the list before it.
  private func isBeside(_ index: StatementIndex) -> Bool {
    let text = tree.blocks[narrative.statements[index].block].block.text.units
    return text.starts(with: "此外".utf16) || text.starts(with: "另外".utf16)
  }

  private static let others = Array("其他".utf16)

  /// `在职人员 81 人，其中：行政人员 36 人、事业人员 45 人；离退休人员 95 人`: whoever is counted behind the semicolon, or
  /// with 另, is none of those before it.
  private func isCountedBeside(_ index: StatementIndex, _ list: ListStack.List) -> Bool {
    let placed = narrative.statements[index]
    let start = placed.statement.subject.range.lowerBound
    let units = tree.blocks[placed.block].block.text.units
    if start < units.count, units[max(0, start - 2)...start].contains(0x53E6) { return true }  // 另
    // `其中：一般公务用车 2 辆、执法执勤用车 1 辆；其他用车 1 辆`: the others are what the list has left over.
    if unit(index) == .vehicle, self.name(of: index).starts(with: Self.others) { return false }
    return list.parts.count >= 2 && placed.statement.part > list.openedInPart
      && list.parts.allSatisfy { self[$0].part == list.openedInPart }
  }
}
