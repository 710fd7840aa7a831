import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger

/// Cells that state what another document has published.
extension Comparison {
  /// A cell that does not agree with the figure of the other document.
  func finding(_ cell: JudgedCell, severity: Severity) -> Finding {
    let piece = document.tables.cells[cell.claim.cell]
    let value = cell.published.quantity.value
    let printed = document.printedCell(cell.claim.cell)
    // Where the cell's unit cannot give the amount exactly, no digits are proposed.
    let isExact = value % FigureText.step(unit: piece.unit, decimals: piece.effectiveDecimals) == 0
    let digits = text.digits(value, likeCell: piece)
    let shown = LocalizedText(
      "为 \(digits)，表中为 \(printed)", " is \(digits), the table has \(printed)")
    let fix = Fix(
      title: LocalizedText("将“\(printed)”改为“\(digits)”", "change “\(printed)” to “\(digits)”"), isPreferred: false,
      isSafe: false, edits: FigureFix.edits(ofCell: cell.claim.cell, in: document, to: digits))
    return info.finding(
      document.range(ofCell: cell.claim.cell), message(rule.published + shown, severity), severity: severity,
      related: [
        RelatedPlace(
          range: cell.published.range, message: rule.published + LocalizedText("：\(digits)", ": \(digits)"),
          document: ReferredDisclosure(other))
      ],
      fixes: isExact && value > 0 ? [fix] : [])
  }
}
