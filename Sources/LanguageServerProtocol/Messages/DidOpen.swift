import JSONText

/// `textDocument/didOpen`: from now on the client says what the document holds.
package struct DidOpen: IncomingNotification {
  /// The name of the method.
  package static let method = "textDocument/didOpen"

  /// The document, in the client's spelling.
  package let uri: String
  /// The version of the text.
  package let version: Int?
  /// The text.
  package let text: String

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    let document = try parameters.required("textDocument")
    uri = try document.requiredString("uri")
    version = document["version"]?.integer
    text = try document.requiredString("text")
  }
}
