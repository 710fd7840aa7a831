import Lint
import Workspace

/// Workflow commands of GitHub Actions, which show findings beside the changed lines.
///
/// A page with more than ten of a kind shows ten; that is GitHub's limit.
struct GitHubReporter: Reporter {
  let language: MessageLanguage

  /// The commands of one input.
  func render(_ input: CheckedInput) -> RenderedInput {
    switch input.outcome {
    case .linted(let document):
      let file = Self.property(input.name.text)
      let lines = document.report.findings.map { finding in
        let place = FindingPlace(finding.range, in: document)
        // Columns are meant for one line only.
        let end = place.start.line == place.end.line ? ",endColumn=\(place.end.column)" : ""
        let position =
          place.imported == nil
          ? ",line=\(place.start.line),endLine=\(place.end.line),col=\(place.start.column)\(end)" : ""
        return "::\(finding.severity.command) file=\(file)\(position),title=\(Self.property(finding.rule))"
          + "::\(Self.data(place.message(of: finding, language)))\n"
      }
      return RenderedInput(report: Array(lines.joined().utf8))
    case .unreadable(let error):
      let file = Self.property(input.name.text)
      let lines = ToolMessage.texts(of: error, at: input.name.printable).map {
        "::error file=\(file)::\(Self.data($0[language]))\n"
      }
      return RenderedInput(report: Array(lines.joined().utf8))
    case .emptyFolder: return RenderedInput()
    }
  }

  /// Text behind the second `::`.
  private static func data(_ text: String) -> String {
    escaped(text, also: [:])
  }

  /// Text of a property.
  private static func property(_ text: String) -> String {
    escaped(text, also: [":": "%3A", ",": "%2C"])
  }

  private static func escaped(_ text: String, also more: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result += more[scalar] ?? String(scalar)
      }
    }
    return result
  }
}

extension Severity {
  /// The workflow command.
  fileprivate var command: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information, .hint: "notice"
    }
  }
}
