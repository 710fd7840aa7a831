import DisclosureSyntax
import DisclosureText

/// Totals that a sentence adds up itself, and parts that are too much for their total.
extension NarrativeReader {
  /// Ties a grand total to what the sentence before it adds up:
  /// `本年收入 300 万元，加上年初结转 50 万元，收入总计 350 万元`, `本年支出 300 万元，结转下年 50 万元后，支出总计 350 万元`.
  ///
  /// Where no word adds them, their figures must show that they make it up.
  mutating func tieAddition(of sentence: Range<StatementIndex>) {
    guard sentence.count >= 3,
      let total = sentence.first(where: { isGrandTotal(self[$0].subject.measure) && self[$0].role == .level }),
      total > sentence.lowerBound
    else { return }
    var parts: [StatementIndex] = []
    for index in sentence.lowerBound...total {
      switch self[index].role {
      case .level:
        guard isPlainAmount(index) else { return }
        parts.append(index)
      case .change, .rate, .unchanged: continue
      default: return
      }
    }
    parts.removeLast()
    let flow: Term = self[total].subject.measure == .revenueGrandTotal ? .revenue : .expenditure
    let rest: Term = flow == .revenue ? .carryOver : .carryForward
    guard parts.count >= 2, self[parts[0]].subject.measure == flow,
      parts.allSatisfy({ self[$0].subject.fund == self[total].subject.fund || self[$0].subject.measure == rest }),
      parts.dropFirst().allSatisfy({ self[$0].subject.measure == rest || self[$0].subject.measure == nil }),
      isPlan(parts[0]) == isPlan(total), adds(parts, total) || isMeant(parts, of: total)
    else { return }
    narrative.breakdowns.append(Breakdown(head: total, parts: parts, isFull: true, isClosed: true))
  }

  private func isGrandTotal(_ measure: Term?) -> Bool {
    measure == .revenueGrandTotal || measure == .expenditureGrandTotal
  }

  /// Whether the statement is an amount of the document's own year that begins no list and explains nothing.
  private func isPlainAmount(_ index: StatementIndex) -> Bool {
    let statement = self[index]
    return statement.role == .level && !statement.isAside && statement.depth == 0 && statement.opening == nil
      && (unit(index).isMoney || isZero(index)) && !isBase(index)
  }

  /// Whether words say that the amounts are added: 加, 加上, or 后 behind the last of them.
  private func adds(_ parts: [StatementIndex], _ total: StatementIndex) -> Bool {
    let words = text(between: parts[0], and: parts[1])
    if words.indices.contains(where: { words[$0] == Self.plus && ($0 == 0 || words[$0 - 1] != Self.increase) }) {
      return true
    }
    guard let last = parts.last, self[last].subject.measure == .carryForward else { return false }
    return text(between: last, and: total).first == Self.after
  }

  private func isMeant(_ parts: [StatementIndex], of total: StatementIndex) -> Bool {
    guard let whole = numeral(total), case let figures = parts.compactMap({ numeral($0) }),
      figures.count == parts.count
    else { return false }
    return SumEvidence(total: (whole, 1), parts: figures.map { ($0, 1) }, leastSlip: 1000)?.isMeant ?? false
  }

  /// The characters between two figures of one block.
  func text(between one: StatementIndex, and other: StatementIndex) -> [UInt16] {
    guard let first = numeral(one), let second = numeral(other) else { return [] }
    let start = max(first.digits.upperBound, first.unitRange.upperBound)
    guard start <= second.digits.lowerBound else { return [] }
    return Array(tree.blocks[narrative.statements[one].block].block.text.units[start..<second.digits.lowerBound])
  }

  /// Whether parts that have nothing in common, in the sentence of their total, are more than it:
  /// `收入预算 300 万元，其中：一般公共预算拨款 226 万元，政府性基金预算拨款 179 万元`.
  func areTooMuch(_ parts: [StatementIndex], of head: StatementIndex) -> Bool {
    guard parts.count >= 2, let whole = numeral(head), unit(head).isMoney,
      case let figures = parts.compactMap({ numeral($0) }), figures.count == parts.count,
      figures.allSatisfy({ $0.unit == whole.unit || $0.value == 0 }),
      case let sum = figures.reduce(0, { $0 + $1.amount }),
      sum > whole.amount + whole.lastDigit * Double(parts.count + 1)
    else { return false }
    return parts.allSatisfy { part in
      self[part].sentence == self[head].sentence && isPlan(part) == isPlan(head) && !isBase(part)
        && numeral(part).map { $0.amount <= whole.amount } ?? false
    } && areDisjoint(parts, of: head)
  }

  /// Whether nothing can be counted in two of them: different funds, sources, kinds or classes; of what is carried over
  /// basic expenditure and projects, of basic expenditure economic classes.
  private func areDisjoint(_ parts: [StatementIndex], of head: StatementIndex) -> Bool {
    let subjects = parts.map { self[$0].subject }
    switch self[head].subject.measure {
    case .basicExpenditure where parts.allSatisfy({ isEconomicClass($0) }):
      return Set(parts.map { name(of: $0) }).count == parts.count
    case .carryOver, .carryForward:
      let measures = subjects.map(\.measure)
      return measures.count == 2 && measures.contains(.basicExpenditure) && measures.contains(.projectExpenditure)
    default: break
    }
    if subjects.allSatisfy(\.isListed) {
      // What is spent on education is spent on wages, too.
      let economic = parts.count { isEconomicClass($0) }
      return Set(subjects.map(\.name)).count == subjects.count && (economic == 0 || economic == parts.count)
    }
    guard subjects.allSatisfy({ !$0.isQualified && $0.measure != .carryOver && $0.measure != .carryForward }) else {
      return false
    }
    let families = SmallSet(subjects.compactMap { Family($0) })
    guard subjects.allSatisfy({ Family($0) != nil }) else { return false }
    if families == [.funds] {
      let funds = subjects.compactMap(\.fund)
      return funds.count == subjects.count && Set(funds).count == funds.count && !funds.contains(.appropriation)
    }
    return families == [.nature] && Set(subjects.map(\.measure)).count == subjects.count
  }

  private func isEconomicClass(_ part: StatementIndex) -> Bool {
    Self.classes.contains { RowWords.contains(name(of: part), $0) }
  }

  private static let plus: UInt16 = 0x52A0
  private static let increase: UInt16 = 0x589E
  private static let after: UInt16 = 0x540E
}
