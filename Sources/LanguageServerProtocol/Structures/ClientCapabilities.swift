import JSONText

/// What a client can do, as far as it matters here; what it does not say, it cannot.
package struct ClientCapabilities: Hashable, Sendable {
  /// What columns may count, the client's favourite first; nil if it says nothing.
  package var positionEncodings: [String]?
  /// Whether edits may name the version of the document.
  package var documentChanges = false
  /// Whether edits may create files.
  package var fileCreation = false
  /// Whether it asks for diagnostics.
  package var pullsDiagnostics = false
  /// Whether diagnostics may point to related places.
  package var relatedInformation = false
  /// Whether diagnostics may carry data.
  package var diagnosticData = false
  /// Whether diagnostics may point to an explanation.
  package var codeDescription = false
  /// Whether diagnostics may be marked as unnecessary.
  package var unnecessaryTag = false
  /// Whether code actions may be more than commands.
  package var codeActionLiterals = false
  /// Whether it asks for the edit of a code action that has none.
  package var resolvesEdits = false
  /// Whether hovers may be Markdown.
  package var markdownHover = false
  /// Whether symbols may hold others.
  package var nestedSymbols = false
  /// Whether it asks what a rename would replace.
  package var prepareRename = false
  /// Whether it answers questions for settings.
  package var configuration = false
  /// Whether it can be asked to tell of changed settings.
  package var configurationRegistration = false
  /// Whether it can be asked to tell of changed files.
  package var watchedFilesRegistration = false
  /// Whether it can be asked to ask for diagnostics again.
  package var diagnosticRefresh = false
  /// Whether it can be asked to ask for inlay hints again.
  package var inlayHintRefresh = false
  /// Whether it can be asked to ask for code lenses again.
  package var codeLensRefresh = false
  /// Whether the server may begin to tell progress.
  package var workDoneProgress = false

  /// The capabilities of a client that can do nothing.
  package init() {}

  /// Reads the capabilities.
  package init(_ value: JSONValue) {
    positionEncodings = value["general"]?.strings("positionEncodings")
    workDoneProgress = value["window"]?["workDoneProgress"]?.bool ?? false
    readWorkspace(value["workspace"] ?? .null)
    readDocument(value["textDocument"] ?? .null)
  }

  private mutating func readWorkspace(_ workspace: JSONValue) {
    let edit = workspace["workspaceEdit"]
    documentChanges = edit?["documentChanges"]?.bool ?? false
    fileCreation = documentChanges && edit?.strings("resourceOperations")?.contains("create") ?? false
    configuration = workspace["configuration"]?.bool ?? false
    configurationRegistration = workspace["didChangeConfiguration"]?["dynamicRegistration"]?.bool ?? false
    watchedFilesRegistration = workspace["didChangeWatchedFiles"]?["dynamicRegistration"]?.bool ?? false
    diagnosticRefresh = (workspace["diagnostics"] ?? workspace["diagnostic"])?["refreshSupport"]?.bool ?? false
    inlayHintRefresh = workspace["inlayHint"]?["refreshSupport"]?.bool ?? false
    codeLensRefresh = workspace["codeLens"]?["refreshSupport"]?.bool ?? false
  }

  private mutating func readDocument(_ document: JSONValue) {
    // Some clients say it of the one way and mean both.
    let diagnostics = [document["publishDiagnostics"], document["diagnostic"]].compactMap { $0 }
    pullsDiagnostics = document["diagnostic"]?.members != nil
    relatedInformation = diagnostics.contains { $0["relatedInformation"]?.bool ?? false }
    diagnosticData = diagnostics.contains { $0["dataSupport"]?.bool ?? false }
    codeDescription = diagnostics.contains { $0["codeDescriptionSupport"]?.bool ?? false }
    unnecessaryTag = diagnostics.contains { tags in
      (tags["tagSupport"]?["valueSet"]?.elements ?? []).contains { $0.integer == 1 }
    }
    let action = document["codeAction"]
    codeActionLiterals = action?["codeActionLiteralSupport"]?.members != nil
    resolvesEdits =
      action?["dataSupport"]?.bool ?? false
      && action?["resolveSupport"]?.strings("properties")?.contains("edit") ?? false
    markdownHover = document["hover"]?.strings("contentFormat")?.contains("markdown") ?? false
    nestedSymbols = document["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.bool ?? false
    prepareRename = document["rename"]?["prepareSupport"]?.bool ?? false
  }
}
