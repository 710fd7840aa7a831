import JSONText

/// `shutdown`: the client wants nothing more but `exit`.
package struct Shutdown: IncomingRequest {
  /// What it is answered with.
  package typealias Response = NullResponse

  /// The name of the method.
  package static let method = "shutdown"

  /// Reads nothing.
  package init(_ parameters: JSONValue) {}
}
