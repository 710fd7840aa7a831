/// Text as it is meant to be read, with every character traced back to the file.
///
/// A paragraph of a disclosure is hard-wrapped, padded with blanks and cut by page ends; its
/// running text is the same characters without all that. Characters are kept as UTF-16 code
/// units, so that one of the basic plane is one element.
///
/// Origins are counted from `base`, so that a paragraph whose bytes did not change can be
/// kept when the text before it grows.
@usableFromInline package struct RunningText: Hashable, Sendable {
  /// The UTF-16 code units.
  @usableFromInline package private(set) var units: [UInt16] = []
  /// For each unit, the byte where its character starts, counted from `base`.
  package private(set) var origins: [Int32] = []
  /// The offset in the file from which origins are counted.
  package var base: Int

  /// Creates a text of characters and their origins, as many of the one as of the other.
  package init(base: Int, units: [UInt16], origins: [Int32]) {
    self.base = base
    self.units = units
    self.origins = origins
  }

  /// Creates an empty text whose origins are counted from `base`.
  package init(base: Int) { self.base = base }

  /// The number of code units.
  @inlinable package var count: Int { units.count }

  /// Makes room for `capacity` code units.
  package mutating func reserveCapacity(_ capacity: Int) {
    units.reserveCapacity(capacity)
    origins.reserveCapacity(capacity)
  }

  /// Appends one character that starts at `offset` of the file.
  package mutating func append(_ scalar: UInt32, at offset: Int) {
    let origin = Int32(truncatingIfNeeded: offset - base)
    if scalar < 0x10000 {
      units.append(UInt16(truncatingIfNeeded: scalar))
      origins.append(origin)
    } else {
      units.append(UInt16(truncatingIfNeeded: 0xD7C0 + (scalar >> 10)))
      units.append(UInt16(truncatingIfNeeded: 0xDC00 + (scalar & 0x3FF)))
      origins.append(origin)
      origins.append(origin)
    }
  }

  /// The bytes in the file from the first to behind the last character of `range`; whatever
  /// was left out between them lies inside.
  package func sourceRange(of range: Range<Int>) -> TextRange {
    guard !range.isEmpty, range.upperBound <= units.count else {
      let at = range.lowerBound < units.count ? Int(origins[range.lowerBound]) : end
      return TextRange(base + at, base + at)
    }
    let last = range.upperBound - 1
    return TextRange(base + Int(origins[range.lowerBound]), base + Int(origins[last]) + byteLength(at: last))
  }

  /// The stretches of the file that hold the characters of `range`, without what was left out
  /// between them; ascending and disjoint.
  ///
  /// - Complexity: O(length of `range`).
  package func pieces(of range: Range<Int>) -> [TextRange] {
    var pieces: [TextRange] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let start = base + Int(origins[at])
      let end = start + byteLength(at: at)
      if let last = pieces.last, last.upper == start {
        pieces[pieces.count - 1].upper = end
      } else if pieces.last?.upper != end {
        pieces.append(TextRange(start, end))
      }
      at += 1
    }
    return pieces
  }

  /// The characters of `range`, for messages.
  package func string(in range: Range<Int>) -> String {
    String(codeUnits: units[range.clamped(to: 0..<units.count)])
  }

  private var end: Int {
    units.isEmpty ? 0 : Int(origins[units.count - 1]) + byteLength(at: units.count - 1)
  }

  private func byteLength(at index: Int) -> Int {
    let unit = units[index]
    return unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit & 0xF800 == 0xD800 ? 4 : 3
  }
}
