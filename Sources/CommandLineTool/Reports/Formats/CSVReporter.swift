import Lint
import Workspace

/// A table for spreadsheets (RFC 4180, with the byte order mark by which they know UTF-8).
struct CSVReporter: Reporter {
  let language: MessageLanguage

  /// The heads of the columns.
  func opening() -> [UInt8] {
    Array("\u{FEFF}file,line,column,place,severity,rule,message,fix\r\n".utf8)
  }

  /// The rows of one input.
  func render(_ input: CheckedInput) -> RenderedInput {
    var rows: [[String]] = []
    switch input.outcome {
    case .linted(let document):
      rows = document.report.findings.map { finding in
        let place = FindingPlace(finding.range, in: document)
        return [
          input.name.text, String(place.start.line), String(place.start.column),
          place.imported?.text[language] ?? "", finding.severity.name, finding.rule, finding.message[language],
          finding.fixes.first(where: \.isPreferred)?.title[language] ?? "",
        ]
      }
    case .unreadable(let error):
      rows = ToolMessage.texts(of: error, at: input.name.printable).map {
        [input.name.text, "", "", "", "error", "unreadable", $0[language], ""]
      }
    case .emptyFolder: break
    }
    let text = rows.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
    return RenderedInput(report: Array(text.utf8))
  }

  /// A field as RFC 4180 has it; one that a spreadsheet would compute begins with an apostrophe.
  private static func field(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
    let needsQuotes = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
    guard needsQuotes else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
