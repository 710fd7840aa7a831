import LanguageServerProtocol

extension Session {
  /// Takes over a document's text from the client; one that is open already begins anew.
  mutating func open(_ message: DidOpen) {
    let key = DocumentKey(message.uri)
    documents[key] = OpenDocument(message)
    markUnsettled(key)
  }

  /// Follows an edit. A document that is not open has no text to edit.
  mutating func change(_ message: DidChange) {
    let key = DocumentKey(message.uri)
    guard documents[key]?.apply(message, encoding: traits.encoding) != nil else { return }
    markUnsettled(key)
  }

  /// Gives a document back and takes away what was said of it.
  mutating func close(_ message: DidClose) {
    let key = DocumentKey(message.uri)
    guard let document = documents.removeValue(forKey: key) else { return }
    unsettled.removeAll { $0 == key }
    output.notify(PublishDiagnostics(uri: document.uri, version: nil, diagnostics: []))
  }

  private mutating func markUnsettled(_ key: DocumentKey) {
    if !unsettled.contains(key) { unsettled.append(key) }
  }
}
