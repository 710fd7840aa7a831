import DisclosureText
import JSONText
import Lint
import Workspace

/// The Reviewdog diagnostic format. Its columns count bytes of UTF-8 from 1.
struct ReviewdogReporter: Reporter {
  let language: MessageLanguage

  /// The diagnostics begin.
  func opening() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { $0.member("name", Product.name) }
    return Array("{\"source\":".utf8) + writer.bytes + Array(",\"diagnostics\":[\n".utf8)
  }

  /// Diagnostics stand each on a line of its own.
  var separator: [UInt8] { Array(",\n".utf8) }

  /// The diagnostics of one input.
  func render(_ input: CheckedInput) -> RenderedInput {
    guard case .linted(let document) = input.outcome else { return RenderedInput() }
    let diagnostics = document.report.findings.map { finding in
      var writer = JSONWriter(capacity: 1024)
      writer.object { writer in
        writer.member("message", FindingPlace(finding.range, in: document).message(of: finding, language))
        writer.key("location")
        write(finding.range, of: input.name, in: document, to: &writer)
        writer.member("severity", finding.severity.word)
        writer.key("code")
        writer.object { $0.member("value", finding.rule) }
        write(suggestionsOf: finding, in: document, to: &writer)
        writeRelated(of: finding, input, in: document, to: &writer)
      }
      return writer.bytes
    }
    return RenderedInput(report: Array(diagnostics.joined(separator: separator)))
  }

  /// The diagnostics end.
  func closing(_ totals: RunTotals, entries: [[UInt8]]) -> [UInt8] { Array("\n]}\n".utf8) }

  /// A repair of one edit is a suggestion; the format has none of several edits.
  private func write(suggestionsOf finding: Finding, in document: CheckedDocument, to writer: inout JSONWriter) {
    let edits = finding.fixes.filter { $0.edits.count == 1 }.flatMap(\.edits)
    if edits.isEmpty || document.imported(finding.range.lower) != nil { return }
    writer.key("suggestions")
    writer.array { writer in
      for edit in edits {
        writer.object { writer in
          writer.key("range")
          write(edit.range, in: document, to: &writer)
          writer.member("text", edit.text)
        }
      }
    }
  }

  private func writeRelated(
    of finding: Finding, _ input: CheckedInput, in document: CheckedDocument, to writer: inout JSONWriter
  ) {
    if finding.related.isEmpty { return }
    writer.key("related_locations")
    writer.array { writer in
      for related in finding.related {
        writer.object { writer in
          writer.member("message", related.message[language])
          writer.key("location")
          let place = document.document(of: related, called: input.name)
          write(related.range, of: place.name, in: place.document, to: &writer)
        }
      }
    }
  }

  private func write(
    _ range: TextRange, of name: FilePath, in document: CheckedDocument, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("path", name.text)
      if document.imported(range.lower) == nil {
        writer.key("range")
        write(range, in: document, to: &writer)
      }
    }
  }

  private func write(_ range: TextRange, in document: CheckedDocument, to writer: inout JSONWriter) {
    writer.object { writer in
      for (key, offset): (StaticString, _) in [("start", range.lower), ("end", range.upper)] {
        let line = document.places.lines.line(at: offset)
        writer.key(key)
        writer.object { writer in
          writer.member("line", line + 1)
          writer.member("column", offset - document.places.lines.starts[line] + 1)
        }
      }
    }
  }
}

extension Severity {
  /// The format's word.
  fileprivate var word: String {
    switch self {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .information, .hint: "INFO"
    }
  }
}
