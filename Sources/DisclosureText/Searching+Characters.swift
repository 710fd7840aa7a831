extension Array where Element == UInt16 {
  /// The first place, not before `start`, of a digit of half or full width; the end where there is none.
  ///
  /// - Complexity: O(*n*).
  package func indexOfDigit(from start: Int) -> Int {
    let (narrow, wide) = (SIMD8<UInt16>(repeating: 0x30), SIMD8<UInt16>(repeating: 0xFF10))
    let mask = SIMD8<UInt16>(repeating: 0xFFF0)
    var at = start
    while true {
      // Digits and the six characters behind them.
      at = first(from: at) { units in ((units & mask) .== narrow) .| ((units & mask) .== wide) }
      if at >= count || self[at] & 0x0F <= 9 { return at }
      at += 1
    }
  }

  /// The first place, not before `start`, of one of two characters; the end where there is none.
  ///
  /// - Complexity: O(*n*).
  package func indexOfAny(_ first: UInt16, _ second: UInt16, from start: Int) -> Int {
    let (first, second) = (SIMD8<UInt16>(repeating: first), SIMD8<UInt16>(repeating: second))
    return self.first(from: start) { units in (units .== first) .| (units .== second) }
  }

  /// The first place, not before `start`, of one of three characters; the end where there is none.
  ///
  /// - Complexity: O(*n*).
  package func indexOfAny(_ first: UInt16, _ second: UInt16, _ third: UInt16, from start: Int) -> Int {
    let (first, second, third) = (
      SIMD8<UInt16>(repeating: first), SIMD8<UInt16>(repeating: second), SIMD8<UInt16>(repeating: third)
    )
    return self.first(from: start) { units in (units .== first) .| (units .== second) .| (units .== third) }
  }

  /// The first place of a character that `matches`, looked at eight at a time; the last eight may have been looked at
  /// before.
  @inline(__always)
  private func first(from start: Int, _ matches: (SIMD8<UInt16>) -> SIMDMask<SIMD8<Int16>>) -> Int {
    withUnsafeBytes { bytes in
      var at = start
      if count >= 8 {
        while at < count {
          let block = Swift.min(at, count &- 8)
          var found = unsafeBitCast(
            matches(bytes.loadUnaligned(fromByteOffset: 2 &* block, as: SIMD8<UInt16>.self)), to: SIMD2<UInt64>.self)
          if block < at { found = withoutFirst(at &- block, of: found) }
          if let offset = firstByte(of: found) { return block &+ offset / 2 }
          at = block &+ 8
        }
        return count
      }
      while at < count {
        let unit = bytes.loadUnaligned(fromByteOffset: 2 * at, as: UInt16.self)
        if matches(SIMD8(repeating: unit))[0] { return at }
        at += 1
      }
      return count
    }
  }
}

/// What was found at eight places, without the first `count` of them, of which there are at most seven.
@inline(__always)
private func withoutFirst(_ count: Int, of found: SIMD2<UInt64>) -> SIMD2<UInt64> {
  let others = (UInt64.max &<< UInt64(16 &* (count & 3))).littleEndian
  return count < 4 ? SIMD2(found[0] & others, found[1]) : SIMD2(0, found[1] & others)
}
