import Ledger

extension VerdictText {
  /// The amount of a figure, as another finding mends it or else as printed.
  func value(_ quantity: QuantityIndex) -> Int128 { mended[quantity] ?? sheet.value(quantity) }

  /// The digits of a figure, as another finding mends them or else as printed.
  func bare(_ quantity: QuantityIndex) -> String {
    guard let value = mended[quantity] else { return figures.bare(mark(quantity)) }
    return figures.number(value, like: mark(quantity))
  }

  /// The rate that `relation` computes, if it is the one that `repair` changes.
  func computed(_ relation: Relation, for repair: Repair) -> Int128? {
    guard case .quotient(let rate, let numerator, let denominator) = relation.form, rate.quantity == repair.figure
    else { return nil }
    return division(rate, numerator, denominator).value
  }
}
