/// A line of a terminal that is filled from the left, with the column reached so far.
struct ExcerptCanvas: Sendable {
  /// What was put on the line.
  private(set) var text = ""
  /// The columns taken.
  private(set) var column = 0

  private let tabStop: Int

  /// Creates an empty line.
  init(tabStop: Int) {
    self.tabStop = tabStop
  }

  /// Puts a sign of known width.
  mutating func put(_ sign: String, width: Int) {
    text += sign
    column += width
  }

  /// Puts text of a document: tabs become blanks, a page's end one blank, and what else would
  /// steer the terminal the replacement character. A byte order mark has no width and is left
  /// out.
  mutating func put(_ bytes: ArraySlice<UInt8>) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\t" {
        let width = tabStop - column % tabStop
        put(String(repeating: " ", count: width), width: width)
      } else if scalar == "\u{C}" {
        put(" ", width: 1)
      } else if scalar.steersTerminal {
        put("\u{FFFD}", width: 1)
      } else if scalar != "\u{FEFF}" {
        put(String(scalar), width: scalar.displayWidth)
      }
    }
  }
}
