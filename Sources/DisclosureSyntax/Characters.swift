import DisclosureText

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

/// Reads the character at `at`, which is before the end of valid UTF-8, and moves `at` behind it.
@inline(__always)
func decodeScalar(_ bytes: Span<UInt8>, _ at: inout Int) -> UInt32 {
  let lead = UInt32(bytes[unchecked: at])
  if lead < 0x80 {
    at &+= 1
    return lead
  }
  let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  guard at &+ length <= bytes.count else {
    at = bytes.count
    return 0x1A
  }
  let second = UInt32(bytes[unchecked: at &+ 1] & 0x3F)
  if length == 3 {
    let scalar = (lead & 0x0F) << 12 | second << 6 | UInt32(bytes[unchecked: at &+ 2] & 0x3F)
    at &+= 3
    return scalar
  }
  if length == 2 {
    at &+= 2
    return (lead & 0x1F) << 6 | second
  }
  let high = (lead & 0x07) << 18 | second << 12
  let scalar = high | UInt32(bytes[unchecked: at &+ 2] & 0x3F) << 6 | UInt32(bytes[unchecked: at &+ 3] & 0x3F)
  at &+= 4
  return scalar
}

/// The ideograph at `at`, which has two bytes behind it, or nil where something else stands there.
@inline(__always)
func ideograph(_ bytes: Span<UInt8>, _ at: Int) -> UInt32? {
  // 0xE4B880 to 0xE9BFBF are the characters from U+4E00 to U+9FFF.
  let lead = bytes[unchecked: at]
  guard lead &- 0xE4 <= 5 else { return nil }
  let second = UInt32(bytes[unchecked: at &+ 1] & 0x3F)
  let scalar = UInt32(lead & 0x0F) << 12 | second << 6 | UInt32(bytes[unchecked: at &+ 2] & 0x3F)
  return scalar >= 0x4E00 ? scalar : nil
}

/// Where the blanks of ASCII that begin at `start` end, not behind `end`.
@inline(__always)
func blanksEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
  var at = start
  while at &+ 8 <= end {
    let eight = bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self)
    let others = eight ^ 0x2020_2020_2020_2020
    if others != 0 { return at &+ others.littleEndian.trailingZeroBitCount >> 3 }
    at &+= 8
  }
  while at < end, bytes[unchecked: at] == 0x20 { at &+= 1 }
  return at
}

/// The four bytes at `at`, the first of them the highest; there have to be as many.
@inline(__always)
func fourBytes(_ bytes: Span<UInt8>, _ at: Int) -> UInt32 {
  UInt32(bigEndian: bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt32.self))
}

/// The ideograph that the first three of four bytes are, the first of them the highest; nil where they are
/// something else.
@inline(__always)
func ideograph(_ four: UInt32) -> UInt16? {
  guard four >> 8 &- 0xE4_B880 <= 0x05_073F else { return nil }
  return threeByteUnit(four)
}

/// The character that the first three of four bytes are.
@inline(__always)
func threeByteUnit(_ four: UInt32) -> UInt16 {
  UInt16(truncatingIfNeeded: four >> 12 & 0xF000 | four >> 10 & 0x0FC0 | four >> 8 & 0x3F)
}

/// Whether the first three of four bytes are a character behind U+3000 that is no blank.
@inline(__always)
func isPrintedWide(_ four: UInt32) -> Bool {
  let three = four >> 8
  return three > 0xE3_8080 && three < 0xF0_0000 && three != 0xEF_BBBF
}

extension Array where Element == UInt16 {
  /// Appends the characters of `range` without blanks, as code units; one outside the basic
  /// plane as a single unit of the surrogate area.
  package mutating func appendCharacters(of range: TextRange, in bytes: [UInt8], limit: Int = .max) {
    guard !range.isEmpty, count < limit else { return }
    // Every byte makes one unit at the most.
    append(addingCapacity: Swift.min(range.count, limit - count)) { units in
      // The span itself looks up where it ends for each unit.
      units.withUnsafeMutableBufferPointer { units, count in count = readCharacters(bytes.span, range, into: units) }
    }
  }
}

/// Puts the characters of `range` without blanks into `units`, as many as there is room for, and gives their number;
/// one outside the basic plane is a single unit of the surrogate area.
@inline(__always)
func readCharacters(
  _ bytes: Span<UInt8>, _ range: TextRange, into units: UnsafeMutableBufferPointer<UInt16>
) -> Int {
  var at = range.lower
  var count = 0
  // Four bytes are read for three.
  let limit = min(range.upper, bytes.count &- 3)
  while at < range.upper, count < units.count {
    if at < limit, case let four = fourBytes(bytes, at), isPrintedWide(four) {
      units[count] = threeByteUnit(four)
      count &+= 1
      at &+= 3
      while at < limit, count < units.count, let unit = ideograph(fourBytes(bytes, at)) {
        units[count] = unit
        count &+= 1
        at &+= 3
      }
      continue
    }
    let scalar = decodeScalar(bytes, &at)
    if Mark.isBlank(scalar) { continue }
    units[count] = scalar < 0x10000 ? UInt16(truncatingIfNeeded: scalar) : 0xD800
    count += 1
  }
  return count
}

extension RunningText {
  /// The characters that stand at `range`, without blanks.
  ///
  /// - Complexity: O(length of `range`).
  package init(charactersAt range: TextRange, in bytes: [UInt8]) {
    guard !range.isEmpty, range.upper <= bytes.count else {
      self.init(base: range.lower)
      return
    }
    // Every byte makes one unit at the most.
    self = withUnsafeTemporaryAllocation(of: UInt16.self, capacity: range.count) { units in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: range.count) { origins in
        let span = bytes.span
        var at = range.lower
        var count = 0
        while at < range.upper {
          let origin = Int32(truncatingIfNeeded: at - range.lower)
          if at &+ 3 < range.upper, case let four = fourBytes(span, at), isPrintedWide(four) {
            units[count] = threeByteUnit(four)
            origins[count] = origin
            count &+= 1
            at &+= 3
            continue
          }
          let scalar = decodeScalar(span, &at)
          if Mark.isBlank(scalar) { continue }
          origins[count] = origin
          if scalar < 0x10000 {
            units[count] = UInt16(truncatingIfNeeded: scalar)
          } else {
            units[count] = UInt16(truncatingIfNeeded: 0xD7C0 + (scalar >> 10))
            units[count + 1] = UInt16(truncatingIfNeeded: 0xDC00 + (scalar & 0x3FF))
            origins[count + 1] = origin
            count += 1
          }
          count += 1
        }
        return RunningText(base: range.lower, units: Array(units[..<count]), origins: Array(origins[..<count]))
      }
    }
  }
}
