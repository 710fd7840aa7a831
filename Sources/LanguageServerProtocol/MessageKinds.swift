import JSONText

/// The parameters of a method that the client calls.
package protocol IncomingParameters: Sendable {
  /// The name of the method.
  static var method: String { get }

  /// Reads the parameters; missing ones are `null`.
  ///
  /// - Throws: ``ResponseError`` that names the member and what it should be.
  init(_ parameters: JSONValue) throws(ResponseError)
}

/// The parameters of a notification from the client.
package protocol IncomingNotification: IncomingParameters {}

/// The parameters of a request from the client.
package protocol IncomingRequest: IncomingParameters {
  /// What it is answered with.
  associatedtype Response: JSONWritable
}

/// The parameters of a notification to the client.
package protocol OutgoingNotification: JSONWritable {
  /// The name of the method.
  static var method: String { get }
}

/// The parameters of a request to the client.
package protocol OutgoingRequest: JSONWritable {
  /// The name of the method.
  static var method: String { get }
}

/// The response to a request that asks for nothing.
package struct NullResponse: JSONWritable {
  /// Creates the response.
  package init() {}

  /// Writes `null`, which has to be present.
  package func write(to writer: inout JSONWriter) { writer.null() }
}
