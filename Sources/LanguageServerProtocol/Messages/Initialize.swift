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
  /// The folders that are open, in the order of the client.
  package let folders: [String]

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    try parameters.requireObjectOrNull()
    processIdentifier = parameters["processId"]?.integer
    locale = parameters["locale"]?.string
    options = parameters["initializationOptions"] ?? .null
    capabilities = ClientCapabilities(parameters["capabilities"] ?? .null)
    let folders = (parameters["workspaceFolders"]?.elements ?? []).compactMap { $0["uri"]?.string }
    self.folders = folders.isEmpty ? [parameters["rootUri"]?.string].compactMap { $0 } : folders
  }
}
