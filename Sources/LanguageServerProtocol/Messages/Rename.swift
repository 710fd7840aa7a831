import JSONText

/// `textDocument/prepareRename`: what a new name at a place would replace.
package struct PrepareRename: PlaceRequest {
  /// What it is answered with.
  package typealias Response = RenameSuggestion?

  /// The name of the method.
  package static let method = "textDocument/prepareRename"

  /// The place.
  package let place: DocumentPosition

  /// Creates the request.
  package init(place: DocumentPosition) { self.place = place }
}

/// What would be replaced, and what it is now.
package struct RenameSuggestion: Hashable, Sendable, JSONWritable {
  /// What would be replaced.
  package var range: ProtocolRange
  /// What it is now.
  package var placeholder: String

  /// Creates a suggestion.
  package init(range: ProtocolRange, placeholder: String) {
    self.range = range
    self.placeholder = placeholder
  }

  /// Writes the suggestion.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("range", range)
      writer.member("placeholder", placeholder)
    }
  }
}

/// `textDocument/rename`: give what stands at a place another name, or a figure another value.
package struct Rename: IncomingRequest {
  /// What it is answered with.
  package typealias Response = WorkspaceEdit?

  /// The name of the method.
  package static let method = "textDocument/rename"

  /// The place.
  package let place: DocumentPosition
  /// The new name.
  package let newName: String

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    place = try DocumentPosition(parameters)
    newName = try parameters.requiredString("newName")
  }
}
