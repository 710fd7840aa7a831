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
      writer.array { writer in writeLocation(finding.range, to: &writer) }
      writer.key("partialFingerprints")
      writer.object { $0.member("\(Product.name)/v1", fingerprint) }
      if !finding.related.isEmpty {
        writer.key("relatedLocations")
        writer.array { writer in
          for related in finding.related { writeLocation(related.range, message: related.message, to: &writer) }
        }
      }
      // A repair of a file that is no text cannot be written down as a replacement of text.
      let fixes = document.imported(finding.range.lower) == nil ? finding.fixes : []
      if !fixes.isEmpty {
        writer.key("fixes")
        writer.array { writer in
          for fix in fixes { write(fix, to: &writer) }
        }
      }
    }
    return writer.bytes
  }

  private func writeLocation(_ range: TextRange, message: LocalizedText? = nil, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("physicalLocation")
      writer.object { writer in
        writeArtifact(to: &writer)
        if document.imported(range.lower) == nil {
          writer.key("region")
          writeRegion(range, to: &writer)
        }
      }
      if let place = document.imported(range.lower) {
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

  private func writeArtifact(to writer: inout JSONWriter) {
    writer.key("artifactLocation")
    writer.object { $0.member("uri", input.name.uriReference) }
  }

  private func writeRegion(_ range: TextRange, to writer: inout JSONWriter) {
    let start = document.places.place(of: range.lower)
    let end = document.places.place(of: range.upper)
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
          writeArtifact(to: &writer)
          writer.key("replacements")
          writer.array { writer in
            for edit in fix.edits {
              writer.object { writer in
                writer.key("deletedRegion")
                writeRegion(edit.range, to: &writer)
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
