import DisclosureText

/// What the server is told when it is started, before any client speaks.
package struct ServerSettings: Hashable, Sendable {
  /// The version it gives for itself.
  package var version: String
  /// What columns count whatever the client says: for clients that send bytes without
  /// negotiating, such as ALE.
  package var forcedPositionEncoding: PositionEncoding?

  /// Creates settings.
  package init(version: String = "0.1.0", forcedPositionEncoding: PositionEncoding? = nil) {
    self.version = version
    self.forcedPositionEncoding = forcedPositionEncoding
  }
}
