import DisclosureText

/// Joins the lines of one block after another to running text.
struct RunningTextReader {
  /// The characters of the present block, with room for more behind them, and where they stand.
  private var units: [UInt16] = []
  private var count = 0
  private var places = TextStretches(base: 0)

  /// Begins a block.
  mutating func begin(at base: Int) {
    places.begin(at: base)
    count = 0
  }

  /// The characters so far.
  var characters: ArraySlice<UInt16> { units[..<count] }

  /// The last character so far.
  var last: UInt16? { count > 0 ? units[count - 1] : nil }

  /// Ends a block and gives its text.
  mutating func end() -> RunningText {
    let units = units.withUnsafeBufferPointer { Array(UnsafeBufferPointer(rebasing: $0[..<count])) }
    return RunningText(base: places.base, units: units, stretches: places.end())
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
    }
    let (last, start) = (last, count)
    var places = places
    self.places = TextStretches(base: 0)
    count = units.withUnsafeMutableBufferPointer { units in
      var line = LineText(last: last, count: start, units: units)
      line.read(bytes.span, range, &places)
      return line.count
    }
    self.places = places
  }
}

/// The characters of one line while they are read.
private struct LineText {
  /// The character before the next one.
  var last: UInt16?
  let units: UnsafeMutableBufferPointer<UInt16>
  /// How many units were read.
  private(set) var count: Int

  init(last: UInt16?, count: Int, units: UnsafeMutableBufferPointer<UInt16>) {
    self.last = last
    self.count = count
    self.units = units
  }

  mutating func read(_ bytes: Span<UInt8>, _ range: TextRange, _ places: inout TextStretches) {
    var atLineStart = last != nil
    var pendingBlank = false
    var at = range.lower
    while at < range.upper {
      let start = at
      // Inside words and numbers nothing is decided.
      if !pendingBlank, !atLineStart {
        let first = count
        putUsual(bytes, &at, min(range.upper, start + TextStretches.mostBytes))
        if at > start {
          places.take(first, from: start, to: at)
          continue
        }
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
        if isKept {
          places.take(count, from: start, to: start + 1)
          put(Mark.space)
        }
      }
      pendingBlank = false
      atLineStart = false
      places.take(count, from: start, to: at)
      if scalar < 0x10000 {
        put(unit)
      } else {
        put(UInt16(truncatingIfNeeded: 0xD7C0 + (scalar >> 10)))
        put(UInt16(truncatingIfNeeded: 0xDC00 + (scalar & 0x3FF)))
      }
    }
  }

  /// Puts Chinese characters and marks and ASCII up to the next character of another kind.
  @inline(__always)
  private mutating func putUsual(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int) {
    let (units, start) = (units, count)
    var count = start
    // Four bytes are read for three.
    let limit = min(end, bytes.count &- 3)
    while at < end {
      while at < limit, let unit = ideograph(fourBytes(bytes, at)) {
        units[count] = unit
        count &+= 1
        at &+= 3
      }
      guard at < end else { break }
      let byte = bytes[unchecked: at]
      if byte >= 0xE3, at &+ 3 < bytes.count, case let four = fourBytes(bytes, at), isPrintedWide(four) {
        units[count] = threeByteUnit(four)
        at &+= 3
      } else if byte > 0x20, byte < 0x7F, byte != 0x2A {
        units[count] = UInt16(byte)
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
  private mutating func put(_ unit: UInt16) {
    units[count] = unit
    count &+= 1
    last = unit
  }

  private static func isWord(_ unit: UInt16) -> Bool {
    Mark.isDigit(unit) || Mark.isLetter(unit) || unit == 0x2E || unit == 0x2C || unit == 0x2D
  }
}
