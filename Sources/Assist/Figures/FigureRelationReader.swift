import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Puts what the narrative ties together before the ledger.
struct FigureRelationReader {
  private let narrative: Narrative
  private var sheet: RelationSheet
  /// The form of each relation of the sheet.
  private var forms: [FigureRelation.Form] = []

  init(_ document: DisclosureDocument) {
    narrative = document.narrative
    sheet = RelationSheet(document)
  }

  /// Every relation, by kind and then in the order of the text.
  mutating func read() -> [FigureRelation] {
    for breakdown in narrative.breakdowns { read(breakdown) }
    for limit in narrative.limits { read(limit.part, within: limit.whole) }
    for share in narrative.shares { read(share) }
    for movement in narrative.movements { read(movement) }
    for completion in narrative.completions { read(completion) }
    for restatement in narrative.restatements { read(restatement) }
    let outcomes = sheet.ledger.evaluate()
    return zip(forms, zip(sheet.ledger.relations, outcomes)).map { form, judged in
      relation(form, judged.0, judged.1)
    }
  }

  private func relation(_ form: FigureRelation.Form, _ relation: Relation, _ outcome: Outcome) -> FigureRelation {
    var figures: [StatementIndex] = []
    var words: [StatementIndex] = []
    for quantity in relation.quantities {
      switch sheet.marks[quantity] {
      case .figure(let index): figures.append(index)
      case .word(let index): words.append(index)
      case .constant: break
      }
    }
    return FigureRelation(
      form: form, evidence: relation.evidence, outcome: outcome, derived: sheet.marks[relation.derived].statement,
      figures: figures, words: words)
  }

  private mutating func state(
    _ form: FigureRelation.Form, _ ledgerForm: Relation.Form, derived: QuantityIndex,
    _ evidence: Relation.Evidence = .stated
  ) {
    forms.append(form)
    sheet.state(ledgerForm, derived: derived, evidence)
  }

  private mutating func figure(_ index: StatementIndex?) -> QuantityIndex? { index.flatMap { sheet.figure($0) } }
  private mutating func word(_ index: StatementIndex?) -> QuantityIndex? { index.flatMap { sheet.word($0) } }

  // MARK: What the narrative ties

  private mutating func read(_ breakdown: Breakdown) {
    guard breakdown.isFull else {
      for part in breakdown.parts { read(part, within: breakdown.head) }
      return
    }
    guard let total = figure(breakdown.head) else { return }
    let parts = breakdown.parts.compactMap { sheet.figure($0) }
    guard parts.count == breakdown.parts.count else { return }
    state(.sum, .linear([Operand(total)] + parts.map { Operand($0, coefficient: -1) }), derived: total)
    readChanges(of: breakdown)
  }

  /// The changes of all parts add to the change of the total, where all are changes against
  /// the same.
  private mutating func readChanges(of breakdown: Breakdown) {
    guard let whole = movement(of: breakdown.head), let total = change(whole),
      let base = reference(whole)
    else { return }
    var operands = [total]
    for part in breakdown.parts {
      guard let moved = movement(of: part), let other = reference(moved), other.year == base.year,
        other.relativeYear == base.relativeYear, other.basis == base.basis
      else { return }
      if moved.unchanged != nil { continue }
      guard var amount = change(moved) else { return }
      amount.coefficient = -1
      operands.append(amount)
    }
    state(.change, .linear(operands), derived: total.quantity)
  }

  private func movement(of current: StatementIndex) -> Movement? {
    narrative.movements.first { $0.current == current && !$0.words.isEmpty && reference($0) != nil }
  }

  private func reference(_ movement: Movement) -> Statement.Reference? {
    movement.words.first.flatMap { narrative.statements[$0].statement.reference }
  }

  private mutating func change(_ movement: Movement) -> Operand? {
    guard let amount = figure(movement.change), let sign = word(movement.change) else { return nil }
    return Operand(amount, direction: sign)
  }

  private mutating func read(_ part: StatementIndex, within whole: StatementIndex) {
    guard let small = figure(part), let large = figure(whole) else { return }
    state(.limit, .bound(small, atMost: large), derived: small)
  }

  private mutating func read(_ share: Share) {
    guard let part = figure(share.part), let whole = figure(share.whole), let rate = figure(share.rate) else { return }
    let form = Relation.Form.quotient(
      rate: Operand(rate), numerator: [Operand(part)], denominator: [Operand(whole)])
    state(.share, form, derived: rate)
  }

  private mutating func read(_ movement: Movement) {
    let current = figure(movement.current)
    let base = figure(movement.base)
    let change = figure(movement.change).map { Operand($0, direction: word(movement.change)) }
    let rate = figure(movement.rate).map { Operand($0, direction: word(movement.rate)) }
    if let change, let current, let base {
      var less = change
      less.coefficient = -1
      let operands = [Operand(current), Operand(base, coefficient: -1), less]
      state(.change, .linear(operands), derived: change.quantity)
    } else if let change, let current, change.direction.map({ sheet.value($0) > 0 }) ?? false {
      // What an amount grew by is at most the amount.
      state(.limit, .bound(change.quantity, atMost: current), derived: change.quantity)
    }
    if let rate { read(rate, change, current, base) }
    if let one = change?.direction, let other = rate?.direction {
      state(.direction, .agreement(one, other), derived: other)
    }
    if let said = word(movement.unchanged), let current, let base {
      state(.direction, .comparison(direction: said, current, base), derived: said)
    }
  }

  private mutating func read(_ rate: Operand, _ change: Operand?, _ current: QuantityIndex?, _ base: QuantityIndex?) {
    var numerator: [Operand] = []
    var denominator: [Operand] = []
    if let change {
      numerator = [change]
      if base == nil, let current {
        var less = change
        less.coefficient = -1
        denominator = [Operand(current), less]
      }
    } else if let current, let base {
      numerator = [Operand(current), Operand(base, coefficient: -1)]
    }
    if let base { denominator = [Operand(base)] }
    guard !numerator.isEmpty, !denominator.isEmpty else { return }
    let form = Relation.Form.quotient(rate: rate, numerator: numerator, denominator: denominator)
    state(.growth, form, derived: rate.quantity)
  }

  private mutating func read(_ completion: Completion) {
    guard let actual = figure(completion.actual), let plan = figure(completion.plan) else { return }
    if let rate = figure(completion.rate) {
      let form = Relation.Form.quotient(
        rate: Operand(rate), numerator: [Operand(actual)], denominator: [Operand(plan)])
      state(.completion, form, derived: rate)
    }
    if let said = word(completion.word) {
      state(.direction, .comparison(direction: said, actual, plan), derived: said)
    }
  }

  private mutating func read(_ restatement: Restatement) {
    guard let first = figure(restatement.first), let second = figure(restatement.second) else { return }
    let operands = [Operand(first), Operand(second, coefficient: -1)]
    state(.equality, .linear(operands), derived: second, restatement.isStated ? .stated : .matched)
  }
}
