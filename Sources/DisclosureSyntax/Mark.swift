/// The characters that decide how a disclosure is read, as UTF-16 code units.
///
/// Chinese and ASCII forms of a mark mean the same in these documents and are told apart
/// nowhere but here.
@usableFromInline package enum Mark {
  @inlinable package static var space: UInt16 { 0x20 }
  @inlinable package static var fullStop: UInt16 { 0x3002 }  // 。
  @inlinable package static var comma: UInt16 { 0xFF0C }  // ，
  @inlinable package static var semicolon: UInt16 { 0xFF1B }  // ；
  @inlinable package static var colon: UInt16 { 0xFF1A }  // ：
  @inlinable package static var pause: UInt16 { 0x3001 }  // 、

  /// Whether `unit` ends a sentence.
  @inlinable @inline(__always)
  package static func isStop(_ unit: UInt16) -> Bool {
    unit == fullStop || unit == 0xFF01 || unit == 0xFF1F || unit == 0xFF61 || unit == 0x21 || unit == 0x3F
  }

  @inlinable @inline(__always)
  package static func isComma(_ unit: UInt16) -> Bool { unit == comma || unit == 0x2C || unit == 0xFE50 }
  @inlinable @inline(__always)
  package static func isSemicolon(_ unit: UInt16) -> Bool { unit == semicolon || unit == 0x3B }
  @inlinable @inline(__always)
  package static func isColon(_ unit: UInt16) -> Bool { unit == colon || unit == 0x3A }
  @inlinable @inline(__always)
  package static func isPause(_ unit: UInt16) -> Bool { unit == pause }
  @inlinable @inline(__always)
  package static func isOpeningBracket(_ unit: UInt16) -> Bool { unit == 0xFF08 || unit == 0x28 }
  @inlinable @inline(__always)
  package static func isClosingBracket(_ unit: UInt16) -> Bool { unit == 0xFF09 || unit == 0x29 }
  @inlinable @inline(__always)
  package static func isOpeningTitle(_ unit: UInt16) -> Bool { unit == 0x300A || unit == 0x3008 }
  @inlinable @inline(__always)
  package static func isClosingTitle(_ unit: UInt16) -> Bool { unit == 0x300B || unit == 0x3009 }
  @inlinable @inline(__always)
  package static func isQuote(_ unit: UInt16) -> Bool {
    unit == 0x201C || unit == 0x201D || unit == 0x22 || unit == 0x300C || unit == 0x300D || unit == 0xFF02
  }

  /// The value of a digit, half or full width.
  @inlinable @inline(__always)
  package static func digit(_ unit: UInt16) -> Int? {
    if unit >= 0x30 && unit <= 0x39 { return Int(unit) - 0x30 }
    if unit >= 0xFF10 && unit <= 0xFF19 { return Int(unit) - 0xFF10 }
    return nil
  }

  @inlinable @inline(__always)
  package static func isDigit(_ unit: UInt16) -> Bool {
    (unit >= 0x30 && unit <= 0x39) || (unit >= 0xFF10 && unit <= 0xFF19)
  }

  @inlinable @inline(__always)
  package static func isPoint(_ unit: UInt16) -> Bool { unit == 0x2E || unit == 0xFF0E }
  @inlinable @inline(__always)
  package static func isPercent(_ unit: UInt16) -> Bool { unit == 0x25 || unit == 0xFF05 || unit == 0xFE6A }
  @inlinable @inline(__always)
  package static func isLetter(_ unit: UInt16) -> Bool {
    (unit >= 0x41 && unit <= 0x5A) || (unit >= 0x61 && unit <= 0x7A)
      || (unit >= 0xFF21 && unit <= 0xFF3A) || (unit >= 0xFF41 && unit <= 0xFF5A)
  }
  @inlinable @inline(__always)
  package static func isIdeograph(_ unit: UInt16) -> Bool {
    (unit >= 0x4E00 && unit <= 0x9FFF) || (unit >= 0x3400 && unit <= 0x4DBF) || unit & 0xF800 == 0xD800
  }

  /// Whether it is a Chinese numeral from 一 to 十, as numbering has.
  @inlinable @inline(__always)
  package static func isChineseNumeral(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: true
    default: false
    }
  }

  /// Whether the scalar is a blank or takes no room at all.
  @inlinable @inline(__always)
  package static func isBlank(_ scalar: UInt32) -> Bool {
    // Nearly all characters are ideographs, marks behind them or ASCII.
    if scalar > 0x3000 && scalar != 0xFEFF || scalar > 0x20 && scalar < 0xA0 { return false }
    switch scalar {
    case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0xA0, 0x3000, 0x00AD, 0x2000...0x200F, 0x202A...0x202F, 0x205F...0x2064,
      0x2066...0x2069, 0xFEFF, 0x1A:
      return true
    default: return false
    }
  }

  /// Whether the blank takes no room: a zero-width blank, a mark of writing direction. It separates
  /// nothing, so that a figure with one inside reads as it looks.
  package static func isInvisible(_ blank: UInt32) -> Bool {
    switch blank {
    case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
