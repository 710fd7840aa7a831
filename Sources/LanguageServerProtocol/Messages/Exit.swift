import JSONText

/// `exit`: the server shall end.
package struct Exit: IncomingNotification {
  /// The name of the method.
  package static let method = "exit"

  /// Reads nothing.
  package init(_ parameters: JSONValue) {}
}
