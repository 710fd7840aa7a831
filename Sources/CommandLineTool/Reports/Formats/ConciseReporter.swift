import DisclosureText
import Lint

/// One line to each finding, for people in a hurry and editors that read messages.
struct ConciseReporter: Reporter {
  let language: MessageLanguage

  /// The lines of one input.
  func render(_ input: CheckedInput) -> RenderedInput {
    guard case .linted(let document) = input.outcome else { return RenderedInput() }
    var rendered = RenderedInput()
    for finding in document.report.findings {
      let place = TextReporter.place(finding.range.lower, of: input.name.printable, in: document, language)
      rendered.report.append("\(place) \(finding.severity.name) [\(finding.rule)] ")
      rendered.report.append(printable: finding.message[language])
      rendered.report.append(0x0A)
    }
    return rendered
  }
}
