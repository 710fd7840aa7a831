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
package struct FigureLedger: Sendable {
  /// What a rate of 1 (100%) is as a whole number: rates are printed with up to six decimals.
  package static let rateScale: Int128 = 10_000_000_000

  /// The figures, by index.
  package private(set) var quantities: [Quantity] = []
  /// The relations, in the order they were stated.
  package private(set) var relations: [Relation] = []

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

  /// What became of each relation, in the order they were stated.
  ///
  /// - Complexity: O(operands), times 2^*n* for a quotient of *n* figures (*n* ≤ 3 in practice).
  package func evaluate() -> [Outcome] {
    let assignment = Assignment(quantities: quantities)
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(relations.count)
    // A span lends its elements; an array would copy each.
    let relations = relations.span
    for index in relations.indices { outcomes.append(Self.outcome(of: relations[index], assignment)) }
    return outcomes
  }
}
