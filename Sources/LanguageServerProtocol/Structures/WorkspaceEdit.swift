import JSONText

/// A replacement in a document.
package struct ProtocolEdit: Hashable, Sendable {
  /// What is replaced.
  package var range: ProtocolRange
  /// What stands there afterwards.
  package var newText: String

  /// Creates a replacement.
  package init(range: ProtocolRange, newText: String) {
    self.range = range
    self.newText = newText
  }
}

extension ProtocolEdit: JSONWritable {
  /// Writes the replacement.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("range", range)
      writer.member("newText", newText)
    }
  }
}

/// Replacements in one document.
package struct WorkspaceEdit: Hashable, Sendable {
  /// The document.
  package var uri: String
  /// How the document is named to the client.
  package var form: Form
  /// The replacements; none overlaps another.
  package var edits: [ProtocolEdit]

  /// The two forms an edit can have.
  package enum Form: Hashable, Sendable {
    /// By its name alone, which every client understands.
    case plain
    /// By its name and version, so that a client refuses an edit that comes too late.
    case versioned(Int?)
  }

  /// Creates an edit.
  package init(uri: String, form: Form, edits: [ProtocolEdit]) {
    self.uri = uri
    self.form = form
    self.edits = edits
  }
}

extension WorkspaceEdit: JSONWritable {
  /// Writes `changes` or `documentChanges`.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      switch form {
      case .plain:
        writer.key("changes")
        writer.object { writer in writer.member(uri, edits) }
      case .versioned(let version):
        writer.key("documentChanges")
        writer.array { writer in
          writer.object { writer in
            writer.key("textDocument")
            writer.object { writer in
              writer.member("uri", uri)
              writer.key("version")
              if let version { writer.int(version) } else { writer.null() }
            }
            writer.member("edits", edits)
          }
        }
      }
    }
  }
}
