import DisclosureSyntax
import Ledger

/// What must hold in a form and in a list of projects.
extension EvaluationReader {
  /// States the rate and the score of the funds, and that they are the sum of their parts.
  mutating func settleFunds(_ form: EvaluationForm) {
    guard let funds = form.funds else { return }
    let rate = cell(funds.rate, .percent)
    let (weight, score) = (cell(funds.weight, Unit.none), cell(funds.score, Unit.none))
    if !form.hasRule, EvaluationForm.isComputed(funds) {
      model.evaluation.laws.append(.score(score, weight: weight, rate: rate))
    }
    if funds.score.scaled > funds.weight.scaled {
      model.evaluation.laws.append(.limit(score: score, weight: weight))
    }
    settleExecution(funds.rate, funds.spent, funds.budget)
    let parts = form.parts.filter { part in part.amounts.contains { $0.value != 0 } }
    for part in parts {
      guard let rate = part.rate else { continue }
      let (spent, budget) = (part.amounts[part.amounts.endIndex - 1], part.amounts[part.amounts.endIndex - 2])
      settleExecution(rate, spent, budget)
      if spent.scaled == funds.spent.scaled, budget.scaled == funds.budget.scaled {
        model.evaluation.laws.append(
          .repetition(cell(rate, .percent), of: cell(funds.rate, .percent), evidence: .matched))
      }
    }
    settleParts(funds, parts.map(\.amounts))
    for indicator in form.indicators {
      guard let actual = indicator.actual else { continue }
      // Some set what was spent against the budget at the start of the year.
      if let initial = funds.amounts.first, EvaluationForm.isExecution(actual, funds.spent, initial) { continue }
      let copy = cell(actual, .percent)
      model.evaluation.laws.append(.repetition(copy, of: rate, evidence: .stated))
    }
  }

  private mutating func settleExecution(_ rate: TablePiece, _ spent: TablePiece, _ budget: TablePiece) {
    guard budget.value > 0 else { return }
    model.evaluation.laws.append(
      .execution(rate: cell(rate, .percent), spent: [cell(spent, nil)], budget: [cell(budget, nil)]))
  }

  /// States that the funds are the sum of their parts, where all columns but one show that the parts are
  /// all there are.
  private mutating func settleParts(_ funds: EvaluationForm.Funds, _ parts: [ArraySlice<TablePiece>]) {
    guard !parts.isEmpty, funds.amounts.count >= 3 else { return }
    let columns = funds.amounts.indices.map { column in
      (total: funds.amounts[column], parts: parts.map { $0[$0.startIndex + column - funds.amounts.startIndex] })
    }
    let holding = columns.count { column in
      column.total.scaled == column.parts.reduce(0) { $0 + $1.scaled }
    }
    guard holding >= columns.count - 1 else { return }
    for column in columns {
      let total = cell(column.total, nil)
      model.evaluation.laws.append(.total(total, of: column.parts.map { cell($0, nil) }))
    }
  }

  /// States that weights and scores add up, and that no score is above its weight.
  mutating func settleScores(_ form: EvaluationForm) {
    guard let total = form.total, let rows = form.scored else { return }
    let scores = rows.map { cell($0.score, Unit.none) }
    let weights = rows.map { cell($0.weight, Unit.none) }
    let score = cell(total.score, Unit.none)
    model.evaluation.totals.append(EvaluationTotal(score: score, isOverall: isOverall))
    // A total without decimals over scores that have some was rounded.
    if total.score.decimals > 0 || rows.allSatisfy({ $0.score.decimals == 0 }) || form.addsUp(rows) {
      model.evaluation.laws.append(.total(score, of: scores))
    }
    if let weight = total.weight.map({ cell($0, Unit.none) }) {
      model.evaluation.laws.append(.total(weight, of: weights))
    }
    let missing = rows.reduce(-total.score.scaled) { $0 + $1.score.scaled }
    let excess = rows.reduce(-1_000_000) { $0 + $1.weight.scaled }
    for (place, row) in rows.enumerated() {
      let gap = row.score.scaled - row.weight.scaled
      model.evaluation.laws.append(.limit(score: scores[place], weight: weights[place]))
      // All points, or all but what the total or the weights miss: what most rows have speaks for a figure.
      if gap == 0 || gap == missing && missing != 0 || gap == -excess && excess != 0 {
        model.evaluation.laws.append(.repetition(scores[place], of: weights[place], evidence: .discovered))
      }
    }
  }
}

extension EvaluationForm {
  /// Whether the scores add up to the printed total.
  func addsUp(_ rows: [Indicator]) -> Bool {
    guard let total else { return false }
    return (rows.reduce(0) { $0 + $1.score.scaled } - total.score.scaled).magnitude <= 1
  }
}
