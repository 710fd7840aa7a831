/// Sums are kept while repairs are tried: a long one is not added up anew for each of its parts.
extension Diagnostician {
  /// A sum as it is with the repairs that were made.
  struct Sum {
    /// What the printed amounts add to; zero where the relation holds.
    var value: Int128
    /// How far from that the amounts may add to.
    var halfWidth: Int128
  }

  /// Adds a linear relation up, unless it is.
  mutating func sum(_ relation: Int) {
    guard sumPlaces[relation] < 0, let operands = relations.sum(relation) else { return }
    var sum = Sum(value: 0, halfWidth: 0)
    for operand in operands {
      let sign = assignment.sign(operand)
      let interval = assignment[operand.quantity].interval
      sum.value += sign * assignment.value(operand.quantity)
      if sign != 0 { sum.halfWidth += (interval.upper - interval.lower) / 2 }
    }
    sumPlaces[relation] = Int32(truncatingIfNeeded: sums.count)
    sums.append(sum)
  }

  /// The sum of a linear relation that was added up.
  private func known(_ relation: Int) -> Sum? { sumPlaces[relation] < 0 ? nil : sums[Int(sumPlaces[relation])] }

  /// What it takes to look at a relation once, against one of few figures.
  func cost(of relation: Int) -> Int {
    1 + (relations.sum(relation)?.count ?? 0) / 16
  }

  /// What becomes of a relation with the figures as they are.
  func outcome(of relation: Int) -> Outcome { FigureLedger.outcome(of: relation, in: relations, assignment) }

  /// What becomes of a relation now that `figure` has another amount than `before`, with which the
  /// sum was taken.
  func outcome(of relation: Int, having figure: QuantityIndex, insteadOf before: Quantity) -> Outcome {
    guard !before.isDirection, let sum = known(relation), let sign = sign(of: figure, in: relation) else {
      return outcome(of: relation)
    }
    let value = sum.value + sign * (assignment.value(figure) - before.value)
    if value == 0 { return .holds }
    if relations.isExact(relation) { return .broken }
    return value.magnitude <= sum.halfWidth.magnitude ? .explained : .broken
  }

  /// The amounts of `figure` for which a sum comes out; nil for what is no sum.
  func linearSolution(_ relation: Int, _ figure: QuantityIndex) -> Interval? {
    guard let sum = known(relation), let sign = sign(of: figure, in: relation) else { return nil }
    let quantity = assignment[figure]
    let middle = quantity.value - sign * sum.value
    if assignment.isExact { return Interval(exactly: middle) }
    let halfWidth = sum.halfWidth - (quantity.interval.upper - quantity.interval.lower) / 2
    return Interval(middle - halfWidth, middle + halfWidth)
  }

  /// The sign with which `figure` is counted in a sum of more than two; nil where it is not a part
  /// of such a sum, or stands in it twice.
  private func sign(of figure: QuantityIndex, in relation: Int) -> Int128? {
    guard let operands = relations.sum(relation), operands.count > 2 else { return nil }
    var found: Int128?
    for operand in operands where operand.quantity == figure {
      if found != nil { return nil }
      let sign = assignment.sign(operand)
      if sign == 0 { return nil }
      found = sign
    }
    return found
  }

  /// What speaks for coming out to the last digit where all other sums do.
  static let exactSumWeight = 150

  /// Whether the sums of a document come out to the last digit, nearly all of them.
  static func areSumsExact(_ ledger: FigureLedger, _ outcomes: [Outcome]) -> Bool {
    var (exact, all) = (0, 0)
    for index in ledger.relations.indices where outcomes[index] == .holds || outcomes[index] == .explained {
      guard ledger.relations.isSum(index) else { continue }
      all += 1
      if outcomes[index] == .holds { exact += 1 }
    }
    return all >= 20 && exact * 50 >= all * 49
  }
}
