import JSONText

/// `initialize`: who the client is and what it can do.
package struct Initialize: IncomingRequest {
  /// What it is answered with.
  package typealias Response = InitializeResult

  /// The name of the method.
  package static let method = "initialize"

  /// The process of the client, at whose end the server ends too.
  package let processIdentifier: Int?
  /// The language of the client's user interface, such as `zh-cn`.
  package let locale: String?
  /// What the user configured, in the server's own terms.
  package let options: JSONValue
  /// What the client can do.
  package let capabilities: ClientCapabilities

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    try parameters.requireObjectOrNull()
    processIdentifier = parameters["processId"]?.integer
    locale = parameters["locale"]?.string
    options = parameters["initializationOptions"] ?? .null
    capabilities = ClientCapabilities(parameters["capabilities"] ?? .null)
  }
}

/// What a client can do, as far as it matters here; what it does not say, it cannot.
package struct ClientCapabilities: Hashable, Sendable {
  /// What columns may count, the client's favourite first; nil if it says nothing.
  package var positionEncodings: [String]?
  /// Whether edits may name the version of the document.
  package var documentChanges = false
  /// Whether diagnostics may point to related places.
  package var relatedInformation = false
  /// Whether diagnostics may carry data.
  package var diagnosticData = false
  /// Whether code actions may be more than commands.
  package var codeActionLiterals = false

  /// The capabilities of a client that can do nothing.
  package init() {}

  /// Reads the capabilities.
  package init(_ value: JSONValue) {
    positionEncodings = value["general"]?.strings("positionEncodings")
    documentChanges = value["workspace"]?["workspaceEdit"]?["documentChanges"]?.bool ?? false
    let document = value["textDocument"]
    relatedInformation = document?["publishDiagnostics"]?["relatedInformation"]?.bool ?? false
    diagnosticData = document?["publishDiagnostics"]?["dataSupport"]?.bool ?? false
    codeActionLiterals = document?["codeAction"]?["codeActionLiteralSupport"]?.members != nil
  }
}

/// The answer to `initialize`: what the server can do.
package struct InitializeResult: Hashable, Sendable {
  /// What columns count.
  package var positionEncoding: String
  /// The kinds of code action that can be asked for.
  package var codeActionKinds: [String]
  /// The name of the server.
  package var serverName: String
  /// The version of the server.
  package var serverVersion: String

  /// Creates a result.
  package init(positionEncoding: String, codeActionKinds: [String], serverName: String, serverVersion: String) {
    self.positionEncoding = positionEncoding
    self.codeActionKinds = codeActionKinds
    self.serverName = serverName
    self.serverVersion = serverVersion
  }
}

extension InitializeResult: JSONWritable {
  /// The number that stands for changes sent one by one.
  private static let incrementalSync = 2

  /// Writes the result.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("capabilities")
      writer.object { writer in
        writer.member("positionEncoding", positionEncoding)
        writer.key("textDocumentSync")
        writer.object { writer in
          writer.member("openClose", true)
          writer.member("change", Self.incrementalSync)
        }
        writer.key("codeActionProvider")
        writer.object { writer in
          writer.key("codeActionKinds")
          writer.array { writer in
            for kind in codeActionKinds { writer.string(kind) }
          }
        }
      }
      writer.key("serverInfo")
      writer.object { writer in
        writer.member("name", serverName)
        writer.member("version", serverVersion)
      }
    }
  }
}
