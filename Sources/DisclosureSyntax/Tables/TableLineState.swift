import DisclosureText

/// A line of a table while it is cut into pieces.
struct TableLineState {
  private(set) var hasTabs = false
  private(set) var hasPipes = false
  /// The pieces of the table so far.
  var pieces: [TablePiece] = []
  var narrow: Int32 = 0
  var wide: Int32 = 0
  var field: Int16 = 0
  var gap = 0
  /// The first character of the present token.
  var first: UInt16 = 0

  var hasFields: Bool { hasTabs || hasPipes }

  /// Prepares to read a table of so many pieces.
  init(capacity: Int) { pieces.reserveCapacity(capacity) }

  /// Begins the next line.
  mutating func begin(hasTabs: Bool, hasPipes: Bool) {
    self.hasTabs = hasTabs
    self.hasPipes = hasPipes
    narrow = 0
    wide = 0
    field = 0
    gap = 0
  }

  /// Reads the bytes from `start` to `end`.
  mutating func read(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    var at = start
    while at < end {
      let blanks = at
      at = blanksEnd(bytes, at, end)
      if at > blanks {
        let count = Int32(truncatingIfNeeded: at &- blanks)
        gap += at &- blanks
        narrow += count
        wide += count
        guard at < end else { break }
      }
      if bytes[unchecked: at] &- 0x30 <= 9, let next = readPlainNumber(at, end, in: bytes) {
        at = next
        continue
      }
      let before = at
      let scalar = decodeScalar(bytes, &at)
      if hasPipes, scalar == 0x3C, let next = lineBreakEnd(bytes, before, end) {
        at = next
        gap += 1
        continue
      }
      if !separates(scalar) {
        readToken(scalar, from: before, &at, end, in: bytes)
        continue
      }
      if Mark.isInvisible(scalar) { continue }
      gap += 1
      narrow += 1
      wide += scalar == 0x3000 ? 2 : 1
      // A line of more cells than can be numbered is no table; its last cells count as one.
      let isSeparator = hasTabs && scalar == 0x09 && !hasPipes || hasPipes && scalar == 0x7C
      if isSeparator, field < .max { field += 1 }
    }
  }

  /// Whether a token ends before the character.
  @inline(__always)
  private func separates(_ scalar: UInt32) -> Bool { Mark.isBlank(scalar) || hasPipes && scalar == 0x7C }

  /// Where `<br>`, which divides the lines of a cell, ends; nil where there is none.
  private func lineBreakEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard start + 4 <= end, bytes[start + 1] | 0x20 == 0x62, bytes[start + 2] | 0x20 == 0x72 else { return nil }
    return (start + 3..<min(end, start + 6)).first { bytes[$0] == 0x3E }.map { $0 + 1 }
  }

  /// Reads the token that begins with `scalar`, which ends at `at`, to its end.
  private mutating func readToken(
    _ scalar: UInt32, from start: Int, _ at: inout Int, _ end: Int, in bytes: Span<UInt8>
  ) {
    first = scalar < 0x10000 ? UInt16(truncatingIfNeeded: scalar) : 0xD800
    var isNumeric = scalar <= 0x39 && Self.isNumeric(UInt8(truncatingIfNeeded: scalar))
    var narrow = narrow &+ 1
    var wide = wide &+ (scalar >= 0x1100 ? 2 : 1)
    // Four bytes are read for three.
    let limit = min(end, bytes.count &- 3)
    while at < end {
      let byte = bytes[unchecked: at]
      if Self.isNumeric(byte) {
        narrow &+= 1
        wide &+= 1
        at &+= 1
        continue
      }
      if byte == 0x20 || byte == 0x3C && hasPipes && lineBreakEnd(bytes, at, end) != nil { break }
      if byte &- 0xE4 <= 5 {
        let start = at
        while at < limit, ideograph(fourBytes(bytes, at)) != nil { at &+= 3 }
        if at > start {
          isNumeric = false
          let count = Int32(truncatingIfNeeded: UInt(bitPattern: at &- start) / 3)
          narrow &+= count
          wide &+= 2 &* count
          continue
        }
      }
      var next = at
      var scalar = decodeScalar(bytes, &next)
      if separates(scalar) {
        // What takes no room inside a word does not divide it.
        while Mark.isInvisible(scalar), next < end { scalar = decodeScalar(bytes, &next) }
        if separates(scalar) { break }
      }
      at = next
      narrow &+= 1
      wide &+= scalar >= 0x1100 ? 2 : 1
      if scalar > 0x39 || !Self.isNumeric(UInt8(truncatingIfNeeded: scalar)) { isNumeric = false }
    }
    self.narrow = narrow
    self.wide = wide
    take(TextRange(start, at), isNumeric: isNumeric, in: bytes)
    gap = 0
  }

  /// Whether it is a digit, a point or a separator.
  @inline(__always)
  private static func isNumeric(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 || byte == 0x2E || byte == 0x2C }

  /// Appends what the token at `range` is.
  private mutating func take(_ range: TextRange, isNumeric: Bool, in bytes: Span<UInt8>) {
    guard isNumeric else {
      // What begins with an ideograph and does not end in ASCII is words and nothing else.
      if first >= 0x4E00, first <= 0x9FFF, bytes[unchecked: range.upper &- 1] >= 0x80 {
        appendWords(range)
      } else {
        takeMixed(range, bytes)
      }
      return
    }
    if let piece = TableNumber.number(bytes, range) {
      append(piece)
    } else if let (left, right) = TableNumber.glued(bytes, range) {
      append(left, columnsBehind: Int32(right.range.count))
      append(right)
    } else {
      append(TableNumber.unread(bytes, range))
    }
  }
}
