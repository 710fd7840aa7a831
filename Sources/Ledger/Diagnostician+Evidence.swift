extension Diagnostician {
  /// Weighs the repair of `figure`, and of `copies` that carry the same amount, to `value`; nil if it
  /// mends nothing or more speaks against it than for it. A rate leaves it one of `room` amounts.
  mutating func judge(
    _ figure: QuantityIndex, _ value: Int128, among room: Int, copies: [QuantityIndex] = []
  ) -> Candidate? {
    for relation in neighbours[figure] { work -= cost(of: relation) }
    let lead = assignment[figure]
    let before = copies.map { assignment[$0] }
    assignment.replace(figure, by: value)
    for copy in copies { assignment.replace(copy, by: Self.rounded(value, to: assignment[copy])) }
    defer {
      assignment[figure] = lead
      for (copy, quantity) in zip(copies, before) { assignment[copy] = quantity }
    }
    var found = Candidate(figure: figure, value: value, copies: copies, mended: [], score: 0, breaksOther: false)
    for relation in neighbours[figure] {
      let after = copies.isEmpty ? outcome(of: relation, having: figure, insteadOf: lead) : outcome(of: relation)
      weigh(relation, after, lead, &found)
    }
    if !copies.isEmpty {
      mark += 1
      for relation in neighbours[figure] { marks[relation] = mark }
      for copy in copies {
        for relation in neighbours[copy] where marks[relation] != mark {
          marks[relation] = mark
          work -= cost(of: relation)
          weigh(relation, outcome(of: relation), lead, &found)
        }
      }
    }
    guard let first = found.mended.first, found.score > 0 else { return nil }
    if lead.isDirection {
      found.score += turn(lead, found.mended)
    } else {
      found.score += pen(from: lead, to: value) + echo(found, lead, room)
      found.score += roundness(figure, value, lead, relations[first])
    }
    // That several places carry one slip is rarer than that one does, and the more of them the rarer.
    if lead.isDirection {
      found.score -= 300 * copies.count
    } else if !copies.isEmpty {
      found.score -= 300 + 60 * (copies.count - 1)
    }
    if relations.derived(first) == figure { found.score += 50 }
    return found
  }

  /// Counts what becomes of one relation for or against a repair.
  private func weigh(_ relation: Int, _ after: Outcome, _ lead: Quantity, _ found: inout Candidate) {
    switch (outcomes[relation], after) {
    case (.broken, .broken): break
    case (.broken, .notCheckable):
      let isNew = isNewBase(relations[relation])
      guard !isGivenUp[relation], lead.isDirection || isNew else { break }
      if !repeats(relation, found.mended) { found.score += isNew ? strength(relation) : strength(relation) / 2 }
      found.mended.append(relation)
    case (.broken, _):
      guard !isGivenUp[relation] else { break }
      if found.mended.isEmpty { found.score += symmetry(relations[relation], found.figure, found.value, lead) }
      let isOfWords = !lead.isDirection && turnedRates.contains(relation)
      if !isOfWords, !repeats(relation, found.mended) {
        found.score += strength(relation) + exactness(relation, after)
      }
      found.mended.append(relation)
    case (_, .broken):
      found.score -= strength(relation)
      if relations.accuses(relation) { found.breaksOther = true }
    case (.holds, .explained): found.score -= sumsAreExact && relations.isSum(relation) ? Self.exactSumWeight : 50
    case (.explained, .holds) where sumsAreExact && relations.isSum(relation): found.score += Self.exactSumWeight
    case (.holds, .notCheckable), (.explained, .notCheckable):
      // That less is left than there was is no matter for a bound.
      if !relations.isBound(relation) { found.score -= strength(relation) }
    default: found.score += tightness(relation, found.figure, lead)
    }
  }

  /// Whether a relation has the same figures as one of `others`: it is no second witness.
  private func repeats(_ relation: Int, _ others: [Int]) -> Bool {
    guard !others.isEmpty, let operands = relations.sum(relation) else { return false }
    return others.contains { other in
      guard let known = relations.sum(other), known.count == operands.count else { return false }
      return operands.allSatisfy { operand in known.contains { $0.quantity == operand.quantity } }
    }
  }

  /// What speaks for a repair that undoes one slip of the pen.
  func pen(from quantity: Quantity, to value: Int128) -> Int {
    switch Slips.likeness(from: quantity, to: value) {
    case .none: Slips.isShifted(quantity.value / quantity.step, value / quantity.step) ? 300 : 0
    case .lastDigit: 150
    case .resized: 300
    case .slip: Self.slipWeight
    }
  }

  /// What speaks for a repair that changes one digit or swaps two.
  static let slipWeight = 350

  /// So many amounts are as good as one for how much it says that theirs is printed elsewhere.
  static let chosenRoom = 6

  /// By how much the chance that an amount is printed anyway lessens what it says that it is.
  private static let chanceWeight = 12

  /// What speaks for an amount that is printed elsewhere while the present one is not.
  ///
  /// The figures that the repair is computed from do not count: each of two that disagree is
  /// printed where the other one stands. And of many amounts that would do, one is printed somewhere
  /// by chance.
  private func echo(_ found: Candidate, _ present: Quantity, _ room: Int) -> Int {
    // One slip may have been copied: what is in doubt itself does not count.
    let elsewhere = printed[present.value] - found.copies.count - 1
    if elsewhere > 0, elsewhere > doubtfulFigures(saying: present.value, apartFrom: found) {
      return Repairs.weightOfRepetition(present.value, step: present.step) == 400 ? -400 : 0
    }
    let weight = Repairs.weightOfRepetition(found.value, step: present.step)
    guard weight > 0 else { return 0 }
    var echoes = printed[found.value]
    for relation in found.mended where echoes > 0 {
      guard let operands = relations.sum(relation) else { continue }
      for operand in operands
      where operand.quantity != found.figure && assignment.value(operand.quantity) == found.value {
        echoes -= 1
      }
    }
    guard echoes > 0 else { return 0 }
    // Where many amounts of its size are printed, one of them is it by chance.
    let chance = min(1000, Self.chanceWeight * printed.density(of: found.value, step: present.step))
    return weight * (1000 - chance) / 1000 * Self.chosenRoom / max(Self.chosenRoom, room)
  }

  /// What speaks for a repair that makes an amount round by changing a digit to zero: a slip seldom
  /// makes one.
  private func roundness(_ figure: QuantityIndex, _ value: Int128, _ present: Quantity, _ relation: Relation) -> Int {
    switch relation.form {
    case .quotient(let rate, _, _) where rate.quantity == figure: return 0
    case .bound: return 0
    default: break
    }
    guard value > 0, Repairs.trailingZeros(value, step: present.step) >= 2,
      Repairs.trailingZeros(present.value, step: present.step) < Repairs.trailingZeros(value, step: present.step),
      present.value < 10 * value, value < 10 * present.value
    else { return 0 }
    return Slips.likeness(from: present, to: value) == .none ? 0 : 200
  }

  /// What speaks for or against figures by how well they compute: where the other rates are computed
  /// from the printed figures, so is this one.
  private func exactness(_ relation: Int, _ after: Outcome) -> Int {
    if after == .holds { return 10 }
    if relations.isQuotient(relation) { return ratesAreExact ? -200 : -50 }
    return -50
  }

  /// Whether the two amounts of a rate of 100% are equal now: most of what is planned is spent to the last cent, and
  /// a slip in a rate seldom makes 100% of it.
  private func isWhole(_ relation: Relation, _ figure: QuantityIndex) -> Bool {
    guard case .quotient(let rate, let numerator, let denominator) = relation.form, rate.quantity != figure,
      rate.direction == nil, numerator.count == 1, denominator.count == 1,
      assignment.value(rate.quantity) == FigureLedger.rateScale
    else { return false }
    return assignment.value(numerator[0]) == assignment.value(denominator[0])
  }

  /// What speaks for a repair to zero: all others are zero, or two equal ones are left and no small numbers.
  private func symmetry(
    _ relation: Relation, _ figure: QuantityIndex, _ value: Int128, _ present: Quantity
  ) -> Int {
    if isWhole(relation, figure) { return 350 }
    guard value == 0, !present.isDirection else { return 0 }
    var others: [Int128] = []
    relation.forEachQuantity { other in
      let quantity = assignment[other]
      if other != figure, !quantity.isDirection, quantity.value != 0 { others.append(quantity.value) }
    }
    if others.isEmpty { return 400 }
    return others.count == 2 && others[0] == others[1] && others[0] >= 100 * present.step ? 350 : 0
  }

  /// What speaks for becoming equal to the whole it is part of, and against ceasing to be.
  private func tightness(_ relation: Int, _ figure: QuantityIndex, _ present: Quantity) -> Int {
    guard case .bound(let part, let whole, _) = relations[relation].form else { return 0 }
    let other = assignment.value(figure == part ? whole : part)
    guard other != 0 else { return 0 }
    return other == assignment.value(figure) ? 300 : other == present.value ? -300 : 0
  }

  /// Whether a growth of 100% is said of a figure that was nothing before, as new units do.
  private func isNewBase(_ relation: Relation) -> Bool {
    guard case .quotient(let rate, _, let denominator) = relation.form else { return false }
    return assignment.value(rate.quantity) == FigureLedger.rateScale && assignment.sumOfValues(denominator) == 0
  }

  /// `value` with the decimals of `quantity`.
  static func rounded(_ value: Int128, to quantity: Quantity) -> Int128 {
    quantity.step <= 1 ? value : (value + quantity.step / 2) / quantity.step * quantity.step
  }
}
