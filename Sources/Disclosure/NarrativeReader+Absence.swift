import DisclosureSyntax
import DisclosureText

/// Amounts that the text elsewhere says there are none of.
extension NarrativeReader {
  /// `政府性基金支出预算 0 万元` and `无使用政府性基金预算拨款安排的支出`: the amount is zero.
  ///
  /// Where several amounts of the fund are printed, the words are what is wrong, or speak of a part.
  mutating func tieAbsences() {
    var done: Set<Term> = []
    for index in narrative.statements.indices where self[index].role == .absence && isOwnYear(index) {
      guard let fund = self[index].subject.fund, fund == .governmentFund || fund == .stateCapital,
        done.insert(fund).inserted
      else { continue }
      let amounts = levels.filter { self[$0].subject.fund == fund && isWhole($0) }
      guard amounts.count(where: { !isZero($0) }) <= 1, amounts.count <= Self.mostAmounts else { continue }
      narrative.absences += amounts.map { Absence(amount: $0, words: index) }
    }
  }

  /// No disclosure says the amount of a fund more often.
  private static let mostAmounts = 40

  private func isOwnYear(_ index: StatementIndex) -> Bool {
    let subject = self[index].subject
    if let relative = subject.relativeYear { return relative == 0 }
    guard let year = subject.year, let own = profile.fiscalYear else { return true }
    return year == own
  }

  /// Whether the amount is all that the fund spends, in a budget also what it receives.
  private func isWhole(_ index: StatementIndex) -> Bool {
    let subject = self[index].subject
    guard !subject.isQualified, !subject.isAccount, isOwnYear(index) else { return false }
    switch subject.measure {
    case .expenditure, .revenueExpenditure: return true
    case nil, .revenue: return profile.kind == .budget
    default: return false
    }
  }

  /// 公务接待费 is what was spent on guests from abroad and on others: `其中：外宾接待支出 0 万元。… 其他国内公务接待支出 5 万元`.
  mutating func tieReceptions() {
    var head: StatementIndex?
    var foreign: StatementIndex?
    var home: StatementIndex?
    for index in levels where !isPlan(index) {
      let (placed, words) = (narrative.statements[index], words(of: index))
      let section = placed.section
      if let known = head, narrative.statements[known].section != section { (head, foreign, home) = (nil, nil, nil) }
      if placed.statement.subject.isEmpty, Self.beginsWithReception(tree.blocks[placed.block].block) {
        (head, foreign, home) = (index, nil, nil)
        continue
      }
      guard RowWords.contains(words, Self.reception) else { continue }
      if Self.abroad.contains(where: { RowWords.contains(words, $0) }) {
        guard let first = home else {
          foreign = index
          continue
        }
        if let head, areBeside(first, index, of: head), !RowWords.contains(words, Self.diplomatic) {
          narrative.breakdowns.append(Breakdown(head: head, parts: [first, index], isFull: true, isClosed: true))
        }
        (head, home) = (nil, nil)
      } else if RowWords.contains(words, Self.domestic) {
        // 国内接待费, of which 外事接待费 is a part, stands before it.
        if let head, let foreign {
          narrative.breakdowns.append(Breakdown(head: head, parts: [foreign, index], isFull: true, isClosed: true))
        }
        if foreign == nil, placed.statement.opening == .amongThem {
          home = index
        } else {
          (head, foreign, home) = (nil, nil, nil)
        }
      } else if placed.statement.subject.measure == .reception, !placed.statement.subject.isQualified {
        (head, foreign, home) = (index, nil, nil)
      }
    }
  }

  /// Whether guests from abroad are told of beside those from here, not as a part of these:
  /// `其中：国内公务接待支出 5 万元，共接待 52 批次。外宾接待支出 0 万元`.
  private func areBeside(_ home: StatementIndex, _ foreign: StatementIndex, of head: StatementIndex) -> Bool {
    guard self[foreign].opening == nil, self[foreign].depth == self[home].depth, let total = numeral(head),
      let one = numeral(home), let other = numeral(foreign)
    else { return false }
    return isZero(foreign) || SumEvidence(total: (total, 1), parts: [(one, 1), (other, 1)])?.isMeant ?? false
  }

  /// Whether an item is about 公务接待费: `3.公务接待费，全年预算为 5 万元，支出决算为 4 万元`.
  private static func beginsWithReception(_ block: Block) -> Bool {
    block.text.units.holds(receptionItem, at: block.numbering?.length ?? 0)
  }

  private static let receptionItem = Array("公务接待费，".utf16)
  private static let reception = Array("接待".utf16)
  private static let domestic = Array("国内".utf16)
  private static let diplomatic = Array("外事".utf16)
  private static let abroad = ["外宾", "外事", "国（境）外", "国(境)外"].map { Array($0.utf16) }
}
