import DisclosureText
import JSONText
import Lint
import Workspace

/// The report for programs: one JSON object, a line to each diagnostic and file.
///
/// Offsets are UTF-8 byte offsets into the file, ranges half open; lines and columns count
/// from 1, columns in Unicode scalars.
struct JSONReporter: Reporter {
  let language: MessageLanguage

  /// The tool's name and version.
  func opening() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("name")
      writer.string(Product.name)
      writer.key("version")
      writer.string(Product.version)
    }
    return Array("{\"tool\":".utf8) + writer.bytes + Array(",\"diagnostics\":[\n".utf8)
  }

  /// Diagnostics stand each on a line of its own.
  var separator: [UInt8] { Array(",\n".utf8) }

  /// The diagnostics of one input and what is said of it as a whole.
  func render(_ input: CheckedInput) -> RenderedInput {
    var rendered = RenderedInput()
    let name = input.name.printable
    switch input.outcome {
    case .linted(let text, let report):
      rendered.totals = RunTotals(report)
      rendered.report = diagnostics(of: report, in: text, file: input.name.text)
      rendered.entry = entry(input.name.text, report: report)
      rendered.remarks = Remarks.notes(report, name: name, language: language)
    case .unreadable(let error):
      let sentence = ToolMessage.text(of: error, at: name)
      rendered.totals.unreadable = 1
      rendered.entry = entry(input.name.text, error: sentence[language])
      rendered.remarks = ToolMessage.line(sentence, in: language)
    case .emptyFolder:
      rendered.remarks = ToolMessage.line(ToolMessage.emptyFolder(name), in: language)
    }
    return rendered
  }

  /// The totals and the list of files.
  func closing(_ totals: RunTotals, entries: [[UInt8]]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      for (key, count) in [
        ("files", totals.files), ("errors", totals.count(of: .error)), ("warnings", totals.count(of: .warning)),
        ("info", totals.count(of: .information)), ("hints", totals.count(of: .hint)),
      ] {
        writer.key(key)
        writer.int(count)
      }
      Self.write(totals.relations, totals.figures, to: &writer)
    }
    var bytes = Array("\n],\"summary\":".utf8) + writer.bytes + Array(",\"files\":[\n".utf8)
    bytes.append(contentsOf: entries.joined(separator: separator))
    bytes.append("\n]}\n")
    return bytes
  }

  private func diagnostics(of report: LintReport, in text: SourceText, file: String) -> [UInt8] {
    guard !report.findings.isEmpty else { return [] }
    let places = TextPlaces(text)
    var bytes: [UInt8] = []
    var writer = JSONWriter(capacity: 1024)
    for (at, finding) in report.findings.enumerated() {
      if at > 0 { bytes.append(contentsOf: separator) }
      writer.removeAll()
      write(finding, file: file, places: places, to: &writer)
      bytes.append(contentsOf: writer.bytes)
    }
    return bytes
  }

  private func write(_ finding: Finding, file: String, places: TextPlaces, to writer: inout JSONWriter) {
    writer.object { writer in
      for (key, value) in [
        ("file", file), ("rule", finding.rule), ("severity", finding.severity.name),
        ("message", finding.message[language]),
      ] {
        writer.key(key)
        writer.string(value)
      }
      Self.write(finding.range, places, to: &writer)
      writer.key("related")
      writer.array { writer in
        for related in finding.related {
          writer.object { writer in
            writer.key("message")
            writer.string(related.message[language])
            Self.write(related.range, places, to: &writer)
          }
        }
      }
      writer.key("fixes")
      writer.array { writer in
        for fix in finding.fixes { write(fix, places, to: &writer) }
      }
    }
  }

  private func write(_ fix: Fix, _ places: TextPlaces, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("title")
      writer.string(fix.title[language])
      writer.key("preferred")
      writer.bool(fix.isPreferred)
      writer.key("safe")
      writer.bool(fix.isSafe)
      writer.key("edits")
      writer.array { writer in
        for edit in fix.edits {
          writer.object { writer in
            Self.write(edit.range, places, to: &writer)
            writer.key("text")
            writer.string(edit.text)
          }
        }
      }
    }
  }

  private static func write(_ range: TextRange, _ places: TextPlaces, to writer: inout JSONWriter) {
    for (key, offset) in [("start", range.lower), ("end", range.upper)] {
      let place = places.place(of: offset)
      writer.key(key)
      writer.object { writer in
        for (key, number) in [("offset", place.offset), ("line", place.line), ("column", place.column)] {
          writer.key(key)
          writer.int(number)
        }
      }
    }
  }
}
