extension Diagnostician {
  /// The most that the evidence beside relations can add to a score.
  private static let mostBeside = 900

  /// The figures that could mend at least one of the `open` relations, or `all` of them, best first; those
  /// that are `slack` worse than the best may be left out.
  mutating func candidates(for open: [Int], all: Bool = false, slack: Int) -> [Candidate] {
    let relations = relations
    let accusing = open.filter { relations.accuses($0) }
    // With the weight of the broken relations that each stands in.
    var suspects: [(figure: QuantityIndex, weight: Int)] = []
    for relation in accusing {
      relations.forEachQuantity(of: relation) { figure in
        guard !isSuspect[figure], !assignment[figure].isConstant else { return }
        isSuspect[figure] = true
        suspects.append((figure, 0))
      }
    }
    for at in suspects.indices {
      let figure = suspects[at].figure
      isSuspect[figure] = false
      for relation in neighbours[figure] where isOpen(relation) { suspects[at].weight += strength(relation) }
    }
    suspects.sort { (-$0.weight, $0.figure) < (-$1.weight, $1.figure) }
    var (result, best): ([Candidate], Int) = ([], 0)
    for (figure, weight) in suspects where !isExhausted {
      if all, !mayMend(accusing, figure) { continue }
      // What explains less than the best does cannot come near it.
      if weight + Self.mostBeside < best - slack { continue }
      for candidate in candidates(of: figure) {
        best = max(best, candidate.score)
        result.append(candidate)
      }
    }
    return result.sorted { ($0.score, -$0.figure) > ($1.score, -$1.figure) }
  }

  /// Whether `figure` and those that carry the same amount stand in all of some relations.
  private mutating func mayMend(_ relations: [Int], _ figure: QuantityIndex) -> Bool {
    func isIn(_ relation: Int, _ figure: QuantityIndex) -> Bool { neighbours[figure].contains(relation) }
    if relations.allSatisfy({ isIn($0, figure) }) { return true }
    let copies = copies(of: figure)
    return relations.allSatisfy { relation in isIn(relation, figure) || copies.contains { isIn(relation, $0) } }
  }

  /// Whether a relation is broken and still to be explained.
  func isOpen(_ relation: Int) -> Bool { outcomes[relation] == .broken && !isGivenUp[relation] }

  /// The repairs of `figure`, alone or with those that carry the same amount.
  mutating func candidates(of figure: QuantityIndex) -> [Candidate] {
    work -= 1
    if let found = known[figure, neighbours] { return found }
    let copies = copies(of: figure)
    let found = candidates(of: figure, copies)
    // What was cut short is not all there is.
    if !isExhausted { known.keep(found, of: figure, copies, neighbours) }
    return found
  }

  private mutating func candidates(of figure: QuantityIndex, _ copies: [QuantityIndex]) -> [Candidate] {
    var broken: [Int] = []
    for relation in neighbours[figure] {
      if isOpen(relation) { broken.append(relation) }
      sum(relation)
    }
    work -= neighbours[figure].count + (10 + broken.count) * broken.count
    var values: [(value: Int128, room: Int)] = []
    var haveSlips = false
    func add(_ value: Int128, _ room: Int) {
      if !values.contains(where: { $0.value == value }) { values.append((value, room)) }
    }
    // Words that go together are turned together.
    let present = assignment[figure]
    if present.isDirection, !copies.isEmpty { add(-present.value, 1) }
    for relation in broken {
      if let value = newBaseValue(relation, figure) { add(value, 1) }
      guard var allowed = solution(relation, figure) else { continue }
      for other in broken where other != relation {
        if let more = solution(other, figure), let both = allowed.intersection(more) { allowed = both }
      }
      assignment.isExact = true
      let point = solution(relation, figure)?.middle
      assignment.isExact = false
      let quantity = assignment[figure]
      // What a sum leaves open, rounding does: the amount it computes is one, not one of several.
      let room = relations.isQuotient(relation) ? Int(clamping: (allowed.upper - allowed.lower) / quantity.step + 1) : 1
      let isRate = relations.isQuotient(relation) && relations.derived(relation) == figure
      let likely = Repairs.values(
        for: quantity, in: allowed, computed: point, printed: printed, isRate: isRate)
      for value in likely.values { add(value, room) }
      if likely.haveSlips { haveSlips = true }
    }
    let found = values.compactMap { value, room -> Candidate? in
      let alone = judge(figure, value, among: room)
      if copies.isEmpty { return alone }
      guard let together = judge(figure, value, among: room, copies: copies) else { return alone }
      return together.score > alone?.score ?? 0 ? together : alone
    }
    guard haveSlips else { return found }
    return found.map { candidate in
      withLeeway(candidate, among: values.first { $0.value == candidate.value }?.room ?? 1)
    }
  }

  /// A repair whose amount is one of several that are a slip of the pen away.
  private func withLeeway(_ candidate: Candidate, among room: Int) -> Candidate {
    var candidate = candidate
    let present = assignment[candidate.figure]
    candidate.leeway = Self.slipWeight - pen(from: present, to: candidate.value)
    candidate.isGuess = candidate.leeway > 0 && room > Self.chosenRoom
    return candidate
  }

  /// The amount of `figure` that leaves nothing for the base of a growth of 100%, as it is said of
  /// what is new.
  private func newBaseValue(_ relation: Int, _ figure: QuantityIndex) -> Int128? {
    guard case .quotient(let rate, _, let denominator) = relations[relation].form, rate.direction != nil,
      rate.quantity != figure, assignment.value(rate.quantity) == FigureLedger.rateScale, denominator.count == 2
    else { return nil }
    let other = denominator[0].quantity == figure ? denominator[1] : denominator[0]
    return denominator.contains { $0.quantity == figure } && other.quantity != figure
      ? assignment.value(other.quantity) : nil
  }

  private mutating func solution(_ relation: Int, _ figure: QuantityIndex) -> Interval? {
    guard assignment[figure].isDirection else {
      return linearSolution(relation, figure) ?? FigureLedger.solve(relations[relation], for: figure, assignment)
    }
    // Turned in place: a word has two values, or three.
    let present = assignment[figure]
    defer { assignment[figure] = present }
    for sign: Int128 in [-present.value, 1, -1] where sign != 0 {
      assignment.replace(figure, by: sign)
      let outcome = outcome(of: relation)
      if outcome == .holds || outcome == .explained { return Interval(exactly: sign) }
    }
    return nil
  }
}
