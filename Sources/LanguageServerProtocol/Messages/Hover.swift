import JSONText

/// `textDocument/hover`: what there is to say of a place.
package struct Hover: PlaceRequest {
  /// What it is answered with.
  package typealias Response = HoverResult?

  /// The name of the method.
  package static let method = "textDocument/hover"

  /// The place.
  package let place: DocumentPosition

  /// Creates the request.
  package init(place: DocumentPosition) { self.place = place }
}

/// The answer to `textDocument/hover`.
package struct HoverResult: Hashable, Sendable {
  /// The text.
  package var text: String
  /// Whether it is Markdown rather than plain text.
  package var isMarkdown: Bool
  /// What it is about.
  package var range: ProtocolRange

  /// Creates an answer.
  package init(text: String, isMarkdown: Bool, range: ProtocolRange) {
    self.text = text
    self.isMarkdown = isMarkdown
    self.range = range
  }
}

extension HoverResult: JSONWritable {
  /// Writes the answer.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("contents")
      writer.object { writer in
        writer.member("kind", isMarkdown ? "markdown" : "plaintext")
        writer.member("value", text)
      }
      writer.member("range", range)
    }
  }
}
