import JSONText
import Lint
import Workspace

/// The report for pipes: one JSON object on a line for each input, and nothing else.
///
/// A line has what ``JSONReporter`` says of the file, and its `diagnostics`.
struct JSONLinesReporter: Reporter {
  let language: MessageLanguage

  /// The line of one input.
  func render(_ input: CheckedInput) -> RenderedInput {
    guard let entry = FileEntry(input, language: language) else { return RenderedInput() }
    var writer = JSONWriter(capacity: 1 << 12)
    writer.object { writer in
      entry.write(to: &writer)
      writer.key("diagnostics")
      writer.array { writer in
        guard case .linted(let document) = input.outcome else { return }
        let diagnostics = DiagnosticWriter(language: language, file: input.name.text, document: document)
        for finding in document.report.findings { diagnostics.write(finding, to: &writer) }
      }
    }
    writer.newline()
    return RenderedInput(report: writer.bytes)
  }
}
