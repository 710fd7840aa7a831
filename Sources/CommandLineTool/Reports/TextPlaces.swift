import DisclosureText

/// Lines and columns of one text as people count them: from 1, columns in Unicode scalars.
///
/// - Complexity: O(*n*) to create; a place costs O(log *lines* + 1 KB), however long its line.
struct TextPlaces: Sendable {
  /// The text.
  let bytes: [UInt8]
  /// Its lines.
  let lines: LineIndex
  /// The scalars before each multiple of ``stride``; empty where no line is that long.
  private let scalarsBefore: [Int]

  private static let stride = 1024

  /// Reads the lines of a text, unless they are known.
  init(_ text: SourceText, lines known: LineIndex = LineIndex([])) {
    bytes = text.bytes
    lines = known.byteCount == bytes.count ? known : LineIndex(bytes)
    var longest = 0
    var end = bytes.count
    for start in lines.starts.reversed() {
      longest = max(longest, end - start)
      end = start
    }
    guard longest > 2 * Self.stride else {
      scalarsBefore = []
      return
    }
    var counts = [0]
    var at = 0
    while at + Self.stride <= bytes.count {
      counts.append(counts[counts.count - 1] + Self.scalars(of: bytes, in: at..<at + Self.stride))
      at += Self.stride
    }
    scalarsBefore = counts
  }

  /// The place of the byte at `offset`; one inside a character is the character's.
  func place(of offset: Int) -> TextPlace {
    var offset = max(0, min(offset, bytes.count))
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    let line = lines.line(at: offset)
    return TextPlace(offset: offset, line: line + 1, column: scalars(in: lines.starts[line]..<offset) + 1)
  }

  /// The places of the bytes where `range` begins and ends.
  func places(of range: TextRange) -> (start: TextPlace, end: TextPlace) {
    let start = place(of: range.lower)
    let lineEnd = start.line < lines.starts.count ? lines.starts[start.line] : bytes.count
    guard start.offset == range.lower, range.upper >= range.lower, range.upper < lineEnd,
      bytes[range.upper] & 0xC0 != 0x80
    else { return (start, place(of: range.upper)) }
    // Nearly always both stand on one line.
    let width = scalars(in: range.lower..<range.upper)
    return (start, TextPlace(offset: range.upper, line: start.line, column: start.column + width))
  }

  /// The number of scalars that begin in `range`.
  private func scalars(in range: Range<Int>) -> Int {
    guard range.count > 2 * Self.stride, !scalarsBefore.isEmpty else {
      return Self.scalars(of: bytes, in: range)
    }
    return scalarsBefore(range.upperBound) - scalarsBefore(range.lowerBound)
  }

  private func scalarsBefore(_ offset: Int) -> Int {
    let step = offset / Self.stride
    return scalarsBefore[step] + Self.scalars(of: bytes, in: step * Self.stride..<offset)
  }

  /// Counts the bytes that begin a character.
  private static func scalars(of bytes: [UInt8], in range: Range<Int>) -> Int {
    let raw = bytes.span.bytes
    let ones: UInt64 = 0x0101_0101_0101_0101
    var count = range.count
    var at = range.lowerBound
    // Of eight bytes those are summed up that go on with a character: their highest bit is set and the next is not.
    while at + 8 <= range.upperBound {
      let eight = raw.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
      count -= Int((((eight >> 7) & (~eight >> 6) & ones) &* ones) >> 56)
      at += 8
    }
    while at < range.upperBound {
      if bytes[at] & 0xC0 == 0x80 { count -= 1 }
      at += 1
    }
    return count
  }
}

/// A place in a text as reports give it.
struct TextPlace: Hashable, Sendable {
  /// The UTF-8 byte offset from the start of the file.
  let offset: Int
  /// The line, from 1.
  let line: Int
  /// The column, from 1, in Unicode scalars.
  let column: Int
}
