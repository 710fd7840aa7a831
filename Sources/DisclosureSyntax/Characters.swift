import DisclosureText

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
    // A closure that holds the list takes and gives back a reference to it.
    bytes.withUnsafeBufferPointer { bytes in
      // Every byte makes one unit at the most.
      append(addingCapacity: Swift.min(range.count, limit - count)) { units in
        // The span itself looks up where it ends for each unit.
        units.withUnsafeMutableBufferPointer { units, count in count = readCharacters(bytes.span, range, into: units) }
      }
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
    let byte = bytes[unchecked: at]
    if byte &- 0x21 < 0x5E {
      units[count] = UInt16(byte)
      count &+= 1
      at &+= 1
      continue
    }
    let scalar = decodeScalar(bytes, &at)
    if Mark.isBlank(scalar) { continue }
    units[count] = scalar < 0x10000 ? UInt16(truncatingIfNeeded: scalar) : 0xD800
    count &+= 1
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
      let span = bytes.span
      var places = TextStretches(base: range.lower)
      var at = range.lower
      var count = 0
      while at < range.upper {
        let start = at
        if at &+ 3 < range.upper, case let four = fourBytes(span, at), isPrintedWide(four) {
          at &+= 3
          places.take(count, from: start, to: at)
          units[count] = threeByteUnit(four)
          count &+= 1
          continue
        }
        let scalar = decodeScalar(span, &at)
        if Mark.isBlank(scalar) { continue }
        places.take(count, from: start, to: at)
        if scalar < 0x10000 {
          units[count] = UInt16(truncatingIfNeeded: scalar)
        } else {
          units[count] = UInt16(truncatingIfNeeded: 0xD7C0 + (scalar >> 10))
          units[count + 1] = UInt16(truncatingIfNeeded: 0xDC00 + (scalar & 0x3FF))
          count += 1
        }
        count += 1
      }
      return RunningText(base: range.lower, units: Array(units[..<count]), stretches: places.end())
    }
  }
}
