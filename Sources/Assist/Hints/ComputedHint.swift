import DisclosureText
import Ledger
import Lint

/// The computed value beside a figure that differs from it.
package struct ComputedHint: Hashable, Sendable {
  /// Behind the figure.
  package let offset: Int
  /// The value with its unit.
  package let value: String
  /// How it was computed.
  package let computation: LocalizedText
}

extension ComputedHint {
  /// The hints on the figures of `range`, in the order of the text: one for each derived figure that
  /// is not what the figures beside it give, whether or not rounding explains it.
  ///
  /// - Complexity: O(*figures* + *relations*).
  package static func all(_ reading: DocumentReading, in range: TextRange) -> [ComputedHint] {
    let computation = FigureComputation(reading.sheet.ledger)
    var seen: Set<QuantityIndex> = []
    return reading.figures(in: range).compactMap { figure in
      guard let quantity = figure.quantity, !figure.isWord, seen.insert(quantity).inserted else { return nil }
      let differing = reading.relations(of: quantity).filter { index in
        reading.relation(index).derived == quantity && reading.relation(index).evidence == .stated
          && (reading.outcomes[index] == .broken || reading.outcomes[index] == .explained)
          // That shares add to 100% computes none of them.
          && !reading.relation(index).quantities.contains { reading.sheet.marks[$0] == .constant }
      }
      guard let index = differing.first(where: { reading.outcomes[$0] == .broken }) ?? differing.first,
        let value = computation.value(of: quantity, by: reading.relation(index)), value >= 0,
        value != reading.sheet.value(quantity)
      else { return nil }
      let written = reading.sheet.written(value, for: figure.mark)
      guard !written.isEmpty else { return nil }
      return ComputedHint(
        offset: reading.sheet.wholeRange(of: figure.mark).upper, value: written,
        computation: reading.sheet.computation(of: reading.relation(index)))
    }
  }
}
