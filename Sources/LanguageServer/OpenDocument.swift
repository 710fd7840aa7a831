import DisclosureText
import LanguageServerProtocol
import Lint

/// A document whose text the client holds.
struct OpenDocument: Sendable {
  /// The document, in the client's spelling.
  let uri: String
  /// The version of the text, if the client counts.
  private(set) var version: Int?
  /// The text, which is valid UTF-8.
  private(set) var bytes: [UInt8]
  /// Where its lines begin.
  private(set) var lines: LineIndex
  /// What is wrong with the text; nil if it was not read since the last edit.
  var report: LintReport?
  /// The number of texts the document has had. Versions may repeat or jump; this does not.
  private(set) var revision = 0

  /// Opens a document.
  init(_ parameters: DidOpen) {
    uri = parameters.uri
    version = parameters.version
    bytes = Array(parameters.text.utf8)
    lines = LineIndex(bytes)
  }

  /// Makes the edits in their order, each on the result of the one before.
  mutating func apply(_ parameters: DidChange, encoding: PositionEncoding) {
    version = parameters.version
    for change in parameters.changes {
      if let range = change.range {
        replace(textRange(of: range, encoding: encoding), with: change.text)
      } else {
        bytes = Array(change.text.utf8)
        lines = LineIndex(bytes)
      }
    }
    report = nil
    revision += 1
  }

  private mutating func replace(_ range: TextRange, with text: String) {
    bytes.replaceSubrange(range.lower..<range.upper, with: text.utf8)
    lines.update(replacing: range, withCount: text.utf8.count, in: bytes)
  }

  /// The bytes between two places, which are clamped to the text.
  func textRange(of range: ProtocolRange, encoding: PositionEncoding) -> TextRange {
    TextRange(offset(of: range.start, encoding: encoding), offset(of: range.end, encoding: encoding))
  }

  private func offset(of position: ProtocolPosition, encoding: PositionEncoding) -> Int {
    lines.offset(
      of: TextPosition(line: position.line, column: position.character), in: bytes, encoding: encoding)
  }
}
