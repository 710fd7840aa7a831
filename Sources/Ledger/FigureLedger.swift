/// The figures of one document and the relations between them.
///
/// Rules state relations; the ledger alone judges them. It knows figures by index and
/// nothing of the document.
///
///     var ledger = FigureLedger()
///     let total = ledger.add(Quantity(value: 100, halfWidth: 0, step: 1))
///     …
///     ledger.state(Relation(form: .linear([Operand(total), Operand(part, coefficient: -1)]), …))
///     let verdicts = ledger.evaluate()
@usableFromInline package struct FigureLedger: Sendable {
  /// What a rate of 1 (100%) is as a whole number: rates are printed with up to six decimals.
  package static let rateScale: Int128 = 10_000_000_000

  /// The figures, by index.
  package private(set) var quantities: [Quantity] = []
  /// The relations, in the order they were stated.
  package private(set) var relations = RelationList()

  /// Creates an empty ledger.
  package init() {}

  /// Makes room for as many figures and relations.
  package mutating func reserveCapacity(quantities: Int, relations: Int) {
    self.quantities.reserveCapacity(quantities)
    self.relations.reserveCapacity(relations)
  }

  /// Adds a figure and gives its index.
  package mutating func add(_ quantity: Quantity) -> QuantityIndex {
    quantities.append(quantity)
    return quantities.count - 1
  }

  /// Adds a relation.
  package mutating func state(_ relation: Relation) { relations.append(relation) }

  /// Adds the relation that `total` is the sum of `parts`.
  package mutating func state(
    sum total: QuantityIndex, of parts: ArraySlice<QuantityIndex>, evidence: Relation.Evidence, origin: Int,
    isExact: Bool = false
  ) {
    relations.append(sum: total, of: parts, evidence, origin: origin, isExact: isExact)
  }

  /// What became of each relation, in the order they were stated.
  ///
  /// - Complexity: O(operands), times 2^*n* for a quotient of *n* figures (*n* ≤ 3 in practice).
  package func evaluate() -> [Outcome] {
    let assignment = Assignment(quantities: quantities)
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(relations.count)
    for index in relations.indices { outcomes.append(Self.outcome(of: index, in: relations, assignment)) }
    return outcomes
  }

  /// Which figures stand in a relation that could be checked, by index.
  ///
  /// - Complexity: O(*operands*).
  package func verified(_ outcomes: [Outcome]) -> [Bool] {
    var isVerified = [Bool](repeating: false, count: quantities.count)
    var marks = isVerified.mutableSpan
    for index in outcomes.indices where outcomes[index] != .notCheckable {
      relations.forEachQuantity(of: index) { marks[$0] = true }
    }
    return isVerified
  }
}
