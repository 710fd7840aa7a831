/// Finds the figures whose change would mend the broken relations.
///
/// Relations that share no figure are diagnosed apart. For each group of broken relations the
/// smallest set of figures is looked for whose change makes them hold and breaks none that holds
/// (Reiter's minimal diagnoses, 1987). Between sets of one size, and between figures that explain
/// the same, the evidence decides: see `Candidate.score`.
struct Diagnostician {
  /// The figures as they would be with the repairs that are being tried.
  var assignment: Assignment
  /// The figures as the document has them.
  let original: [Quantity]
  let relations: RelationList
  /// What became of each relation as the document has it.
  let printedOutcomes: [Outcome]
  /// What became of each relation with the repairs that are being tried.
  var outcomes: [Outcome]
  /// The relations each figure stands in.
  let neighbours: Neighbours
  /// The figures of broken relations that accuse, and of none of several amounts that holds: what one of them says does
  /// not count for another.
  let doubtful: [QuantityIndex]
  /// The amounts printed in the document, to recognise one that is printed elsewhere.
  let printed: PrintedAmounts
  /// Whether the rates of the document are computed from its printed figures, not from more digits.
  let ratesAreExact: Bool
  /// Whether the sums of the document come out to the last digit, so that no rounding lies between its amounts.
  let sumsAreExact: Bool
  /// Broken relations that nothing explains.
  private(set) var isGivenUp: [Bool]
  /// The repairs of figures whose relations were met as they are.
  var known: KnownCandidates
  /// For each figure whether it is collected as one that could mend something; false between calls.
  var isSuspect: [Bool]
  /// The sums of linear relations that were needed.
  var sums: [Sum] = []
  /// Where the sum of each relation stands among them; -1 where it is not known.
  var sumPlaces: [Int32]
  /// Which relations were met, by the number of the walk over them.
  var marks: [Int]
  /// The number of the last walk.
  var mark = 0
  /// The rates whose words are wrong, not their amounts: see `ratesOfTurnedWords()`.
  private(set) var turnedRates: Set<Int> = []
  /// The rates that come out with their words turned, and nearly do as they are.
  var chanceTurns: Set<Int> = []
  /// How many sets of repairs were tried for one component.
  var nodes = 0
  /// How many relations may still be looked at, for all components together.
  var work: Int
  /// What is left of it for the components behind the present one.
  private var reserve = 0
  /// The figures whose relations were collected.
  private var isCollected: [Bool]
  /// Whether some sets were not tried.
  var isLimited = false

  /// The broken relations that are diagnosed together at most; more are no slips of the pen.
  static let limit = 60
  /// The sets of repairs that are tried for one component at most.
  static let nodeLimit = 48
  /// The relations that are looked at in any document, beside ``workPerRelation`` for each of its own: far
  /// more than ten slips need, and few enough that a text made of contradictions takes no longer.
  static let leastWork = 300_000
  /// See ``leastWork``.
  static let workPerRelation = 100

  /// By how much the evidence for a figure must be better than that for every other one.
  static let margin = 190

  /// How much worse the evidence for a figure must be for it to be cleared.
  static let clearance = 700

  init(_ ledger: FigureLedger, outcomes: [Outcome]) {
    assignment = Assignment(quantities: ledger.quantities)
    original = ledger.quantities
    relations = ledger.relations
    printedOutcomes = outcomes
    self.outcomes = outcomes
    neighbours = Neighbours(ledger)
    doubtful = Self.doubtful(ledger, outcomes, neighbours)
    printed = PrintedAmounts(ledger.quantities)
    ratesAreExact = Self.areRatesExact(ledger, outcomes)
    sumsAreExact = Self.areSumsExact(ledger, outcomes)
    isGivenUp = [Bool](repeating: false, count: outcomes.count)
    known = KnownCandidates(relations: outcomes.count, figures: ledger.quantities.count)
    marks = [Int](repeating: 0, count: outcomes.count)
    sumPlaces = [Int32](repeating: -1, count: outcomes.count)
    isSuspect = [Bool](repeating: false, count: ledger.quantities.count)
    isCollected = [Bool](repeating: false, count: ledger.quantities.count)
    work = Self.leastWork + Self.workPerRelation * outcomes.count
  }

  /// Says whether nothing explains a broken relation.
  mutating func giveUp(_ relation: Int, _ isGivenUp: Bool = true) {
    guard self.isGivenUp[relation] != isGivenUp else { return }
    self.isGivenUp[relation] = isGivenUp
    known.giveUp(relation, isGivenUp)
  }

  /// Whether the bound on the work is reached for the present component.
  var isExhausted: Bool { work <= reserve }

  private static func areRatesExact(_ ledger: FigureLedger, _ outcomes: [Outcome]) -> Bool {
    var (exact, all) = (0, 0)
    let relations = ledger.relations
    for index in relations.indices where outcomes[index] == .holds || outcomes[index] == .explained {
      guard relations.isQuotient(index) else { continue }
      all += 1
      if outcomes[index] == .holds { exact += 1 }
    }
    return all >= 5 && exact * 10 >= all * 9
  }

  /// The slips, by the order in which their relations were stated.
  mutating func diagnose() -> Diagnoses {
    var found: [Diagnosis] = []
    var isSeen = [Bool](repeating: false, count: relations.count)
    turnedRates = ratesOfTurnedWords()
    let relations = relations
    for relation in relations.indices where printedOutcomes[relation] == .broken && !isSeen[relation] {
      let component = component(of: relation, &isSeen)
      guard component.contains(where: { relations.accuses($0) }) else { continue }
      // One component takes half of what is left, so that it leaves something for the others.
      reserve = max(0, work / 2 - 100)
      if component.count <= Self.limit, !isExhausted {
        let slips = diagnose(component)
        if !isExhausted {
          found += slips
          continue
        }
      }
      isLimited = true
      for relation in component where relations.accuses(relation) { found.append(blameDerived(relation)) }
    }
    return Diagnoses(slips: Self.byFigure(found), isLimited: isLimited)
  }

  /// One diagnosis for each figure, the certain one where there are two.
  private static func byFigure(_ found: [Diagnosis]) -> [Diagnosis] {
    var places: [QuantityIndex: Int] = [:]
    var result: [Diagnosis] = []
    for diagnosis in found {
      guard let place = places[diagnosis.figure] else {
        places[diagnosis.figure] = result.count
        result.append(diagnosis)
        continue
      }
      let isBetter = diagnosis.isCertain && !result[place].isCertain
      let (first, second) = isBetter ? (diagnosis, result[place]) : (result[place], diagnosis)
      result[place] = first
      result[place].relations += second.relations.filter { !first.relations.contains($0) }
    }
    return result.sorted { ($0.relations.first ?? 0, $0.figure) < ($1.relations.first ?? 0, $1.figure) }
  }

  /// The broken relations that share figures with `start`, directly or through others.
  private mutating func component(of start: Int, _ isSeen: inout [Bool]) -> [Int] {
    var found = [start]
    isSeen[start] = true
    let relations = relations
    var figures: [QuantityIndex] = []
    var next = 0
    while next < found.count {
      figures.removeAll(keepingCapacity: true)
      relations.forEachQuantity(of: found[next]) { figures.append($0) }
      for quantity in figures where !assignment[quantity].isConstant && !isCollected[quantity] {
        isCollected[quantity] = true
        for other in neighbours[quantity] where printedOutcomes[other] == .broken && !isSeen[other] {
          isSeen[other] = true
          found.append(other)
        }
      }
      next += 1
    }
    return found.sorted()
  }

  func blameDerived(_ relation: Int) -> Diagnosis {
    Diagnosis(figure: relations.derived(relation), relations: [relation], isCertain: false, repairs: [])
  }

  /// How much a relation says for or against a figure.
  func strength(_ relation: Int) -> Int {
    let base: Int
    switch relations.kind(relation) {
    case .linear: base = relations.operandCount(of: relation) == 2 ? 800 : 1000
    case .quotient: base = 1000
    case .comparison: base = 700
    case .agreement: base = 900
    case .bound, .undefinedRate: base = 500
    }
    return relations.evidence(relation) == .stated ? base : base / 2
  }
}
