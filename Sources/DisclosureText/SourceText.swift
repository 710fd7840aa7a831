/// The bytes of one document, made safe to read as UTF-8.
///
/// Every offset into a `SourceText` is an offset into the file it was read from: a byte
/// that is no part of valid UTF-8 is replaced by one `substitute` byte, never by more,
/// and a byte order mark stays where it is.
@usableFromInline package struct SourceText: Sendable {
  /// What stands for a byte that could not be read: the control character SUBSTITUTE.
  package static let substitute: UInt8 = 0x1A

  /// The text in valid UTF-8, as long as what was given.
  @usableFromInline package let bytes: [UInt8]

  /// Where the first byte stood that was not valid UTF-8, and how many there were.
  package let unreadable: UnreadableBytes?

  /// Reads `bytes` as UTF-8.
  ///
  /// - Complexity: O(*n*).
  package init(_ bytes: [UInt8]) {
    let start = bytes.withUnsafeBufferPointer { Self.firstInvalid($0, from: 0) }
    guard var at = start else {
      self.bytes = bytes
      self.unreadable = nil
      return
    }
    var repaired = bytes
    var count = 0
    let first = at
    while true {
      repaired[at] = Self.substitute
      count += 1
      let next = repaired.withUnsafeBufferPointer { Self.firstInvalid($0, from: at + 1) }
      guard let next else { break }
      at = next
    }
    self.bytes = repaired
    self.unreadable = UnreadableBytes(range: TextRange(first, first + 1), count: count)
  }

  /// Takes bytes that are known to be valid, as those of a string are.
  package init(valid bytes: [UInt8]) {
    self.bytes = bytes
    self.unreadable = nil
  }

  /// Reads a string, which is always valid.
  package init(_ string: String) {
    self.bytes = Array(string.utf8)
    self.unreadable = nil
  }

  /// The text of `range`, for messages; bytes that could not be read appear as U+FFFD.
  package func string(in range: TextRange) -> String {
    let lower = max(0, min(range.lower, bytes.count))
    let upper = max(lower, min(range.upper, bytes.count))
    let part = bytes[lower..<upper]
    guard unreadable != nil, part.contains(Self.substitute) else {
      return String(decoding: part, as: UTF8.self)
    }
    return String(
      String.UnicodeScalarView(
        String(decoding: part, as: UTF8.self).unicodeScalars.map { $0.value == 0x1A ? "\u{FFFD}" : $0 }))
  }
}

/// The bytes of a file that are not valid UTF-8.
@usableFromInline package struct UnreadableBytes: Hashable, Sendable {
  /// The first of them.
  package let range: TextRange
  /// How many there are.
  package let count: Int
}

extension SourceText {
  /// The offset of the first byte at or behind `start` that does not belong to a well-formed
  /// sequence (Unicode Standard, table 3-7), or nil.
  private static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var at = start
    let end = bytes.count
    let raw = UnsafeRawBufferPointer(bytes)
    while at < end {
      at = endOfBlocks(raw, from: at)
      // As far as the block goes that holds something else.
      at = endOfUsual(raw, from: at, to: at + 16)
      guard at < end else { return nil }
      let lead = bytes[at]
      // Ideographs and Chinese marks.
      if lead >= 0xE1, lead <= 0xEC, at + 2 < end, bytes[at + 1] & 0xC0 == 0x80, bytes[at + 2] & 0xC0 == 0x80 {
        at += 3
        continue
      }
      if lead < 0x80 {
        at += 1
        while at + 8 <= end, raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
          at += 8
        }
        continue
      }
      let length: Int
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0:
        length = 3
        low = 0xA0
      case 0xED:
        length = 3
        high = 0x9F
      case 0xE1...0xEF: length = 3
      case 0xF0:
        length = 4
        low = 0x90
      case 0xF4:
        length = 4
        high = 0x8F
      case 0xF1...0xF3: length = 4
      default: return at
      }
      guard at + length <= end, bytes[at + 1] >= low, bytes[at + 1] <= high else { return at }
      if length > 2, bytes[at + 2] & 0xC0 != 0x80 { return at }
      if length > 3, bytes[at + 3] & 0xC0 != 0x80 { return at }
      at += length
    }
    return nil
  }

  @inline(__always)
  private static func bytesOf(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }

  /// All bits of the bytes for which a comparison held.
  @inline(__always)
  private static func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD2<UInt64> {
    unsafeBitCast(mask, to: SIMD2<UInt64>.self)
  }

  /// The bits of those of sixteen bytes that are neither ASCII nor of a well-formed character of three bytes.
  @inline(__always)
  private static func wrongBits(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> SIMD2<UInt64> {
    let (high, lead) = (bytesOf(0xF0), bytesOf(0xE0))
    let block = bytes.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
    let before = bytes.loadUnaligned(fromByteOffset: at &- 1, as: SIMD16<UInt8>.self)
    let second = bytes.loadUnaligned(fromByteOffset: at &- 2, as: SIMD16<UInt8>.self)
    let kind = block & bytesOf(0xC0)
    let continues = bits(kind .== bytesOf(0x80))
    let isBehindLead = bits(((before & high) .== lead) .| ((second & high) .== lead))
    // E0 and ED allow fewer bytes behind them than the others.
    let isStrict = bits((block .== lead) .| (block .== bytesOf(0xED)))
    let isOtherLead = bits(kind .== bytesOf(0xC0)) ^ bits((block & high) .== lead)
    return (continues ^ isBehindLead) | isStrict | isOtherLead
  }

  /// The offset behind blocks of nothing else, of which each byte is looked at with the two before it.
  @inline(__always)
  private static func endOfBlocks(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard start >= 2 else { return start }
    var at = start
    // Nearly all texts have nothing else: four blocks are decided on at once.
    while at &+ 64 <= bytes.count {
      let wrong =
        wrongBits(bytes, at) | wrongBits(bytes, at &+ 16) | wrongBits(bytes, at &+ 32) | wrongBits(bytes, at &+ 48)
      guard wrong[0] | wrong[1] == 0 else { break }
      at &+= 64
    }
    while at &+ 16 <= bytes.count, case let wrong = wrongBits(bytes, at), wrong[0] | wrong[1] == 0 { at &+= 16 }
    // The last character may end behind the last block.
    if at > start, bytes[at &- 1] & 0xF0 == 0xE0 { return at &- 1 }
    if at > start, bytes[at &- 2] & 0xF0 == 0xE0 { return at &- 2 }
    return at
  }

  /// The offset behind ASCII and well-formed characters of three bytes, looked at eight bytes at a time;
  /// what stands there may be of either kind.
  @inline(__always)
  private static func endOfUsual(_ bytes: UnsafeRawBufferPointer, from start: Int, to limit: Int) -> Int {
    var at = start
    while at &+ 8 <= bytes.count, at < limit {
      let eight = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
      if eight & 0x80 == 0 {
        let others = eight & 0x8080_8080_8080_8080
        at &+= others == 0 ? 8 : others.trailingZeroBitCount >> 3
      } else if holdsTwo(eight) {
        at &+= 6
      } else if eight & 0xC0_C0F0 == 0x80_80E0, 0xDFFE as UInt64 >> (eight & 0x0F) & 1 == 1 {
        at &+= 3
      } else {
        break
      }
    }
    return at
  }

  /// Whether the first six of eight bytes are two well-formed characters of three bytes.
  @inline(__always)
  private static func holdsTwo(_ bytes: UInt64) -> Bool {
    // E0 and ED allow fewer bytes behind them than the others.
    let usual: UInt64 = 0xDFFE
    return bytes & 0xC0_C0F0_C0C0_F0 == 0x80_80E0_8080_E0
      && usual >> (bytes & 0x0F) & usual >> (bytes >> 24 & 0x0F) & 1 == 1
  }
}
