import JSONText
import LanguageServerProtocol

/// A method that the client may call, and what happens then.
struct Method: Sendable {
  /// Its name.
  let name: String
  /// Its handler, by whether it is answered.
  let handler: Handler

  /// What a method does to the session.
  enum Handler: Sendable {
    /// Is answered with a result.
    case request(@Sendable (inout Session, JSONValue) throws(ResponseError) -> any JSONWritable)
    /// Is answered some steps later.
    case longRequest(@Sendable (inout Session, RequestIdentifier, JSONValue) throws(ResponseError) -> Void)
    /// Is not answered.
    case notification(@Sendable (inout Session, JSONValue) throws(ResponseError) -> Void)
  }

  /// A row for a request.
  static func request<Parameters: IncomingRequest>(
    _ handle: @escaping @Sendable (inout Session, Parameters) throws(ResponseError) -> Parameters.Response
  ) -> Method {
    Method(
      name: Parameters.method,
      handler: .request { (session, parameters) throws(ResponseError) -> any JSONWritable in
        try handle(&session, try Parameters(parameters))
      })
  }

  /// A row for a request that is answered some steps later.
  static func longRequest<Parameters: IncomingParameters>(
    _ begin: @escaping @Sendable (inout Session, RequestIdentifier, Parameters) throws(ResponseError) -> Void
  ) -> Method {
    Method(
      name: Parameters.method,
      handler: .longRequest { (session, identifier, parameters) throws(ResponseError) -> Void in
        try begin(&session, identifier, try Parameters(parameters))
      })
  }

  /// A row for a notification.
  static func notification<Parameters: IncomingNotification>(
    _ handle: @escaping @Sendable (inout Session, Parameters) throws(ResponseError) -> Void
  ) -> Method {
    Method(
      name: Parameters.method,
      handler: .notification { (session, parameters) throws(ResponseError) -> Void in
        try handle(&session, try Parameters(parameters))
      })
  }

  /// The method called `name`, or nil if there is none.
  static func named(_ name: String) -> Method? {
    all.first { $0.name == name }
  }

  /// Every method, the frequent ones first.
  static let all: [Method] = [
    .notification { (session, message: DidChange) in session.change(message) },
    .request { (session, message: DocumentDiagnostics) in session.diagnostics(message) },
    .request { (session, message: CodeActions) in session.codeActions(message) },
    .request { (session, message: Completion) in session.completion(message) },
    .request { (session, message: DocumentHighlight) in session.highlights(message) },
    .request { (session, message: Hover) in session.hover(message) },
    .request { (session, message: InlayHints) in session.inlayHints(message) },
    .request { (session, message: CodeLenses) in session.codeLenses(message) },
    .request { (session, message: SemanticTokens) in session.tokens(message) },
    .request { (session, message: SemanticTokensInRange) in session.tokens(message) },
    .request { (session, message: DocumentSymbols) in session.symbols(message) },
    .request { (session, message: FoldingRanges) in session.foldingRanges(message) },
    .request { (session, message: DocumentLinks) in session.links(message) },
    .request { (session, message: SelectionRanges) in session.selectionRanges(message) },
    .request { (session, message: Definition) in session.definition(message) },
    .request { (session, message: References) in session.references(message) },
    .request { (session, message: PrepareRename) in session.prepareRename(message) },
    .request { (session, message: Rename) throws(ResponseError) in try session.rename(message) },
    .request { (session, message: ResolveCodeAction) throws(ResponseError) in try session.resolve(message) },
    .request { (session, message: WorkspaceSymbols) in session.symbols(message) },
    .longRequest { (session, identifier, message: WorkspaceDiagnostics) in session.beginCheck(identifier, message) },
    .longRequest { (session, identifier, message: ExecuteCommand) throws(ResponseError) in
      try session.execute(identifier, message)
    },
    .notification { (session, message: DidOpen) in session.open(message) },
    .notification { (session, message: DidClose) in session.close(message) },
    .notification { (_, _: DidSave) in },
    .notification { (session, message: CancelRequest) in
      session.cancelChecks { message.identifier == $0.identifier }
    },
    .notification { (session, message: CancelProgress) in
      session.cancelChecks { message.token != nil && message.token == $0.progress }
    },
    .notification { (session, message: DidChangeConfiguration) in session.settingsChanged(message) },
    .notification { (session, message: DidChangeWatchedFiles) in session.filesChanged(message) },
    .notification { (session, message: DidChangeWorkspaceFolders) in session.foldersChanged(message) },
    .request { (session, message: Initialize) throws(ResponseError) in try session.initialize(message) },
    .notification { (session, _: Initialized) in session.initialized() },
    .request { (session, _: Shutdown) in session.shutDown() },
    .notification { (session, _: Exit) in session.exit() },
  ]
}
