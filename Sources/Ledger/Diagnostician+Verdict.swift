extension Diagnostician {
  /// The slips behind the broken relations of `component`.
  mutating func diagnose(_ component: [Int]) -> [Diagnosis] {
    let explanation = explanation(of: component)
    let repairs = explanation.repairs
    var found: [Diagnosis] = []
    let undo = repairs.map { make($0) }
    for (number, repair) in repairs.enumerated() {
      var rivals = explanation.rivals
      if rivals == nil || repairs.count > 1 {
        // With all other repairs made: what else could explain what this one does?
        take(back: undo[number])
        rivals = candidates(for: Self.open(component, outcomes, isGivenUp), slack: Self.clearance)
        _ = make(repair)
      }
      found += diagnoses(of: repair, component, rivals ?? [])
    }
    for changes in undo.reversed() { take(back: changes) }
    if found.count > 1 { group(&found) }
    return found + component.filter { isGivenUp[$0] && relations.accuses($0) }.map { blameDerived($0) }
  }

  /// Puts the repairs together that undo one slip in several places: a figure printed twice in a row is wrong twice.
  private func group(_ found: inout [Diagnosis]) {
    for index in found.indices where found[index].isCertain && !original[found[index].figure].isDirection {
      let same = found[..<index].first { other in
        other.isCertain && original[other.figure].value == original[found[index].figure].value
          && other.repairs.first?.value == found[index].repairs.first?.value
      }
      guard let first = same?.figure, let place = found.firstIndex(where: { $0.figure == first }) else { continue }
      found[place].group = found[place].group ?? first
      found[index].group = found[place].group
    }
  }

  /// The diagnoses of `repair`, one for each of its figures: certain if no other figure comes near
  /// and nothing that holds speaks against it.
  private func diagnoses(of repair: Candidate, _ component: [Int], _ rivals: [Candidate]) -> [Diagnosis] {
    // Chosen before the others were made, it may have a better amount now.
    var best = rivals.first { $0.figure == repair.figure } ?? repair
    let rival = rivals.filter { other in
      !best.changes(other.figure) && other.mended.contains { best.mended.contains($0) }
    }.max { $0.score + $0.leeway < $1.score + $1.leeway }
    let shown = shownRelations(of: repair, component)
    // A word that says nothing changed has no opposite.
    let isWordless = original[best.figure].isDirection && original[best.figure].value == 0
    // Nothing but a sum says what a printed zero should be: a part may have been left out.
    let isNothing = original[best.figure].value == 0 && !original[best.figure].isDirection && best.mended.count == 1
    if best.breaksOther || isWordless || isNothing || isBounded(best) { return [undecided(best, rivals, shown)] }
    if let rival, best.score - rival.score - rival.leeway < Self.margin {
      guard let rate = slippedRate(best, rivals) else { return [undecided(best, rivals, shown)] }
      best = rate
    }
    return ([best.figure] + best.copies).map { figure in
      let own = shown.filter { relations[$0].quantities.contains(figure) }
      // A rule names every slip.
      let named = own.contains { relations.accuses($0) } ? own : shown
      let value = Self.rounded(best.value, to: original[figure])
      return Diagnosis(
        figure: figure, relations: named, isCertain: true,
        repairs: [Repair(figure: figure, value: value)], isGuess: best.isGuess || isLoose(best),
        group: best.copies.isEmpty ? nil : best.figure)
    }
  }

  /// Whether only relations that tell of no figure that it is the wrong one speak for a repair.
  private func isLoose(_ candidate: Candidate) -> Bool { candidate.mended.allSatisfy { relations.isLoose($0) } }

  /// Whether only that the part is no more than its whole speaks for a repair: how much less it is, nobody knows.
  private func isBounded(_ candidate: Candidate) -> Bool {
    candidate.mended.allSatisfy { relations.isBound($0) }
      && pen(from: original[candidate.figure], to: candidate.value) < Self.slipWeight
  }

  /// The repair of a rate of three digits or more that is one slip of the pen away from what the amounts
  /// give, where nothing but their own closeness to some other amount speaks for the amounts: one rate in
  /// thirty is that close by chance. So is one amount in as many; two of them, or one that is close to several, are
  /// as likely.
  private func slippedRate(_ best: Candidate, _ rivals: [Candidate]) -> Candidate? {
    ([best] + rivals).first { candidate in
      let present = original[candidate.figure]
      guard candidate.mended == best.mended, candidate.score + Self.margin > best.score, !candidate.breaksOther,
        candidate.copies.isEmpty, candidate.mended.count == 1, relations.isQuotient(candidate.mended[0]),
        relations.derived(candidate.mended[0]) == candidate.figure, candidate.value >= 100 * present.step
      else { return false }
      let own = pen(from: present, to: candidate.value)
      let others = likelyAmounts(beside: candidate, [best] + rivals)
      // Rates that are off by one were cut off, or rounded twice or too early: then they are neighbours of what the
      // amounts give.
      if (candidate.value - present.value).magnitude == present.step.magnitude {
        return others == 0 || isNeighbour(present, candidate.mended[0])
      }
      return own > 0 && others == 0
    }
  }

  /// Whether a rate is less than one step away from what its printed amounts give, or that rounded to one place fewer:
  /// 2.60% for 2.59%.
  private func isNeighbour(_ rate: Quantity, _ relation: Int) -> Bool {
    guard case .quotient(let own, let numerator, let denominator) = relations[relation].form else { return false }
    let printed = Assignment(quantities: original)
    let whole = printed.sumOfValues(denominator)
    guard whole != 0 else { return false }
    let computed = printed.sumOfValues(numerator) * FigureLedger.rateScale / whole * printed.sign(own)
    let isCoarse = rate.value % (10 * rate.step) == 0
    return (computed - rate.value).magnitude < (isCoarse ? 5 : 1) * rate.step.magnitude
  }

  /// How many amounts are a slip of the pen away from what `rate` says, and could be wrong instead of it.
  private func likelyAmounts(beside rate: Candidate, _ candidates: [Candidate]) -> Int {
    var seen: [QuantityIndex] = [rate.figure]
    var count = 0
    for other in candidates where other.mended == rate.mended && !seen.contains(other.figure) {
      guard other.score + other.leeway + Self.margin > rate.score else { continue }
      seen.append(other.figure)
      if other.leeway > 0 {
        count += 2
      } else if pen(from: original[other.figure], to: other.value) == Self.slipWeight {
        count += 1
      }
    }
    return count
  }

  /// The alarm where several figures may be the wrong one: it stands on the derived figure, unless
  /// that one is cleared by other relations.
  private func undecided(_ best: Candidate, _ rivals: [Candidate], _ shown: [Int]) -> Diagnosis {
    let lead = shown.first ?? best.mended[0]
    var choices: [Candidate] = []
    for rival in rivals where rival.mended.contains(lead) && rival.mended.count == best.mended.count {
      if !choices.contains(where: { $0.figure == rival.figure }) { choices.append(rival) }
    }
    // What would be wrong itself is no way out where there is another.
    if choices.contains(where: { !$0.breaksOther }) { choices.removeAll(where: \.breaksOther) }
    let derived = relations.derived(lead)
    // A figure that another repair changes is accused already.
    let isSuspect =
      assignment.value(derived) == original[derived].value
      && choices.contains { $0.figure == derived && $0.score >= best.score - Self.clearance }
    let figure = isSuspect ? derived : best.figure
    return Diagnosis(
      figure: figure, relations: shown, isCertain: false,
      repairs: choices.prefix(6).map { Repair(figure: $0.figure, value: $0.value) })
  }

  /// The broken relations that prove a slip, in the order in which they name it: stated before
  /// others, those that this repair mends alone before those that need another one too, then by the order
  /// of the rules.
  private func shownRelations(of repair: Candidate, _ component: [Int]) -> [Int] {
    var shown = component.filter { relation in
      outcomes[relation] != .broken && relations[relation].quantities.contains { repair.changes($0) }
    }
    if shown.isEmpty { shown = repair.mended }
    func rank(_ relation: Int) -> (Int, Int, Int, Int) {
      (
        relations.accuses(relation) ? 0 : 1, isMended(relation, by: repair) ? 0 : 1, relations[relation].origin,
        relation
      )
    }
    return shown.map { (rank: rank($0), relation: $0) }.sorted { $0.rank < $1.rank }.map(\.relation)
  }

  /// Whether no other repair changes a figure of `relation`.
  private func isMended(_ relation: Int, by repair: Candidate) -> Bool {
    relations[relation].quantities.allSatisfy {
      repair.changes($0) || assignment[$0].isConstant || assignment.value($0) == original[$0].value
    }
  }
}
