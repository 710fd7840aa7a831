/// The relations that each figure stands in, all in one list.
struct Neighbours {
  /// Where the relations of each figure begin.
  private var starts: [Int]
  private var relations: [Int]

  /// Collects the relations of `ledger`.
  ///
  /// - Complexity: O(figures and operands).
  init(_ ledger: FigureLedger) {
    let stated = ledger.relations
    // For each figure first how many relations it has, then where they end, then where they begin: they are put in
    // from the last to the first.
    var starts = [Int](repeating: 0, count: ledger.quantities.count + 1)
    var places = starts.mutableSpan
    for index in stated.indices { Self.forEachFigure(of: index, in: stated) { places[$0] += 1 } }
    var count = 0
    for figure in places.indices {
      count += places[figure]
      places[figure] = count
    }
    var relations = [Int](repeating: 0, count: count)
    var list = relations.mutableSpan
    for index in stated.indices.reversed() {
      Self.forEachFigure(of: index, in: stated) { figure in
        places[figure] -= 1
        list[places[figure]] = index
      }
    }
    self.starts = starts
    self.relations = relations
  }

  /// Calls `body` with every figure of a relation; one that stands twice in a quotient counts once.
  @inline(__always)
  private static func forEachFigure(of index: Int, in relations: RelationList, _ body: (QuantityIndex) -> Void) {
    guard relations.isQuotient(index) else { return relations.forEachQuantity(of: index, body) }
    // A quotient has few figures: these are compared instead of collected in a set.
    var (first, second, third, fourth) = (-1, -1, -1, -1)
    relations.forEachQuantity(of: index) { figure in
      if figure == first || figure == second || figure == third || figure == fourth { return }
      (first, second, third, fourth) = (figure, first, second, third)
      body(figure)
    }
  }

  /// The relations of a figure, in the order they were stated.
  subscript(figure: QuantityIndex) -> ArraySlice<Int> { relations[starts[figure]..<starts[figure + 1]] }
}
