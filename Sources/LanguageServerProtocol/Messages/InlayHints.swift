import JSONText

/// `textDocument/inlayHint`: what is shown between the characters of a part of a document.
package struct InlayHints: IncomingRequest {
  /// What it is answered with.
  package typealias Response = [InlayHint]

  /// The name of the method.
  package static let method = "textDocument/inlayHint"

  /// The part.
  package let part: DocumentRange

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) { part = try DocumentRange(parameters) }
}

/// A remark between two characters.
package struct InlayHint: Hashable, Sendable, JSONWritable {
  /// The place.
  package var position: ProtocolPosition
  /// The remark.
  package var label: String
  /// What is shown where the pointer rests on it.
  package var tooltip: String

  /// Creates a hint.
  package init(position: ProtocolPosition, label: String, tooltip: String) {
    self.position = position
    self.label = label
    self.tooltip = tooltip
  }

  /// Writes the hint.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("position", position)
      writer.member("label", label)
      writer.member("tooltip", tooltip)
      writer.member("paddingLeft", true)
    }
  }
}
