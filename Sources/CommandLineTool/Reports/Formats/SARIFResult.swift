import DisclosureText
import JSONText
import Lint
import Workspace

/// One finding as a result of SARIF.
struct SARIFResult {
  let finding: Finding
  let fingerprint: String
  let input: CheckedInput
  let document: CheckedDocument
  let language: MessageLanguage

  /// The result as one line.
  func json() -> [UInt8] {
    var writer = JSONWriter(capacity: 2048)
    writer.object { writer in
      writer.member("ruleId", finding.rule)
      writer.member("level", finding.severity.sarifLevel)
      writer.key("message")
      writer.object { $0.member("text", finding.message[language]) }
      writer.key("locations")
      writer.array { writer in writeLocation(finding.range, in: own, to: &writer) }
      writer.key("partialFingerprints")
      writer.object { $0.member(named: "\(Product.name)/v1", fingerprint) }
      if !finding.related.isEmpty {
        writer.key("relatedLocations")
        write(distinct: finding.related, to: &writer) { related, writer in
          let place = document.document(of: related, called: input.name)
          writeLocation(related.range, in: place, message: related.message, to: &writer)
        }
      }
      // A repair of a file that is no text cannot be written down as a replacement of text.
      let fixes = document.imported(finding.range.lower) == nil ? finding.fixes : []
      if !fixes.isEmpty {
        writer.key("fixes")
        write(distinct: fixes, to: &writer) { write($0, to: &$1) }
      }
    }
    return writer.bytes
  }

  /// Writes an array whose items the format wants to differ: places in a file that is no text are told apart by
  /// what holds them only.
  private func write<Item>(
    distinct items: [Item], to writer: inout JSONWriter, _ write: (Item, inout JSONWriter) -> Void
  ) {
    var written: [[UInt8]] = []
    for item in items {
      var one = JSONWriter()
      write(item, &one)
      if !written.contains(one.bytes) { written.append(one.bytes) }
    }
    writer.array { writer in
      for bytes in written { writer.raw(bytes) }
    }
  }

  private var own: ReferredDocument { ReferredDocument(name: input.name, document: document) }

  private func writeLocation(
    _ range: TextRange, in file: ReferredDocument, message: LocalizedText? = nil, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.key("physicalLocation")
      writer.object { writer in
        writeArtifact(file, to: &writer)
        if file.document.imported(range.lower) == nil {
          writer.key("region")
          writeRegion(range, in: file, to: &writer)
        }
      }
      if let place = file.document.imported(range.lower) {
        writer.key("logicalLocations")
        writer.array { writer in
          writer.object { $0.member("fullyQualifiedName", place.text[language]) }
        }
      }
      if let message {
        writer.key("message")
        writer.object { $0.member("text", message[language]) }
      }
    }
  }

  private func writeArtifact(_ file: ReferredDocument, to writer: inout JSONWriter) {
    writer.key("artifactLocation")
    writer.object { $0.member("uri", file.name.uriReference) }
  }

  private func writeRegion(_ range: TextRange, in file: ReferredDocument, to writer: inout JSONWriter) {
    let start = file.document.places.place(of: range.lower)
    let end = file.document.places.place(of: range.upper)
    writer.object { writer in
      writer.member("startLine", start.line)
      writer.member("startColumn", start.column)
      writer.member("endLine", end.line)
      writer.member("endColumn", end.column)
    }
  }

  private func write(_ fix: Fix, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("description")
      writer.object { $0.member("text", fix.title[language]) }
      writer.key("artifactChanges")
      writer.array { writer in
        writer.object { writer in
          writeArtifact(own, to: &writer)
          writer.key("replacements")
          writer.array { writer in
            for edit in fix.edits {
              writer.object { writer in
                writer.key("deletedRegion")
                writeRegion(edit.range, in: own, to: &writer)
                writer.key("insertedContent")
                writer.object { $0.member("text", edit.text) }
              }
            }
          }
        }
      }
    }
  }
}
