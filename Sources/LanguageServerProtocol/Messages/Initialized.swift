import JSONText

/// `initialized`: the client has read what the server can do.
package struct Initialized: IncomingNotification {
  /// The name of the method.
  package static let method = "initialized"

  /// Reads nothing.
  package init(_ parameters: JSONValue) {}
}
