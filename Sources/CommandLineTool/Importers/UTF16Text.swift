/// Texts of two bytes to a unit (UTF-16), read as UTF-8 and written back byte for byte.
///
/// A unit that is half of a character stands in the UTF-8 as the three bytes that would encode it, which are not
/// valid there and are reported as such; half a unit at the end stands behind one more byte that is never valid.
struct UTF16Text {
  /// Whether the high byte of each unit comes first.
  let isHighFirst: Bool

  /// `bytes` in UTF-8; nil where so much of it is no character that it is no such text.
  ///
  /// - Complexity: O(*n*).
  func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 2 + 4)
    var broken = 0
    var at = 0
    while at + 1 < bytes.count {
      let unit = unit(bytes, at)
      at += 2
      if unit & 0xFC00 == 0xD800, at + 1 < bytes.count, self.unit(bytes, at) & 0xFC00 == 0xDC00 {
        let low = self.unit(bytes, at)
        at += 2
        Self.append(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF, to: &result)
        continue
      }
      if unit & 0xF800 == 0xD800 { broken += 1 }
      Self.append(unit, to: &result)
    }
    if at < bytes.count {
      broken += 1
      result.append(Self.halfUnit)
      Self.append(0xDC00 | UInt32(bytes[at]), to: &result)
    }
    return broken * Self.share <= bytes.count ? result : nil
  }

  /// The text whose ``decoded(_:)`` is `bytes`; nil for what is none.
  ///
  /// - Complexity: O(*n*).
  func encoded(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let isHalf = bytes[at] == Self.halfUnit
      if isHalf { at += 1 }
      guard let (scalar, length) = Self.scalar(bytes, at) else { return nil }
      at += length
      if isHalf {
        result.append(UInt8(truncatingIfNeeded: scalar))
      } else if scalar >= 0x10000 {
        append(0xD800 | (scalar - 0x10000) >> 10, to: &result)
        append(0xDC00 | (scalar - 0x10000) & 0x3FF, to: &result)
      } else {
        append(scalar, to: &result)
      }
    }
    return result
  }

  /// A byte that stands in no UTF-8.
  private static let halfUnit: UInt8 = 0xFF
  /// How many bytes a text has for each unit that is no character, at least.
  private static let share = 50

  private func unit(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    let (one, other) = (UInt32(bytes[at]), UInt32(bytes[at + 1]))
    return isHighFirst ? one << 8 | other : other << 8 | one
  }

  private func append(_ unit: UInt32, to bytes: inout [UInt8]) {
    let (high, low) = (UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit))
    bytes += isHighFirst ? [high, low] : [low, high]
  }

  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    func rest(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80: bytes.append(UInt8(scalar))
    case ..<0x800: bytes += [UInt8(0xC0 | scalar >> 6), rest(0)]
    case ..<0x10000: bytes += [UInt8(0xE0 | scalar >> 12), rest(6), rest(0)]
    default: bytes += [UInt8(0xF0 | scalar >> 18), rest(12), rest(6), rest(0)]
    }
  }

  /// What the bytes at `at` encode, and how many they are.
  private static func scalar(_ bytes: [UInt8], _ at: Int) -> (scalar: UInt32, length: Int)? {
    guard at < bytes.count else { return nil }
    let lead = UInt32(bytes[at])
    let length: Int
    switch lead {
    case ..<0x80: return (lead, 1)
    case 0xC0..<0xE0: length = 2
    case 0xE0..<0xF0: length = 3
    case 0xF0..<0xF8: length = 4
    default: return nil
    }
    guard at + length <= bytes.count else { return nil }
    var scalar = lead & (0x7F >> UInt32(length))
    for byte in bytes[(at + 1)..<(at + length)] {
      guard byte & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return (scalar, length)
  }
}
