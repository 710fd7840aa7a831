/// One slip of the pen, as far as the relations show it.
package struct Diagnosis: Hashable, Sendable {
  /// The figure the alarm stands on.
  package var figure: QuantityIndex
  /// The broken relations that its repair mends, strongest first; the first one names the alarm.
  package var relations: [Int]
  /// Whether the evidence singles the figure out; if not, it is the derived one.
  package var isCertain: Bool
  /// The possible repairs; with a certain figure, its own comes first.
  package var repairs: [Repair]
}

/// A figure and the amount that would mend the relations.
package struct Repair: Hashable, Sendable {
  /// The figure to change.
  package var figure: QuantityIndex
  /// The amount it must have, a multiple of its step.
  package var value: Int128
}

/// What the broken relations show: the slips, and whether all could be looked for.
package struct Diagnoses: Hashable, Sendable {
  /// One for each slip, in the order in which their relations were stated.
  package var slips: [Diagnosis] = []
  /// Whether some broken relations were too many to be diagnosed together; each of those
  /// carries an alarm on its derived figure.
  package var isLimited = false
}

/// Finds the figures whose change would mend the broken relations.
///
/// For each figure, the amounts that mend most of its broken relations and break none that
/// hold; the figure that explains most is taken, and what it does not explain is diagnosed
/// again (a greedy form of Reiter's minimal diagnoses, 1987). Relations that share no figure are
/// diagnosed apart. Between figures that
/// explain the same, a repair that is one slip of the pen away and an amount that is printed
/// elsewhere speak for the one that has them.
struct Diagnostician {
  private let assignment: Assignment
  /// The figures as printed, without what rounding leaves open.
  private let exact: Assignment
  private let relations: [Relation]
  private let outcomes: [Outcome]
  /// The relations each figure stands in.
  private let neighbours: [[Int]]
  /// The amounts printed in the document, to recognise one that is printed elsewhere.
  private let printed: [Int128: Int]
  /// Which relations are broken and not yet explained.
  private var isOpen: [Bool]
  /// The broken relations that are diagnosed together at most; more are no slips of the pen.
  private static let limit = 60

  private struct Candidate {
    var figure: QuantityIndex
    var value: Int128
    var mended: [Int]
    var score: Double
    /// Whether the repair breaks a stated relation that holds.
    var breaksOther: Bool
  }

  init(_ ledger: FigureLedger, outcomes: [Outcome]) {
    assignment = Assignment(quantities: ledger.quantities)
    exact = Assignment(
      quantities: ledger.quantities.map { quantity in
        var point = quantity
        point.interval = Interval(exactly: quantity.value)
        return point
      })
    relations = ledger.relations
    self.outcomes = outcomes
    isOpen = outcomes.map { $0 == .broken }
    var neighbours = [[Int]](repeating: [], count: ledger.quantities.count)
    for (index, relation) in ledger.relations.enumerated() where outcomes[index] != .notCheckable {
      for quantity in relation.quantities { neighbours[quantity].append(index) }
    }
    self.neighbours = neighbours
    var printed: [Int128: Int] = [:]
    if outcomes.contains(.broken) {
      for quantity in ledger.quantities where !quantity.isDirection { printed[quantity.value, default: 0] += 1 }
    }
    self.printed = printed
  }

  /// The slips, by the order in which their relations were stated.
  mutating func diagnose() -> Diagnoses {
    var result = Diagnoses()
    var isSeen = [Bool](repeating: false, count: relations.count)
    for relation in relations.indices where isOpen[relation] && !isSeen[relation] {
      let component = component(of: relation, &isSeen)
      guard component.contains(where: accuses) else { continue }
      if component.count > Self.limit {
        result.isLimited = true
        result.slips += component.filter(accuses).map { blameDerived($0) }
      } else {
        result.slips += diagnose(component)
      }
    }
    result.slips.sort { ($0.relations.first ?? 0, $0.figure) < ($1.relations.first ?? 0, $1.figure) }
    return result
  }

  /// The broken relations that share figures with `start`, directly or through others.
  private func component(of start: Int, _ isSeen: inout [Bool]) -> [Int] {
    var found = [start]
    isSeen[start] = true
    var next = 0
    while next < found.count {
      for quantity in relations[found[next]].quantities where !assignment.quantities[quantity].isConstant {
        for other in neighbours[quantity] where isOpen[other] && !isSeen[other] {
          isSeen[other] = true
          found.append(other)
        }
      }
      next += 1
    }
    return found.sorted()
  }

  private mutating func diagnose(_ component: [Int]) -> [Diagnosis] {
    var found: [Diagnosis] = []
    while let seed = component.first(where: { isOpen[$0] && accuses($0) }) {
      let candidates = candidates(for: component.filter { isOpen[$0] })
      guard let best = candidates.first(where: { $0.mended.contains(where: accuses) }) else {
        found.append(blameDerived(seed))
        isOpen[seed] = false
        continue
      }
      found.append(diagnosis(best, candidates))
      for relation in best.mended { isOpen[relation] = false }
    }
    return found
  }

  private func blameDerived(_ relation: Int) -> Diagnosis {
    Diagnosis(figure: relations[relation].derived, relations: [relation], isCertain: false, repairs: [])
  }

  /// The diagnosis of the best candidate: certain if no other figure comes near and nothing that
  /// holds speaks against it.
  private func diagnosis(_ best: Candidate, _ candidates: [Candidate]) -> Diagnosis {
    let rival = candidates.first { other in
      other.figure != best.figure && other.mended.contains { best.mended.contains($0) }
    }
    let mended = best.mended.sorted { strength($0) != strength($1) ? strength($0) > strength($1) : $0 < $1 }
    if !best.breaksOther, rival.map({ best.score - $0.score >= 0.3 }) ?? true {
      let repair = Repair(figure: best.figure, value: best.value)
      return Diagnosis(figure: best.figure, relations: mended, isCertain: true, repairs: [repair])
    }
    let lead = mended[0]
    let choices = candidates.filter { $0.mended.contains(lead) && $0.mended.count == best.mended.count }
    let derived = relations[lead].derived
    let figure = choices.contains { $0.figure == derived } || best.mended.count == 1 ? derived : best.figure
    return Diagnosis(
      figure: figure, relations: mended, isCertain: false,
      repairs: choices.prefix(6).map { Repair(figure: $0.figure, value: $0.value) })
  }

  private func accuses(_ relation: Int) -> Bool { relations[relation].evidence == .stated }

  /// How much a relation says for or against a figure.
  private func strength(_ relation: Int) -> Double {
    let base: Double
    switch relations[relation].form {
    case .linear(let operands): base = operands.count == 2 ? 0.8 : 1
    case .quotient: base = 1
    case .comparison: base = 0.7
    case .agreement: base = 0.9
    case .bound, .undefinedRate: base = 0.5
    }
    return relations[relation].evidence == .stated ? base : base * 0.5
  }

  /// Every figure that could mend at least one of the `open` relations, best first.
  private func candidates(for open: [Int]) -> [Candidate] {
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
  private func candidate(_ figure: QuantityIndex) -> Candidate? {
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

  private static func solution(_ relation: Relation, _ figure: QuantityIndex, _ assignment: Assignment) -> Interval? {
    FigureLedger.solve(relation, for: figure, assignment)
  }

  /// Weighs the repair of `figure` to `value`.
  private func judge(_ figure: QuantityIndex, _ value: Int128, _ broken: [Int]) -> Candidate? {
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
        guard after != .broken, after != .notCheckable || quantity.isDirection else { continue }
        mended.append(relation)
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
      let echo = (printed[value] ?? 0) > 0 && value != 0
      if echo, (printed[quantity.value] ?? 0) < 2 { score += 0.2 }
      if (printed[quantity.value] ?? 0) > 1, quantity.value != 0 { score -= 0.25 }
    }
    if relations[first].derived == figure { score += 0.05 }
    return Candidate(figure: figure, value: value, mended: mended, score: score, breaksOther: breaksOther)
  }
}

extension FigureLedger {
  /// The slips that the broken relations show, given the outcomes of `evaluate`.
  ///
  /// Only relations that were stated may start a diagnosis; the others support one.
  ///
  /// - Complexity: O(*r*) for *r* relations, and for each component of *b* broken ones with *d*
  ///   slips O(*d* · *b* · *n*), *n* being the relations of a figure and *b* at most 60.
  package func diagnose(_ outcomes: [Outcome]) -> Diagnoses {
    guard outcomes.contains(.broken) else { return Diagnoses() }
    var diagnostician = Diagnostician(self, outcomes: outcomes)
    return diagnostician.diagnose()
  }
}
