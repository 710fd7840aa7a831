import DisclosureText
import JSONText
import Lint
import Workspace

/// Writes the findings of one document in the form of the JSON reports.
///
/// Offsets are UTF-8 byte offsets into the file, ranges half open; lines and columns count
/// from 1, columns in Unicode scalars. What stands in a file that is no text has its `place`
/// in words beside them; the offsets are those of the text it was turned into.
struct DiagnosticWriter {
  let language: MessageLanguage
  let file: String
  let document: CheckedDocument

  /// Writes one finding as an object.
  func write(_ finding: Finding, to writer: inout JSONWriter) {
    // Without closures, which would take a copy of the finding with all that it refers to.
    writer.beginObject()
    writer.member("file", file)
    writer.member("rule", finding.rule)
    writer.member("severity", finding.severity.name)
    write(finding.message, as: "message", to: &writer)
    write(finding.range, to: &writer)
    writer.key("related")
    writer.beginArray()
    for related in finding.related { write(related, to: &writer) }
    writer.endArray()
    writer.key("fixes")
    writer.beginArray()
    for fix in finding.fixes { write(fix, to: &writer) }
    writer.endArray()
    writer.endObject()
  }

  private func write(_ text: LocalizedText, as key: StaticString, to writer: inout JSONWriter) {
    writer.key(key)
    write(text, to: &writer)
  }

  /// Writes a text as a string, without putting its parts together.
  private func write(_ text: LocalizedText, to writer: inout JSONWriter) {
    writer.beginString()
    text.forEachPart(in: language) { writer.part($0) }
    writer.endString()
  }

  private func write(_ related: RelatedPlace, to writer: inout JSONWriter) {
    guard related.document == nil, writer.indentation == 0 else {
      writer.object { writer in
        let other = related.document.map { _ in document.document(of: related, called: FilePath(file)) }
        if let other { writer.member("file", other.name.text) }
        write(related.message, as: "message", to: &writer)
        write(related.range, in: other?.document ?? document, to: &writer)
      }
      return
    }
    // Half of what is written are these.
    writer.beginPieces(#"{"message":"#)
    write(related.message, to: &writer)
    write(related.range, to: &writer)
    writer.endPieces("}")
  }

  private func write(_ fix: Fix, to writer: inout JSONWriter) {
    writer.beginObject()
    write(fix.title, as: "title", to: &writer)
    writer.member("preferred", fix.isPreferred)
    writer.member("safe", fix.isSafe)
    writer.key("edits")
    writer.beginArray()
    for edit in fix.edits {
      writer.beginObject()
      write(edit.range, to: &writer)
      writer.member("text", edit.text)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private func write(_ key: StaticString, _ place: TextPlace, to writer: inout JSONWriter) {
    writer.key(key)
    writer.object { writer in
      place.write(to: &writer)
    }
  }

  /// Writes the members `start` and `end`, and `place` where there is one.
  func write(_ range: TextRange, to writer: inout JSONWriter) { write(range, in: document, to: &writer) }

  private func write(_ range: TextRange, in document: CheckedDocument, to writer: inout JSONWriter) {
    let (start, end) = document.places.places(of: range)
    if writer.indentation == 0 {
      writer.composed(
        (#""start":{"offset":"#, start.offset), (#","line":"#, start.line), (#","column":"#, start.column), end: "}")
      writer.composed(
        (#""end":{"offset":"#, end.offset), (#","line":"#, end.line), (#","column":"#, end.column), end: "}")
    } else {
      write("start", start, to: &writer)
      write("end", end, to: &writer)
    }
    if let place = document.imported(range.lower) {
      writer.key("place")
      writer.object { place.write(to: &$0, in: language) }
    }
  }
}

extension ImportedPlace {
  /// Writes the place in words, and its numbers for programs, as members.
  fileprivate func write(to writer: inout JSONWriter, in language: MessageLanguage) {
    writer.member("text", text[language])
    switch self {
    case .page(let page, let line):
      writer.member("page", page)
      writer.member("line", line)
    case .paragraph(let number):
      writer.member("paragraph", number)
    case .cell(let table, let row, let column):
      writer.member("table", table)
      writer.member("row", row)
      writer.member("column", column)
    case .sheet(let name, let row, let column):
      writer.member("sheet", name)
      writer.member("row", row)
      writer.member("column", column)
    }
  }
}
