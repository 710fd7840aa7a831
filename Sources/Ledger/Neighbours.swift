/// The relations that each figure stands in, all in one list.
struct Neighbours {
  /// Where the relations of each figure begin.
  private let starts: [Int32]
  private let relations: [Int]

  /// Collects the relations of `ledger`.
  ///
  /// - Complexity: O(figures and operands).
  init(_ ledger: FigureLedger) {
    // For each figure first how many relations it has, then where they end, then where they begin: they are put in
    // from the last to the first.
    var starts = [Int32](repeating: 0, count: ledger.quantities.count + 1)
    var places = starts.mutableSpan
    let (heads, operands) = (ledger.relations.heads.span, ledger.relations.operands.span)
    for relation in heads.indices {
      Self.forEachMember(of: heads[relation], operands) { places[$0] += 1 }
    }
    var count: Int32 = 0
    for figure in places.indices {
      count += places[figure]
      places[figure] = count
    }
    var relations = [Int](repeating: 0, count: Int(count))
    var list = relations.mutableSpan
    for relation in heads.indices.reversed() {
      Self.forEachMember(of: heads[relation], operands) { figure in
        places[figure] -= 1
        list[Int(places[figure])] = relation
      }
    }
    self.starts = starts
    self.relations = relations
  }

  /// Calls `body` with the figures and words of a relation; one that stands twice in a quotient counts once.
  @inline(__always)
  private static func forEachMember(
    of head: RelationList.Head, _ operands: Span<Operand>, _ body: (QuantityIndex) -> Void
  ) {
    let (start, end) = (Int(head.start), Int(head.end))
    if head.kind != .quotient {
      for place in start..<end {
        body(operands[place].quantity)
        if let word = operands[place].direction { body(word) }
      }
      return
    }
    // A quotient has few figures.
    for place in start..<end {
      let figure = operands[place].quantity
      if !isMember(figure, operands, start, place) { body(figure) }
      if let word = operands[place].direction, word != figure, !isMember(word, operands, start, place) { body(word) }
    }
  }

  /// Whether a figure or word stands from `start` on before `end`.
  private static func isMember(_ figure: QuantityIndex, _ operands: Span<Operand>, _ start: Int, _ end: Int) -> Bool {
    var place = start
    while place < end, operands[place].quantity != figure, operands[place].direction != figure { place += 1 }
    return place < end
  }

  /// The relations of a figure, in the order they were stated.
  subscript(figure: QuantityIndex) -> ArraySlice<Int> { relations[Int(starts[figure])..<Int(starts[figure + 1])] }
}
