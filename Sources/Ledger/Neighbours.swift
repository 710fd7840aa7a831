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
    let (heads, operands) = (stated.heads.span, stated.operands.span)
    // For each figure first how many relations it has, then where they end, then where they begin: they are put in
    // from the last to the first.
    var starts = [Int](repeating: 0, count: ledger.quantities.count + 1)
    var places = starts.mutableSpan
    for index in heads.indices { Self.forEachFigure(of: heads[index], operands) { places[$0] += 1 } }
    var count = 0
    for figure in places.indices {
      count += places[figure]
      places[figure] = count
    }
    var relations = [Int](repeating: 0, count: count)
    var list = relations.mutableSpan
    for index in heads.indices.reversed() {
      Self.forEachFigure(of: heads[index], operands) { figure in
        places[figure] -= 1
        list[places[figure]] = index
      }
    }
    self.starts = starts
    self.relations = relations
  }

  /// Calls `body` with every figure and word of a relation; one that stands twice in a quotient counts once.
  @inline(__always)
  private static func forEachFigure(
    of relation: RelationList.Head, _ operands: Span<Operand>, _ body: (QuantityIndex) -> Void
  ) {
    // A quotient has few figures: these are compared instead of collected in a set.
    var (first, second, third, fourth) = (-1, -1, -1, -1)
    func take(_ figure: QuantityIndex) {
      if relation.kind == .quotient {
        if figure == first || figure == second || figure == third || figure == fourth { return }
        (first, second, third, fourth) = (figure, first, second, third)
      }
      body(figure)
    }
    for index in Int(relation.start)..<Int(relation.end) {
      take(operands[index].quantity)
      if let word = operands[index].direction { take(word) }
    }
  }

  /// The relations of a figure, in the order they were stated.
  subscript(figure: QuantityIndex) -> ArraySlice<Int> { relations[starts[figure]..<starts[figure + 1]] }
}
