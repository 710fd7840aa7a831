import DisclosureText
import Lint

/// The text of a document with its findings marked.
struct HTMLText {
  let document: CheckedDocument
  let identifier: String

  /// Paragraphs as they are, and lines with tabs as rows of a table.
  func html() -> String {
    let bytes = document.text.bytes
    let lines = document.places.lines
    var result = ""
    var isInTable = false
    for line in 0..<lines.lineCount {
      let content = lines.starts[line]..<lines.contentEnd(ofLine: line, in: bytes)
      let isRow = bytes[content].contains(0x09)
      if isRow != isInTable || line == 0 {
        if line > 0 { result += isInTable ? "</tbody></table></div>\n" : "</pre>\n" }
        result += isRow ? "<div class=\"scroll\"><table class=\"text\"><tbody>\n" : opening(from: line)
        isInTable = isRow
      }
      result += isRow ? row(content) : marked(content) + "\n"
    }
    return result + (isInTable ? "</tbody></table></div>\n" : "</pre>\n")
  }

  /// Text whose columns are kept by blanks needs letters of one width.
  private func opening(from line: Int) -> String {
    let hasColumns = document.text.bytes.count { $0 == 0x0C } > 0
    return "<pre class=\"text\(hasColumns ? " columns" : "")\">"
  }

  private func row(_ content: Range<Int>) -> String {
    var cells: [Range<Int>] = []
    var start = content.lowerBound
    for at in content where document.text.bytes[at] == 0x09 {
      cells.append(start..<at)
      start = at + 1
    }
    cells.append(start..<content.upperBound)
    return "<tr>" + cells.map { "<td>\(marked($0))</td>" }.joined() + "</tr>\n"
  }

  /// The text of a range, each stretch with the findings that stand on it.
  private func marked(_ range: Range<Int>) -> String {
    let here = findings(on: range)
    guard !here.isEmpty else { return text(range.lowerBound, range.upperBound) }
    var bounds: Set<Int> = [range.lowerBound, range.upperBound]
    for (_, finding) in here {
      bounds.formUnion([
        max(range.lowerBound, min(finding.range.lower, range.upperBound)),
        max(range.lowerBound, min(finding.range.upper, range.upperBound)),
      ])
    }
    let sorted = bounds.sorted()
    var result = ""
    for (lower, upper) in zip(sorted, sorted.dropFirst()) {
      let covering = here.filter { $0.finding.range.lower < upper && lower < $0.finding.range.upper }
      guard let gravest = covering.max(by: { $0.finding.severity < $1.finding.severity }) else {
        result += text(lower, upper)
        continue
      }
      let names = covering.map { "\(identifier)-\($0.number)" }
      let anchors = covering.filter { $0.finding.range.lower == lower }.map {
        "<a id=\"\(identifier)-\($0.number)-m\"></a>"
      }
      let title = covering.map(\.finding.rule).joined(separator: " ")
      result +=
        "\(anchors.joined())<mark class=\"\(gravest.finding.severity.name)\" data-findings=\"\(names.joined(separator: " "))\" title=\"\(title)\">\(text(lower, upper))</mark>"
    }
    return result
  }

  private func findings(on range: Range<Int>) -> [(number: Int, finding: Finding)] {
    document.report.findings.enumerated().filter {
      $0.element.range.lower < range.upperBound && range.lowerBound < $0.element.range.upper
    }.map { ($0.offset, $0.element) }
  }

  /// Text without what only steers a printer.
  private func text(_ lower: Int, _ upper: Int) -> String {
    let string = document.text.string(in: TextRange(lower, upper))
    if !string.utf8.contains(where: { $0 == 0x0C || $0 == 0xEF }) { return string.xmlEscaped }
    return String(
      String.UnicodeScalarView(string.unicodeScalars.filter { $0 != "\u{C}" && $0 != "\u{FEFF}" })
    ).xmlEscaped
  }
}
