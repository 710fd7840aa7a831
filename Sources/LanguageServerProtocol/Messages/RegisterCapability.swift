import JSONText

/// `client/registerCapability`: what the server wants to be told from now on.
package struct RegisterCapability: OutgoingRequest {
  /// The name of the method.
  package static let method = "client/registerCapability"

  /// What it wants to be told.
  package var registrations: [Registration]

  /// One kind of message that is wanted.
  package enum Registration: Hashable, Sendable {
    /// Changes of files whose path matches a glob.
    case watchedFiles(glob: String)
    /// Changes of the settings in a section.
    case configuration(section: String)
  }

  /// Creates the request.
  package init(_ registrations: [Registration]) { self.registrations = registrations }

  /// Writes the parameters.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("registrations", registrations)
    }
  }
}

extension RegisterCapability.Registration: JSONWritable {
  /// Writes the registration; its method is its name.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      switch self {
      case .watchedFiles(let glob):
        writer.member("id", DidChangeWatchedFiles.method)
        writer.member("method", DidChangeWatchedFiles.method)
        writer.key("registerOptions")
        writer.object { writer in
          writer.key("watchers")
          writer.array { writer in
            writer.object { writer in writer.member("globPattern", glob) }
          }
        }
      case .configuration(let section):
        writer.member("id", DidChangeConfiguration.method)
        writer.member("method", DidChangeConfiguration.method)
        writer.key("registerOptions")
        writer.object { writer in writer.member("section", section) }
      }
    }
  }
}
