import DisclosureText

/// Where the characters of running text stand, while it is read.
struct TextStretches {
  /// The stretches of the characters taken so far.
  private var list: [RunningText.Stretch] = []
  /// The offset from which their places are counted.
  private(set) var base: Int
  /// Where the next character stands if nothing is left out before it.
  private var next: Int
  /// The first unit of the last stretch.
  private var first = 0

  /// The units of a stretch at most, but for those that are taken at once, and the most bytes to take at once.
  private static let longest = 64
  static let mostBytes = 384

  /// Begins a text at `base`.
  init(base: Int) {
    self.base = base
    next = base
  }

  /// Begins another text at `base`.
  mutating func begin(at base: Int) {
    list = []
    self.base = base
    next = base
    first = 0
  }

  /// Ends the text and gives its stretches, which are not copied.
  mutating func end() -> [RunningText.Stretch] {
    var stretches: [RunningText.Stretch] = []
    swap(&stretches, &list)
    return stretches
  }

  /// Takes characters that follow each other from `start` to `end`, the first of which is number `unit`.
  @inline(__always)
  mutating func take(_ unit: Int, from start: Int, to end: Int) {
    if start != next || unit &- first >= Self.longest {
      if list.isEmpty { list.reserveCapacity(8) }
      list.append(RunningText.Stretch(unit: unit, origin: start - base))
      first = unit
    }
    next = end
  }
}
