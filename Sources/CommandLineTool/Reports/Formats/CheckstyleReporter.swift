import Lint
import Workspace

/// The XML of Checkstyle.
struct CheckstyleReporter: Reporter {
  let language: MessageLanguage

  /// The document begins.
  func opening() -> [UInt8] { Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n".utf8) }

  /// The file of one input.
  func render(_ input: CheckedInput) -> RenderedInput {
    var lines: [String] = []
    switch input.outcome {
    case .linted(let document):
      for finding in document.report.findings {
        let place = FindingPlace(finding.range, in: document)
        lines.append(
          "    <error line=\"\(place.start.line)\" column=\"\(place.start.column)\" severity=\"\(finding.severity.level)\""
            + " message=\"\(place.message(of: finding, language).xmlEscaped)\" source=\"\(Product.name).\(finding.rule)\"/>"
        )
      }
    case .unreadable(let error):
      for text in ToolMessage.texts(of: error, at: input.name.printable) {
        lines.append(
          "    <error line=\"1\" severity=\"error\" message=\"\(text[language].xmlEscaped)\" source=\"\(Product.name).unreadable\"/>"
        )
      }
    case .emptyFolder: return RenderedInput()
    }
    let text = (["  <file name=\"\(input.name.text.xmlEscaped)\">"] + lines + ["  </file>", ""]).joined(separator: "\n")
    return RenderedInput(report: Array(text.utf8))
  }

  /// The document ends.
  func closing(_ totals: RunTotals, entries: [[UInt8]]) -> [UInt8] { Array("</checkstyle>\n".utf8) }
}

extension Severity {
  /// Checkstyle's word.
  fileprivate var level: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information, .hint: "info"
    }
  }
}
