import DisclosureText
import Ledger
import Lint

/// A relation that does not hold and raises no alarm, for its evidence is too weak to accuse.
///
/// Often it is no relation of the document at all, as two amounts that were taken for one measure; a person sees that at
/// a glance. An identity that only other rows show is one where a slip of the pen explains the difference.
package struct DoubtfulRelation: Hashable, Sendable {
  /// Where the figure stands that the others would give.
  package let range: TextRange
  /// The computation beside what the text has.
  package let computation: LocalizedText

  /// The relation where it stands so many bytes further down.
  func moved(by bytes: Int) -> DoubtfulRelation {
    DoubtfulRelation(range: TextRange(range.lower + bytes, range.upper + bytes), computation: computation)
  }

  /// The broken relations of `sheet` of which no figure is found wrong, one for each figure that others would give.
  ///
  /// - Complexity: that of the diagnosis, beside O(*r*) for *r* relations.
  static func all(in sheet: RelationSheet, _ outcomes: [Outcome]) -> [DoubtfulRelation] {
    let broken = outcomes.indices.filter { outcomes[$0] == .broken }
    guard !broken.isEmpty else { return [] }
    let slips = sheet.ledger.diagnose(outcomes).slips
    let told = Set(slips.flatMap(\.relations))
    let wrong = Set(slips.map(\.figure))
    var seen: Set<QuantityIndex> = []
    return broken.compactMap { index -> DoubtfulRelation? in
      let relation = sheet.ledger.relations[index]
      guard !told.contains(index), !relation.quantities.contains(where: { wrong.contains($0) }),
        relation.evidence != .discovered || isSlip(relation, sheet), seen.insert(relation.derived).inserted
      else { return nil }
      return DoubtfulRelation(
        range: sheet.range(of: sheet.marks[relation.derived]), computation: sheet.computation(of: relation))
    }.sorted { $0.range < $1.range }
  }

  /// Whether the figure is one slip of the pen away from what the others give.
  private static func isSlip(_ relation: Relation, _ sheet: RelationSheet) -> Bool {
    guard case .linear(let operands) = relation.form else { return true }
    var sum: Int128 = 0
    var own: Int128 = 1
    for operand in operands {
      let sign = operand.coefficient * (operand.direction.map { sheet.value($0) } ?? 1)
      if operand.quantity == relation.derived { own = sign } else { sum += sign * sheet.value(operand.quantity) }
    }
    let quantity = sheet.ledger.quantities[relation.derived]
    var computed = quantity
    computed.value = own < 0 ? sum : -sum
    return computed.isClearSlip(from: quantity)
  }
}
