extension Array where Element == UInt8 {
  /// Calls `body` with every place at which one of three bytes stands behind its own other one, in their order.
  ///
  /// Two bytes tell a Chinese character nearly as well as its three; thirty-two places are looked at together.
  ///
  /// - Complexity: O(*n*).
  @inlinable
  package func forEachPair(
    _ one: (UInt8, UInt8), _ other: (UInt8, UInt8), _ another: (UInt8, UInt8), _ body: (Int) -> Void
  ) {
    withUnsafeBytes { bytes in
      let (first, second) = (SIMD16<UInt8>(repeating: one.0), SIMD16<UInt8>(repeating: one.1))
      let (third, fourth) = (SIMD16<UInt8>(repeating: other.0), SIMD16<UInt8>(repeating: other.1))
      let (fifth, sixth) = (SIMD16<UInt8>(repeating: another.0), SIMD16<UInt8>(repeating: another.1))
      func found(at place: Int) -> SIMD2<UInt64> {
        let before = bytes.loadUnaligned(fromByteOffset: place - 1, as: SIMD16<UInt8>.self)
        let here = bytes.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
        let isFound = (before .== first) .& (here .== second) .| (before .== third) .& (here .== fourth)
        return unsafeBitCast(isFound .| (before .== fifth) .& (here .== sixth), to: SIMD2<UInt64>.self)
      }
      var at = 1
      while at + 32 <= bytes.count {
        let (low, high) = (found(at: at), found(at: at + 16))
        let any = low | high
        if any[0] | any[1] != 0 {
          for part in 0..<4 {
            var bits = (part < 2 ? low[part] : high[part - 2]).littleEndian & 0x8080_8080_8080_8080
            while bits != 0 {
              body(at + 8 * part + bits.trailingZeroBitCount / 8)
              bits &= bits - 1
            }
          }
        }
        at += 32
      }
      while at < bytes.count {
        let (before, here) = (bytes[at - 1], bytes[at])
        let isFound =
          before == one.0 && here == one.1 || before == other.0 && here == other.1
          || before == another.0 && here == another.1
        if isFound { body(at) }
        at += 1
      }
    }
  }

  /// The digits of a stretch, added to `known` ones, until there are `limit`, and where they end; six marks
  /// that are rare count as digits.
  ///
  /// - Complexity: O(*n*).
  package func digits(from start: Int, to end: Int, counting known: Int, upTo limit: Int) -> (count: Int, end: Int) {
    withUnsafeBytes { bytes in
      let (mask, digit) = (SIMD16<UInt8>(repeating: 0xF0), SIMD16<UInt8>(repeating: 0x30))
      let ones: UInt64 = 0x0101_0101_0101_0101
      var (at, count) = (start, known)
      while at + 16 <= end, count < limit {
        let isDigit = (bytes.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self) & mask) .== digit
        let found = unsafeBitCast(isDigit, to: SIMD2<UInt64>.self)
        if found[0] | found[1] != 0 {
          // A byte of each of the sixteen is added up in the highest one.
          let sums = ((found[0] & ones) &+ (found[1] & ones)) &* ones
          count += Int(sums >> 56)
        }
        at += 16
      }
      return (count, at)
    }
  }
}
