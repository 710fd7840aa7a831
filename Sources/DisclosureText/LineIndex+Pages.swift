extension LineIndex {
  /// The lines as they are read: a form feed between two words of one line begins another.
  ///
  /// Some extractors put nothing but a form feed between two pages. Without one it is the same value.
  ///
  /// - Complexity: O(*n*).
  package func dividedAtPages(of bytes: [UInt8]) -> LineIndex {
    let feeds = Self.feeds(in: bytes)
    guard !feeds.isEmpty else { return self }
    var result = self
    result.insert(feeds)
    return result
  }

  /// The form feeds that stand neither at the beginning nor at the end of a line.
  private static func feeds(in bytes: [UInt8]) -> [Int] {
    var found: [Int] = []
    bytes.withUnsafeBytes { bytes in
      func take(_ at: Int) {
        guard bytes[at] == 0x0C, at > 0, at + 1 < bytes.count, !isLineEnd(bytes[at - 1]), !isLineEnd(bytes[at + 1])
        else { return }
        found.append(at)
      }
      let feed = SIMD16<UInt8>(repeating: 0x0C)
      func feeds(at place: Int) -> SIMD2<UInt64> {
        let feeds = bytes.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self) .== feed
        return unsafeBitCast(feeds, to: SIMD2<UInt64>.self)
      }
      var at = 0
      while at + 64 <= bytes.count {
        let any = feeds(at: at) | feeds(at: at + 16) | feeds(at: at + 32) | feeds(at: at + 48)
        if any[0] | any[1] != 0 {
          for block in stride(from: at, to: at + 64, by: 16) where feeds(at: block) != SIMD2() {
            for place in block..<block + 16 { take(place) }
          }
        }
        at += 64
      }
      while at < bytes.count {
        take(at)
        at += 1
      }
    }
    return found
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
