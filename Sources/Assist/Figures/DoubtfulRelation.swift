import DisclosureText
import Ledger
import Lint

/// A relation that does not hold and raises no alarm, for its evidence is too weak to accuse.
///
/// Most often it is no relation of the document at all: two amounts that were taken for one measure, rows that obey no
/// identity. A person sees which at a glance.
package struct DoubtfulRelation: Hashable, Sendable {
  /// Where the figure stands that the others would give.
  package let range: TextRange
  /// The computation beside what the text has.
  package let computation: LocalizedText

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
        seen.insert(relation.derived).inserted
      else { return nil }
      return DoubtfulRelation(
        range: sheet.range(of: sheet.marks[relation.derived]), computation: sheet.computation(of: relation))
    }.sorted { $0.range < $1.range }
  }
}
