import JSONText

/// `workspace/configuration`: asks for the settings that the user made in the editor.
package struct ConfigurationRequest: OutgoingRequest {
  /// The name of the method.
  package static let method = "workspace/configuration"

  /// The section of the settings.
  package var section: String
  /// For each answer wanted, the folder it is about; nil for the settings that hold everywhere.
  package var scopes: [String?]

  /// Creates the request.
  package init(section: String, scopes: [String?]) {
    self.section = section
    self.scopes = scopes
  }

  /// Writes the parameters.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("items")
      writer.array { writer in
        for scope in scopes {
          writer.object { writer in
            if let scope { writer.member("scopeUri", scope) }
            writer.member("section", section)
          }
        }
      }
    }
  }
}

/// `workspace/didChangeConfiguration`: the user changed settings.
package struct DidChangeConfiguration: IncomingNotification {
  /// The name of the method.
  package static let method = "workspace/didChangeConfiguration"

  /// The settings; null from clients that are to be asked for them.
  package let settings: JSONValue

  /// Reads the parameters.
  package init(_ parameters: JSONValue) { settings = parameters["settings"] ?? .null }
}

/// `workspace/didChangeWatchedFiles`: files changed outside of the editor.
package struct DidChangeWatchedFiles: IncomingNotification {
  /// The name of the method.
  package static let method = "workspace/didChangeWatchedFiles"

  /// The files.
  package let uris: [String]

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    uris = try parameters.requiredElements("changes").compactMap { $0["uri"]?.string }
  }
}

/// `workspace/didChangeWorkspaceFolders`: folders were opened or closed.
package struct DidChangeWorkspaceFolders: IncomingNotification {
  /// The name of the method.
  package static let method = "workspace/didChangeWorkspaceFolders"

  /// The folders that were opened.
  package let added: [String]
  /// The folders that were closed.
  package let removed: [String]

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    let event = try parameters.required("event")
    added = (event["added"]?.elements ?? []).compactMap { $0["uri"]?.string }
    removed = (event["removed"]?.elements ?? []).compactMap { $0["uri"]?.string }
  }
}
