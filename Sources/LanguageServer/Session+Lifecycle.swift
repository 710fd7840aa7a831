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
    surroundings.folders = message.folders
    report(surroundings.take(message.options, folder: nil))
    var result = InitializeResult(
      positionEncoding: traits.encoding.rawValue, serverName: Self.serverName, serverVersion: settings.version)
    let capabilities = traits.capabilities
    result.codeActionKinds = capabilities.codeActionLiterals ? ActionKind.all : nil
    result.resolvesCodeActions = capabilities.resolvesEdits
    result.diagnosticsName = capabilities.pullsDiagnostics ? Self.serverName : nil
    result.preparesRename = capabilities.prepareRename
    result.completionTriggers = Self.completionTriggers
    result.tokenTypes = TokenLegend.types
    result.tokenModifiers = TokenLegend.modifiers
    result.commands = [Self.checkCommand]
    return result
  }

  /// Asks for the settings, and to be told of changes, where the client can do so.
  mutating func initialized() {
    let capabilities = traits.capabilities
    var registrations: [RegisterCapability.Registration] = []
    if capabilities.watchedFilesRegistration { registrations.append(.watchedFiles(glob: "**/*.json")) }
    if capabilities.configurationRegistration { registrations.append(.configuration(section: Self.serverName)) }
    if !registrations.isEmpty { ask(RegisterCapability(registrations)) }
    askForSettings()
  }

  /// Publishes what is still to be said, as to a client that sent all it had at once, and
  /// forgets the documents; only `exit` may follow.
  mutating func shutDown() -> NullResponse {
    settle()
    for check in checks { cancel(check) }
    checks = []
    phase = .shutDown
    documents = [:]
    unsettled = []
    return NullResponse()
  }

  /// Ends the conversation.
  mutating func exit() {
    phase = .ended(exitCode: exitCode)
  }

  /// The name under which the server makes its remarks, and the section of its settings.
  static let serverName = "budgetlint"

  /// The characters behind which a figure may be proposed.
  static let completionTriggers = ["占", "长", "降", "加", "少", "的", "为", "\""]
}
