import DisclosureText
import LanguageServerProtocol

extension Session {
  /// Agrees with the client on what both can do.
  mutating func initialize(_ message: Initialize) throws(ResponseError) -> InitializeResult {
    guard phase == .waiting else {
      throw ResponseError(.invalidRequest, "initialize came twice")
    }
    phase = .running
    traits = ClientTraits(message, settings: settings)
    clientProcess = message.processIdentifier
    return InitializeResult(
      positionEncoding: traits.encoding.rawValue, codeActionKinds: [Self.quickFixKind],
      serverName: Self.serverName, serverVersion: settings.version)
  }

  /// Publishes what is still to be said, as to a client that sent all it had at once, and
  /// forgets the documents; only `exit` may follow.
  mutating func shutDown() -> NullResponse {
    settle()
    phase = .shutDown
    documents = [:]
    unsettled = []
    return NullResponse()
  }

  /// Ends the conversation.
  mutating func exit() {
    phase = .ended(exitCode: exitCode)
  }

  /// The name under which the server makes its remarks.
  static let serverName = "budgetlint"
}
