/// Which sums come out.
extension RelationList {
  /// Whether a relation is a sum of two amounts or more.
  func isSum(_ position: Int) -> Bool {
    heads[position].kind == .linear && heads[position].end - heads[position].start > 2
  }

  /// Whether a relation is a sum that comes out exactly.
  @inline(__always)
  func isExactSum(_ position: Int, _ assignment: Assignment) -> Bool {
    let head = heads[position]
    guard head.kind == .linear else { return false }
    var sum: Int128 = 0
    for index in Int(head.start)..<Int(head.end) { sum += assignment.value(operands[index]) }
    return sum == 0
  }

  /// Calls `body` with every relation that is no sum which comes out exactly with `quantities`.
  func forEachInexact(_ quantities: [Quantity], _ body: (Int) -> Void) {
    let (heads, operands, quantities) = (heads.span, operands.span, quantities.span)
    for position in heads.indices {
      guard heads[position].kind == .linear else {
        body(position)
        continue
      }
      var sum: Int128 = 0
      for index in Int(heads[position].start)..<Int(heads[position].end) {
        let operand = operands[index]
        var amount = quantities[operand.quantity].value
        if let word = operand.direction { amount *= quantities[word].value }
        if operand.isNegative { sum -= amount } else { sum += amount }
      }
      if sum != 0 { body(position) }
    }
  }
}
