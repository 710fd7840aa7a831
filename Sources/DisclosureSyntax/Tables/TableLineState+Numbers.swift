import DisclosureText

/// Numbers as nearly all are printed.
extension TableLineState {
  /// Reads digits, with thousands separated or not, or such digits, a point and up to four more, as nearly all numbers
  /// are, and gives the place behind them; nil where it is something else or more.
  @inline(__always)
  mutating func readPlainNumber(_ start: Int, _ end: Int, in bytes: Span<UInt8>) -> Int? {
    // Eighteen characters make no number that is too large.
    let limit = min(end, start &+ 18)
    var value: Int64 = 0
    var at = start
    while at < limit, case let digit = bytes[unchecked: at] &- 0x30, digit <= 9 {
      value = value &* 10 &+ Int64(digit)
      at &+= 1
    }
    var separators = 0
    if at < limit, bytes[unchecked: at] == 0x2C {
      guard at &- start <= 3 else { return nil }
      while at < limit, bytes[unchecked: at] == 0x2C {
        guard at &+ 3 < limit, let thousand = threeDigits(bytes, at &+ 1) else { return nil }
        value = value &* 1000 &+ thousand
        at &+= 4
        separators &+= 1
      }
    }
    var digits = at &- start &- separators
    var decimals = 0
    if at < limit, bytes[unchecked: at] == 0x2E {
      at &+= 1
      let point = at
      while at < limit, case let digit = bytes[unchecked: at] &- 0x30, digit <= 9 {
        value = value &* 10 &+ Int64(digit)
        at &+= 1
      }
      decimals = at &- point
      guard decimals &- 1 < 4, decimals > 0 else { return nil }
      digits &+= decimals
    }
    if at < end {
      let byte = bytes[unchecked: at]
      guard byte == 0x20 || byte == 0x09 || byte == 0x7C && hasPipes else { return nil }
    }
    let width = Int32(truncatingIfNeeded: at &- start)
    narrow &+= width
    wide &+= width
    pieces.append(
      TablePiece(
        kind: decimals &+ separators > 0 ? .amount : .integer, range: TextRange(start, at), value: value,
        decimals: UInt8(truncatingIfNeeded: decimals), digits: UInt8(truncatingIfNeeded: digits),
        hasSeparators: separators > 0,
        first: UInt16(bytes[unchecked: start]), narrowColumn: narrow, wideColumn: wide,
        field: hasFields ? field : -1, gap: UInt16(clamping: gap)))
    gap = 0
    return at
  }

  /// The number that three digits are; nil where something else is among them.
  @inline(__always)
  private func threeDigits(_ bytes: Span<UInt8>, _ at: Int) -> Int64? {
    let (one, two) = (bytes[unchecked: at] &- 0x30, bytes[unchecked: at &+ 1] &- 0x30)
    let three = bytes[unchecked: at &+ 2] &- 0x30
    return max(one, two, three) <= 9 ? Int64(one) &* 100 &+ Int64(two) &* 10 &+ Int64(three) : nil
  }
}
