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
package struct DocumentEdit: Hashable, Sendable {
  /// The document.
  package var uri: String
  /// The version of the text that the replacements are for; nil for a document that is not open.
  package var version: Int?
  /// Whether the document does not exist and is to be created first.
  package var isNew = false
  /// The replacements; none overlaps another.
  package var edits: [ProtocolEdit]

  /// Creates an edit.
  package init(uri: String, version: Int?, isNew: Bool = false, edits: [ProtocolEdit]) {
    self.uri = uri
    self.version = version
    self.isNew = isNew
    self.edits = edits
  }
}

/// Replacements in documents, made together.
package struct WorkspaceEdit: Hashable, Sendable {
  /// The replacements, by document.
  package var documents: [DocumentEdit]
  /// Whether documents are named with their versions, so that a client refuses an edit that
  /// comes too late; by name alone every client understands them.
  package var isVersioned: Bool

  /// Creates an edit.
  package init(_ documents: [DocumentEdit], isVersioned: Bool) {
    self.documents = documents
    self.isVersioned = isVersioned
  }
}

extension WorkspaceEdit: JSONWritable {
  /// Writes `changes` or `documentChanges`.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      if isVersioned {
        writer.key("documentChanges")
        writer.array { writer in
          for document in documents {
            if document.isNew { Self.writeCreation(of: document.uri, to: &writer) }
            writer.value(document)
          }
        }
      } else {
        writer.key("changes")
        writer.object { writer in
          for document in documents { writer.member(named: document.uri, document.edits) }
        }
      }
    }
  }

  private static func writeCreation(of uri: String, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("kind", "create")
      writer.member("uri", uri)
      writer.key("options")
      writer.object { writer in writer.member("ignoreIfExists", true) }
    }
  }
}

extension DocumentEdit: JSONWritable {
  /// Writes the edit with the document's version.
  package func write(to writer: inout JSONWriter) {
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
