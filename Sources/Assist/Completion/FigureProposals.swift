import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger
import Lint
import Rules

/// The figure that belongs where the cursor stands: the percentage behind 占 or 增长, the change
/// behind 增加, the amount that is stated elsewhere for the measure being written.
///
/// Nothing is known here of sentences. A figure is put where the cursor stands, the text is read
/// as always, and whatever relation the figure then stands in says what it must be.
package enum FigureProposals {
  /// The proposals at `offset` of a disclosure before which so many lines of its file stand, the surest first.
  ///
  /// - Complexity: O(*n*): the text is read up to twice.
  package static func all(
    _ text: SourceText, at offset: Int, linter: Linter, linesBefore: Int = 0
  ) -> [Proposal] {
    let place = TypingPlace(text.bytes, offset)
    guard place.canHoldFigure else { return [] }
    for unit in place.units {
      let proposals = proposals(text, place, unit: unit, linter, linesBefore)
      if !proposals.isEmpty { return proposals }
    }
    return []
  }

  private static func proposals(
    _ text: SourceText, _ place: TypingPlace, unit: TypingPlace.PrintedUnit, _ linter: Linter, _ linesBefore: Int
  ) -> [Proposal] {
    let edit = TextEdit(range: place.typed, text: "1.00" + unit.missing + place.missingStop)
    let trial = DocumentReading(
      linter.read(SourceText(TextEdit.apply([edit], to: text.bytes))), linter: linter, linesBefore: linesBefore)
    guard let figure = trial.figure(at: place.typed.lower + 1), let quantity = figure.quantity,
      figure.range.lower == place.typed.lower
    else { return [] }
    let computation = FigureComputation(trial.sheet.ledger)
    var seen: Set<Int128> = []
    return ranked(trial.relations(of: quantity), quantity, in: trial).compactMap { index in
      let relation = trial.relation(index)
      guard let value = computation.value(of: quantity, by: relation), value >= 0, value != 0 || unit.isAmount,
        seen.insert(value).inserted, let digits = digits(trial.sheet.written(value, for: figure.mark)),
        let detail = detail(of: index, in: trial, for: quantity)
      else { return nil }
      return Proposal(text: digits + unit.missing, range: place.typed, detail: detail, kind: .figure)
    }
  }

  /// The relations that say what the figure must be, those first that compute it.
  private static func ranked(_ relations: [Int], _ quantity: QuantityIndex, in trial: DocumentReading) -> [Int] {
    let usable = relations.filter { index in
      let relation = trial.relation(index)
      if relation.quantities.contains(where: { trial.sheet.marks[$0] == .constant }) { return false }
      switch relation.form {
      case .linear: return relation.evidence == .stated || trial.equalPair(index) != nil
      case .quotient(let rate, _, _): return rate.quantity == quantity
      case .comparison, .bound, .undefinedRate, .agreement: return false
      }
    }
    return usable.filter { trial.relation($0).derived == quantity }
      + usable.filter { trial.relation($0).derived != quantity }
  }

  /// How the value comes about: the computation for what is derived, else where the same stands.
  private static func detail(
    of index: Int, in trial: DocumentReading, for quantity: QuantityIndex
  ) -> LocalizedText? {
    if let (first, second) = trial.equalPair(index) {
      let other = PlacedFigure(
        mark: trial.sheet.marks[first == quantity ? second : first],
        range: trial.sheet.range(of: trial.sheet.marks[first == quantity ? second : first]), quantity: nil)
      let line = trial.line(at: other.range.lower)
      return LocalizedText("同第 \(line) 行", "as on line \(line)")
    }
    guard trial.relation(index).derived == quantity else { return LocalizedText("由合计推算", "what the total leaves") }
    return trial.sheet.result(of: trial.relation(index)).map { LocalizedText($0, $0) }
  }

  /// The digits at the beginning of a printed figure.
  private static func digits(_ printed: String) -> String? {
    let digits = printed.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    return digits.isEmpty ? nil : String(digits)
  }
}
