import DisclosureText
import Lint

/// What the server is told when it is started, before any client speaks.
package struct ServerSettings: Hashable, Sendable {
  /// The version it gives for itself.
  package var version: String
  /// What columns count whatever the client says: for clients that send bytes without
  /// negotiating, such as ALE.
  package var forcedPositionEncoding: PositionEncoding?
  /// The language of messages where the client names none.
  package var language: MessageLanguage

  /// Creates settings.
  package init(
    version: String, forcedPositionEncoding: PositionEncoding? = nil, language: MessageLanguage = .chinese
  ) {
    self.version = version
    self.forcedPositionEncoding = forcedPositionEncoding
    self.language = language
  }
}
