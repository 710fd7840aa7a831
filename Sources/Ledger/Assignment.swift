/// The figures of one document while they are compared: each as printed, some replaced.
struct Assignment {
  var quantities: [Quantity]
  /// Whether figures count as printed, without what rounding leaves open.
  var isExact = false

  init(quantities: [Quantity], isExact: Bool = false) {
    self.quantities = quantities
    self.isExact = isExact
  }

  /// Gives a figure another amount, as widely meant as the present one.
  mutating func replace(_ index: QuantityIndex, by value: Int128) {
    let interval = quantities[index].interval
    let halfWidth = (interval.upper - interval.lower) / 2
    quantities[index].value = value
    quantities[index].interval = Interval(value - halfWidth, value + halfWidth)
  }

  func interval(_ index: QuantityIndex) -> Interval {
    isExact ? Interval(exactly: quantities[index].value) : quantities[index].interval
  }

  func value(_ index: QuantityIndex) -> Int128 { quantities[index].value }

  /// The sign of an operand: its coefficient times its word of direction.
  func sign(_ operand: Operand) -> Int128 {
    let direction = operand.direction.map { value($0) } ?? 1
    return operand.isNegative ? -direction : direction
  }

  func interval(_ operand: Operand) -> Interval {
    let own = interval(operand.quantity)
    // Nearly all operands are added or subtracted as they are.
    if operand.direction == nil { return operand.isNegative ? Interval(-own.upper, -own.lower) : own }
    return own * sign(operand)
  }

  func value(_ operand: Operand) -> Int128 {
    let amount = value(operand.quantity)
    // Nearly all operands are added or subtracted as they are.
    if operand.direction == nil { return operand.isNegative ? -amount : amount }
    return amount * sign(operand)
  }

  func sum(_ operands: some Sequence<Operand>) -> Interval {
    operands.reduce(Interval(exactly: 0)) { $0 + interval($1) }
  }

  func sumOfValues(_ operands: Operands) -> Int128 {
    operands.reduce(0) { $0 + value($1) }
  }
}
