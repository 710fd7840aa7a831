import Disclosure
import DisclosureText
import Ledger
import Lint

/// What was checked of one table.
package struct TableLens: Hashable, Sendable {
  /// The title of the table; the table itself where it has none.
  package let range: TextRange
  /// The relations that could be evaluated and that have a figure in the table.
  package let checked: Int
  /// Those of them that hold, for the printed figures or for amounts that round to them.
  package let held: Int

  /// What a lens says.
  package var title: LocalizedText {
    LocalizedText("已核对 \(checked) 项关系，\(held) 项相符", "\(checked) relations checked, \(held) hold")
  }
}

extension TableLens {
  /// A lens for each table that has figures in relations, in the order of the text.
  ///
  /// - Complexity: O(*blocks* + *relations*).
  package static func all(_ reading: DocumentReading) -> [TableLens] {
    reading.document.tables.tables.compactMap { table in
      let relations = Set(
        reading.figures(in: table.range).flatMap { reading.relations(of: $0) }
      ).filter { reading.outcomes[$0] != .notCheckable }
      guard !relations.isEmpty else { return nil }
      return TableLens(
        range: table.titleRange ?? table.range, checked: relations.count,
        held: relations.count { reading.outcomes[$0] != .broken })
    }
  }
}
