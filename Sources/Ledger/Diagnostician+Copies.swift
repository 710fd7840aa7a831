/// Figures that say the same and may carry one slip.
extension Diagnostician {
  /// The figures that must say the same as `figure` and do: drafts copy their slips, and the
  /// copies would defend each other. Of a word of direction they are the words that go with it, as
  /// 增加 and 增长 do in one sentence.
  mutating func copies(of figure: QuantityIndex) -> [QuantityIndex] {
    let own = assignment[figure]
    guard own.value != 0 else { return [] }
    var found: [QuantityIndex] = []
    // Beside a few they are looked for one by one; many figures say the same where a table is printed in every form.
    var many: Set<QuantityIndex> = []
    var next = figure
    var place = 0
    while !isExhausted {
      work -= neighbours[next].count
      for relation in neighbours[next] where outcomes[relation] == .holds {
        guard let other = equal(to: next, by: relation), other != figure,
          many.isEmpty ? !found.contains(other) : !many.contains(other)
        else { continue }
        let quantity = assignment[other]
        guard quantity.value == own.value, quantity.step >= own.step, !quantity.isConstant else { continue }
        found.append(other)
        if found.count == Self.manyCopies {
          many = Set(found)
        } else if !many.isEmpty {
          many.insert(other)
        }
      }
      guard place < found.count else { break }
      next = found[place]
      place += 1
    }
    return found
  }

  /// From how many on figures that say the same are kept in a set.
  private static let manyCopies = 16

  /// The figure that a relation says is equal to `figure`, all others in it being nothing.
  private func equal(to figure: QuantityIndex, by relation: Int) -> QuantityIndex? {
    guard let operands = relations.sum(relation), operands.count > 2 else {
      return relations.equal(to: figure, by: relation)
    }
    var own: Operand?
    var other: Operand?
    for operand in operands {
      if operand.quantity == figure {
        own = operand
      } else if assignment.value(operand.quantity) != 0 {
        if other != nil { return nil }
        other = operand
      }
    }
    guard let own, let other, own.direction == nil, other.direction == nil, own.coefficient == -other.coefficient else {
      return nil
    }
    return other.quantity
  }
}
