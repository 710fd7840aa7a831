import DisclosureText

extension LineScan {
  static let prime: UInt64 = 0x100_0000_01b3

  /// Three bytes as one number.
  @inline(__always)
  static func three(_ bytes: Span<UInt8>, _ at: Int) -> UInt32 {
    UInt32(bytes[unchecked: at]) << 16 | UInt32(bytes[unchecked: at &+ 1]) << 8 | UInt32(bytes[unchecked: at &+ 2])
  }

  /// Whether three bytes are a character from U+4E00 to U+9FFF.
  @inline(__always)
  static func isIdeograph(_ three: UInt32) -> Bool { three &- 0xE4_B880 <= 0x05_073F }

  /// The character of three bytes at `at`.
  @inline(__always)
  static func unit(_ bytes: Span<UInt8>, _ at: Int) -> UInt32 {
    let lead = UInt32(bytes[unchecked: at] & 0x0F) << 12
    return lead | UInt32(bytes[unchecked: at &+ 1] & 0x3F) << 6 | UInt32(bytes[unchecked: at &+ 2] & 0x3F)
  }

  /// The character that ends at `end`, behind the beginning of the text.
  static func lastUnit(_ bytes: Span<UInt8>, _ end: Int) -> UInt16 {
    var at = end - 1
    while at > 0, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    let scalar = decodeScalar(bytes, &at)
    return scalar < 0x10000 ? UInt16(scalar) : 0xD800
  }

  /// Whether a digit of full width stands before `end`.
  static func endsInWideDigit(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    end - start >= 3 && three(bytes, end - 3) &- 0xEF_BC90 <= 9
  }

  /// Whether 单位 stands before `end`, with blanks between its characters or not.
  static func endsInUnit(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 6, three(bytes, end - 3) == 0xE4_BD8D else { return false }
    var at = end - 3
    while at > start {
      var before = at - 1
      while before > start, bytes[before] & 0xC0 == 0x80 { before -= 1 }
      var next = before
      let scalar = decodeScalar(bytes, &next)
      if !Mark.isBlank(scalar) { return scalar == 0x5355 }
      at = before
    }
    return false
  }

  /// Whether a number before this character is no table cell: `2025 年`, `3 辆`, `12 万元`.
  static func isUnitStart(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x5E74, 0x6708, 0x65E5, 0x4E07, 0x5343, 0x4EBF, 0x5143, 0x4E2A, 0x9879, 0x8F86, 0x53F0, 0x5957, 0x4EBA, 0x6B21,
      0x25, 0xFF05, 0x4EFD, 0x5BB6, 0x540D, 0x6279, 0x53F7, 0x4EF6, 0x6237, 0x6761, 0x7C73, 0x5E73, 0x8868, 0x3001,
      0xFF0C, 0x3002, 0xFF1B, 0xFF1A, 0xFF09:
      true
    default: false
    }
  }
}
