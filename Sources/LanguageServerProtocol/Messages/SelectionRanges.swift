import JSONText

/// `textDocument/selectionRange`: what selections at some places grow to.
package struct SelectionRanges: IncomingRequest {
  /// What it is answered with: one for each place, in their order.
  package typealias Response = [SelectionRange]

  /// The name of the method.
  package static let method = "textDocument/selectionRange"

  /// The document.
  package let uri: String
  /// The places.
  package let positions: [ProtocolPosition]

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    uri = try parameters.requiredDocument()
    var positions: [ProtocolPosition] = []
    for position in try parameters.requiredElements("positions") { positions.append(try ProtocolPosition(position)) }
    self.positions = positions
  }
}

/// Ranges, each inside the next one.
package struct SelectionRange: Hashable, Sendable, JSONWritable {
  /// The ranges, the smallest first; at least one.
  package var ranges: [ProtocolRange]

  /// Creates a path of ranges.
  package init(ranges: [ProtocolRange]) { self.ranges = ranges }

  /// Writes the smallest range with its parents.
  package func write(to writer: inout JSONWriter) {
    for (index, range) in ranges.enumerated() {
      if index > 0 { writer.key("parent") }
      writer.beginObject()
      writer.member("range", range)
    }
    for _ in ranges { writer.endObject() }
  }
}
