import DisclosureText
import Lint
import Workspace

/// The XML of JUnit: a suite to each file, a case to each finding. Alarms are failures; what
/// is no alarm passes with its message as output.
struct JUnitReporter: Reporter {
  let language: MessageLanguage

  /// The document begins.
  func opening() -> [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"budgetlint\">\n".utf8)
  }

  /// The suite of one input.
  func render(_ input: CheckedInput) -> RenderedInput {
    let name = input.name.text.xmlEscaped
    switch input.outcome {
    case .linted(let document):
      let findings = document.report.findings
      let alarms = findings.count { $0.severity.isAlarm }
      var text = Self.suite(name, tests: max(1, findings.count), failures: alarms, errors: 0)
      if findings.isEmpty { text += "    <testcase classname=\"\(name)\" name=\"budgetlint\" time=\"0\"/>\n" }
      for finding in findings { text += testCase(finding, name, document) }
      return RenderedInput(report: Array((text + "  </testsuite>\n").utf8))
    case .unreadable(let error):
      let message = ToolMessage.texts(of: error, at: input.name.printable).map { $0[language] }.joined(separator: "\n")
      let text =
        Self.suite(name, tests: 1, failures: 0, errors: 1)
        + "    <testcase classname=\"\(name)\" name=\"budgetlint\" time=\"0\">\n"
        + "      <error message=\"\(message.xmlEscaped)\" type=\"unreadable\"/>\n    </testcase>\n  </testsuite>\n"
      return RenderedInput(report: Array(text.utf8))
    case .emptyFolder: return RenderedInput()
    }
  }

  /// The document ends.
  func closing(_ totals: RunTotals, entries: [[UInt8]]) -> [UInt8] { Array("</testsuites>\n".utf8) }

  private static func suite(_ name: String, tests: Int, failures: Int, errors: Int) -> String {
    "  <testsuite name=\"\(name)\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"0\" time=\"0\">\n"
  }

  private func testCase(_ finding: Finding, _ name: String, _ document: CheckedDocument) -> String {
    let place = TextReporter.place(finding.range.lower, of: name, in: document, language)
    let message = finding.message[language].xmlEscaped
    let head = "    <testcase classname=\"\(name)\" name=\"\(finding.rule) \(place.xmlEscaped)\" time=\"0\">\n"
    let body =
      finding.severity.isAlarm
      ? "      <failure message=\"\(message)\" type=\"\(finding.severity.name)\">\(place.xmlEscaped) \(message)</failure>\n"
      : "      <system-out>\(finding.severity.name): \(message)</system-out>\n"
    return head + body + "    </testcase>\n"
  }
}
