extension Array where Element == UInt8 {
  /// Whether the bytes at `range` are those of another text from `start` on.
  ///
  /// - Complexity: O(length of `range`).
  package func hasBytes(at range: Range<Int>, of other: [UInt8], at start: Int) -> Bool {
    guard start >= 0, start + range.count <= other.count else { return false }
    return withUnsafeBytes { own in
      other.withUnsafeBytes { other in
        var at = 0
        while at + 32 <= range.count {
          if own.differs(at: range.lowerBound + at, from: other, at: start + at) { return false }
          at += 32
        }
        while at + 8 <= range.count {
          if own.loadUnaligned(fromByteOffset: range.lowerBound + at, as: UInt64.self)
            != other.loadUnaligned(fromByteOffset: start + at, as: UInt64.self)
          {
            return false
          }
          at += 8
        }
        while at < range.count, own[range.lowerBound + at] == other[start + at] { at += 1 }
        return at == range.count
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether one of 32 bytes is another one than in `other`.
  @inline(__always)
  package func differs(at offset: Int, from other: UnsafeRawBufferPointer, at otherOffset: Int) -> Bool {
    var difference: UInt64 = 0
    for word in stride(from: 0, to: 32, by: 8) {
      difference |=
        loadUnaligned(fromByteOffset: offset + word, as: UInt64.self)
        ^ other.loadUnaligned(fromByteOffset: otherOffset + word, as: UInt64.self)
    }
    return difference != 0
  }
}
