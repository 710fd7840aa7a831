import JSONText

/// `textDocument/didChange`: the text was edited.
package struct DidChange: IncomingNotification {
  /// The name of the method.
  package static let method = "textDocument/didChange"

  /// The document.
  package let uri: String
  /// The version of the text afterwards.
  package let version: Int?
  /// The edits, each on the result of the one before.
  package let changes: [ContentChange]

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    let document = try parameters.required("textDocument")
    uri = try document.requiredString("uri")
    version = document["version"]?.integer
    var changes: [ContentChange] = []
    for change in try parameters.requiredElements("contentChanges") {
      changes.append(try ContentChange(change))
    }
    self.changes = changes
  }
}

/// One edit of a text.
package struct ContentChange: Hashable, Sendable {
  /// What is replaced; nil for the whole text.
  package let range: ProtocolRange?
  /// What stands there afterwards.
  package let text: String

  /// Reads an edit.
  package init(_ value: JSONValue) throws(ResponseError) {
    if let range = value["range"], !range.isNull {
      self.range = try ProtocolRange(range)
    } else {
      range = nil
    }
    text = try value.requiredString("text")
  }
}
