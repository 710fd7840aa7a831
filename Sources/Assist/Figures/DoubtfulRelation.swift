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
    DoubtfulRelation(range: range.moved(by: bytes), computation: computation)
  }

  /// The broken relations of `sheet` that raise no alarm, in the order of the text.
  ///
  /// - Complexity: that of the diagnosis, beside O(*r*) for *r* relations.
  static func all(in sheet: RelationSheet, _ outcomes: [Outcome]) -> [DoubtfulRelation] {
    sheet.ledger.doubtful(outcomes).map { index in
      let relation = sheet.ledger.relations[index]
      return DoubtfulRelation(
        range: sheet.range(of: sheet.marks[relation.derived]), computation: sheet.computation(of: relation))
    }.sorted { $0.range < $1.range }
  }
}
