extension Array where Element == UInt8 {
  /// Where `word` begins in the bytes from `lower` to `upper`, or nil.
  ///
  /// The last byte of a Chinese character tells more than its first, which many share; eight bytes
  /// at a time are looked at for it.
  ///
  /// - Complexity: O(*n*).
  package func position(of word: [UInt8], from lower: Int, to upper: Int) -> Int? {
    guard let last = word.last, lower >= 0, upper <= count else { return nil }
    return withUnsafeBytes { bytes in
      word.withUnsafeBufferPointer { word in
        let wanted = UInt64(last) &* 0x0101_0101_0101_0101
        var end = lower + word.count - 1
        while end < upper {
          if end + 8 <= upper {
            let zeros = zeros(bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self).littleEndian ^ wanted)
            end += zeros.trailingZeroBitCount / 8
            if zeros == 0 { continue }
          }
          if bytes[end] == last {
            var length = 1
            while length < word.count, bytes[end - length] == word[word.count - 1 - length] { length += 1 }
            if length == word.count { return end + 1 - length }
          }
          end += 1
        }
        return nil
      }
    }
  }
}

/// The highest bit of each of eight bytes that is 0, right up to the first of them.
@inline(__always)
private func zeros(_ bytes: UInt64) -> UInt64 { (bytes &- 0x0101_0101_0101_0101) & ~bytes & 0x8080_8080_8080_8080 }

extension Array where Element == UInt16 {
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
