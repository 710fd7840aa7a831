/// A place in a text as a line and a column, both counted from 0.
///
/// What a column counts is said by the ``PositionEncoding`` it is used with.
@usableFromInline package struct TextPosition: Hashable, Sendable {
  /// The line, from 0.
  package var line: Int
  /// The column, from 0, in code units of the encoding.
  package var column: Int

  /// Creates the place at `line` and `column`.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// What a column counts.
@usableFromInline package enum PositionEncoding: String, Hashable, Sendable, CaseIterable {
  /// Bytes.
  case utf8 = "utf-8"
  /// UTF-16 code units, two for a character beyond the basic plane (LSP's default).
  case utf16 = "utf-16"
  /// Unicode scalars.
  case utf32 = "utf-32"
}

extension PositionEncoding {
  /// The code units of a character that takes `length` bytes of UTF-8.
  package func width(ofLength length: Int) -> Int {
    switch self {
    case .utf8: length
    case .utf16: length == 4 ? 2 : 1
    case .utf32: 1
    }
  }
}

extension PositionEncoding {
  /// The code units of the characters that begin in a range of bytes.
  ///
  /// - Complexity: O(length of `range`).
  package func units(in range: Range<Int>, of bytes: [UInt8]) -> Int {
    if self == .utf8 { return range.count }
    return bytes.withUnsafeBytes { bytes in
      let ones: UInt64 = 0x0101_0101_0101_0101
      var count = range.count
      var at = range.lowerBound
      while at + 8 <= range.upperBound {
        let eight = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        // Bytes that go on a character have the highest bit and not the next one; a character beyond the
        // basic plane begins with the four highest.
        count -= (eight >> 7 & ~(eight >> 6) & ones).nonzeroBitCount
        if self == .utf16 { count += (eight >> 7 & eight >> 6 & eight >> 5 & eight >> 4 & ones).nonzeroBitCount }
        at += 8
      }
      while at < range.upperBound {
        if bytes[at] & 0xC0 == 0x80 { count -= 1 } else if self == .utf16, bytes[at] >= 0xF0 { count += 1 }
        at += 1
      }
      return count
    }
  }
}

/// The number of bytes of the UTF-8 sequence that `lead` begins; 1 for a byte that begins none.
@inlinable package func utf8Length(ofLead lead: UInt8) -> Int {
  lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
}
