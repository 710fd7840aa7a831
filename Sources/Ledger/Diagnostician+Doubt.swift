extension Diagnostician {
  /// The figures that stand in a broken relation that accuses, and in none of several amounts that holds.
  ///
  /// - Complexity: O(*r*) for *r* relations, and for each such figure the relations it stands in.
  static func doubtful(_ ledger: FigureLedger, _ outcomes: [Outcome], _ neighbours: Neighbours) -> [QuantityIndex] {
    let relations = ledger.relations
    // An equality holds between copies of one slip as well.
    func isComputed(_ relation: Int) -> Bool {
      guard outcomes[relation] == .holds || outcomes[relation] == .explained else { return false }
      guard let operands = relations.sum(relation) else { return relations.isQuotient(relation) }
      var count = 0
      for operand in operands where ledger.quantities[operand.quantity].value != 0 {
        count += 1
        if count > 2 { return true }
      }
      return false
    }
    var seen: Set<QuantityIndex> = []
    var result: [QuantityIndex] = []
    for index in outcomes.indices where outcomes[index] == .broken && relations.evidence(index) == .stated {
      relations.forEachQuantity(of: index) { figure in
        guard seen.insert(figure).inserted, !neighbours[figure].contains(where: isComputed) else { return }
        result.append(figure)
      }
    }
    return result
  }
}
