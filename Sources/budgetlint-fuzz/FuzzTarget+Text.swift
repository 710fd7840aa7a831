import DisclosureText

extension FuzzTarget {
  /// The text keeps its length and is valid, places lead back to where they came from, and an edited
  /// index is a fresh one.
  static func text(_ bytes: [UInt8]) {
    let text = SourceText(bytes)
    require(text.bytes.count == bytes.count, "a text is as long as its file")
    require((try? UTF8Span(validating: text.bytes.span)) != nil, "a text is valid UTF-8")
    require((text.unreadable == nil) == (text.bytes == bytes), "what could not be read is said")
    let lines = LineIndex(text.bytes)
    let step = max(1, bytes.count / 64)
    for offset in stride(from: 0, through: bytes.count, by: step) where isBoundary(offset, text.bytes) {
      for encoding in PositionEncoding.allCases {
        let position = lines.position(of: offset, in: text.bytes, encoding: encoding)
        let back = lines.offset(of: position, in: text.bytes, encoding: encoding)
        require(back == offset, "a place leads back to where it came from")
      }
    }
    edit(text.bytes, lines)
  }

  /// Whether an editor can place its cursor there: between characters, not inside a line end.
  private static func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    guard offset > 0, offset < bytes.count else { return true }
    return bytes[offset] & 0xC0 != 0x80 && !(bytes[offset] == 0x0A && bytes[offset - 1] == 0x0D)
  }

  /// Replaces a part of the text that the text itself names.
  private static func edit(_ bytes: [UInt8], _ lines: LineIndex) {
    guard bytes.count >= 4 else { return }
    let lower = Int(bytes[0]) * bytes.count / 256
    let upper = lower + Int(bytes[1]) * (bytes.count - lower) / 256
    let inserted = Array(bytes.prefix(Int(bytes[2]) % 8))
    var edited = bytes
    edited.replaceSubrange(lower..<upper, with: inserted)
    var index = lines
    index.update(replacing: TextRange(lower, upper), withCount: inserted.count, in: edited)
    require(index == LineIndex(edited), "an edited index is a fresh one")
  }
}
