import Assist
import Disclosure
import DisclosureText
import LanguageServerProtocol
import Lint
import Rules

/// A disclosure of an open document with what was read in it.
struct PlacedReading: Sendable {
  /// What was read; its places are counted from the beginning of the disclosure.
  let reading: DocumentReading
  /// The byte of the document that the disclosure begins with.
  let start: Int

  /// The part of a range of the document that lies in the disclosure, counted from its beginning.
  func part(of range: TextRange) -> TextRange {
    let end = reading.document.text.bytes.count
    return TextRange(max(0, min(range.lower - start, end)), max(0, min(range.upper - start, end)))
  }
}

/// What was read of an open document for an editor, as far as that was asked for.
struct FileReading: Sendable {
  /// The disclosures.
  let file: DisclosureFile
  /// What was read in each, by its number.
  fileprivate(set) var readings: [Int: PlacedReading] = [:]

  fileprivate init(_ file: DisclosureFile) { self.file = file }
}

/// What an editor asks is answered from the disclosure that it is asked of.
extension Session {
  /// An open document with its disclosures; nil for what is none.
  mutating func file(of uri: String) -> (document: OpenDocument, file: DisclosureFile)? {
    let key = DocumentKey(uri)
    guard let document = documents[key], !document.isConfiguration else { return nil }
    if let reading = document.reading { return (document, reading.file) }
    let linter = linter(for: document.path)
    // What was judged need not be read again.
    let judged = report(on: key) != nil ? documents[key]?.judged : nil
    let file: DisclosureFile
    if let judged, judged.first.expectation == linter.settings.expectation {
      file = judged
    } else {
      let lines = document.isCommaSeparated ? nil : document.lines
      file = linter.read(file: document.readable, lines: lines, after: document.judged, isEdited: true)
    }
    documents[key]?.reading = FileReading(file)
    return (document, file)
  }

  /// The disclosure that a place of an open document stands in, and the place, counted from its beginning.
  mutating func reading(
    of uri: String, at position: ProtocolPosition
  ) -> (document: OpenDocument, placed: PlacedReading, offset: Int)? {
    guard let (document, file) = file(of: uri) else { return nil }
    let offset = document.offset(of: position, encoding: traits.encoding)
    let placed = reading(file.part(at: offset), of: file, in: document)
    return (document, placed, offset - placed.start)
  }

  /// The disclosures of an open document that touch a range, all where none is given.
  mutating func readings(
    of uri: String, touching range: ProtocolRange? = nil
  ) -> (document: OpenDocument, readings: [PlacedReading])? {
    guard let (document, file) = file(of: uri) else { return nil }
    let range = range.map { document.textRange(of: $0, encoding: traits.encoding) }
    let numbers = range.map { file.part(at: $0.lower)...file.part(at: $0.upper) } ?? (0...file.parts.count - 1)
    return (document, numbers.map { reading($0, of: file, in: document) })
  }

  private mutating func reading(_ number: Int, of file: DisclosureFile, in document: OpenDocument) -> PlacedReading {
    let key = DocumentKey(document.uri)
    if let known = documents[key]?.reading?.readings[number] { return known }
    let part = file.parts[number]
    let placed = PlacedReading(
      reading: DocumentReading(
        part.document, linter: linter(for: document.path), linesBefore: file.lines.line(at: part.start)),
      start: part.start)
    documents[key]?.reading?.readings[number] = placed
    return placed
  }

  /// A converter of the places of one disclosure of a document.
  func converter(_ document: OpenDocument, _ placed: PlacedReading) -> PositionConverter {
    PositionConverter(document, encoding: traits.encoding, from: placed.start)
  }
}
