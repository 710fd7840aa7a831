/// The relations that each figure stands in, all in one list.
struct Neighbours {
  /// Where the relations of each figure begin.
  private let starts: [Int32]
  private let relations: [Int]

  /// Collects the relations of `ledger`.
  ///
  /// - Complexity: O(figures and operands).
  init(_ ledger: FigureLedger) {
    let (members, ends) = Self.members(of: ledger.relations)
    // For each figure first how many relations it has, then where they end, then where they begin: they are put in
    // from the last to the first.
    var starts = [Int32](repeating: 0, count: ledger.quantities.count + 1)
    var places = starts.mutableSpan
    let figures = members.span
    for member in figures.indices { places[Int(figures[member])] += 1 }
    var count: Int32 = 0
    for figure in places.indices {
      count += places[figure]
      places[figure] = count
    }
    var relations = [Int](repeating: 0, count: figures.count)
    var list = relations.mutableSpan
    var member = figures.count
    for relation in ends.indices.reversed() {
      let begin = relation > 0 ? Int(ends[relation - 1]) : 0
      while member > begin {
        member -= 1
        let figure = Int(figures[member])
        places[figure] -= 1
        list[Int(places[figure])] = relation
      }
    }
    self.starts = starts
    self.relations = relations
  }

  /// The figures and words of all relations one behind the other, and where those of each end; one that stands twice in
  /// a quotient counts once.
  private static func members(of stated: RelationList) -> (figures: [Int32], ends: [Int32]) {
    let (heads, operands) = (stated.heads.span, stated.operands.span)
    var figures: [Int32] = []
    var ends: [Int32] = []
    // Words of direction are few.
    figures.reserveCapacity(operands.count + operands.count / 8)
    ends.reserveCapacity(heads.count)
    for index in heads.indices {
      let begin = figures.count
      for place in Int(heads[index].start)..<Int(heads[index].end) {
        figures.append(Int32(truncatingIfNeeded: operands[place].quantity))
        if let word = operands[place].direction { figures.append(Int32(truncatingIfNeeded: word)) }
      }
      if heads[index].kind == .quotient { keepFirst(of: &figures, from: begin) }
      ends.append(Int32(truncatingIfNeeded: figures.count))
    }
    return (figures, ends)
  }

  /// Leaves out what stands a second time from `begin` on: a quotient has few figures.
  private static func keepFirst(of figures: inout [Int32], from begin: Int) {
    var end = begin
    for place in begin..<figures.count where !figures[begin..<end].contains(figures[place]) {
      figures[end] = figures[place]
      end += 1
    }
    figures.removeLast(figures.count - end)
  }

  /// The relations of a figure, in the order they were stated.
  subscript(figure: QuantityIndex) -> ArraySlice<Int> { relations[Int(starts[figure])..<Int(starts[figure + 1])] }
}
