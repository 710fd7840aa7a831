import DisclosureText
import Lint

/// A repair that can be offered at a place, and the finding it repairs.
package struct QuickFix: Hashable, Sendable {
  /// The finding's place among the findings of its report.
  package let findingIndex: Int
  /// The finding.
  package let finding: Finding
  /// One of its fixes.
  package let fix: Fix

  /// Creates a repair.
  package init(findingIndex: Int, finding: Finding, fix: Fix) {
    self.findingIndex = findingIndex
    self.finding = finding
    self.fix = fix
  }
}

extension QuickFix {
  /// The indices of the findings of `report` that `range` touches, as a cursor touches the
  /// figure it stands before, in or behind.
  ///
  /// - Complexity: O(*findings*).
  package static func findingIndices(in report: LintReport, touching range: TextRange) -> [Int] {
    report.findings.indices.filter { report.findings[$0].range.touches(range) }
  }

  /// The repairs of the findings that `range` touches, preferred ones first, otherwise in the
  /// order of the report.
  ///
  ///     QuickFix.all(in: report, touching: TextRange(cursor, cursor))
  package static func all(in report: LintReport, touching range: TextRange) -> [QuickFix] {
    all(in: report, findingIndices: findingIndices(in: report, touching: range))
  }

  /// The repairs of the findings at `findingIndices`, preferred ones first, otherwise in the
  /// order given.
  package static func all(in report: LintReport, findingIndices: [Int]) -> [QuickFix] {
    let fixes = findingIndices.filter(report.findings.indices.contains).flatMap { index in
      report.findings[index].fixes.map { fix in
        QuickFix(findingIndex: index, finding: report.findings[index], fix: fix)
      }
    }
    return fixes.filter(\.fix.isPreferred) + fixes.filter { !$0.fix.isPreferred }
  }
}
