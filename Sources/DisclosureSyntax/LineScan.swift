import DisclosureText

/// A line while it is looked at.
struct LineScan {
  var line = Line()
  /// The beginning of the first character that is no blank.
  var lower: Int
  /// The end of the last character that is no blank.
  var upper: Int
  var width = 0
  var ideographs = 0
  /// The columns of blanks before the next character.
  var blanks = 0
  var hadTab = false
  var dots = 0
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  var (gaps, loneNumbers, sentenceMarks) = (0, 0, 0)
  /// The digits of the last number that began behind a blank.
  var digits = 0
  var hasMark = false
  /// Whether nothing stands behind that number, not even a blank.
  var isOpen = false
  /// Whether that number stands alone, but for what follows the blank behind it.
  var isPending = false

  static func line(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Line {
    var scan = LineScan(start: start)
    // What ends the line is no part of it.
    var end = end
    while end > start, bytes[unchecked: end &- 1] == 0x0A || bytes[unchecked: end &- 1] == 0x0D { end &-= 1 }
    scan.read(bytes, start, end)
    return scan.finished(bytes)
  }

  private init(start: Int) {
    lower = start
    upper = start
  }

  private mutating func read(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    var at = start
    while at < end {
      let lead = bytes[unchecked: at]
      if lead &- 0xE4 <= 5, at &+ 2 < end, Self.isIdeograph(Self.three(bytes, at)) {
        at = readIdeographs(bytes, at, end)
      } else if lead &- 0x30 <= 9 {
        at = readDigits(bytes, at, end)
      } else if lead == 0x20 {
        let before = at
        at = blanksEnd(bytes, at, end)
        if isOpen { endNumber(bytes) }
        blanks &+= at &- before
      } else if lead == 0x09 {
        if isOpen { endNumber(bytes) }
        hadTab = true
        blanks &+= 1
        at &+= 1
      } else {
        at = readOther(bytes, at)
      }
    }
  }

  /// Ideographs are counted and change nothing else.
  @inline(__always)
  private mutating func readIdeographs(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    if width == 0 || blanks > 0 { beginWord(UInt16(truncatingIfNeeded: Self.unit(bytes, start)), start) }
    isOpen = false
    var hash = hash
    var at = start
    // Four bytes are read for three.
    let limit = min(end, bytes.count &- 3)
    while at < limit {
      let next = fourBytes(bytes, at) >> 8
      guard Self.isIdeograph(next) else { break }
      hash = (hash ^ UInt64(next)) &* Self.prime
      at &+= 3
    }
    if at >= limit {
      while at &+ 2 < end {
        let next = Self.three(bytes, at)
        guard Self.isIdeograph(next) else { break }
        hash = (hash ^ UInt64(next)) &* Self.prime
        at &+= 3
      }
    }
    self.hash = hash
    let count = Int(UInt(bitPattern: at &- start) / 3)
    width &+= count
    ideographs &+= count
    upper = at
    if dots < 6 { dots = 0 }
    return at
  }

  /// The rest of a number is read at once.
  @inline(__always)
  private mutating func readDigits(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    if width == 0 || blanks > 0 {
      beginWord(UInt16(bytes[unchecked: start]), start)
      isOpen = true
      digits = 0
      hasMark = false
    }
    var (hash, dots, marks) = (hash, dots, 0)
    var at = start
    while at < end {
      let byte = bytes[unchecked: at]
      if byte &- 0x30 <= 9 {
        if dots < 6 { dots = 0 }
      } else if byte == 0x2E {
        dots &+= 1
        marks &+= 1
      } else if byte == 0x2C {
        if dots < 6 { dots = 0 }
        marks &+= 1
      } else {
        break
      }
      hash = (hash ^ UInt64(byte)) &* Self.prime
      at &+= 1
    }
    self.hash = hash
    self.dots = dots
    digits &+= at &- start &- marks
    if marks > 0 { hasMark = true }
    width &+= at &- start
    upper = at
    return at
  }

  private mutating func readOther(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var at = start
    let scalar: UInt32
    if bytes[unchecked: start] >= 0xE3, start &+ 4 <= bytes.count, case let four = fourBytes(bytes, start),
      isPrintedWide(four)
    {
      // Marks of Chinese text are no blanks.
      scalar = UInt32(threeByteUnit(four))
      at &+= 3
    } else {
      scalar = decodeScalar(bytes, &at)
      if Mark.isBlank(scalar) {
        if Mark.isInvisible(scalar) { return at }
        if scalar == 0x0C, width == 0 { line.features.insert(.startsPage) }
        if isOpen { endNumber(bytes) }
        blanks &+= scalar == 0x3000 ? 2 : 1
        return at
      }
    }
    let unit = scalar < 0x10000 ? UInt16(scalar) : 0xD800
    if width == 0 || blanks > 0 { beginWord(unit, start) }
    if isOpen {
      if unit == 0x2E || unit == 0x2C { hasMark = true } else { isOpen = false }
    }
    if Mark.isColon(unit), Self.endsInUnit(bytes, lower, upper) { line.features.insert(.unitLabel) }
    width &+= 1
    hash = (hash ^ UInt64(scalar)) &* Self.prime
    let before = upper
    upper = at
    switch unit {
    // `１，０００．００`
    case Mark.comma where Self.endsInWideDigit(bytes, lower, before): break
    case Mark.comma, Mark.fullStop, Mark.semicolon: sentenceMarks &+= 1
    case 0x7C: line.features.insert(.pipe)
    case 0x2026, 0xB7, 0x22EF:
      dots &+= 2
      return at
    case 0x2E:
      dots &+= 1
      return at
    case 0x2265, 0x2264: line.features.insert(.target)
    default: break
    }
    if dots < 6 { dots = 0 }
    return at
  }
}
