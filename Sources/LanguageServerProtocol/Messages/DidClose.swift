import JSONText

/// `textDocument/didClose`: the document is the file's again.
package struct DidClose: IncomingNotification {
  /// The name of the method.
  package static let method = "textDocument/didClose"

  /// The document.
  package let uri: String

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    uri = try parameters.required("textDocument").requiredString("uri")
  }
}
