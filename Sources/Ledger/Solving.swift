extension FigureLedger {
  /// The amounts of the figure `unknown` for which `relation` holds, the other figures being
  /// as `assignment` has them; nil where there are none or any will do.
  ///
  /// For a word of direction the answer is one of +1 and -1.
  static func solve(_ relation: Relation, for unknown: QuantityIndex, _ assignment: Assignment) -> Interval? {
    if assignment[unknown].isDirection { return solveDirection(relation, unknown, assignment) }
    switch relation.form {
    case .linear(let operands):
      guard let own = operands.first(where: { $0.quantity == unknown }) else { return nil }
      let sign = assignment.sign(own)
      guard sign != 0 else { return nil }
      let others = operands.filter { $0.quantity != unknown }
      return assignment.sum(others) * -sign
    case .quotient(let rate, let numerator, let denominator):
      return solveQuotient(rate, numerator, denominator, unknown, assignment)
    case .comparison(let direction, let left, let right):
      guard assignment.value(direction) == 0 else { return nil }
      return assignment.interval(unknown == left ? right : left)
    case .bound(let left, let right, _):
      // The least change: the part is the whole.
      return assignment.interval(unknown == left ? right : left)
    case .agreement, .undefinedRate: return nil
    }
  }

  private static func solveDirection(
    _ relation: Relation, _ unknown: QuantityIndex, _ assignment: Assignment
  ) -> Interval? {
    var trial = assignment
    for sign: Int128 in [-assignment.value(unknown), 1, -1] where sign != 0 {
      var word = assignment[unknown]
      word.value = sign
      word.interval = Interval(exactly: sign)
      trial[unknown] = word
      let outcome = outcome(of: relation, trial)
      if outcome == .holds || outcome == .explained { return Interval(exactly: sign) }
    }
    return nil
  }

  /// Solves `r = (αq + β) / (γq + δ)` for q at every corner of the other figures.
  private static func solveQuotient(
    _ rate: Operand, _ numerator: Operands, _ denominator: Operands, _ unknown: QuantityIndex,
    _ assignment: Assignment
  ) -> Interval? {
    if rate.quantity == unknown {
      let sign = assignment.sign(rate)
      guard sign != 0, let range = quotientRange(numerator, denominator, assignment) else { return nil }
      return range * sign
    }
    func coefficient(_ operands: Operands) -> Int128 {
      operands.reduce(0) { $1.quantity == unknown ? $0 + assignment.sign($1) : $0 }
    }
    let alpha = coefficient(numerator)
    let gamma = coefficient(denominator)
    var others = members(of: numerator, denominator)
    others.removeAll { $0 == unknown }
    guard others.count <= 5 else { return nil }
    let rates = assignment.interval(rate)
    var result: Interval?
    // Of figures that count as printed all corners are one.
    for corner in 0..<(assignment.isExact ? 1 : 1 << others.count) {
      func rest(_ operands: Operands) -> Int128 {
        operands.reduce(0) { sum, operand in
          guard operand.quantity != unknown, let position = others.firstIndex(of: operand.quantity) else { return sum }
          let interval = assignment.interval(operand.quantity)
          return sum + (corner >> position & 1 == 1 ? interval.upper : interval.lower) * assignment.sign(operand)
        }
      }
      let beta = rest(numerator)
      let delta = rest(denominator)
      for end in 0..<(assignment.isExact ? 1 : 2) {
        let rate = end == 0 ? rates.lower : rates.upper
        let below = rate * gamma - alpha * rateScale
        if below == 0 { return nil }
        let value = divided(beta * rateScale - rate * delta, by: below)
        result = result.map { Interval(min($0.lower, value.lower), max($0.upper, value.upper)) } ?? value
      }
    }
    return result
  }
}
