/// Repairs that together explain the broken relations of a component.
struct Explanation {
  /// The repairs, none of which touches the figures of another.
  var repairs: [Candidate] = []
  /// The sum of their scores when each was chosen.
  var score = 0
  /// What else could explain what the only repair does, if there is but one.
  var rivals: [Candidate]?
}

extension Diagnostician {
  /// How many repairs are tried at each place of a set, by the size of the set.
  private static let widths = [0, 0, 10, 5, 3]

  /// The smallest set of repairs that explains the broken relations of `component`; of several
  /// the one with the best evidence.
  ///
  /// Relations that no repair mends are given up.
  mutating func explanation(of component: [Int]) -> Explanation {
    nodes = 0
    if let root = rootExplanation(of: component) { return root }
    let first = greedyExplanation(of: component)
    let givenUp = component.filter { isGivenUp[$0] }
    guard !first.repairs.isEmpty, first.repairs.count + givenUp.count > 1 else { return first }
    // Where every repair undoes a slip of the pen, chance has not made them: only one figure that
    // explains everything would be better.
    let isConvincing = givenUp.isEmpty && first.repairs.allSatisfy(isConvincing)
    let most = isConvincing ? 1 : min(first.repairs.count + givenUp.count, Self.widths.count - 1)
    let least = leastRepairs(of: component)
    if least > most {
      // No set that could be tried would do.
      if !isConvincing, least < first.repairs.count { isLimited = true }
      return first
    }
    for relation in givenUp { giveUp(relation, false) }
    for size in least...most {
      var best: Explanation? = givenUp.isEmpty && size == first.repairs.count ? first : nil
      search(component, Explanation(), size: size, &best)
      if let best { return best }
    }
    for relation in givenUp { giveUp(relation) }
    return first
  }

  /// How many repairs the relations of `component` need at least: as many as there are among them of which
  /// no two share a figure, or figures that carry the same amount.
  private mutating func leastRepairs(of component: [Int]) -> Int {
    var count = 0
    var isTaken: Set<QuantityIndex> = []
    for relation in component where relations.accuses(relation) {
      let own = relations[relation].quantities.filter { !original[$0].isConstant }
      guard isTaken.isDisjoint(with: own) else { continue }
      let copies = own.flatMap { self.copies(of: $0) }
      guard isTaken.isDisjoint(with: copies) else { continue }
      isTaken.formUnion(own)
      isTaken.formUnion(copies)
      count += 1
    }
    return count
  }

  /// Whether a repair undoes one slip of the pen and nothing speaks against it.
  private func isConvincing(_ candidate: Candidate) -> Bool {
    let quantity = original[candidate.figure]
    if candidate.breaksOther { return false }
    if quantity.isDirection { return quantity.value != 0 }
    return Slips.likeness(from: quantity, to: candidate.value) > .lastDigit
  }

  /// Takes the best repair, makes it, and goes on with what is still broken.
  private mutating func greedyExplanation(of component: [Int]) -> Explanation {
    var result = Explanation()
    var undo: [[(QuantityIndex, Quantity)]] = []
    let relations = relations
    while !isExhausted {
      let open = Self.open(component, outcomes, isGivenUp)
      guard let seed = open.first(where: { relations.accuses($0) }) else { break }
      let found = candidates(for: open, slack: result.repairs.isEmpty ? Self.clearance : 0)
      let best = found.first { candidate in
        candidate.mended.contains(where: { relations.accuses($0) })
          && !result.repairs.contains { $0.changes(candidate.figure) }
      }
      guard let best, result.repairs.count < Self.limit else {
        giveUp(seed)
        continue
      }
      undo.append(make(best))
      result.rivals = result.repairs.isEmpty ? found : nil
      result.repairs.append(best)
      result.score += best.score
    }
    for changes in undo.reversed() { take(back: changes) }
    return result
  }

  /// Looks for sets of `size` repairs that explain everything, beginning with those of `begun`.
  private mutating func search(_ component: [Int], _ begun: Explanation, size: Int, _ best: inout Explanation?) {
    let open = Self.open(component, outcomes, isGivenUp)
    let isLast = begun.repairs.count + 1 == size
    for candidate in candidates(for: open, all: isLast, slack: isLast ? 400 : 3000).prefix(
      isLast ? 12 : Self.widths[size])
    {
      if begun.repairs.contains(where: { $0.changes(candidate.figure) }) { continue }
      var next = begun
      next.repairs.append(candidate)
      next.score += candidate.score
      if isLast {
        let isWhole =
          !candidate.breaksOther && open.allSatisfy { !relations.accuses($0) || candidate.mended.contains($0) }
        if isWhole, best.map({ next.score > $0.score }) ?? true { best = next }
        continue
      }
      nodes += 1
      if nodes > Self.nodeLimit || isExhausted {
        isLimited = true
        return
      }
      let changes = make(candidate)
      search(component, next, size: size, &best)
      take(back: changes)
    }
  }

  /// The relations of `component` that are to be explained.
  ///
  /// What a repair would break is not among them: it speaks against the repair, and nobody would
  /// have made two slips that agree.
  static func open(_ component: [Int], _ outcomes: [Outcome], _ isGivenUp: [Bool]) -> [Int] {
    component.filter { outcomes[$0] == .broken && !isGivenUp[$0] }
  }

  /// Gives the figures of `candidate` their new amounts; the result undoes it.
  mutating func make(_ candidate: Candidate) -> [(QuantityIndex, Quantity)] {
    var before: [(QuantityIndex, Quantity)] = []
    for figure in [candidate.figure] + candidate.copies {
      before.append((figure, assignment[figure]))
      replace(figure) { $0.replace(figure, by: Self.rounded(candidate.value, to: $0[figure])) }
    }
    judgeAgain(before)
    return before
  }

  /// Undoes what `make` did.
  mutating func take(back changes: [(QuantityIndex, Quantity)]) {
    for (figure, quantity) in changes { replace(figure) { $0[figure] = quantity } }
    judgeAgain(changes)
  }

  /// Changes what a figure says, so that what is known of its relations is known anew.
  private mutating func replace(_ figure: QuantityIndex, by change: (inout Assignment) -> Void) {
    let before = assignment.value(figure)
    change(&assignment)
    known.change(figure, from: before, to: assignment.value(figure), in: neighbours[figure])
  }

  private mutating func judgeAgain(_ changes: [(QuantityIndex, Quantity)]) {
    for (figure, _) in changes {
      for relation in neighbours[figure] {
        sumPlaces[relation] = -1
        outcomes[relation] = outcome(of: relation)
        work -= 2 * cost(of: relation)
      }
    }
  }
}
