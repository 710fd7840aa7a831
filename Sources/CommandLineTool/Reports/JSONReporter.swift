import DisclosureText
import JSONText
import Lint
import Workspace

/// The report for programs: one JSON object, a line to each diagnostic and file.
struct JSONReporter: Reporter {
  let language: MessageLanguage

  /// The tool's name and version.
  func opening() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { Self.writeTool(to: &$0) }
    return Array("{\"tool\":".utf8) + writer.bytes + Array(",\"diagnostics\":[\n".utf8)
  }

  /// Diagnostics stand each on a line of its own.
  var separator: [UInt8] { Array(",\n".utf8) }

  /// The diagnostics of one input and what is said of it as a whole.
  func render(_ input: CheckedInput) -> RenderedInput {
    guard let entry = FileEntry(input, language: language) else { return RenderedInput() }
    var writer = JSONWriter(capacity: 512)
    writer.object { entry.write(to: &$0) }
    return RenderedInput(report: diagnostics(of: input), entry: writer.bytes)
  }

  /// The totals and the list of files.
  func closing(_ totals: RunTotals, entries: [[UInt8]]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      for (key, count): (StaticString, _) in [
        ("files", totals.files), ("errors", totals.count(of: .error)), ("warnings", totals.count(of: .warning)),
        ("info", totals.count(of: .information)), ("hints", totals.count(of: .hint)),
      ] {
        writer.member(key, count)
      }
      FileEntry.write(totals.relations, totals.figures, to: &writer)
    }
    var bytes = Array("\n],\"summary\":".utf8) + writer.bytes + Array(",\"files\":[\n".utf8)
    bytes.append(contentsOf: entries.joined(separator: separator))
    bytes.append("\n]}\n")
    return bytes
  }

  private func diagnostics(of input: CheckedInput) -> [UInt8] {
    guard case .linted(let document) = input.outcome else { return [] }
    let diagnostics = DiagnosticWriter(language: language, file: input.name.text, document: document)
    let all = document.report.findings
    let findings = all.span
    let separator = separator
    var writer = JSONWriter(
      capacity: all.reduce(0) { $0 + Self.usualLength + $1.related.count * Self.placeLength })
    for at in findings.indices {
      if at > 0 { writer.separate(by: separator) }
      diagnostics.write(findings[at], to: &writer)
    }
    return writer.bytes
  }

  /// The bytes that most findings take without the places beside them, and what such a place takes.
  private static let usualLength = 1024
  private static let placeLength = 192

  /// Writes the name and version of the product as members.
  static func writeTool(to writer: inout JSONWriter) {
    writer.member("name", Product.name)
    writer.member("version", Product.version)
  }
}
