extension FigureLedger {
  /// The broken relations that accuse no figure and are not told by one that is found wrong, in their order, one for
  /// each figure that others would give.
  ///
  /// Of the identities that only other rows show those alone where one slip of the pen explains the difference:
  /// often the others are no relations of the document at all.
  ///
  /// - Complexity: that of the diagnosis, beside O(*r*) for *r* relations.
  package func doubtful(_ outcomes: [Outcome]) -> [Int] {
    let broken = outcomes.indices.filter { outcomes[$0] == .broken }
    guard !broken.isEmpty else { return [] }
    let slips = diagnose(outcomes).slips
    let told = Set(slips.flatMap(\.relations))
    let wrong = Set(slips.map(\.figure))
    let computation = FigureComputation(self)
    var seen: Set<QuantityIndex> = []
    return broken.filter { index in
      let relation = relations[index]
      return !told.contains(index) && !relation.quantities.contains { wrong.contains($0) }
        && (relation.evidence != .discovered || isSlip(relation, computation))
        && seen.insert(relation.derived).inserted
    }
  }

  /// Whether the figure that a relation gives is one slip of the pen away from what the others give; true for one that
  /// is no sum.
  private func isSlip(_ relation: Relation, _ computation: FigureComputation) -> Bool {
    guard case .linear = relation.form else { return true }
    let printed = quantities[relation.derived]
    guard let value = computation.value(of: relation.derived, by: relation) else { return false }
    var computed = printed
    computed.value = value
    return computed.isClearSlip(from: printed)
  }
}
