import JSONText

/// `textDocument/codeLens`: remarks above lines of a document.
package struct CodeLenses: DocumentRequest {
  /// What it is answered with.
  package typealias Response = [CodeLens]

  /// The name of the method.
  package static let method = "textDocument/codeLens"

  /// The document.
  package let uri: String

  /// Creates the request.
  package init(uri: String) { self.uri = uri }
}

/// A remark above a line.
package struct CodeLens: Hashable, Sendable, JSONWritable {
  /// What it is about.
  package var range: ProtocolRange
  /// The remark.
  package var title: String

  /// Creates a lens.
  package init(range: ProtocolRange, title: String) {
    self.range = range
    self.title = title
  }

  /// Writes the lens with a command that does nothing, which is how a remark is said.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("range", range)
      writer.key("command")
      writer.object { writer in
        writer.member("title", title)
        writer.member("command", "")
      }
    }
  }
}
