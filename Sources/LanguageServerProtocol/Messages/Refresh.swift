import JSONText

/// `workspace/…/refresh`: what was said of documents may be different now, and is to be asked for again.
package enum Refresh: String, Hashable, Sendable {
  /// Diagnostics.
  case diagnostics = "workspace/diagnostic/refresh"
  /// Remarks between characters.
  case inlayHints = "workspace/inlayHint/refresh"
  /// Remarks above lines.
  case codeLenses = "workspace/codeLens/refresh"
}

/// `window/showMessage`: something the user should read.
package struct ShowMessage: OutgoingNotification {
  /// The name of the method.
  package static let method = "window/showMessage"

  /// What there is to say.
  package var message: String

  /// Creates a message.
  package init(_ message: String) { self.message = message }

  /// Writes the message as an error.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("type", 1)
      writer.member("message", message)
    }
  }
}
