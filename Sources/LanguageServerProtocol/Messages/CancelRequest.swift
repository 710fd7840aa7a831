import JSONText

/// `$/cancelRequest`: the client does not wait for an answer any more.
package struct CancelRequest: IncomingNotification {
  /// The name of the method.
  package static let method = "$/cancelRequest"

  /// The request; nil for an identifier that cannot be one.
  package let identifier: RequestIdentifier?

  /// Reads the parameters.
  package init(_ parameters: JSONValue) {
    identifier = RequestIdentifier(parameters["id"])
  }
}
