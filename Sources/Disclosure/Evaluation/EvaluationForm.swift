import DisclosureSyntax
import Ledger

/// One form of self-evaluation, from its funds to its total score, while it is read.
struct EvaluationForm {
  /// The row of the funds.
  struct Funds {
    var amounts: ArraySlice<TablePiece>
    var weight: TablePiece
    var rate: TablePiece
    var score: TablePiece

    var spent: TablePiece { amounts[amounts.endIndex - 1] }
    var budget: TablePiece { amounts[amounts.endIndex - 2] }
  }

  /// An indicator's weight and score.
  struct Indicator {
    var actual: TablePiece?
    var weight: TablePiece
    var score: TablePiece
  }

  var funds: Funds?
  /// Whether the form says itself how the score follows from the rate.
  var hasRule = false
  var parts: [(amounts: ArraySlice<TablePiece>, rate: TablePiece?)] = []
  var indicators: [Indicator] = []
  var projects: [(amounts: ArraySlice<TablePiece>, rate: TablePiece, isTotal: Bool)] = []
  var total: (weight: TablePiece?, score: TablePiece)?

  /// How much a score may differ from what it is computed to be, in ten-thousandths.
  static let tolerance: Int64 = 200

  /// The rows that the total adds up: with the funds' or without; nil where neither the weights nor the
  /// scores add up, so that the rows are not known to be all there are.
  var scored: [Indicator]? {
    guard let total else { return nil }
    let own = funds.map { [Indicator(weight: $0.weight, score: $0.score)] } ?? []
    return [own + indicators, indicators].first { rows in
      guard rows.count >= 3 else { return false }
      let weights = rows.reduce(0) { $0 + $1.weight.scaled }
      let scores = rows.reduce(0) { $0 + $1.score.scaled }
      if weights == 1_000_000 { return true }
      return total.weight != nil && (scores - total.score.scaled).magnitude <= 200
        && rows.contains { Self.isMisprinted($0.weight, by: weights - 1_000_000) }
    }
  }

  /// Whether a weight without `excess` is one slip of the pen away.
  private static func isMisprinted(_ weight: TablePiece, by excess: Int64) -> Bool {
    let step = (0..<(4 - Int(weight.decimals))).reduce(Int64(1)) { ten, _ in ten * 10 }
    guard weight.scaled > excess else { return false }
    let printed = Quantity(value: Int128(weight.scaled), halfWidth: 0, step: Int128(step))
    return printed.isOneSlip(from: Quantity(value: Int128(weight.scaled - excess), halfWidth: 0, step: Int128(step)))
  }

  /// Whether the score of the funds must be the weight times the rate.
  ///
  /// Some give all points from a target on, or take off round numbers: such a score is not judged. One
  /// below weight times rate that is no round number was computed from another rate; one that is a slip
  /// of the pen away was meant to be right.
  static func isComputed(_ funds: Funds) -> Bool {
    let (score, weight) = (funds.score.scaled, funds.weight.scaled)
    let computed = weight * funds.rate.scaled / 1_000_000
    if (score - computed).magnitude <= tolerance { return true }
    if score >= weight { return false }
    let step = (0..<(4 - Int(funds.score.decimals))).reduce(Int64(1)) { ten, _ in ten * 10 }
    let rounded = (computed + step / 2) / step * step
    let one = Quantity(value: Int128(score), halfWidth: 0, step: Int128(step))
    let other = Quantity(value: Int128(rounded), halfWidth: 0, step: Int128(step))
    if one.isOneSlip(from: other) { return true }
    return score < computed && score % 1000 != 0 && score > 0
  }

  /// Whether the rate is what was spent over the budget.
  static func isExecution(_ rate: TablePiece, _ spent: TablePiece, _ budget: TablePiece) -> Bool {
    guard budget.value > 0 else { return false }
    let exact = Double(spent.scaled) / Double(budget.scaled) * 1_000_000
    let half = (0..<(4 - Int(rate.decimals))).reduce(0.5) { ten, _ in ten * 10 }
    return (exact - Double(rate.scaled)).magnitude <= half * 1.02
  }
}
