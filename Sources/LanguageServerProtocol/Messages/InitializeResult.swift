import JSONText

/// The answer to `initialize`: what the server can do.
package struct InitializeResult: Hashable, Sendable {
  /// What columns count.
  package var positionEncoding: String
  /// The kinds of code action that can be asked for; nil where the client cannot show any.
  package var codeActionKinds: [String]?
  /// Whether the edits of some code actions have to be asked for.
  package var resolvesCodeActions = false
  /// Whether diagnostics are to be asked for, under this name; they are sent unasked where nil.
  package var diagnosticsName: String?
  /// Whether it can be asked what a rename would replace.
  package var preparesRename = false
  /// The characters behind which something is proposed.
  package var completionTriggers: [String] = []
  /// The names of the kinds and traits of words.
  package var tokenTypes: [String] = []
  /// The names of the traits of words.
  package var tokenModifiers: [String] = []
  /// The commands that can be executed.
  package var commands: [String] = []
  /// The name of the server.
  package var serverName: String
  /// The version of the server.
  package var serverVersion: String

  /// Creates a result.
  package init(positionEncoding: String, serverName: String, serverVersion: String) {
    self.positionEncoding = positionEncoding
    self.serverName = serverName
    self.serverVersion = serverVersion
  }
}

extension InitializeResult: JSONWritable {
  /// The number that stands for changes sent one by one.
  private static let incrementalSync = 2

  /// What every client is offered in the same way.
  private static let plainProviders: [StaticString] = [
    "hoverProvider", "definitionProvider", "referencesProvider", "documentHighlightProvider", "inlayHintProvider",
    "documentSymbolProvider", "workspaceSymbolProvider", "foldingRangeProvider", "selectionRangeProvider",
  ]

  /// Writes the result.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("capabilities")
      writer.object { writer in writeCapabilities(to: &writer) }
      writer.key("serverInfo")
      writer.object { writer in
        writer.member("name", serverName)
        writer.member("version", serverVersion)
      }
    }
  }

  private func writeCapabilities(to writer: inout JSONWriter) {
    writer.member("positionEncoding", positionEncoding)
    writer.key("textDocumentSync")
    writer.object { writer in
      writer.member("openClose", true)
      writer.member("change", Self.incrementalSync)
    }
    if let diagnosticsName {
      writer.key("diagnosticProvider")
      writer.object { writer in
        writer.member("identifier", diagnosticsName)
        writer.member("interFileDependencies", true)
        writer.member("workspaceDiagnostics", true)
      }
    }
    if let codeActionKinds {
      writer.key("codeActionProvider")
      writer.object { writer in
        writer.member("codeActionKinds", codeActionKinds)
        if resolvesCodeActions { writer.member("resolveProvider", true) }
      }
    }
    for name in Self.plainProviders { writer.member(name, true) }
    writer.key("renameProvider")
    if preparesRename {
      writer.object { $0.member("prepareProvider", true) }
    } else {
      writer.bool(true)
    }
    writer.key("completionProvider")
    writer.object { writer in writer.member("triggerCharacters", completionTriggers) }
    for name: StaticString in ["codeLensProvider", "documentLinkProvider"] {
      writer.key(name)
      writer.object { writer in writer.member("resolveProvider", false) }
    }
    writer.key("semanticTokensProvider")
    writer.object { writer in
      writer.key("legend")
      writer.object { writer in
        writer.member("tokenTypes", tokenTypes)
        writer.member("tokenModifiers", tokenModifiers)
      }
      writer.member("full", true)
      writer.member("range", true)
    }
    writer.key("executeCommandProvider")
    writer.object { writer in writer.member("commands", commands) }
    writer.key("workspace")
    writer.object { writer in
      writer.key("workspaceFolders")
      writer.object { writer in
        writer.member("supported", true)
        writer.member("changeNotifications", true)
      }
    }
  }
}
