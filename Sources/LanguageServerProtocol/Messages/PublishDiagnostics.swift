import JSONText

/// `textDocument/publishDiagnostics`: all that there is to say of a document; it replaces what
/// was said before.
package struct PublishDiagnostics: OutgoingNotification {
  /// The name of the method.
  package static let method = "textDocument/publishDiagnostics"

  /// The document, in the client's spelling.
  package var uri: String
  /// The version of the text that the diagnostics belong to.
  package var version: Int?
  /// The diagnostics.
  package var diagnostics: [Diagnostic]

  /// Creates the parameters.
  package init(uri: String, version: Int?, diagnostics: [Diagnostic]) {
    self.uri = uri
    self.version = version
    self.diagnostics = diagnostics
  }

  /// Writes the parameters.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uri", uri)
      if let version { writer.member("version", version) }
      writer.member("diagnostics", diagnostics)
    }
  }
}
