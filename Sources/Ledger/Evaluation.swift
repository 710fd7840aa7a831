extension FigureLedger {
  /// What becomes of one of `relations` when the figures are as `assignment` has them.
  @inline(__always)
  static func outcome(of index: Int, in relations: RelationList, _ assignment: Assignment) -> Outcome {
    // Nearly all are sums that come out.
    relations.isExactSum(index, assignment) ? .holds : outcome(of: relations[index], assignment)
  }

  /// What becomes of `relation` when the figures are as `assignment` has them.
  static func outcome(of relation: Relation, _ assignment: Assignment) -> Outcome {
    switch relation.form {
    case .linear(let operands):
      if assignment.sumOfValues(operands) == 0 { return .holds }
      if relation.isExact { return .broken }
      if isRounded(operands, assignment) { return .holds }
      return assignment.sum(operands).contains(0) ? .explained : .broken
    case .quotient(let rate, let numerator, let denominator):
      if relation.derived != rate.quantity, isProduct(relation.derived, rate, numerator, denominator, assignment) {
        return .holds
      }
      return quotient(rate, numerator, denominator, assignment)
    case .comparison(let direction, let left, let right):
      return comparison(direction, left, right, assignment)
    case .bound(let left, let right, let word):
      if let word, assignment.value(word) <= 0 { return .notCheckable }
      if assignment.value(left) <= assignment.value(right) { return .holds }
      return assignment.interval(left).lower <= assignment.interval(right).upper ? .explained : .broken
    case .undefinedRate(_, let base):
      return assignment.value(base) == 0 ? .broken : .notCheckable
    case .agreement(let left, let right):
      return assignment.value(left) == assignment.value(right) ? .holds : .broken
    }
  }

  /// Whether one of two amounts is the other rounded to its own last place: 9,499.58 万元 beside
  /// 94,995,790 元.
  private static func isRounded(_ operands: Operands, _ assignment: Assignment) -> Bool {
    guard operands.count == 2, operands[0].direction == nil, operands[1].direction == nil,
      operands[0].coefficient == -operands[1].coefficient
    else { return false }
    let first = assignment[operands[0].quantity].step
    let second = assignment[operands[1].quantity].step
    guard first != second else { return false }
    let coarse = first > second ? 0 : 1
    let step = max(first, second)
    let fine = assignment.value(operands[1 - coarse].quantity)
    return (fine + step / 2) / step * step == assignment.value(operands[coarse].quantity)
  }

  /// Whether a part that is computed from its whole and the rate comes out with the decimals it has:
  /// 10.00 × 80.24% and 8.02.
  private static func isProduct(
    _ part: QuantityIndex, _ rate: Operand, _ numerator: Operands, _ denominator: Operands, _ assignment: Assignment
  ) -> Bool {
    guard numerator.count == 1, numerator[0].quantity == part, denominator.count == 1 else { return false }
    let product = assignment.value(denominator[0]) * assignment.value(rate)
    let difference = product - assignment.value(numerator[0]) * rateScale
    return difference.magnitude * 2 <= (assignment[part].step * rateScale).magnitude
  }

  private static func comparison(
    _ direction: QuantityIndex, _ left: QuantityIndex, _ right: QuantityIndex, _ assignment: Assignment
  ) -> Outcome {
    let difference = assignment.value(left) - assignment.value(right)
    let sign = assignment.value(direction)
    if difference.signum() == sign { return .holds }
    let (a, b) = (assignment.interval(left), assignment.interval(right))
    let possible = sign > 0 ? a.upper > b.lower : sign < 0 ? a.lower < b.upper : a.meets(b)
    return possible ? .explained : .broken
  }

  private static func quotient(
    _ rate: Operand, _ numerator: Operands, _ denominator: Operands, _ assignment: Assignment
  ) -> Outcome {
    let whole = assignment.sumOfValues(denominator)
    guard whole != 0 else { return .notCheckable }
    let computed = divided(assignment.sumOfValues(numerator) * rateScale, by: whole)
    let range = assignment.interval(rate)
    // The same digits as rounding gives: exact enough to be computed from these figures.
    if range.contains(computed.lower) || range.contains(computed.upper) { return .holds }
    guard let possible = quotientRange(numerator, denominator, assignment) else { return .notCheckable }
    return possible.meets(range) ? .explained : .broken
  }

  /// The rates that amounts within the printed ones give; open to one side where the
  /// denominator may be zero, and nil where that leaves any rate possible.
  static func quotientRange(
    _ numerator: Operands, _ denominator: Operands, _ assignment: Assignment
  ) -> Interval? {
    // Figures that stand in one of the sums alone may all be small in it while those of the other are large.
    let isApart = areApart(numerator, denominator)
    let members = isApart ? [] : members(of: numerator, denominator)
    guard members.count <= 6 else { return nil }
    let (above, below) = isApart ? (assignment.sum(numerator), assignment.sum(denominator)) : (nil, nil)
    var result: Interval?
    let sign = assignment.sumOfValues(denominator).signum()
    // Nothing can be said of a share of nothing.
    guard sign != 0 else { return nil }
    var touchesZero = false
    func take(_ above: Int128, _ below: Int128) {
      guard below.signum() == sign else {
        touchesZero = true
        return
      }
      let value = divided(above * rateScale, by: below)
      result = result.map { Interval(min($0.lower, value.lower), max($0.upper, value.upper)) } ?? value
    }
    if let above, let below {
      take(above.lower, below.lower)
      take(above.lower, below.upper)
      take(above.upper, below.lower)
      take(above.upper, below.upper)
    } else {
      // A quotient of sums is monotone in each figure: its extremes stand at corners of the box.
      // Of figures that count as printed all are one.
      for corner in 0..<(assignment.isExact ? 1 : 1 << members.count) {
        func at(_ operand: Operand) -> Int128 {
          let interval = assignment.interval(operand.quantity)
          let position = members.firstIndex(of: operand.quantity) ?? 0
          return (corner >> position & 1 == 1 ? interval.upper : interval.lower) * assignment.sign(operand)
        }
        take(numerator.reduce(Int128(0)) { $0 + at($1) }, denominator.reduce(Int128(0)) { $0 + at($1) })
      }
    }
    guard touchesZero, let found = result else { return result }
    // As the denominator nears zero the rate grows without end, to the side of its sign.
    if found.lower > 0 { return Interval(found.lower, endless) }
    if found.upper < 0 { return Interval(-endless, found.upper) }
    return nil
  }

  /// Whether no figure stands twice in two sums.
  private static func areApart(_ numerator: Operands, _ denominator: Operands) -> Bool {
    let count = numerator.count + denominator.count
    func quantity(_ index: Int) -> QuantityIndex {
      (index < numerator.count ? numerator[index] : denominator[index - numerator.count]).quantity
    }
    for index in 1..<max(1, count) {
      for earlier in 0..<index where quantity(earlier) == quantity(index) { return false }
    }
    return true
  }

  /// The figures of two sums, each once.
  static func members(of numerator: Operands, _ denominator: Operands) -> [QuantityIndex] {
    var members: [QuantityIndex] = []
    members.reserveCapacity(numerator.count + denominator.count)
    for operand in numerator where !members.contains(operand.quantity) { members.append(operand.quantity) }
    for operand in denominator where !members.contains(operand.quantity) { members.append(operand.quantity) }
    return members
  }

  /// Beyond every rate; small enough to be added and multiplied by a sign.
  private static let endless: Int128 = 1 << 100

  /// The whole numbers around `dividend / divisor`.
  static func divided(_ dividend: Int128, by divisor: Int128) -> Interval {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    if remainder == 0 { return Interval(exactly: quotient) }
    return (remainder < 0) != (divisor < 0) ? Interval(quotient - 1, quotient) : Interval(quotient, quotient + 1)
  }
}
