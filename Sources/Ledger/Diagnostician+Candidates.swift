extension Diagnostician {
  /// Every figure that could mend at least one of the `open` relations, best first.
  func candidates(for open: [Int]) -> [Candidate] {
    var seen: Set<QuantityIndex> = []
    var result: [Candidate] = []
    for relation in open where accuses(relation) {
      for figure in relations[relation].quantities where seen.insert(figure).inserted {
        if assignment.quantities[figure].isConstant { continue }
        if let candidate = candidate(figure) { result.append(candidate) }
      }
    }
    return result.sorted { ($0.score, Double(-$0.figure)) > ($1.score, Double(-$1.figure)) }
  }

  /// The best repair of `figure`, or nil.
  func candidate(_ figure: QuantityIndex) -> Candidate? {
    let broken = neighbours[figure].filter { isOpen[$0] }
    var best: Candidate?
    for relation in broken {
      guard var allowed = Self.solution(relations[relation], figure, assignment) else { continue }
      for other in broken where other != relation {
        if let more = Self.solution(relations[other], figure, assignment), let both = allowed.intersection(more) {
          allowed = both
        }
      }
      let point = Self.solution(relations[relation], figure, exact)?.middle
      for value in Repairs.values(for: assignment.quantities[figure], in: allowed, computed: point, printed: printed) {
        guard let candidate = judge(figure, value, broken) else { continue }
        if best.map({ candidate.score > $0.score }) ?? true { best = candidate }
      }
    }
    return best
  }

  static func solution(_ relation: Relation, _ figure: QuantityIndex, _ assignment: Assignment) -> Interval? {
    FigureLedger.solve(relation, for: figure, assignment)
  }

  /// Weighs the repair of `figure` to `value`.
  func judge(_ figure: QuantityIndex, _ value: Int128, _ broken: [Int]) -> Candidate? {
    let quantity = assignment.quantities[figure]
    var trial = assignment
    trial.replaced = figure
    trial.replacementValue = value
    let halfWidth = (quantity.interval.upper - quantity.interval.lower) / 2
    trial.replacement = Interval(value - halfWidth, value + halfWidth)
    var mended: [Int] = []
    var score = 0.0
    var breaksOther = false
    for relation in neighbours[figure] {
      let after = FigureLedger.outcome(of: relations[relation], trial)
      if broken.contains(relation) {
        guard after != .broken, after != .notCheckable || quantity.isDirection || isNewBase(relations[relation], trial)
        else { continue }
        mended.append(relation)
        if mended.count == 1 { score += symmetry(relations[relation], figure, value) }
        score += after == .notCheckable ? strength(relation) / 2 : strength(relation) + (after == .holds ? 0.02 : 0)
      } else if after == .broken, outcomes[relation] != .broken {
        score -= strength(relation)
        if accuses(relation) { breaksOther = true }
      } else if after == .explained, outcomes[relation] == .holds {
        score -= 0.05
      } else if after == .notCheckable, outcomes[relation] != .notCheckable {
        score -= strength(relation)
      }
    }
    guard let first = mended.first, score > 0 else { return nil }
    if quantity.isDirection {
      // A word that says nothing changed is rarely the slip: it would have been 增加 or 减少.
      score += quantity.value == 0 ? 0 : 0.4
    } else {
      if Repairs.isOneSlip(from: quantity.value, to: value, step: quantity.step) { score += 0.35 }
      // Round figures are equal by chance; three digits or more are not.
      let echo = (printed[value] ?? 0) > 0 && Repairs.isTelling(value, step: quantity.step)
      if echo, (printed[quantity.value] ?? 0) < 2 { score += 0.4 }
      if (printed[quantity.value] ?? 0) > 1, Repairs.isTelling(quantity.value, step: quantity.step) { score -= 0.4 }
    }
    if relations[first].derived == figure { score += 0.05 }
    return Candidate(figure: figure, value: value, mended: mended, score: score, breaksOther: breaksOther)
  }
}

extension Diagnostician {
  /// What speaks for a repair to zero: all other figures are zero, or what is left are two equal
  /// ones, which chance does not make.
  func symmetry(_ relation: Relation, _ figure: QuantityIndex, _ value: Int128) -> Double {
    guard value == 0, !assignment.quantities[figure].isDirection else { return 0 }
    var others: [Int128] = []
    relation.forEachQuantity { other in
      let quantity = assignment.quantities[other]
      if other != figure, !quantity.isDirection, quantity.value != 0 { others.append(quantity.value) }
    }
    if others.isEmpty { return 0.4 }
    return others.count == 2 && others[0] == others[1] ? 0.35 : 0
  }

  /// Whether a growth of 100% is said of a figure that was nothing before, as new units do.
  func isNewBase(_ relation: Relation, _ trial: Assignment) -> Bool {
    guard case .quotient(let rate, _, let denominator) = relation.form else { return false }
    return trial.value(rate.quantity) == FigureLedger.rateScale && trial.sumOfValues(denominator) == 0
  }
}
