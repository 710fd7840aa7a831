import DisclosureText

/// Joins the lines of one block to running text.
struct RunningTextReader {
  private(set) var text: RunningText

  init(base: Int, capacity: Int) {
    text = RunningText(base: base)
    text.reserveCapacity(capacity)
  }

  /// Appends the characters of one line.
  ///
  /// Blanks are dropped, except between two Latin words or numbers on one line. At a line
  /// end nothing is kept: `138.` and `68万元` are one figure, `机关事` and `业单位` one word.
  mutating func append(_ bytes: [UInt8], _ range: TextRange) {
    // Every byte makes one unit at the most, and one blank may stand between two lines.
    let capacity = range.count + 1
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: capacity) { units in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: capacity) { origins in
        var line = LineText(last: text.units.last, base: text.base, units: units, origins: origins)
        line.read(bytes.span, range)
        text.append(
          UnsafeBufferPointer(rebasing: units[..<line.count]),
          origins: UnsafeBufferPointer(rebasing: origins[..<line.count]))
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
  private(set) var count = 0

  init(
    last: UInt16?, base: Int, units: UnsafeMutableBufferPointer<UInt16>, origins: UnsafeMutableBufferPointer<Int32>
  ) {
    self.last = last
    self.base = base
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

  /// Puts ideographs and ASCII up to the next character of another kind.
  @inline(__always)
  private mutating func putUsual(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int) {
    let start = count
    var count = start
    while true {
      while at &+ 3 < end, let next = ideograph(fourBytes(bytes, at)) {
        units[count] = next
        origins[count] = Int32(truncatingIfNeeded: at &- base)
        count &+= 1
        at &+= 3
      }
      let others = at
      while at < end, case let byte = bytes[unchecked: at], byte > 0x20, byte < 0x7F, byte != 0x2A {
        units[count] = UInt16(byte)
        origins[count] = Int32(truncatingIfNeeded: at &- base)
        count &+= 1
        at &+= 1
      }
      if at == others { break }
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
