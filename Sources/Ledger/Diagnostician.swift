/// Finds the figures whose change would mend the broken relations.
///
/// For each figure, the amounts that mend most of its broken relations and break none that
/// hold; the figure that explains most is taken, and what it does not explain is diagnosed
/// again (a greedy form of Reiter's minimal diagnoses, 1987). Relations that share no figure are
/// diagnosed apart. Between figures that
/// explain the same, a repair that is one slip of the pen away and an amount that is printed
/// elsewhere speak for the one that has them.
struct Diagnostician {
  let assignment: Assignment
  /// The figures as printed, without what rounding leaves open.
  let exact: Assignment
  let relations: [Relation]
  let outcomes: [Outcome]
  /// The relations each figure stands in.
  let neighbours: Neighbours
  /// The amounts printed in the document, to recognise one that is printed elsewhere.
  let printed: [Int128: Int]
  /// Which relations are broken and not yet explained.
  var isOpen: [Bool]
  /// The broken relations that are diagnosed together at most; more are no slips of the pen.
  static let limit = 60
  /// The step of 万元 with two decimals.
  static let hundredYuan: Int128 = 100_000_000

  struct Candidate {
    var figure: QuantityIndex
    var value: Int128
    var mended: [Int]
    var score: Double
    /// Whether the repair breaks a stated relation that holds.
    var breaksOther: Bool
  }

  init(_ ledger: FigureLedger, outcomes: [Outcome]) {
    assignment = Assignment(quantities: ledger.quantities)
    exact = Assignment(quantities: ledger.quantities, isExact: true)
    relations = ledger.relations
    self.outcomes = outcomes
    isOpen = outcomes.map { $0 == .broken }
    neighbours = Neighbours(ledger) { outcomes[$0] != .notCheckable }
    var printed: [Int128: Int] = [:]
    if outcomes.contains(.broken) {
      for quantity in ledger.quantities where !quantity.isDirection {
        printed[quantity.value, default: 0] += 1
        // A table in yuan shows again what the prose has in 万元.
        let coarse = (quantity.value + Self.hundredYuan / 2) / Self.hundredYuan * Self.hundredYuan
        if quantity.step < Self.hundredYuan, coarse != quantity.value, coarse >= 1000 * Self.hundredYuan {
          printed[coarse, default: 0] += 1
        }
      }
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
  func component(of start: Int, _ isSeen: inout [Bool]) -> [Int] {
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

  mutating func diagnose(_ component: [Int]) -> [Diagnosis] {
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

  func blameDerived(_ relation: Int) -> Diagnosis {
    Diagnosis(figure: relations[relation].derived, relations: [relation], isCertain: false, repairs: [])
  }

  /// The diagnosis of the best candidate: certain if no other figure comes near and nothing that
  /// holds speaks against it.
  func diagnosis(_ best: Candidate, _ candidates: [Candidate]) -> Diagnosis {
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

  func accuses(_ relation: Int) -> Bool { relations[relation].evidence == .stated }

  /// How much a relation says for or against a figure.
  func strength(_ relation: Int) -> Double {
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
}
