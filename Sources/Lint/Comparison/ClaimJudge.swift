import Disclosure
import DisclosureSyntax
import Ledger

/// Compares what a document says of another one's figures with what that one has published.
struct ClaimJudge {
  let document: DisclosureDocument
  let published: FigureSummary
  /// The cells that state the same as amounts of the narrative.
  private let cells: [CellIndex]

  init(_ document: DisclosureDocument, _ published: FigureSummary) {
    self.document = document
    self.published = published
    cells = document.firstCells()
  }

  /// What became of `claim`; nil where the other document does not give the figure, or the claim
  /// says nothing that can be computed.
  func judged(_ claim: EarlierClaim) -> JudgedClaim? {
    let printed = published.figure(claim.key)
    let inTable = published.figure(claim.key.inTable)
    guard let first = printed ?? inTable else { return nil }
    let own = current(of: claim).flatMap { document.quantity($0) }
    let outcomes = [printed, inTable].compactMap { $0.flatMap { outcome(of: claim, own: own, $0.quantity) } }
    guard let outcome = outcomes.min(by: { $0.rawValue < $1.rawValue }), outcome != .notCheckable else { return nil }
    // To the yuan, where both documents have a table: a difference of rounded amounts is rounded twice.
    let exact = current(of: claim).flatMap { cells[$0] < 0 ? nil : document.quantity(ofCell: cells[$0]) }
    var isRounded = outcome == .explained
    if outcome == .holds, let inTable, case .change = claim.form {
      isRounded = self.outcome(of: claim, own: exact ?? own, inTable.quantity) == .broken
    }
    return JudgedClaim(
      claim: claim, published: first, exactly: (exact ?? own, inTable ?? first), outcome: outcome, isRounded: isRounded)
  }

  /// What became of a cell; nil where the other document does not give the figure.
  func judged(_ claim: ColumnClaim) -> JudgedCell? {
    guard let own = document.quantity(ofCell: claim.cell) else { return nil }
    let others = [published.figure(claim.key), published.figure(claim.key.inNarrative)].compactMap { $0 }
    guard let first = others.first else { return nil }
    let holds = others.contains { $0.quantity.interval.meets(own.interval) }
    return JudgedCell(claim: claim, published: first, outcome: holds ? .holds : .broken)
  }

  private func current(of claim: EarlierClaim) -> StatementIndex? {
    switch claim.form {
    case .figure: nil
    case .change(_, let current), .rate(_, let current), .unchanged(_, let current): current
    }
  }

  /// What the ledger makes of a claim, with these amounts for the own figure and the other's.
  private func outcome(of claim: EarlierClaim, own: Quantity?, _ other: Quantity) -> Outcome? {
    var ledger = FigureLedger()
    let base = ledger.add(other)
    func state(_ form: Relation.Form, _ derived: QuantityIndex) {
      ledger.state(Relation(form: form, evidence: .matched, derived: derived, origin: 0))
    }
    switch claim.form {
    case .figure(let index):
      guard let quantity = document.quantity(index) else { return nil }
      let figure = ledger.add(quantity)
      state(.linear([Operand(figure), Operand(base, coefficient: -1)]), figure)
    case .unchanged:
      guard let own else { return nil }
      let current = ledger.add(own)
      state(.linear([Operand(current), Operand(base, coefficient: -1)]), current)
    case .change(let index, _):
      guard let own, let quantity = document.quantity(index), let word = direction(index) else { return nil }
      let (current, change) = (ledger.add(own), ledger.add(quantity))
      let sign = ledger.add(Quantity(direction: word))
      state(
        .linear([Operand(current), Operand(base, coefficient: -1), Operand(change, coefficient: -1, direction: sign)]),
        change)
    case .rate(let index, _):
      guard let own, let quantity = document.quantity(index), let word = direction(index) else { return nil }
      let (current, rate) = (ledger.add(own), ledger.add(quantity))
      let sign = ledger.add(Quantity(direction: word))
      state(
        .quotient(
          rate: Operand(rate, direction: sign), numerator: [Operand(current), Operand(base, coefficient: -1)],
          denominator: [Operand(base)]), rate)
    }
    return ledger.evaluate().first
  }

  private func direction(_ index: StatementIndex) -> Int? {
    guard let direction = document.statement(index).direction, direction != .same else { return nil }
    return Int(direction.rawValue)
  }
}
