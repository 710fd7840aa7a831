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
  /// Where they stand in the file.
  private var stretches: [Stretch] = []
  /// The offset in the file from which origins are counted.
  package var base: Int

  /// Characters that stand right behind each other in the file.
  @usableFromInline package struct Stretch: Hashable, Sendable {
    /// The unit it begins with.
    fileprivate let unit: Int32
    /// The byte where that one's character starts, counted from the base of the text.
    fileprivate let origin: Int32

    /// The stretch that begins with `unit`, which starts at `origin`.
    package init(unit: Int, origin: Int) {
      self.unit = Int32(truncatingIfNeeded: unit)
      self.origin = Int32(truncatingIfNeeded: origin)
    }
  }

  /// Creates a text of characters and the stretches they stand in, ascending; the first one stands at `base` unless
  /// it begins a stretch. Of a long stretch parts are given, for the place of a character is counted from the beginning
  /// of its own.
  package init(base: Int, units: [UInt16], stretches: [Stretch]) {
    self.base = base
    self.units = units
    self.stretches = stretches
  }

  /// Creates an empty text whose origins are counted from `base`.
  package init(base: Int) { self.base = base }

  /// The number of code units.
  @inlinable package var count: Int { units.count }

  /// The bytes in the file from the first to behind the last character of `range`; whatever
  /// was left out between them lies inside.
  ///
  /// - Complexity: O(log *s* + *l*) for *s* stretches, the longest of *l* characters.
  package func sourceRange(of range: Range<Int>) -> TextRange {
    guard !range.isEmpty, range.upperBound <= units.count else {
      let at = range.lowerBound < units.count ? start(of: range.lowerBound) : end
      return TextRange(at, at)
    }
    let (start, next) = place(of: range.lowerBound)
    let last = range.upperBound - 1
    // Nearly always they stand in one stretch.
    guard next == stretches.count || stretches[next].unit > last else { return TextRange(start, end(of: last)) }
    let end = start + byteCount(leading(range.lowerBound), to: leading(last)) + Self.length(of: units[last])
    return TextRange(start, end)
  }

  /// The stretches of the file that hold the characters of `range`, without what was left out
  /// between them; ascending and disjoint.
  ///
  /// - Complexity: O(length of `range`).
  package func pieces(of range: Range<Int>) -> [TextRange] {
    guard !range.isEmpty else { return [] }
    var pieces = [TextRange(start(of: range.lowerBound), end(of: range.lowerBound))]
    var next = stretches(upTo: range.lowerBound)
    for at in range.dropFirst() {
      var start = pieces[pieces.count - 1].upper
      if next < stretches.count, stretches[next].unit == at {
        start = base + Int(stretches[next].origin)
        next += 1
      } else if Self.isTrailing(units[at]) {
        continue
      }
      let end = start + Self.length(of: units[at])
      if pieces[pieces.count - 1].upper == start {
        pieces[pieces.count - 1].upper = end
      } else if pieces[pieces.count - 1].upper != end {
        pieces.append(TextRange(start, end))
      }
    }
    return pieces
  }

  /// The characters of `range`, for messages.
  package func string(in range: Range<Int>) -> String {
    String(codeUnits: units[range.clamped(to: 0..<units.count)])
  }

  /// Where the character of a unit starts in the file.
  private func start(of index: Int) -> Int { place(of: index).start }

  /// Where the character of a unit starts in the file, and the number of the next stretch.
  private func place(of index: Int) -> (start: Int, next: Int) {
    let next = stretches(upTo: index)
    var at = base
    var unit = 0
    if next > 0 {
      at += Int(stretches[next - 1].origin)
      unit = Int(stretches[next - 1].unit)
    }
    return (at + byteCount(unit, to: leading(index)), next)
  }

  /// The first unit of the character that a unit is, or is half of.
  private func leading(_ index: Int) -> Int { Self.isTrailing(units[index]) ? index - 1 : index }

  /// The bytes of the characters from `start` to `end`, which are not as many as a stretch may have.
  private func byteCount(_ start: Int, to end: Int) -> Int {
    let units = units.span
    var count: UInt16 = 0
    for at in start..<end {
      let unit = units[unchecked: at]
      // Four bytes are two code units.
      count &+= unit < 0x80 ? 1 : unit < 0x800 || unit & 0xF800 == 0xD800 ? 2 : 3
    }
    return Int(count)
  }

  private var end: Int { units.isEmpty ? base : end(of: units.count - 1) }

  /// The byte behind the character of a unit.
  private func end(of index: Int) -> Int { start(of: index) + Self.length(of: units[index]) }

  /// How many stretches begin before a unit or with it.
  private func stretches(upTo index: Int) -> Int {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].unit <= index { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether it is the second half of a character outside the basic plane.
  private static func isTrailing(_ unit: UInt16) -> Bool { unit & 0xFC00 == 0xDC00 }

  /// The bytes of the character that the unit is, or is half of.
  private static func length(of unit: UInt16) -> Int {
    unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit & 0xF800 == 0xD800 ? 4 : 3
  }
}
