extension Diagnostician {
  /// The figures that stand in a broken relation that accuses, and in none of several amounts that holds, by what they
  /// say and then in their order.
  ///
  /// - Complexity: O(*r*) for *r* relations, and for each such figure the relations it stands in; O(*d* log *d*) for
  ///   *d* of them.
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
    return result.sorted { (ledger.quantities[$0].value, $0) < (ledger.quantities[$1].value, $1) }
  }

  /// How many doubtful figures say `value` and are not changed by `candidate`.
  ///
  /// - Complexity: O(log *d*) for *d* doubtful figures.
  func doubtfulFigures(saying value: Int128, apartFrom candidate: Candidate) -> Int {
    // The place of the first that does not stand before `figure`, were that one of them.
    func place(of figure: QuantityIndex) -> Int {
      var (low, high) = (0, doubtful.count)
      while low < high {
        let middle = (low + high) / 2
        if (original[doubtful[middle]].value, doubtful[middle]) < (value, figure) {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low
    }
    var count = place(of: original.count) - place(of: 0)
    candidate.forEachFigure { figure in
      guard original[figure].value == value else { return }
      let place = place(of: figure)
      if place < doubtful.count, doubtful[place] == figure { count -= 1 }
    }
    return count
  }
}
