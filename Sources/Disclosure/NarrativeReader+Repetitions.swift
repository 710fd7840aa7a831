import DisclosureSyntax
import DisclosureText

/// Amounts of final accounts that are told of twice.
extension NarrativeReader {
  /// `国内公务接待 12 批次，96 人次，共计支出 1.20 万元`: what the guests just counted cost, which stood before.
  ///
  /// Returns whether the amount was such a one.
  mutating func takeCostOfGuests(_ index: StatementIndex) -> Bool {
    let statement = self[index]
    let count = index - 1
    guard statement.subject.fund == nil, !statement.subject.isQualified, index > paragraphStart,
      self[count].sentence == statement.sentence, unit(index).isMoney,
      [.visit, .person, .batch].contains(unit(count)), isTotalOfGuests(index)
    else { return false }
    narrative.statements[index].statement.subject.measure = nil
    // 外事接待 2 批次，14 人，共计支出 …: the guests from abroad are a part.
    var first = count
    while first > paragraphStart, self[first - 1].part == statement.part, unit(first - 1).isCount { first -= 1 }
    if [first, count].contains(where: { isFromAbroad($0) }) { return true }
    guard let own = reception(before: index) else { return true }
    // Guests of several kinds, each with their own cost, cost it together.
    if narrative.restatements.contains(where: {
      $0.first == own && narrative.statements[$0.second].block == narrative.statements[index].block
    }) {
      narrative.restatements.removeAll { $0.first == own }
      return true
    }
    guard isEqual(own, index) || isSlip(own, index, least: 100) else { return true }
    narrative.restatements.append(Restatement(first: own, second: index, isStated: true, reason: .sameMeasure))
    return true
  }

  /// Whether words or their lack say that the amount is what all those counted cost: `共计支出 A`, `12 批次、96 人、A`.
  private func isTotalOfGuests(_ index: StatementIndex) -> Bool {
    if self[index].subject.measure == .expenditure {
      // 共计, 合计, 共
      return wordsBefore(index).map { $0.last == 0x8BA1 || $0.last == 0x5171 } ?? false
    }
    guard self[index].subject.isEmpty, index - 1 > paragraphStart, unit(index - 1) != .batch, unit(index - 2) == .batch,
      self[index - 2].part == self[index].part, self[index].clause - self[index - 2].clause <= 2
    else { return false }
    return RowWords.contains(name(of: index - 2), Self.guests)
  }

  /// What receptions cost: all, where none was for guests from abroad, or those for others.
  private func reception(before index: StatementIndex) -> StatementIndex? {
    func isReception(_ level: StatementIndex) -> Bool {
      unit(level).isMoney && self[level].subject.measure == .reception && !isBase(level) && !isPlan(level)
    }
    let foreign = lastLevel(before: index, from: sectionStart) {
      isReception($0) && isFromAbroad($0) && !isZero($0)
    }
    let own = lastLevel(before: index, from: sectionStart) { isReception($0) && !isFromAbroad($0) }
    return own.flatMap { foreign == nil || isDomestic($0) ? $0 : nil }
  }

  /// The last characters before the words that name the amount.
  private func wordsBefore(_ index: StatementIndex) -> ArraySlice<UInt16>? {
    let placed = narrative.statements[index]
    let start = placed.statement.subject.range.lowerBound
    let units = tree.blocks[placed.block].block.text.units
    return start > 0 && start <= units.count ? units[max(0, start - 2)..<start] : nil
  }

  private func isFromAbroad(_ index: StatementIndex) -> Bool {
    let words = name(of: index)
    return Self.fromAbroad.contains { RowWords.contains(words, $0) }
  }

  private func isDomestic(_ index: StatementIndex) -> Bool { RowWords.contains(name(of: index), Self.domesticGuests) }

  private static let fromAbroad = ["外宾", "外事", "国（境）外", "国(境)外", "境外"].map { Array($0.utf16) }
  private static let guests = Array("接待".utf16)
  private static let domesticGuests = Array("国内".utf16)

  /// `其中：财政拨款收入 90 万元，占 90%；…` and, in an item of the same section, `1.财政拨款收入 90 万元。与上年相比 …`;
  /// `包括人员支出 60 万元、项目支出 30 万元` and `（一）人员支出 60 万元，主要是 …`.
  mutating func tieItems() {
    struct Key: Hashable {
      var section: Int
      var name: UInt64
    }
    var first: [Key: StatementIndex] = Dictionary(minimumCapacity: narrative.breakdowns.count * 4)
    for breakdown in narrative.breakdowns where breakdown.isFull && breakdown.parts.count > 1 {
      for part in breakdown.parts where !isPlan(part) && isPartOfAll(part) {
        first[Key(section: narrative.statements[part].section, name: self[part].subject.name)] = part
      }
    }
    if first.isEmpty { return }
    let isPart = partsOfBreakdowns()
    for index in levels where !isPart[index] && !isPlan(index) && isPartOfAll(index) {
      let placed = narrative.statements[index]
      guard index > 0, narrative.statements[index - 1].block != placed.block, placed.statement.depth == 0,
        tree.blocks[placed.block].block.numbering != nil,
        let earlier = first[Key(section: placed.section, name: placed.statement.subject.name)], earlier < index,
        !turnsToFund(from: narrative.statements[earlier].block, to: placed.block),
        !isInterrupted(from: narrative.statements[earlier].block, to: placed.block),
        isEqual(earlier, index) || isSlip(earlier, index)
      else { continue }
      narrative.restatements.append(
        Restatement(first: earlier, second: index, isStated: true, reason: .sameMeasure))
    }
  }

  /// For each statement whether it is a part of what was divided.
  func partsOfBreakdowns() -> [Bool] {
    var result = [Bool](filledWith: false, count: narrative.statements.count)
    for breakdown in narrative.breakdowns {
      for part in breakdown.parts { result[part] = true }
    }
    return result
  }

  func isEqual(_ one: StatementIndex, _ other: StatementIndex) -> Bool {
    guard let left = numeral(one), let right = numeral(other) else { return false }
    return left.value == right.value && left.decimals == right.decimals && left.unit == right.unit
  }

  /// Whether the amount is one of a source of revenue or of a kind of expenditure, of all funds and of this year.
  private func isPartOfAll(_ index: StatementIndex) -> Bool {
    let subject = self[index].subject
    guard subject.name != 0, unit(index).isMoney, !subject.isQualified, subject.relativeYear == nil,
      subject.measure != .carryOver, subject.measure != .carryForward
    else { return false }
    return subject.fund == nil || subject.measure == .revenue
  }

  /// Whether something that is no item and no sentence stands between the amounts of both blocks: it may name whose
  /// amounts follow, as `某局服务中心` in a line of its own does.
  private func isInterrupted(from one: Int, to other: Int) -> Bool {
    tree.blocks.indices[one..<other].contains { at in
      let block = tree.blocks[at].block
      guard at == one || block.numbering == nil, let last = block.text.units.last else { return false }
      return !Mark.isStop(last) && !Mark.isSemicolon(last) && !(at == one && Mark.isColon(last))
    }
  }

  /// Whether a heading between the blocks names a fund.
  func turnsToFund(from one: Int, to other: Int) -> Bool {
    tree.blocks[one..<other].contains { block in
      guard block.block.kind == .heading else { return false }
      return block.tokens.contains { token in
        guard case .term(let term) = token.kind else { return false }
        return term.isFund
      }
    }
  }

  /// `“三公”经费 53.65 万元，其中公务接待费 3.02 万元，公务用车运行维护费 50.63 万元`: a text without tables that gives the
  /// others nowhere leaves none out.
  mutating func completeExpenses() {
    if tree.blocks.contains(where: { $0.block.kind == .table && $0.block.tableLines.count > 1 }) { return }
    var given: Set<Term> = []
    for index in narrative.statements.indices where self[index].role == .level && !isZero(index) {
      if let measure = self[index].subject.measure, unit(index).isMoney { given.insert(measure) }
    }
    for position in narrative.breakdowns.indices {
      let breakdown = narrative.breakdowns[position]
      let measures = Set(breakdown.parts.compactMap { self[$0].subject.measure })
      guard !breakdown.isFull, measures.count == breakdown.parts.count, measures.contains(.reception),
        measures.contains(.vehicles) != measures.contains(.vehicleOperation), measures.isSubset(of: Self.expenses),
        self[breakdown.head].subject.measure == .threePublic, !isBesideOthers(breakdown.head),
        breakdown.parts.allSatisfy({ self[$0].part == self[breakdown.parts[0]].part && !isNarrowed($0) })
      else { continue }
      var others = Self.expenses.subtracting(measures)
      others.remove(.threePublic)
      if measures.contains(.vehicles) { others.subtract([.vehiclePurchase, .vehicleOperation]) }
      if others.isDisjoint(with: given) { narrative.breakdowns[position].isFull = true }
    }
  }

  /// Whether 会议费 or 培训费 are named with the three: `会议费、培训费、“三公”经费预算 15 万元`.
  private func isBesideOthers(_ index: StatementIndex) -> Bool {
    tree.blocks[narrative.statements[index].block].tokens.contains { token in
      token.kind == .term(.conference) || token.kind == .term(.training)
    }
  }
}
