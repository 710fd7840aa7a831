extension Array where Element == UInt8 {
  /// Where `word` begins in the bytes from `lower` to `upper`, or nil.
  ///
  /// The last two bytes of a Chinese character tell more than its first, which many share; sixteen
  /// bytes at a time are looked at for them.
  ///
  /// - Complexity: O(*n*).
  package func position(of word: [UInt8], from lower: Int, to upper: Int) -> Int? {
    guard word.count > 1, lower >= 0, upper <= count else {
      return word.first.flatMap { byte in
        lower >= 0 && upper <= count && lower < upper ? self[lower..<upper].firstIndex(of: byte) : nil
      }
    }
    return withUnsafeBytes { bytes in
      word.withUnsafeBufferPointer { word in
        let length = word.count
        let last = SIMD16<UInt8>(repeating: word[length - 1])
        let before = SIMD16<UInt8>(repeating: word[length - 2])
        // Where the word would end.
        var end = lower + length - 1
        while end < upper {
          if end + 16 <= upper {
            let ends = bytes.loadUnaligned(fromByteOffset: end, as: SIMD16<UInt8>.self) .== last
            let befores = bytes.loadUnaligned(fromByteOffset: end - 1, as: SIMD16<UInt8>.self) .== before
            let found = unsafeBitCast(ends .& befores, to: SIMD2<UInt64>.self)
            guard let offset = firstByte(of: found) else {
              end += 16
              continue
            }
            end += offset
          }
          var same = 0
          while same < length, bytes[end - same] == word[length - 1 - same] { same += 1 }
          if same == length { return end + 1 - length }
          end += 1
        }
        return nil
      }
    }
  }
}

extension Array where Element == UInt16 {
  /// Where `word` begins, not before `start`, or nil.
  ///
  /// Its first two characters are looked for at sixteen places at a time, behind these at eight, the last eight of
  /// which may have been looked at before.
  ///
  /// - Complexity: O(*n*).
  package func position(of word: [UInt16], from start: Int = 0) -> Int? {
    guard word.count > 1 else {
      return word.first.flatMap { unit in start < count ? self[start...].firstIndex(of: unit) : nil }
    }
    guard start >= 0, count - start >= word.count else { return nil }
    return withUnsafeBufferPointer { units in
      word.withUnsafeBufferPointer { word in
        let last = units.count &- word.count
        var at = start
        guard units.count > 8 else {
          while at <= last {
            if stands(word, at, units) { return at }
            at &+= 1
          }
          return nil
        }
        let pair = UnitPair(word[0], word[1])
        while at <= last {
          if at &+ 16 < units.count, pair.isAbsent(units, at) {
            at &+= 16
            continue
          }
          let block = Swift.min(at, units.count &- 9)
          let found = pair.found(units, block)
          for half in 0..<2 {
            var bits = found[half].littleEndian & 0x0001_0001_0001_0001
            while bits != 0 {
              let place = block &+ 4 &* half &+ bits.trailingZeroBitCount >> 4
              if place >= at, place <= last, stands(word, place, units) { return place }
              bits &= bits &- 1
            }
          }
          at = block &+ 8
        }
        return nil
      }
    }
  }

  /// Whether the characters of `word` stand at `index`.
  @inlinable package func holds(_ word: [UInt16], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= count else { return false }
    var at = 0
    while at < word.count, self[index + at] == word[at] { at += 1 }
    return at == word.count
  }

  /// Whether the characters of `word` stand at the end.
  @inlinable package func ends(with word: [UInt16]) -> Bool { holds(word, at: count - word.count) }
}

/// Whether the characters of `word` stand at `place`, behind which there are as many.
@inline(__always)
private func stands(_ word: UnsafeBufferPointer<UInt16>, _ place: Int, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
  var same = 0
  while same < word.count, units[place &+ same] == word[same] { same &+= 1 }
  return same == word.count
}

/// Two characters that are looked for behind each other.
private struct UnitPair {
  private let first: SIMD8<UInt16>
  private let second: SIMD8<UInt16>

  @inline(__always)
  init(_ first: UInt16, _ second: UInt16) {
    self.first = SIMD8(repeating: first)
    self.second = SIMD8(repeating: second)
  }

  /// At which of eight places they stand, sixteen bits for each; nine characters are looked at.
  @inline(__always)
  func found(_ units: UnsafeBufferPointer<UInt16>, _ place: Int) -> SIMD2<UInt64> {
    let bytes = UnsafeRawBufferPointer(units)
    let firsts = bytes.loadUnaligned(fromByteOffset: place &* 2, as: SIMD8<UInt16>.self) .== first
    let seconds = bytes.loadUnaligned(fromByteOffset: place &* 2 &+ 2, as: SIMD8<UInt16>.self) .== second
    return unsafeBitCast(firsts .& seconds, to: SIMD2<UInt64>.self)
  }

  /// Whether they stand at none of sixteen places; seventeen characters are looked at.
  @inline(__always)
  func isAbsent(_ units: UnsafeBufferPointer<UInt16>, _ place: Int) -> Bool {
    let any = found(units, place) | found(units, place &+ 8)
    return any[0] | any[1] == 0
  }
}

/// The first of sixteen bytes that is not zero, or nil where all are.
@inline(__always)
private func firstByte(of bytes: SIMD2<UInt64>) -> Int? {
  if bytes[0] | bytes[1] == 0 { return nil }
  return bytes[0] != 0
    ? bytes[0].littleEndian.trailingZeroBitCount / 8 : 8 + bytes[1].littleEndian.trailingZeroBitCount / 8
}

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

  /// The first place of a character that `matches`, looked at eight at a time.
  @inline(__always)
  private func first(from start: Int, _ matches: (SIMD8<UInt16>) -> SIMDMask<SIMD8<Int16>>) -> Int {
    withUnsafeBytes { bytes in
      var at = start
      while at + 8 <= count {
        let found = matches(bytes.loadUnaligned(fromByteOffset: 2 * at, as: SIMD8<UInt16>.self))
        if let offset = firstByte(of: unsafeBitCast(found, to: SIMD2<UInt64>.self)) { return at + offset / 2 }
        at += 8
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
