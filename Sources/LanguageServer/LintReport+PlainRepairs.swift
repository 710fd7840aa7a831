import DisclosureText
import Lint
import Workspace

extension LintReport {
  /// Leaves out the repairs that would put a comma between cells that commas separate.
  mutating func keepPlainRepairs() {
    for index in findings.indices {
      findings[index].fixes.removeAll { fix in fix.edits.contains { !CommaSeparatedText.isPlain($0.text) } }
    }
  }
}
