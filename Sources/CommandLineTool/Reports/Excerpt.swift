import DisclosureText

/// The lines of a text that a finding stands on, as a terminal shows them.
///
/// A figure split over lines has each of its lines; blank ones between its pieces are left
/// out. Of a range over many lines the first ones are shown.
struct Excerpt: Hashable, Sendable {
  /// The lines, in order.
  let lines: [ExcerptLine]

  private static let maximumLines = 4

  /// The excerpt for `range`.
  ///
  /// - Complexity: O(lines of the range); of each line no more is read than is shown.
  init(of range: TextRange, in places: TextPlaces) {
    let bytes = places.bytes
    let upper = min(range.upper, bytes.count)
    let lower = min(range.lower, upper)
    var lines: [ExcerptLine] = []
    var line = places.lines.line(at: lower)
    let lastLine = places.lines.line(at: max(lower, upper - 1))
    while line <= lastLine, lines.count < Self.maximumLines {
      let content = places.lines.starts[line]..<places.lines.contentEnd(ofLine: line, in: bytes)
      let mark = Self.trimmed(max(lower, content.lowerBound), min(upper, content.upperBound), in: bytes)
      if lower == upper || !mark.isEmpty {
        lines.append(ExcerptLine(number: line + 1, content: content, mark: mark, in: bytes))
      }
      line += 1
    }
    self.lines = lines
  }

  /// The part of a line's mark without the blanks at its ends.
  private static func trimmed(_ lower: Int, _ upper: Int, in bytes: [UInt8]) -> TextRange {
    var lower = lower
    var upper = max(lower, upper)
    while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
    while lower < upper, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
    return TextRange(lower, upper)
  }
}

/// One line of an excerpt: what is shown of it, and which columns are marked.
struct ExcerptLine: Hashable, Sendable {
  /// The number of the line, from 1.
  let number: Int
  /// What is shown: tabs as blanks, cut with … where the line is long.
  let text: String
  /// The columns before the mark.
  let indent: Int
  /// The columns of the mark, at least 1.
  let width: Int

  /// The most columns that are shown, … aside.
  private static let maximumColumns = 100
  /// How far to look behind the beginning of the mark before looking at what stands before it.
  private static let firstReach = 60
  private static let tabStop = 4

  /// The line with `content`, in which `mark` is underlined.
  init(number: Int, content: Range<Int>, mark: TextRange, in bytes: [UInt8]) {
    let start = min(max(mark.lower, content.lowerBound), content.upperBound)
    var right = Self.reach(from: start, to: content.upperBound, columns: Self.firstReach, in: bytes)
    let left = Self.reachBack(
      from: start, to: content.lowerBound, columns: Self.maximumColumns - right.columns, in: bytes)
    if left.offset == content.lowerBound {
      right = Self.reach(
        from: start, to: content.upperBound, columns: Self.maximumColumns - left.columns, in: bytes)
    }
    var canvas = ExcerptCanvas(tabStop: Self.tabStop)
    if left.offset > content.lowerBound { canvas.put("…", width: 1) }
    canvas.put(bytes[left.offset..<start])
    let indent = canvas.column
    let end = min(max(mark.upper, start), right.offset)
    canvas.put(bytes[start..<end])
    let width = canvas.column - indent
    canvas.put(bytes[end..<right.offset])
    if right.offset < content.upperBound { canvas.put("…", width: 1) }
    self.number = number
    self.text = canvas.text
    self.indent = indent
    self.width = max(1, width)
  }

  /// How far `columns` reach forward from `start`, at most to `end`. A character without width
  /// counts as one, so that a line of nothing else is cut as well.
  private static func reach(
    from start: Int, to end: Int, columns: Int, in bytes: [UInt8]
  ) -> (offset: Int, columns: Int) {
    var offset = start
    var used = 0
    while offset < end {
      let next = min(end, offset + utf8Length(ofLead: bytes[offset]))
      let width = Self.width(of: bytes[offset..<next])
      if used + width > columns { break }
      used += width
      offset = next
    }
    return (offset, used)
  }

  /// How far `columns` reach back from `end`, at most to `start`.
  private static func reachBack(
    from end: Int, to start: Int, columns: Int, in bytes: [UInt8]
  ) -> (offset: Int, columns: Int) {
    var offset = end
    var used = 0
    while offset > start {
      var previous = offset - 1
      while previous > start, bytes[previous] & 0xC0 == 0x80 { previous -= 1 }
      let width = Self.width(of: bytes[previous..<offset])
      if used + width > columns { break }
      used += width
      offset = previous
    }
    return (offset, used)
  }

  private static func width(of character: ArraySlice<UInt8>) -> Int {
    guard let first = character.first, first >= 0x80 else { return character.first == 0x09 ? tabStop : 1 }
    let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first
    return max(1, scalar?.displayWidth ?? 1)
  }
}
