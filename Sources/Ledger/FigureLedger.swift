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
  @usableFromInline package internal(set) var quantities: [Quantity] = []
  /// The relations, in the order they were stated.
  @usableFromInline package internal(set) var relations = RelationList()

  /// Creates an empty ledger.
  package init() {}

  /// Makes room for as many figures and relations.
  package mutating func reserveCapacity(quantities: Int, relations: Int) {
    self.quantities.reserveCapacity(quantities)
    self.relations.reserveCapacity(relations)
  }

  /// Adds a figure and gives its index.
  @inlinable package mutating func add(_ quantity: Quantity) -> QuantityIndex {
    quantities.append(quantity)
    return quantities.count - 1
  }

  /// Adds a relation.
  package mutating func state(_ relation: Relation) { relations.append(relation) }

  /// Begins the relation that `total` is a sum; its parts are added one by one, until it is stated or dropped.
  @inlinable package mutating func beginSum(_ total: QuantityIndex) { relations.beginSum(total) }

  /// Adds a part to the sum that was begun.
  @inlinable package mutating func addPart(_ part: QuantityIndex) { relations.addPart(part) }

  /// Adds the relation that was begun.
  package mutating func stateSum(evidence: Relation.Evidence, origin: Int, isExact: Bool = false) {
    relations.closeSum(evidence, origin: origin, isExact: isExact)
  }

  /// Forgets the relation that was begun.
  package mutating func dropSum() { relations.dropSum() }

  /// Adds the relation that `total` is the sum of one part.
  package mutating func state(
    sum total: QuantityIndex, of part: QuantityIndex, evidence: Relation.Evidence, origin: Int
  ) {
    relations.append(sum: total, of: part, evidence, origin: origin)
  }

  /// What became of each relation, in the order they were stated.
  ///
  /// - Complexity: O(operands), times 2^*n* for a quotient of *n* figures (*n* ≤ 3 in practice).
  package func evaluate() -> [Outcome] {
    let assignment = Assignment(quantities: quantities)
    // Nearly all are sums that come out.
    var outcomes = [Outcome](repeating: .holds, count: relations.count)
    relations.forEachInexact(quantities) { outcomes[$0] = Self.outcome(of: relations[$0], assignment) }
    return outcomes
  }

  /// Which figures stand in a relation that could be checked, by index.
  ///
  /// - Complexity: O(*operands*).
  package func verified(_ outcomes: [Outcome]) -> [Bool] {
    var isVerified = [Bool](repeating: false, count: quantities.count)
    var marks = isVerified.mutableSpan
    let (heads, operands) = (relations.heads.span, relations.operands.span)
    for index in outcomes.indices where outcomes[index] != .notCheckable {
      for place in Int(heads[index].start)..<Int(heads[index].end) {
        marks[operands[place].quantity] = true
        if let word = operands[place].direction { marks[word] = true }
      }
    }
    return isVerified
  }
}
