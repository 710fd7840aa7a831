/// One root error behind many rates.
extension Diagnostician {
  /// The explanation that all rates of one base were computed from another one: each rate is wrong.
  ///
  /// Last year's total that was left in the writer's reckoning is printed nowhere; every share shows it.
  /// The printed base must be proven by a sum or a repetition that holds, and no rate of it may hold.
  mutating func rootExplanation(of component: [Int]) -> Explanation? {
    let relations = relations
    let broken = component.filter { relations.accuses($0) }
    let quotients = broken.filter { base(of: $0) != nil }
    guard quotients.count >= 2, quotients.count <= Self.mostRates, let base = base(of: quotients[0]) else { return nil }
    var used: Interval?
    var rates: [QuantityIndex] = []
    for relation in quotients {
      guard case .quotient(let rate, let numerator, let denominator) = relations[relation].form,
        denominator.count == 1, denominator[0].quantity == base, !rates.contains(rate.quantity)
      else { return nil }
      let interval = assignment[rate.quantity].interval
      let part = assignment.sumOfValues(Operands(Array(numerator)))
      guard interval.lower > 0, part > 0 else { return nil }
      let scaled = part * FigureLedger.rateScale
      let own = Interval(scaled / interval.upper, scaled / interval.lower)
      guard let common = used.map({ $0.intersection(own) }) ?? own else { return nil }
      used = common
      rates.append(rate.quantity)
    }
    // Beside them only the sum of the rates may be wrong.
    let areRates = broken.allSatisfy { relation in
      self.base(of: relation) != nil
        || relations[relation].quantities.allSatisfy { assignment[$0].isConstant || rates.contains($0) }
    }
    guard areRates, let used, !used.contains(assignment.value(base)), isProven(base) else { return nil }
    var explanation = Explanation()
    for rate in rates {
      guard let best = candidates(of: rate).filter({ !$0.breaksOther }).max(by: { $0.score < $1.score }) else {
        return nil
      }
      explanation.repairs.append(best)
      explanation.score += best.score
    }
    return explanation
  }

  /// The rates of one base at most; no list is longer.
  private static let mostRates = 40

  /// The only figure that a rate is taken of.
  private func base(of relation: Int) -> QuantityIndex? {
    guard case .quotient(_, _, let denominator) = relations[relation].form, denominator.count == 1 else { return nil }
    return denominator[0].quantity
  }

  /// Whether something else than rates says that the figure is right, and no rate of it does.
  private func isProven(_ base: QuantityIndex) -> Bool {
    var isProven = false
    for relation in neighbours[base] {
      if self.base(of: relation) == base {
        if outcomes[relation] != .broken { return false }
      } else if outcomes[relation] == .broken {
        return false
      } else if outcomes[relation] == .holds, relations.sum(relation) != nil {
        isProven = true
      }
    }
    return isProven
  }
}
