import Assist
import DisclosureText
import Lint
import Rules

extension FuzzTarget {
  private static let linter = Linter()
  /// What makes any text a disclosure.
  private static let title = Array("某局2025年度部门预算公开\n\n".utf8)

  /// Findings and their repairs stand inside the text, twice is as once, and repairing ends.
  static func parser(_ bytes: [UInt8]) {
    let plain = linter.lint(SourceText(bytes))
    check(plain, bytes)
    guard plain.profile.kind == "unknown" else { return repair(bytes, plain) }
    let titled = title + bytes
    let report = linter.lint(SourceText(titled))
    check(report, titled)
    repair(titled, report)
  }

  private static func check(_ report: LintReport, _ bytes: [UInt8]) {
    for finding in report.findings {
      require(isInside(finding.range, bytes), "a finding stands inside the text")
      for related in finding.related { require(isInside(related.range, bytes), "so does what it refers to") }
      for fix in finding.fixes {
        var end = 0
        for edit in fix.edits {
          require(isInside(edit.range, bytes) && edit.range.lower >= end, "edits are in order and apart")
          end = edit.range.upper
        }
      }
    }
  }

  private static func isInside(_ range: TextRange, _ bytes: [UInt8]) -> Bool {
    range.lower >= 0 && range.lower <= range.upper && range.upper <= bytes.count
  }

  private static func repair(_ bytes: [UInt8], _ report: LintReport) {
    guard report.findings.contains(where: { !$0.fixes.isEmpty }), report.findings.count < 40 else { return }
    let fixed = FixedText(SourceText(bytes), original: bytes, choice: .safe, linter: linter)
    check(fixed.report, fixed.bytes)
    let again = FixedText(SourceText(fixed.bytes), original: fixed.bytes, choice: .safe, linter: linter)
    require(again.bytes == fixed.bytes, "what was repaired needs no repair")
  }
}
