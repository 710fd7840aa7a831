import Ledger

/// A message tells what its repair asserts.
extension Verdicts {
  /// Whether the evidence singles out the figure and its repair.
  func isSettled(_ diagnosis: Diagnosis) -> Bool { diagnosis.isCertain && !diagnosis.isGuess }

  /// The amounts that settled slips put in the place of printed ones.
  func mended(_ slips: [Diagnosis]) -> [QuantityIndex: Int128] {
    var mended: [QuantityIndex: Int128] = [:]
    for slip in slips where isSettled(slip) {
      if let repair = slip.repairs.first { mended[repair.figure] = repair.value }
    }
    return mended
  }

  /// The words for a slip: where its rate comes out only with the amounts that other findings mend, it is computed
  /// with these.
  func wording(of diagnosis: Diagnosis, _ lead: Relation, beside mended: [QuantityIndex: Int128]) -> VerdictText {
    guard isSettled(diagnosis), let repair = diagnosis.repairs.first, !mended.isEmpty,
      let printed = wording.computed(lead, for: repair), printed != repair.value
    else { return wording }
    var other = wording
    other.mended = mended
    other.mended[repair.figure] = nil
    return other.computed(lead, for: repair) == repair.value ? other : wording
  }

  /// Whether the repair of a rate is not what the printed amounts give, but what those they were rounded from may.
  func isRounded(_ repair: Repair, _ lead: Relation, _ wording: VerdictText) -> Bool {
    guard case .quotient(_, let numerator, let denominator) = lead.form,
      let computed = wording.computed(lead, for: repair), computed != repair.value
    else { return false }
    // The greatest error of the quotient, in millionths of it.
    let error = share(of: numerator, wording) + share(of: denominator, wording)
    let step = sheet.ledger.quantities[repair.figure].step
    return abs(computed - repair.value) <= step + abs(computed) * error / Self.million
  }

  /// What rounding may have changed of a sum, in millionths of it.
  private func share(of operands: Operands, _ wording: VerdictText) -> Int128 {
    var (value, width): (Int128, Int128) = (0, 0)
    for operand in operands {
      let sign = operand.coefficient * (operand.direction.map { sheet.value($0) } ?? 1)
      value += sign * wording.value(operand.quantity)
      let interval = sheet.ledger.quantities[operand.quantity].interval
      width += (interval.upper - interval.lower) / 2
    }
    return value == 0 ? 0 : width * Self.million / abs(value) + 1
  }

  private static let million: Int128 = 1_000_000
}
