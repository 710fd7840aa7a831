import Disclosure
import DisclosureText
import Ledger
import Lint

extension DocumentReading {
  /// Every figure that states the measure of `figure`, itself included, by place.
  ///
  /// Mentions are tied by relations that say two figures are equal: those that the text states,
  /// and those between figures that are. That revenue and expenditure balance makes them no one
  /// measure.
  ///
  /// - Complexity: O(*m* · *r*) for *m* mentions in *r* relations each.
  package func mentions(of figure: PlacedFigure) -> [PlacedFigure] {
    guard let start = figure.quantity else { return [figure] }
    var found = [start]
    var seen: Set<QuantityIndex> = [start]
    var next = 0
    while next < found.count {
      for index in relations(of: found[next]) where isSameMeasure(index) {
        for other in relation(index).quantities where seen.insert(other).inserted { found.append(other) }
      }
      next += 1
    }
    return found.map { PlacedFigure(mark: sheet.marks[$0], range: sheet.range(of: sheet.marks[$0]), quantity: $0) }
      .sorted { $0.range < $1.range }
  }

  /// Where the measure of `figure` is stated with authority: the first other mention, or itself where
  /// it is the first.
  package func definition(of figure: PlacedFigure) -> PlacedFigure? {
    let all = mentions(of: figure)
    return all.first { $0 != figure && $0.isCell } ?? all.first
  }

  /// The two figures that a relation says to be equal, or nil.
  func equalPair(_ index: Int) -> (QuantityIndex, QuantityIndex)? {
    guard case .linear(let operands) = relation(index).form, operands.count == 2,
      operands[0].coefficient == -operands[1].coefficient, operands.allSatisfy({ $0.direction == nil })
    else { return nil }
    return (operands[0].quantity, operands[1].quantity)
  }

  private func isSameMeasure(_ index: Int) -> Bool {
    guard let (first, second) = equalPair(index), relation(index).evidence == .stated || outcomes[index] == .holds
    else { return false }
    return !balances.contains([sheet.marks[first], sheet.marks[second]])
  }

  /// The pairs of totals that balance, such as revenue and expenditure.
  private var balances: Set<Set<RelationSheet.Mark>> {
    Set(
      document.narrative.restatements.filter { $0.reason == .balance }.map {
        [.figure($0.first), .figure($0.second)]
      })
  }
}

extension PlacedFigure {
  /// Whether it is an amount of a table, which other mentions repeat.
  var isCell: Bool {
    if case .cell = mark { true } else { false }
  }
}
