extension String {
  /// The characters of UTF-16 code units; a lone surrogate becomes U+FFFD.
  ///
  /// The same as `String(decoding:as:)`, which takes ten times as long for UTF-16.
  ///
  /// - Complexity: O(*n*).
  package init(codeUnits units: ArraySlice<UInt16>) {
    self.init(unsafeUninitializedCapacity: units.count * 3) { buffer in
      var count = 0
      func put(_ byte: UInt32) {
        buffer[count] = UInt8(truncatingIfNeeded: byte)
        count += 1
      }
      var at = units.startIndex
      while at < units.endIndex {
        var scalar = UInt32(units[at])
        at += 1
        if scalar & 0xF800 == 0xD800 {
          if scalar < 0xDC00, at < units.endIndex, units[at] & 0xFC00 == 0xDC00 {
            scalar = 0x10000 + (scalar & 0x3FF) << 10 + UInt32(units[at] & 0x3FF)
            at += 1
          } else {
            scalar = 0xFFFD
          }
        }
        switch scalar {
        case 0..<0x80: put(scalar)
        case 0x80..<0x800:
          put(0xC0 | scalar >> 6)
          put(0x80 | scalar & 0x3F)
        case 0x800..<0x10000:
          put(0xE0 | scalar >> 12)
          put(0x80 | scalar >> 6 & 0x3F)
          put(0x80 | scalar & 0x3F)
        default:
          put(0xF0 | scalar >> 18)
          put(0x80 | scalar >> 12 & 0x3F)
          put(0x80 | scalar >> 6 & 0x3F)
          put(0x80 | scalar & 0x3F)
        }
      }
      return count
    }
  }
}
