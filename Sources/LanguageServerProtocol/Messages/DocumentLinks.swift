import JSONText

/// `textDocument/documentLink`: what in a document leads elsewhere.
package struct DocumentLinks: DocumentRequest {
  /// What it is answered with.
  package typealias Response = [DocumentLink]

  /// The name of the method.
  package static let method = "textDocument/documentLink"

  /// The document.
  package let uri: String

  /// Creates the request.
  package init(uri: String) { self.uri = uri }
}

/// A part of a document that leads elsewhere.
package struct DocumentLink: Hashable, Sendable, JSONWritable {
  /// The part.
  package var range: ProtocolRange
  /// Where it leads.
  package var target: String

  /// Creates a link.
  package init(range: ProtocolRange, target: String) {
    self.range = range
    self.target = target
  }

  /// Writes the link.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("range", range)
      writer.member("target", target)
    }
  }
}
