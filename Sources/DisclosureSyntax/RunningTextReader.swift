import DisclosureText

/// Joins the lines of one block to running text.
struct RunningTextReader {
  private(set) var text: RunningText
  private var pendingBlank = false
  private var pendingLineEnd = false

  init(base: Int, capacity: Int) {
    text = RunningText(base: base)
    text.reserveCapacity(capacity)
  }

  /// Appends the characters of one line.
  ///
  /// Blanks are dropped, except between two Latin words or numbers on one line. At a line
  /// end nothing is kept: `138.` and `68万元` are one figure, `机关事` and `业单位` one word.
  mutating func append(_ bytes: Span<UInt8>, _ range: TextRange) {
    pendingLineEnd = text.count > 0
    pendingBlank = false
    var at = range.lower
    while at < range.upper {
      let start = at
      let scalar = decodeScalar(bytes, &at)
      if Mark.isBlank(scalar) {
        pendingBlank = true
        continue
      }
      let unit = scalar < 0x10000 ? UInt16(scalar) : 0xD800
      // Emphasis of Markdown is no text.
      if unit == 0x2A, at < range.upper, bytes[at] == 0x2A {
        at += 1
        continue
      }
      if pendingBlank || pendingLineEnd, let last = text.units.last {
        let bothWords = Self.isWord(last) && Self.isWord(unit)
        let bothLetters = Mark.isLetter(last) && Mark.isLetter(unit)
        if pendingLineEnd ? bothLetters : bothWords { text.append(UInt32(Mark.space), at: start) }
      }
      pendingBlank = false
      pendingLineEnd = false
      text.append(scalar, at: start)
    }
  }

  private static func isWord(_ unit: UInt16) -> Bool {
    Mark.isDigit(unit) || Mark.isLetter(unit) || unit == 0x2E || unit == 0x2C || unit == 0x2D
  }
}
