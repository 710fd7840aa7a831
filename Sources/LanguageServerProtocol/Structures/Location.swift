import JSONText

/// A part of a document that an answer points to.
package struct Location: Hashable, Sendable {
  /// The document.
  package var uri: String
  /// The part.
  package var range: ProtocolRange

  /// Creates a location.
  package init(uri: String, range: ProtocolRange) {
    self.uri = uri
    self.range = range
  }
}

extension Location: JSONWritable {
  /// Writes the location.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uri", uri)
      writer.member("range", range)
    }
  }
}
