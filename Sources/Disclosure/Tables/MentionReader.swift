import Accounts
import DisclosureSyntax
import DisclosureText
import Ledger

/// Finds the cells that amounts of the narrative state again.
struct MentionReader {
  let tree: SyntaxTree
  let profile: Profile
  let narrative: Narrative
  let model: TableModel
  let cellQuantity: (CellIndex) -> Quantity?
  let statementQuantity: (StatementIndex) -> Quantity?
  /// How often every amount is printed, in hundreds of yuan.
  private lazy var occurrences: [Int128: Int] = countOccurrences()
  /// The cells of totals, by what they measure.
  private lazy var headlines: [Measure: [CellIndex]] = readHeadlines()

  init(
    tree: SyntaxTree, profile: Profile, narrative: Narrative, model: TableModel,
    cellQuantity: @escaping (CellIndex) -> Quantity?, statementQuantity: @escaping (StatementIndex) -> Quantity?
  ) {
    self.tree = tree
    self.profile = profile
    self.narrative = narrative
    self.model = model
    self.cellQuantity = cellQuantity
    self.statementQuantity = statementQuantity
  }

  /// What a headline amount measures.
  struct Measure: Hashable {
    var term: Term
    var fund: Term?
  }

  /// The lists of accounts in the narrative, one for each section.
  func lists() -> [AmountSeries] {
    var result: [AmountSeries] = []
    var series = AmountSeries()
    var section = -1
    var present: (block: Int, account: Int64, taken: Bool)?
    for (index, placed) in narrative.statements.enumerated() {
      if placed.section != section {
        if series.entries.count >= 2 { result.append(series) }
        series = AmountSeries()
        section = placed.section
        present = nil
      }
      let statement = placed.statement
      let named = account(of: placed)
      if let named { present = (placed.block, named, false) }
      guard let known = present, known.block == placed.block, !known.taken, isOwnLevel(placed),
        statement.subject.measure == nil || statement.subject.isAccount, let amount = statementQuantity(index),
        amount.value != 0
      else { continue }
      if named == nil, !statement.subject.isEmpty, statement.subject.basis == nil { continue }
      present?.taken = true
      if series.entries.contains(where: { $0.account == known.account }) { continue }
      series.entries.append(
        AmountSeries.Entry(
          account: known.account, statement: index, value: amount.value,
          halfWidth: (amount.interval.upper - amount.interval.lower) / 2))
    }
    if series.entries.count >= 2 { result.append(series) }
    for index in result.indices { result[index].entries.sort { $0.account < $1.account } }
    return result
  }

  /// The account that the statement's words name, or the words of its block before it.
  private func account(of placed: PlacedStatement) -> Int64? {
    let block = tree.blocks[placed.block]
    let subject = placed.statement.subject
    if !subject.range.isEmpty, subject.measure == nil {
      if let found = AccountChainReader.account(block.block.text.units[subject.range]) { return found }
    }
    return nil
  }

  /// Whether the statement is an amount of the document's own year.
  private func isOwnLevel(_ placed: PlacedStatement) -> Bool {
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

  // MARK: Headlines

  private func readHeadlines() -> [Measure: [CellIndex]] {
    var result: [Measure: [CellIndex]] = [:]
    func add(_ term: Term?, _ fund: Term?, _ cell: CellIndex?) {
      guard let term, let cell, cellQuantity(cell)?.value ?? 0 != 0 else { return }
      result[Measure(term: term, fund: fund), default: []].append(cell)
    }
    for table in model.tables where table.isReliable {
      for entry in table.entries {
        let names = table.measures[entry.side] ?? []
        switch entry.role {
        case .total:
          for column in 0..<min(names.count, entry.columns.count) {
            add(names[column], table.fund, table.cell(of: entry, in: column))
          }
        case .grandTotal:
          guard let cell = table.cell(of: entry, in: 0) else { continue }
          add(entry.side == .revenue ? .revenueGrandTotal : .expenditureGrandTotal, table.fund, cell)
          add(.revenueExpenditureGrandTotal, table.fund, cell)
          let hasTotal = table.entries.contains { $0.side == entry.side && $0.role == .total }
          if !hasTotal, !table.entries.contains(where: { $0.role == .carry && !$0.cells.isEmpty }) {
            add(entry.side == .revenue ? .revenue : .expenditure, table.fund, cell)
          }
        case .item where entry.side == .revenue || table.kind == .performance || table.kind == .threePublic:
          guard let cell = table.cell(of: entry, in: 0) else { continue }
          let words = table.words(of: entry)
          if let word = Self.measure(Array(words)) { add(word, table.fund, cell) }
          if RowWords.contains(words, Self.budgetTotal) { add(.expenditureGrandTotal, table.fund, cell) }
        default: break
        }
      }
    }
    return result
  }

  private static let budgetTotal = Array("预算总额".utf16)

  /// Cells of different tables that state one total.
  mutating func headlineCellTies() -> [CellTie] {
    var ties: [CellTie] = []
    for (_, cells) in headlines.sorted(by: { $0.value[0] < $1.value[0] }) {
      guard let first = cells.first, let one = cellQuantity(first) else { continue }
      for cell in cells.dropFirst().prefix(12) where model.cells[cell].table != model.cells[first].table {
        guard let other = cellQuantity(cell) else { continue }
        if one.interval.meets(other.interval) {
          ties.append(CellTie(cell: cell, others: [first], evidence: .matched))
        } else if isSlip(one, other) {
          ties.append(CellTie(cell: cell, others: [first], evidence: .stated))
        }
      }
    }
    return ties
  }

  /// The measure that the words of a row name, if they name nothing else.
  private static func measure(_ words: [UInt16]) -> Term? {
    guard let (term, length) = Vocabulary.term(in: words), length == words.count, term.isMeasure else { return nil }
    return term
  }

  /// Ties the amounts of the narrative to the totals of the tables.
  mutating func headlineTies() -> [MentionTie] {
    let headlines = self.headlines
    guard !headlines.isEmpty else { return [] }
    var ties: [MentionTie] = []
    let funds = sectionFunds()
    for (index, placed) in narrative.statements.enumerated() where isOwnLevel(placed) {
      let subject = placed.statement.subject
      guard let term = subject.measure, !subject.isQualified, !subject.isAccount, let amount = statementQuantity(index),
        amount.value != 0
      else { continue }
      let fund = subject.fund ?? funds[placed.block]
      let measure = Measure(term: term, fund: fund)
      var candidates = headlines[measure] ?? []
      if candidates.isEmpty, fund == .generalBudget {
        candidates = headlines[Measure(term: term, fund: .appropriation)] ?? []
      }
      if candidates.isEmpty, fund == .appropriation {
        candidates = headlines[Measure(term: term, fund: .generalBudget)] ?? []
      }
      if candidates.isEmpty, subject.fund == nil {
        candidates = headlines.filter { $0.key.term == term }.flatMap(\.value).sorted()
      }
      guard !candidates.isEmpty else { continue }
      let agreeing = candidates.filter { cellQuantity($0)?.interval.meets(amount.interval) ?? false }
      if !agreeing.isEmpty {
        for cell in agreeing.prefix(4) { ties.append(MentionTie(statement: index, cells: [cell], evidence: .matched)) }
        continue
      }
      // A figure that is one slip away from the table's is a slip.
      let near = candidates.filter { cell in
        guard let other = cellQuantity(cell) else { return false }
        return isSlip(amount, other)
      }
      for cell in near.prefix(4) { ties.append(MentionTie(statement: index, cells: [cell], evidence: .stated)) }
    }
    return ties
  }

  /// Whether one amount is a slip for the other: one digit off, of some length, and one of them
  /// printed nowhere else. Amounts of different scope are printed more than once.
  private mutating func isSlip(_ one: Quantity, _ other: Quantity) -> Bool {
    guard one.isOneSlip(from: other), isLong(one), isLong(other) else { return false }
    return occurrences[coarse(one.value), default: 0] < 2 || occurrences[coarse(other.value), default: 0] < 2
  }

  private func isLong(_ quantity: Quantity) -> Bool { quantity.value >= 1000 * quantity.step }

  /// An amount as it is printed in 万元.
  private func coarse(_ value: Int128) -> Int128 { (value + 50_000_000) / 100_000_000 }

  private func countOccurrences() -> [Int128: Int] {
    var result: [Int128: Int] = [:]
    for cell in model.cells.indices {
      if let value = cellQuantity(cell)?.value { result[coarse(value), default: 0] += 1 }
    }
    for statement in narrative.statements.indices {
      if let value = statementQuantity(statement)?.value { result[coarse(value), default: 0] += 1 }
    }
    return result
  }

  // MARK: One-row tables

  /// Ties the amounts of the three public expenses and of agency operation to the row that
  /// shows them, whatever the order of its columns.
  ///
  /// Columns and measures with equal amounts belong together; where one of each is left, they do.
  func rowTies() -> [MentionTie] {
    var measures: [Term: StatementIndex] = [:]
    for (index, placed) in narrative.statements.enumerated() where isOwnLevel(placed) {
      let subject = placed.statement.subject
      guard let term = subject.measure, Self.rowMeasures.contains(term),
        !subject.isQualified || term == .agencyOperation, measures[term] == nil,
        statementQuantity(index)?.value ?? 0 != 0
      else { continue }
      measures[term] = index
    }
    guard measures.count >= 2 else { return [] }
    var ties: [MentionTie] = []
    for table in model.tables where table.kind == .threePublic || table.kind == .agencyOperation {
      guard let row = table.entries.first(where: { !$0.cells.isEmpty }), row.cells.count <= 14 else { continue }
      var cells = row.cells.filter { cellQuantity($0)?.value ?? 0 != 0 }
      var left: [StatementIndex] = []
      var matched = 0
      for (_, statement) in measures.sorted(by: { $0.value < $1.value }) {
        let amount = statementQuantity(statement)
        let equal = cells.filter { cell in
          amount.map { cellQuantity(cell)?.interval.meets($0.interval) ?? false } ?? false
        }
        guard let first = equal.first else {
          left.append(statement)
          continue
        }
        matched += 1
        ties.append(MentionTie(statement: statement, cells: [first], evidence: .matched))
        cells.removeAll { $0 == first }
      }
      guard matched >= 2, left.count == 1, let amount = statementQuantity(left[0]) else { continue }
      let near = cells.filter { cell in cellQuantity(cell).map { amount.isOneSlip(from: $0) } ?? false }
      // Final accounts show the budget beside the final figure.
      let evidence: Relation.Evidence = profile.kind == .final ? .matched : .stated
      if near.count == 1 { ties.append(MentionTie(statement: left[0], cells: near, evidence: evidence)) }
    }
    return ties
  }

  private static let rowMeasures: Set<Term> = [
    .threePublic, .abroad, .vehicles, .vehiclePurchase, .vehicleOperation, .reception, .conference, .training,
    .agencyOperation,
  ]

  /// The fund that the heading above each block names.
  private func sectionFunds() -> [Term?] {
    var fund: Term?
    return tree.blocks.map { block in
      if block.block.kind == .heading, block.block.numbering?.level ?? 0 <= 1 {
        fund = nil
        for token in block.tokens {
          if case .term(let term) = token.kind, term.isFund { fund = term }
        }
      }
      return fund
    }
  }
}
