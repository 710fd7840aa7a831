import DisclosureText
import Lint
import Workspace

/// The report for people: each finding with its line, its remedy and its proof.
///
///     预算.txt:2:31: error [wrong-share] 占比有误：60.00 ÷ 100.00 = 60.00%，文中为 61.00%
///       2 | 支出合计100.00万元，其中：基本支出60.00万元，占61.00%；…
///         |                                                ^^^^^^
///         = 改法：改为 60.00%（首选）
///
/// The words of severity are the same in both languages, so that an editor reads the first
/// line of a finding by one pattern.
struct TextReporter: Reporter {
  let language: MessageLanguage
  let hasColor: Bool

  private static let maximumCandidates = 5

  /// A blank line parts the findings of two files.
  var separator: [UInt8] { [0x0A] }

  /// The findings of one input.
  func render(_ input: CheckedInput) -> RenderedInput {
    guard case .linted(let document) = input.outcome else { return RenderedInput() }
    var rendered = RenderedInput()
    for (at, finding) in document.report.findings.enumerated() {
      if at > 0 { rendered.report.append(0x0A) }
      append(finding, of: input.name, in: document, to: &rendered.report)
    }
    return rendered
  }

  /// The line that says what was checked.
  func closing(_ totals: RunTotals, entries: [[UInt8]]) -> [UInt8] {
    let hasFindings = totals.hasFinding(from: .hint)
    return Array(((hasFindings ? "\n" : "") + Remarks.summary(totals)[language] + "\n").utf8)
  }

  private func append(_ finding: Finding, of name: FilePath, in document: CheckedDocument, to report: inout [UInt8]) {
    append(Self.place(finding.range.lower, of: name.printable, in: document, language), to: &report)
    report.append(paint(finding.severity.name, finding.severity.style))
    report.append(" [" + finding.rule + "] ")
    report.append(printable: finding.message[language])
    report.append(0x0A)
    let excerpt = Excerpt(of: finding.range, in: document.places)
    let gutter = excerpt.lines.map { String($0.number).utf8.count }.max() ?? 1
    for line in excerpt.lines {
      append(line, gutter: gutter, style: finding.severity.style, to: &report)
    }
    for remedy in remedies(of: finding) {
      report.append(String(repeating: " ", count: gutter + 3) + "= ")
      report.append(paint(remedy, .remedy))
      report.append(0x0A)
    }
    for related in finding.related {
      let place = document.document(of: related, called: name)
      append(Self.place(related.range.lower, of: place.name.printable, in: place.document, language), to: &report)
      report.append(paint("note", .note) + " ")
      report.append(printable: related.message[language])
      report.append(0x0A)
    }
  }

  private func append(_ place: String, to report: inout [UInt8]) {
    report.append(paint(place, .place) + " ")
  }

  /// How a line of the report begins: `a.txt:3:5:`, and for a file that is no text the place in
  /// the words of its program, `a.docx: 第3段:`.
  static func place(
    _ offset: Int, of name: String, in document: CheckedDocument, _ language: MessageLanguage
  ) -> String {
    if let place = document.imported(offset) { return "\(name): \(place.text[language]):" }
    let place = document.places.place(of: offset)
    return "\(name):\(place.line):\(place.column):"
  }

  private func append(_ line: ExcerptLine, gutter: Int, style: TextStyle, to report: inout [UInt8]) {
    let number = String(line.number)
    report.append(String(repeating: " ", count: gutter - number.utf8.count + 2))
    report.append(paint(number + " |", .note) + " " + line.text + "\n")
    report.append(String(repeating: " ", count: gutter + 3) + paint("|", .note))
    report.append(String(repeating: " ", count: line.indent + 1))
    report.append(paint(String(repeating: "^", count: line.width), style) + "\n")
  }

  /// The preferred repair, else every candidate.
  private func remedies(of finding: Finding) -> [String] {
    let preferred = finding.fixes.first(where: \.isPreferred)
    let fixes = preferred.map { [$0] } ?? finding.fixes
    var remedies = fixes.prefix(Self.maximumCandidates).map { fix in
      var title: [UInt8] = []
      title.append(printable: fix.title[language])
      return Remarks.remedy(String(decoding: title, as: UTF8.self), isPreferred: fix.isPreferred)[language]
    }
    if fixes.count > Self.maximumCandidates {
      remedies.append(Remarks.moreCandidates(fixes.count - Self.maximumCandidates)[language])
    }
    return remedies
  }

  private func paint(_ text: String, _ style: TextStyle) -> String {
    hasColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// What a part of the text report looks like on a terminal, as its code says (ECMA-48).
enum TextStyle: String, Hashable, Sendable {
  /// Where a finding stands.
  case place = "1"
  /// An error.
  case error = "1;31"
  /// A warning.
  case warning = "1;33"
  /// Information.
  case information = "1;36"
  /// A hint, a related place or a number in the margin.
  case note = "2"
  /// A repair.
  case remedy = "32"
}

extension Severity {
  /// How findings of this severity are marked.
  fileprivate var style: TextStyle {
    switch self {
    case .hint: .note
    case .information: .information
    case .warning: .warning
    case .error: .error
    }
  }
}
