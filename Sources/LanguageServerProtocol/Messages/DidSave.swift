import JSONText

/// `textDocument/didSave`: the document was written to its file.
package struct DidSave: IncomingNotification {
  /// The name of the method.
  package static let method = "textDocument/didSave"

  /// The document.
  package let uri: String

  /// Reads the parameters; the text, which some clients send unasked, is not read.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    uri = try parameters.required("textDocument").requiredString("uri")
  }
}
