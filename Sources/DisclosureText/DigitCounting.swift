extension Array where Element == UInt8 {
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
