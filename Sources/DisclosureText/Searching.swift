extension Array where Element == UInt8 {
  /// Where `word` begins in the bytes from `lower` to `upper`, or nil.
  ///
  /// The last two bytes of a Chinese character tell more than its first, which many share; sixty-four
  /// bytes at a time are looked at for them, or sixteen where they may stand.
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
        let pair = BytePair(word[length - 2], word[length - 1])
        // Where the word would end.
        var end = lower + length - 1
        while end < upper {
          if end + 64 <= upper, pair.isAbsent(bytes, end) {
            end += 64
            continue
          }
          if end + 16 <= upper {
            guard let offset = firstByte(of: pair.found(bytes, end)) else {
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
      word.withUnsafeBufferPointer { word in firstPlace(of: word, or: nil, from: start, in: units) }
    }
  }

  /// Where one of two words begins, not before `start`, or nil; each has two characters or more.
  ///
  /// - Complexity: O(*n*).
  package func position(ofEither first: [UInt16], or second: [UInt16], from start: Int = 0) -> Int? {
    guard start >= 0, first.count > 1, second.count > 1 else { return nil }
    return withUnsafeBufferPointer { units in
      first.withUnsafeBufferPointer { first in
        second.withUnsafeBufferPointer { second in firstPlace(of: first, or: second, from: start, in: units) }
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

/// Where one of two words begins in `units`, not before `start`, or nil; the second may be none.
@inline(__always)
private func firstPlace(
  of first: UnsafeBufferPointer<UInt16>, or second: UnsafeBufferPointer<UInt16>?, from start: Int,
  in units: UnsafeBufferPointer<UInt16>
) -> Int? {
  func isPlace(_ place: Int) -> Bool {
    if place &+ first.count <= units.count, stands(first, place, units) { return true }
    guard let second else { return false }
    return place &+ second.count <= units.count && stands(second, place, units)
  }
  let last = units.count &- min(first.count, second?.count ?? first.count)
  var at = start
  guard units.count > 8 else {
    while at <= last {
      if isPlace(at) { return at }
      at &+= 1
    }
    return nil
  }
  let pair = UnitPair(first[0], first[1])
  let other = second.map { UnitPair($0[0], $0[1]) }
  while at <= last {
    if at &+ 16 < units.count, pair.isAbsent(units, at), other?.isAbsent(units, at) ?? true {
      at &+= 16
      continue
    }
    let block = min(at, units.count &- 9)
    let found = pair.found(units, block) | (other?.found(units, block) ?? SIMD2())
    if found[0] | found[1] == 0 {
      at = block &+ 8
      continue
    }
    for half in 0..<2 {
      var bits = found[half].littleEndian & 0x0001_0001_0001_0001
      while bits != 0 {
        let place = block &+ 4 &* half &+ bits.trailingZeroBitCount >> 4
        if place >= at, place <= last, isPlace(place) { return place }
        bits &= bits &- 1
      }
    }
    at = block &+ 8
  }
  return nil
}

/// Whether the characters of `word` stand at `place`, behind which there are as many.
@inline(__always)
private func stands(_ word: UnsafeBufferPointer<UInt16>, _ place: Int, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
  var same = 0
  while same < word.count, units[place &+ same] == word[same] { same &+= 1 }
  return same == word.count
}

/// Two bytes that are looked for behind each other.
private struct BytePair {
  private let first: SIMD16<UInt8>
  private let second: SIMD16<UInt8>

  @inline(__always)
  init(_ first: UInt8, _ second: UInt8) {
    self.first = SIMD16(repeating: first)
    self.second = SIMD16(repeating: second)
  }

  /// At which of sixteen places the second of them stands behind the first, eight bits for each.
  @inline(__always)
  func found(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> SIMD2<UInt64> {
    let seconds = bytes.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self) .== second
    let firsts = bytes.loadUnaligned(fromByteOffset: place - 1, as: SIMD16<UInt8>.self) .== first
    return unsafeBitCast(seconds .& firsts, to: SIMD2<UInt64>.self)
  }

  /// Whether they stand at none of sixty-four places.
  @inline(__always)
  func isAbsent(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    let any =
      found(bytes, place) | found(bytes, place + 16) | found(bytes, place + 32) | found(bytes, place + 48)
    return any[0] | any[1] == 0
  }
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
func firstByte(of bytes: SIMD2<UInt64>) -> Int? {
  if bytes[0] | bytes[1] == 0 { return nil }
  return bytes[0] != 0
    ? bytes[0].littleEndian.trailingZeroBitCount / 8 : 8 + bytes[1].littleEndian.trailingZeroBitCount / 8
}
