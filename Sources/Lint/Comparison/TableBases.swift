import Disclosure
import DisclosureSyntax
import DisclosureText

/// The bases that only a table gives: one cell against one sentence, so that neither is known to be the wrong one.
struct TableBases {
  /// Where each cell stands that is the base of a change, and the figures that say how much has changed.
  private let bases: [(cell: TextRange, figures: [TextRange])]

  init(_ document: DisclosureDocument) {
    bases = document.columnBases().map { base in
      let figures = (base.movement.words + [base.current]).compactMap { index in
        document.numeral(index).map { numeral in
          [numeral.digits, numeral.range].map { document.runningText(index).sourceRange(of: $0) }
        }
      }
      return (document.range(ofCell: base.base), figures.flatMap { $0 })
    }
  }

  /// Leaves the repairs of the figures to a person.
  func settle(_ findings: inout [Finding]) {
    for index in findings.indices where bases.contains(where: { rests(findings[index], on: $0) }) {
      for fix in findings[index].fixes.indices {
        findings[index].fixes[fix].isPreferred = false
        findings[index].fixes[fix].isSafe = false
      }
    }
  }

  /// Takes back what was found by a cell that another document refutes: the cell is the slip.
  func drop(from findings: inout [Finding], refutedBy others: [Finding]) {
    let refuted = Set(others.map(\.range))
    findings.removeAll { finding in bases.contains { refuted.contains($0.cell) && rests(finding, on: $0) } }
  }

  private func rests(_ finding: Finding, on base: (cell: TextRange, figures: [TextRange])) -> Bool {
    base.figures.contains(finding.range) && finding.related.contains { $0.document == nil && $0.range == base.cell }
  }
}
