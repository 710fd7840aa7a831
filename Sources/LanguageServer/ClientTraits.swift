import DisclosureText
import JSONText
import LanguageServerProtocol
import Lint

/// What was agreed on with the client at the beginning of the session.
struct ClientTraits: Hashable, Sendable {
  /// What columns count.
  var encoding = PositionEncoding.utf16
  /// The language of messages.
  var language = MessageLanguage.chinese
  /// Where the pages of the rules are kept, if the installation says so.
  var rulePages: String?
  /// What the client can do.
  var capabilities = ClientCapabilities()

  /// The traits of a client that has said nothing.
  init() {}

  /// Reads what the client says of itself.
  init(_ parameters: Initialize, settings: ServerSettings) {
    capabilities = parameters.capabilities
    encoding = settings.forcedPositionEncoding ?? Self.encoding(offered: capabilities.positionEncodings)
    rulePages = parameters.options["rulePages"]?.string
    if let name = parameters.options["language"]?.string, let language = MessageLanguage(rawValue: name) {
      self.language = language
    } else if settings.language == .english {
      language = .english
    } else if let locale = parameters.locale?.lowercased(), locale.hasPrefix("en") {
      language = .english
    }
  }

  /// The first encoding offered that is known; UTF-16, which every client must know, otherwise.
  private static func encoding(offered: [String]?) -> PositionEncoding {
    offered?.lazy.compactMap { PositionEncoding(rawValue: $0) }.first ?? .utf16
  }
}
