import DisclosureText
import LanguageServerProtocol

/// Turns offsets into places of the protocol.
///
/// Remembers the place found last and goes on from there, forwards or backwards, so that the
/// offsets of findings in one long line do not each cost the length of the line.
///
/// Offsets are counted from the beginning of a disclosure, which may be one of several in its file.
struct PositionConverter {
  private let bytes: [UInt8]
  private let lines: LineIndex
  private let encoding: PositionEncoding
  /// The byte of the text that offsets are counted from.
  private let start: Int
  private var lastOffset = 0
  private var last = ProtocolPosition(line: 0, character: 0)

  /// Creates a converter for the present text of `document`.
  init(_ document: OpenDocument, encoding: PositionEncoding, from start: Int = 0) {
    self.init(bytes: document.bytes, lines: document.lines, encoding: encoding, from: start)
  }

  /// Creates a converter for a text.
  init(bytes: [UInt8], lines: LineIndex, encoding: PositionEncoding, from start: Int = 0) {
    self.bytes = bytes
    self.lines = lines
    self.encoding = encoding
    self.start = start
  }

  /// The place of `range`.
  mutating func range(_ range: TextRange) -> ProtocolRange {
    ProtocolRange(start: position(range.lower), end: position(range.upper))
  }

  /// The place of the byte at `offset`; that of its character if it is not the first.
  mutating func position(_ offset: Int) -> ProtocolPosition {
    let offset = max(0, min(start + offset, bytes.count))
    let line = lines.line(at: offset, near: last.line)
    let lineStart = lines.starts[line]
    if line != last.line || lastOffset - offset > offset - lineStart {
      last = ProtocolPosition(line: line, character: 0)
      lastOffset = lineStart
    }
    // To the first byte of the character.
    var target = offset
    while target > lineStart, target < bytes.count, bytes[target] & 0xC0 == 0x80 { target -= 1 }
    if target < lastOffset {
      last.character -= encoding.units(in: target..<lastOffset, of: bytes)
    } else {
      last.character += encoding.units(in: lastOffset..<target, of: bytes)
    }
    lastOffset = target
    return last
  }
}
