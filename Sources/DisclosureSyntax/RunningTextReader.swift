import DisclosureText

/// Joins the lines of one block after another to running text.
struct RunningTextReader {
  /// The characters of the present block, with room for more behind them, and where they stand.
  private var units: [UInt16] = []
  private var origins: [Int32] = []
  private var count = 0
  private var base = 0

  /// Begins a block.
  mutating func begin(at base: Int) {
    self.base = base
    count = 0
  }

  /// The characters so far.
  var characters: ArraySlice<UInt16> { units[..<count] }

  /// The last character so far.
  var last: UInt16? { count > 0 ? units[count - 1] : nil }

  /// The text of the block.
  var text: RunningText {
    RunningText(base: base, units: Array(units[..<count]), origins: Array(origins[..<count]))
  }

  /// Appends the characters of one line.
  ///
  /// Blanks are dropped, except between two Latin words or numbers on one line. At a line
  /// end nothing is kept: `138.` and `68万元` are one figure, `机关事` and `业单位` one word.
  mutating func append(_ bytes: [UInt8], _ range: TextRange) {
    // Every byte makes one unit at the most, and one blank may stand between two lines.
    let room = count + range.count + 1
    if units.count < room {
      units += repeatElement(0, count: 2 * room - units.count)
      origins += repeatElement(0, count: 2 * room - origins.count)
    }
    let (last, base, start) = (last, base, count)
    count = units.withUnsafeMutableBufferPointer { units in
      origins.withUnsafeMutableBufferPointer { origins in
        var line = LineText(last: last, base: base, count: start, units: units, origins: origins)
        line.read(bytes.span, range)
        return line.count
      }
    }
  }
}

/// The characters of one line while they are read.
private struct LineText {
  /// The character before the next one.
  var last: UInt16?
  let base: Int
  let units: UnsafeMutableBufferPointer<UInt16>
  let origins: UnsafeMutableBufferPointer<Int32>
  /// How many units were read.
  private(set) var count: Int

  init(
    last: UInt16?, base: Int, count: Int, units: UnsafeMutableBufferPointer<UInt16>,
    origins: UnsafeMutableBufferPointer<Int32>
  ) {
    self.last = last
    self.base = base
    self.count = count
    self.units = units
    self.origins = origins
  }

  mutating func read(_ bytes: Span<UInt8>, _ range: TextRange) {
    var atLineStart = last != nil
    var pendingBlank = false
    var at = range.lower
    while at < range.upper {
      let start = at
      // Inside words and numbers nothing is decided.
      if !pendingBlank, !atLineStart {
        putUsual(bytes, &at, range.upper)
        if at > start { continue }
      }
      let scalar = decodeScalar(bytes, &at)
      if Mark.isBlank(scalar) {
        if !Mark.isInvisible(scalar) { pendingBlank = true }
        continue
      }
      // Emphasis of Markdown is no text.
      if scalar == 0x2A, at < range.upper, bytes[at] == 0x2A {
        at += 1
        continue
      }
      let unit = scalar < 0x10000 ? UInt16(truncatingIfNeeded: scalar) : 0xD800
      if pendingBlank || atLineStart, let last {
        let isKept = atLineStart ? Mark.isLetter(last) && Mark.isLetter(unit) : Self.isWord(last) && Self.isWord(unit)
        if isKept { put(Mark.space, start) }
      }
      pendingBlank = false
      atLineStart = false
      if scalar < 0x10000 {
        put(unit, start)
      } else {
        put(UInt16(truncatingIfNeeded: 0xD7C0 + (scalar >> 10)), start)
        put(UInt16(truncatingIfNeeded: 0xDC00 + (scalar & 0x3FF)), start)
      }
    }
  }

  /// Puts Chinese characters and marks and ASCII up to the next character of another kind.
  @inline(__always)
  private mutating func putUsual(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int) {
    let (units, origins, base, start) = (units, origins, base, count)
    var count = start
    // Four bytes are read for three.
    let limit = min(end, bytes.count &- 3)
    while at < end {
      while at < limit, let unit = ideograph(fourBytes(bytes, at)) {
        units[count] = unit
        origins[count] = Int32(truncatingIfNeeded: at &- base)
        count &+= 1
        at &+= 3
      }
      guard at < end else { break }
      let byte = bytes[unchecked: at]
      if byte >= 0xE3, at &+ 3 < bytes.count, case let four = fourBytes(bytes, at), isPrintedWide(four) {
        units[count] = threeByteUnit(four)
        origins[count] = Int32(truncatingIfNeeded: at &- base)
        at &+= 3
      } else if byte > 0x20, byte < 0x7F, byte != 0x2A {
        units[count] = UInt16(byte)
        origins[count] = Int32(truncatingIfNeeded: at &- base)
        at &+= 1
      } else {
        break
      }
      count &+= 1
    }
    guard count > start else { return }
    self.count = count
    last = units[count - 1]
  }

  @inline(__always)
  private mutating func put(_ unit: UInt16, _ start: Int) {
    units[count] = unit
    origins[count] = Int32(truncatingIfNeeded: start &- base)
    count &+= 1
    last = unit
  }

  private static func isWord(_ unit: UInt16) -> Bool {
    Mark.isDigit(unit) || Mark.isLetter(unit) || unit == 0x2E || unit == 0x2C || unit == 0x2D
  }
}
