import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger
import Lint

/// The shares, rates, changes and totals of one paragraph, computed anew from the amounts in it.
package enum ParagraphRecomputation {
  /// The edits that make the derived figures of the paragraph at `offset` follow from the stated
  /// ones, in the order of the text; empty where they do already.
  ///
  /// A figure that only repeats another is none that is computed; one that something outside of
  /// the paragraph is right with stays.
  package static func edits(_ reading: DocumentReading, at offset: Int) -> [TextEdit] {
    guard let block = reading.block(at: offset) else { return [] }
    let range = reading.document.tree.blocks[block].block.range
    guard range.lower <= offset, offset <= range.upper else { return [] }
    let inside = Set(reading.figures(in: range).compactMap(\.quantity))
    let relations = Set(inside.flatMap { reading.relations(of: $0) }).sorted().filter { index in
      inside.contains(reading.relation(index).derived) && reading.equalPair(index) == nil
    }
    var propagation = FigurePropagation(reading)
    let own = Set(relations)
    func mayChange(_ quantity: QuantityIndex) -> Bool {
      inside.contains(quantity)
        && !reading.relations(of: quantity).contains { index in
          reading.outcomes[index] == .holds && reading.relation(index).evidence == .stated && !own.contains(index)
        }
    }
    propagation.settleAll(relations, where: mayChange)
    return propagation.edits()
  }
}
