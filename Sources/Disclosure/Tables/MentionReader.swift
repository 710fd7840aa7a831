import Accounts
import DisclosureSyntax
import DisclosureText
import Ledger

/// Finds the cells that amounts of the narrative state again.
///
/// It is a class: a structure of its size would be copied for each look at it while it counts amounts.
final class MentionReader {
  let tree: SyntaxTree
  let profile: Profile
  let narrative: Narrative
  let model: TableModel
  /// What the amount of each statement may stand for.
  private let amounts: [Quantity?]
  /// How often every amount is printed, in hundreds of yuan.
  private(set) lazy var everywhere: AmountCounts = countOccurrences()
  /// The fund that the heading above each block names.
  private(set) lazy var funds: [Term?] = tree.sectionFunds()
  /// How often every amount is printed in a table.
  lazy var inTables: AmountCounts = countInTables()
  /// How many amounts were counted one by one.
  var counted = 0
  /// The cells of totals, by what they measure.
  lazy var headlines: [Measure: [CellIndex]] = readHeadlines()

  init(tree: SyntaxTree, profile: Profile, narrative: Narrative, model: TableModel, amounts: [Quantity?]) {
    self.tree = tree
    self.profile = profile
    self.narrative = narrative
    self.model = model
    self.amounts = amounts
  }

  /// What the amount of a cell may stand for.
  func cellQuantity(_ cell: CellIndex) -> Quantity? { model.quantities[cell] }

  /// What the amount of a statement may stand for.
  func statementQuantity(_ statement: StatementIndex) -> Quantity? { amounts[statement] }

  /// What a headline amount measures.
  struct Measure: Hashable {
    var term: Term
    var fund: Term?
  }

  /// The lists of accounts in the narrative, one for each section that names some.
  func lists() -> [AmountSeries] {
    var result: [AmountSeries] = []
    var series = AmountSeries()
    var section = -1
    var present: (block: Int, account: Int64, taken: Bool)?
    var titles = AccountTitles(tree)
    for (index, placed) in narrative.statements.enumerated() {
      if placed.section != section {
        if !series.entries.isEmpty { result.append(series) }
        series = AmountSeries(fund: funds[placed.block])
        section = placed.section
        present = nil
      }
      let statement = placed.statement
      let named = narrative.accounts[index]
      if let named {
        present = (placed.block, named, false)
      } else if present?.block != placed.block, let title = titles.account(of: placed) {
        present = (placed.block, title, false)
      }
      guard let known = present, known.block == placed.block, !known.taken, isOwnLevel(placed),
        statement.subject.measure == nil || statement.subject.isAccount, let amount = statementQuantity(index),
        amount.value != 0
      else { continue }
      if named == nil, !statement.subject.isEmpty, statement.subject.basis == nil { continue }
      present?.taken = true
      if series.entries.contains(where: { $0.account == known.account }) {
        series.unknown.insert(known.account)
        continue
      }
      var entry = AmountSeries.Entry(account: known.account, amount)
      entry.statement = index
      series.entries.append(entry)
    }
    if !series.entries.isEmpty { result.append(series) }
    for index in result.indices { result[index].entries.sort { $0.account < $1.account } }
    return result.flatMap { $0.byLevel() }
  }

  /// The account that the statement's words name.
  static func account(of subject: Subject, in block: ReadBlock) -> Int64? {
    guard !subject.range.isEmpty, subject.measure == nil else { return nil }
    return AccountChainReader.account(block.block.text.units[subject.range])
  }

  /// Whether the statement is an amount of the document's own year.
  func isOwnLevel(_ placed: PlacedStatement) -> Bool { Self.isOwnLevel(placed, in: tree, of: profile) }

  /// Whether the statement is an amount of the document's own year.
  static func isOwnLevel(_ placed: PlacedStatement, in tree: SyntaxTree, of profile: Profile) -> Bool {
    let statement = placed.statement
    guard statement.role == .level, !statement.isAside, statement.isFinished, statement.reference == nil,
      let numeral = statement.numeral, tree.blocks[placed.block].numerals[numeral].unit.isMoney
    else { return false }
    if statement.subject.relativeYear ?? 0 != 0 { return false }
    if let year = statement.subject.year, let own = profile.fiscalYear, year != own { return false }
    switch statement.subject.basis {
    case nil, .final, .allocation: return true
    case .budget: return profile.kind != .final
    default: return false
    }
  }
}
