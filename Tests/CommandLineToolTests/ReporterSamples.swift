import DisclosureText
import Lint
import Workspace

@testable import CommandLineTool

/// A text in which `⟦…⟧` marks where a finding stands.
struct MarkedText {
  /// The text without marks.
  let text: SourceText
  /// The marked range.
  let range: TextRange

  init(_ marked: String) {
    let bytes = Array(marked.utf8)
    let open = Array("⟦".utf8)
    let close = Array("⟧".utf8)
    let lower = bytes.indices.first { bytes[$0...].starts(with: open) } ?? 0
    let upper = bytes.indices.first { bytes[$0...].starts(with: close) } ?? open.count
    text = SourceText(
      Array(bytes[..<lower] + bytes[(lower + open.count)..<upper] + bytes[(upper + close.count)...]))
    range = TextRange(lower, upper - open.count)
  }
}

/// An error on the marked place of `text`.
func finding(
  on text: MarkedText, severity: Severity = .error, related: [RelatedPlace] = [], fixes: [Fix] = []
) -> Finding {
  Finding(
    rule: "wrong-share", severity: severity, range: text.range,
    message: LocalizedText("占比有误", "wrong share"), related: related, fixes: fixes)
}

/// A repair of the marked place.
func fix(_ replacement: String, on text: MarkedText, isPreferred: Bool) -> Fix {
  Fix(
    title: LocalizedText("改为 \(replacement)", "change to \(replacement)"), isPreferred: isPreferred,
    isSafe: isPreferred, edits: [TextEdit(range: text.range, text: replacement)])
}

/// A text that was judged, called `name`.
func input(
  _ text: MarkedText, _ findings: [Finding], name: FilePath = "a.txt", notes: [LocalizedText] = []
) -> CheckedInput {
  var relations = RelationCounts()
  relations.checked = 5
  relations.hold = 3
  relations.rounding = 1
  relations.broken = 1
  relations.notCheckable = 2
  var figures = FigureCounts()
  figures.total = 8
  figures.verified = 7
  return CheckedInput(
    name: name,
    outcome: .linted(
      CheckedDocument(
        text.text,
        LintReport(
          findings: findings, profile: ProfileSummary(kind: "budget", entity: "某局", fiscalYear: 2025),
          relations: relations, figures: figures, notes: notes))))
}

/// The text report of one finding on the marked place.
func textReport(_ marked: String, related: [RelatedPlace] = [], fixes: (MarkedText) -> [Fix] = { _ in [] }) -> String {
  let text = MarkedText(marked)
  let reporter = TextReporter(language: .english, hasColor: false)
  let rendered = reporter.render(input(text, [finding(on: text, related: related, fixes: fixes(text))]))
  return String(decoding: rendered.report, as: UTF8.self)
}
