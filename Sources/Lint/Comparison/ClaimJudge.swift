import Disclosure
import DisclosureSyntax
import Ledger

/// Compares what a document says of another one's figures with what that one has published.
struct ClaimJudge {
  let document: DisclosureDocument
  let published: FigureSummary
  /// The cells that state the same as amounts of the narrative.
  private let cells: [StatementIndex: CellIndex]

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
    let exact = current(of: claim).flatMap { cells[$0] }.flatMap { document.quantity(ofCell: $0) }
    var isRounded = outcome == .explained
    if outcome == .holds, let inTable, case .change = claim.form {
      isRounded = self.outcome(of: claim, own: exact ?? own, inTable.quantity) == .broken
    }
    return JudgedClaim(
      claim: claim, published: first, exactly: (exact ?? own, inTable ?? first), outcome: outcome, isRounded: isRounded)
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

/// A claim and what became of it.
struct JudgedClaim {
  let claim: EarlierClaim
  /// The figure of the other document.
  let published: FigureSummary.Figure
  /// The own amount and the other one's, each as precisely as it is printed anywhere.
  let exactly: (own: Quantity?, published: FigureSummary.Figure)
  let outcome: Outcome
  /// Whether only rounding explains it.
  let isRounded: Bool
}

/// Which contradictions are mistakes of the writer.
///
/// Where several measures differ from what was published, their scope has changed, or a reform has
/// moved expenditure: nothing is wrong. One that differs among many that agree is wrong.
struct ClaimVerdicts {
  private struct Group {
    var agreeing = 0
    var broken = 0

    mutating func add(_ outcome: Outcome) {
      if outcome == .broken { broken += 1 } else { agreeing += 1 }
    }
  }

  /// By the published amount: claims that rest on one amount are of one measure, whatever its names.
  private var groups: [Int128: Group] = [:]

  init(_ claims: [JudgedClaim]) {
    for claim in claims {
      groups[claim.published.quantity.value, default: Group()].add(claim.outcome)
    }
  }

  /// How grave it is that `claim` does not agree; nil where that means nothing.
  func severity(of claim: JudgedClaim, in info: RuleInfo) -> Severity? {
    let value = claim.published.quantity.value
    guard let group = groups[value] else { return nil }
    if group.agreeing > 0 && value != 0 { return info.severity }
    // That two amounts are nothing says little of their scope.
    let agreeing = groups.count { $0.key != 0 && $0.value.broken == 0 }
    let broken = groups.count { $0.value.agreeing == 0 }
    if group.broken == 1, agreeing >= 3, broken * 2 <= agreeing { return info.severity }
    return claim.claim.isExplicit && broken <= 2 && broken <= agreeing ? .hint : nil
  }
}
