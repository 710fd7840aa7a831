import DisclosureText
import Lint
import Rules

/// What a rule is about, shown on the range of its finding.
package enum RuleHover {
  /// The text for the findings of `report` that `offset` touches; nil where there is none.
  package static func text(_ report: LintReport, at offset: Int) -> HoverText? {
    let touched = QuickFix.findingIndices(in: report, touching: TextRange(offset, offset))
    guard let first = touched.first else { return nil }
    var seen: Set<String> = []
    let paragraphs = touched.flatMap { index -> [HoverText.Paragraph] in
      let finding = report.findings[index]
      guard seen.insert(finding.rule).inserted, let rule = RuleRegistry.all.first(where: { $0.name == finding.rule })
      else { return [] }
      return [
        .heading(LocalizedText(rule.name, rule.name)), .text(rule.summary), .text(rule.rationale),
        .text(rule.fixSafety),
      ]
    }
    return HoverText(range: report.findings[first].range, paragraphs: paragraphs)
  }
}
