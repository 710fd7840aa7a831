import JSONText

/// `textDocument/definition`: where what stands at a place is defined.
package struct Definition: PlaceRequest {
  /// What it is answered with.
  package typealias Response = [Location]

  /// The name of the method.
  package static let method = "textDocument/definition"

  /// The place.
  package let place: DocumentPosition

  /// Creates the request.
  package init(place: DocumentPosition) { self.place = place }
}

/// `textDocument/references`: where else what stands at a place is mentioned.
package struct References: IncomingRequest {
  /// What it is answered with.
  package typealias Response = [Location]

  /// The name of the method.
  package static let method = "textDocument/references"

  /// The place.
  package let place: DocumentPosition
  /// Whether the definition is to be among the answers.
  package let includesDeclaration: Bool

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    place = try DocumentPosition(parameters)
    includesDeclaration = parameters["context"]?["includeDeclaration"]?.bool ?? true
  }
}

/// `textDocument/documentHighlight`: the places of the document that belong to the one given.
package struct DocumentHighlight: PlaceRequest {
  /// What it is answered with.
  package typealias Response = [HighlightedRange]

  /// The name of the method.
  package static let method = "textDocument/documentHighlight"

  /// The place.
  package let place: DocumentPosition

  /// Creates the request.
  package init(place: DocumentPosition) { self.place = place }
}

/// A place to be highlighted.
package struct HighlightedRange: Hashable, Sendable, JSONWritable {
  /// The place.
  package var range: ProtocolRange

  /// Creates a place.
  package init(range: ProtocolRange) { self.range = range }

  /// Writes the place, as one that is read.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("range", range)
      writer.member("kind", 2)
    }
  }
}
