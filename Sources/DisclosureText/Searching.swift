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
          if end + 8 <= upper, !hasZero(bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self) ^ wanted) {
            end += 8
            continue
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

/// Whether one of eight bytes is 0.
@inline(__always)
private func hasZero(_ bytes: UInt64) -> Bool {
  (bytes &- 0x0101_0101_0101_0101) & ~bytes & 0x8080_8080_8080_8080 != 0
}

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
