/// The figures of one document while they are compared: each as printed, some replaced.
///
/// What is replaced at a time, a few figures, stands beside the printed ones: these are the list of the ledger, which would
/// be copied whole for the first change.
struct Assignment {
  /// The figures as the document has them.
  let printed: [Quantity]
  /// Whether figures count as printed, without what rounding leaves open.
  var isExact = false
  /// The figures that are replaced, each once, with what stands in their place.
  private var replaced: [(index: QuantityIndex, quantity: Quantity)] = []

  init(quantities: [Quantity], isExact: Bool = false) {
    printed = quantities
    self.isExact = isExact
  }

  /// What a figure is at present.
  ///
  /// - Complexity: O(replaced figures).
  subscript(_ index: QuantityIndex) -> Quantity {
    get {
      let place = place(of: index)
      return place < 0 ? printed[index] : replaced[place].quantity
    }
    set {
      let place = place(of: index)
      if newValue == printed[index] {
        if place >= 0 { replaced.remove(at: place) }
      } else if place < 0 {
        replaced.append((index, newValue))
      } else {
        replaced[place].quantity = newValue
      }
    }
  }

  /// Where a figure stands among those that are replaced; -1 where it does not.
  private func place(of index: QuantityIndex) -> Int {
    // Most figures are asked for while none is.
    if replaced.isEmpty { return -1 }
    for place in replaced.indices where replaced[place].index == index { return place }
    return -1
  }

  /// Gives a figure another amount, as widely meant as the present one.
  mutating func replace(_ index: QuantityIndex, by value: Int128) {
    var quantity = self[index]
    let halfWidth = (quantity.interval.upper - quantity.interval.lower) / 2
    quantity.value = value
    quantity.interval = Interval(value - halfWidth, value + halfWidth)
    self[index] = quantity
  }

  func interval(_ index: QuantityIndex) -> Interval {
    if isExact { return Interval(exactly: value(index)) }
    let place = place(of: index)
    return place < 0 ? printed[index].interval : replaced[place].quantity.interval
  }

  func value(_ index: QuantityIndex) -> Int128 {
    let place = place(of: index)
    return place < 0 ? printed[index].value : replaced[place].quantity.value
  }

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
