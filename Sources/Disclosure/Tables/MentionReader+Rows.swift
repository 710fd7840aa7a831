import Accounts
import DisclosureSyntax
import DisclosureText
import Ledger

/// Tables of one row, whose columns stand in any order.
extension MentionReader {
  /// Ties the amounts of the three public expenses, of agency operation and of procurement to the row
  /// that shows them, whatever the order of its columns.
  ///
  /// Columns and measures with equal amounts belong together; where one of each is left, they do.
  func rowTies() -> [MentionTie] {
    var measures: [Term: StatementIndex] = [:]
    for (index, placed) in narrative.statements.enumerated() where isOwnLevel(placed) {
      let subject = placed.statement.subject
      guard let term = subject.measure, Self.measures.contains(term),
        !subject.isQualified || term == .agencyOperation, measures[term] == nil,
        statementQuantity(index)?.value ?? 0 != 0
      else { continue }
      measures[term] = index
    }
    guard measures.count >= 2 else { return [] }
    var ties: [MentionTie] = []
    for number in model.tables.indices
    where Self.kinds.contains(model.tables[number].kind) && model.tables[number].expenses.isEmpty {
      let table = model.tables[number]
      let own = TableDescription.rowMeasures(of: table.kind)
      guard let row = table.entries.first(where: { !$0.cells.isEmpty }), row.cells.count <= 14 else { continue }
      var cells = row.cells.filter { cellQuantity($0)?.value ?? 0 != 0 && !isBudget($0, in: table) }
      var left: [StatementIndex] = []
      var matched = 0
      for (term, statement) in measures.sorted(by: { $0.value < $1.value })
      where own.contains(term) && mayStand(term, in: table) {
        guard let first = nearest(to: statement, among: cells) else {
          left.append(statement)
          continue
        }
        matched += 1
        ties.append(MentionTie(statement: statement, cell: first, evidence: .matched))
        cells.removeAll { $0 == first }
      }
      guard matched >= 2, left.count == 1, let amount = statementQuantity(left[0]) else { continue }
      let near = cells.filter { cell in cellQuantity(cell).map { amount.isOneSlip(from: $0) } ?? false }
      // Final accounts show the budget beside the final figure.
      let evidence: Relation.Evidence = profile.kind == .final ? .matched : .stated
      if near.count == 1 { ties.append(MentionTie(statement: left[0], cell: near[0], evidence: evidence)) }
    }
    return ties
  }

  /// Whether a cell of final accounts shows the budget, beside which the final figure stands.
  private func isBudget(_ cell: CellIndex, in table: DisclosureTable) -> Bool {
    guard profile.kind == .final, table.kind == .threePublic, let forest = table.forests[.whole],
      forest.parents.count == 12, forest.parents[0] < 0, forest.parents[1] < 0, let column = model.cells[cell].column
    else { return false }
    return column % 2 == 0 && table.head.contains(HeadWords.budget) && table.head.contains(HeadWords.final)
  }

  /// The cell whose amount is nearest to that of a statement, if they are equal but for rounding: whole amounts
  /// of 15 and 16 touch.
  private func nearest(to statement: StatementIndex, among cells: [CellIndex]) -> CellIndex? {
    guard let amount = statementQuantity(statement) else { return nil }
    var best: (cell: CellIndex, distance: UInt128)?
    for cell in cells {
      guard let other = cellQuantity(cell), other.interval.meets(amount.interval) else { continue }
      let distance = (other.value - amount.value).magnitude
      if best.map({ distance < $0.distance }) ?? true { best = (cell, distance) }
    }
    return best?.cell
  }

  /// Whether the table's head names what is none of the three public expenses, where it is that.
  private func mayStand(_ term: Term, in table: DisclosureTable) -> Bool {
    switch term {
    case .agencyOperation: table.kind == .agencyOperation || table.head.contains(Self.operation)
    case .conference: table.head.contains(Self.conference)
    case .training: table.head.contains(Self.training)
    default: true
    }
  }

  private static let operation = Array("运行经费".utf16)
  private static let conference = Array("会议".utf16)
  private static let training = Array("培训".utf16)

  /// The kinds of tables that may have one row only.
  private static let kinds = Set(TableKind.allCases.filter { TableDescription.rowMeasures(of: $0) != [] })
  private static let measures = kinds.reduce(into: SmallSet<Term>()) {
    $0.formUnion(TableDescription.rowMeasures(of: $1))
  }
}

extension SyntaxTree {
  /// The fund that the heading above each block names.
  func sectionFunds() -> [Term?] {
    var fund: Term?
    return blocks.map { block in
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
