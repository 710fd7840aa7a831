import Ledger

/// What must hold between the figures of a self-evaluation (绩效自评).
@usableFromInline package enum EvaluationLaw: Hashable, Sendable {
  /// A total score is the sum of the scores, a total weight that of the weights, an amount that of
  /// its parts.
  case total(CellIndex, of: [CellIndex])
  /// An execution rate (执行率) is what was spent over the budget, each a sum.
  case execution(rate: CellIndex, spent: [CellIndex], budget: [CellIndex])
  /// A score is the weight times the execution rate.
  case score(CellIndex, weight: CellIndex, rate: CellIndex)
  /// A score is not above its weight.
  case limit(score: CellIndex, weight: CellIndex)
  /// A figure is printed again.
  case repetition(CellIndex, of: CellIndex, evidence: Relation.Evidence)
}

/// An execution rate of the prose and the cells that it is computed from.
@usableFromInline package struct EvaluationRate: Hashable, Sendable {
  /// The rate.
  package var rate: StatementIndex
  /// What each project spent.
  package var spent: [CellIndex]
  /// The budget of each project.
  package var budget: [CellIndex]
}

/// A table that lists projects with budget, expenditure and execution rate.
struct EvaluatedProjects: Hashable, Sendable {
  var budget: [CellIndex]
  var spent: [CellIndex]
}

/// A form with weights and scores, and its total.
struct EvaluationTotal: Hashable, Sendable {
  /// The total score.
  var score: CellIndex
  /// Whether it is that of the whole department.
  var isOverall: Bool
}

/// The self-evaluations of a disclosure.
@usableFromInline package struct EvaluationModel: Sendable {
  /// What must hold within the tables.
  package var laws: [EvaluationLaw] = []
  /// What must hold between tables and prose.
  package var rates: [EvaluationRate] = []
  /// The lists of projects.
  var projects: [EvaluatedProjects] = []
  /// The total scores.
  var totals: [EvaluationTotal] = []
}
