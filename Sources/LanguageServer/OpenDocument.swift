import Assist
import Disclosure
import DisclosureText
import LanguageServerProtocol
import Lint
import Rules
import Workspace

/// A document whose text the client holds.
struct OpenDocument: Sendable {
  /// The document, in the client's spelling.
  let uri: String
  /// Its file; nil for one that was never saved.
  let path: FilePath?
  /// The version of the text, if the client counts.
  private(set) var version: Int?
  /// The text, which is valid UTF-8.
  private(set) var bytes: [UInt8]
  /// Where its lines begin.
  private(set) var lines: LineIndex
  /// What is wrong with the text; nil if it was not judged since the last edit.
  var report: NumberedReport?
  /// What was read when the text was judged last, which may be before the last edit: what did not change
  /// need not be read again.
  var judged: DisclosureFile?
  /// What the last texts that were judged came to, the one that was asked for last at the end.
  private var judgements: [Judgement] = []
  /// What the text says that others are checked against; nil if nobody asked since the last edit.
  var surveyed: SurveyedDocument?
  /// What was read of the text for an editor; nil if nobody asked since the last edit.
  var reading: FileReading?

  /// What is wrong with a text, and the number of the report, which no other one of the session has.
  ///
  /// Versions of documents may repeat or jump, and begin anew where one is closed and opened again;
  /// these numbers do not.
  struct NumberedReport: Sendable {
    /// The number.
    let number: Int
    /// What is wrong.
    let report: LintReport
    /// The documents that the text was checked against.
    let related: RelatedDocuments

    /// The number as a name for the client to send back.
    var name: String { String(number) }
  }

  /// A text that was judged, and what it came to.
  private struct Judgement: Sendable {
    let bytes: [UInt8]
    let report: NumberedReport
    let judged: DisclosureFile?
    let surveyed: SurveyedDocument?
    /// How often what is configured had changed.
    let configuration: Int

    /// Whether it is of the text `other`.
    func isOf(_ other: [UInt8]) -> Bool {
      bytes.count == other.count && bytes.hasBytes(at: 0..<other.count, of: other, at: 0)
    }
  }

  /// Texts of more bytes are not kept once they are edited.
  private static let keptBytes = 1 << 20

  /// Opens a document.
  init(_ parameters: DidOpen) {
    uri = parameters.uri
    path = FileLocation.path(of: parameters.uri)
    version = parameters.version
    bytes = Array(parameters.text.utf8)
    lines = LineIndex(bytes)
  }

  /// Whether its cells are separated by commas, and read as if they were by tabs.
  var isCommaSeparated: Bool { path.map { CommaSeparatedText.isNamed($0.lastComponent) } ?? false }

  /// What is read: as many bytes as the text has.
  var readable: SourceText { SourceText(valid: CommaSeparatedText.readable(bytes, at: path)) }

  /// Whether it is a configuration file rather than a disclosure.
  var isConfiguration: Bool {
    path.map { $0.lastComponent.elementsEqual(ConfigurationStore.fileName.utf8) } ?? false
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
    surveyed = nil
    reading = nil
  }

  private mutating func replace(_ range: TextRange, with text: String) {
    bytes.replaceSubrange(range.lower..<range.upper, with: text.utf8)
    lines.update(replacing: range, withCount: text.utf8.count, in: bytes)
  }

  /// The bytes between two places, which are clamped to the text.
  func textRange(of range: ProtocolRange, encoding: PositionEncoding) -> TextRange {
    TextRange(offset(of: range.start, encoding: encoding), offset(of: range.end, encoding: encoding))
  }

  /// The byte at a place, which is clamped to the text.
  func offset(of position: ProtocolPosition, encoding: PositionEncoding) -> Int {
    lines.offset(
      of: TextPosition(line: position.line, column: position.character), in: bytes, encoding: encoding)
  }

  /// Notes what the text came to, and gives back what was read of the text that is forgotten for it.
  mutating func remember(under configuration: Int) -> DisclosureFile? {
    guard let report else { return nil }
    judgements.removeAll { $0.isOf(bytes) }
    judgements.append(
      Judgement(bytes: bytes, report: report, judged: judged, surveyed: surveyed, configuration: configuration))
    guard judgements.count > 2 || bytes.count > Self.keptBytes && judgements.count > 1 else { return nil }
    return judgements.removeFirst().judged
  }

  /// Takes up what the same text came to before, as where an edit is taken back; whether there was one.
  mutating func recall(under configuration: Int) -> Bool {
    guard let place = judgements.lastIndex(where: { $0.configuration == configuration && $0.isOf(bytes) }) else {
      return false
    }
    let known = judgements.remove(at: place)
    judgements.append(known)
    (report, judged, surveyed) = (known.report, known.judged, known.surveyed)
    return true
  }
}
