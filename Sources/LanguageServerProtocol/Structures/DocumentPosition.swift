import JSONText

/// A place in a named document.
package struct DocumentPosition: Hashable, Sendable {
  /// The document.
  package let uri: String
  /// The place in it.
  package let position: ProtocolPosition

  /// Reads the parameters of a request that is about a place.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    uri = try parameters.requiredDocument()
    position = try ProtocolPosition(try parameters.required("position"))
  }
}

/// A part of a named document.
package struct DocumentRange: Hashable, Sendable {
  /// The document.
  package let uri: String
  /// The part.
  package let range: ProtocolRange

  /// Reads the parameters of a request that is about a part.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    uri = try parameters.requiredDocument()
    range = try ProtocolRange(try parameters.required("range"))
  }
}

/// A request about a place of a document.
package protocol PlaceRequest: IncomingRequest {
  /// The place.
  var place: DocumentPosition { get }
  /// Creates the request.
  init(place: DocumentPosition)
}

extension PlaceRequest {
  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    self.init(place: try DocumentPosition(parameters))
  }
}

/// A request about a document as a whole.
package protocol DocumentRequest: IncomingRequest {
  /// The document.
  var uri: String { get }
  /// Creates the request.
  init(uri: String)
}

extension DocumentRequest {
  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    self.init(uri: try parameters.requiredDocument())
  }
}
