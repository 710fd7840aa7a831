/// The relations that each figure stands in, all in one list.
struct Neighbours {
  /// Where the relations of each figure begin.
  private var starts: [Int]
  private var relations: [Int]

  /// Collects the relations of `ledger`.
  init(_ ledger: FigureLedger) {
    var starts = [Int](repeating: 0, count: ledger.quantities.count + 1)
    let stated = ledger.relations
    // The figures of all relations behind each other, so that they are told apart once.
    var figures: [QuantityIndex] = []
    figures.reserveCapacity(stated.operandCount)
    var ends: [Int] = []
    ends.reserveCapacity(stated.count)
    for index in stated.indices {
      Self.forEachFigure(of: index, in: stated) { figures.append($0) }
      ends.append(figures.count)
    }
    for figure in figures { starts[figure + 1] += 1 }
    for figure in ledger.quantities.indices { starts[figure + 1] += starts[figure] }
    var relations = [Int](repeating: 0, count: figures.count)
    var places = starts
    var at = 0
    for (index, end) in ends.enumerated() {
      while at < end {
        let figure = figures[at]
        relations[places[figure]] = index
        places[figure] += 1
        at += 1
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
