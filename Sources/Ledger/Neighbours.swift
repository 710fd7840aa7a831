/// The relations that each figure stands in, all in one list.
struct Neighbours {
  /// Where the relations of each figure begin.
  private var starts: [Int]
  private var relations: [Int]

  /// Collects the relations for which `isIncluded` says so.
  init(_ ledger: FigureLedger, where isIncluded: (Int) -> Bool) {
    let indices = ledger.relations.indices.filter(isIncluded)
    var starts = [Int](repeating: 0, count: ledger.quantities.count + 1)
    let stated = ledger.relations.span
    for index in indices { Self.forEachFigure(of: stated[index]) { starts[$0 + 1] += 1 } }
    for figure in ledger.quantities.indices { starts[figure + 1] += starts[figure] }
    var relations = [Int](repeating: 0, count: starts[ledger.quantities.count])
    var ends = starts
    for index in indices {
      Self.forEachFigure(of: stated[index]) { figure in
        relations[ends[figure]] = index
        ends[figure] += 1
      }
    }
    self.starts = starts
    self.relations = relations
  }

  /// Calls `body` with every figure of a relation; one that stands twice in a quotient counts once.
  private static func forEachFigure(of relation: Relation, _ body: (QuantityIndex) -> Void) {
    if case .quotient = relation.form { return relation.quantities.forEach(body) }
    relation.forEachQuantity(body)
  }

  /// The relations of a figure, in the order they were stated.
  subscript(figure: QuantityIndex) -> ArraySlice<Int> { relations[starts[figure]..<starts[figure + 1]] }
}
