import DisclosureSyntax
import DisclosureText
import Ledger
import Lint

/// A new value for a measure, carried to every mention of it and to what is computed from it.
///
///     guard let rename = FigureRename(reading, at: cursor) else { … }
///     rename.range               // the digits that are replaced
///     rename.edits(to: "500.00") // every edit, in the order of the text
package struct FigureRename: Sendable {
  /// The digits of the figure.
  package let range: TextRange
  /// The digits as they are printed.
  package let placeholder: String

  private let figure: PlacedFigure
  private let reading: DocumentReading

  /// The figure at `offset`; nil where no number stands.
  package init?(_ reading: DocumentReading, at offset: Int) {
    guard let figure = reading.figure(at: offset), !figure.isWord,
      let digits = reading.sheet.digits(of: figure.mark)
    else { return nil }
    self.reading = reading
    self.figure = figure
    range = digits.range
    placeholder = digits.text
  }

  /// The edits that give the measure the value `text`; nil where `text` is no number that can stand
  /// there.
  ///
  /// The typed digits go to the figure itself; its other mentions keep their unit and decimals.
  /// Shares, rates, changes and totals that no longer follow are computed anew, and a word of
  /// direction is turned where the change turns.
  package func edits(to text: String) -> [TextEdit]? {
    guard let typed = TypedFigure(text, inPlaceOf: figure.mark, in: reading.sheet) else { return nil }
    guard let quantity = figure.quantity else { return typed.edits }
    var propagation = FigurePropagation(reading)
    propagation.set(quantity, to: typed.value)
    for mention in reading.mentions(of: figure) {
      if let other = mention.quantity, other != quantity { propagation.set(other, toPrintable: typed.value) }
    }
    propagation.settle()
    return (typed.edits + propagation.edits(without: quantity)).sorted { $0.range < $1.range }
  }
}
