import DisclosureText

extension Array where Element == UInt8 {
  /// The bytes of the blank at `index`, a space, a tab or an ideographic space; 0 where none stands there.
  func blankLength(at index: Int) -> Int {
    if self[index] == 0x20 || self[index] == 0x09 { return 1 }
    return index + 2 < count && self[index] == 0xE3 && self[index + 1] == 0x80 && self[index + 2] == 0x80 ? 3 : 0
  }

  /// Where the line that holds the byte at `index` ends, before its line end.
  func lineEnd(from index: Int) -> Int {
    var end = index
    while end < count, self[end] != 0x0A, self[end] != 0x0D { end += 1 }
    return end
  }

  /// The bytes of what may stand before the first word of a line at `index`: a blank, a form feed, or the `>` of a
  /// quotation in Markdown; 0 where something else stands.
  func marginLength(at index: Int) -> Int {
    self[index] == 0x0C || self[index] == 0x3E ? 1 : blankLength(at: index)
  }

  /// The next line with something else than blanks, from its first other byte on; empty at the end of the
  /// text.
  func nextLine(behind line: Range<Int>) -> Range<Int> {
    var at = line.upperBound
    while at < count {
      let margin = marginLength(at: at)
      guard margin > 0 || self[at] == 0x0A || self[at] == 0x0D else { break }
      at += Swift.max(1, margin)
    }
    return at..<lineEnd(from: at)
  }

  /// The last line before `index` with something else than blanks, from its first other byte on; nil
  /// where there is none.
  func lastLine(before index: Int) -> Range<Int>? {
    var end = index
    while end > 0 {
      var start = end
      while start > 0, self[start - 1] != 0x0A, self[start - 1] != 0x0D { start -= 1 }
      var first = start
      while first < end {
        let margin = marginLength(at: first)
        guard margin > 0 else { break }
        first += margin
      }
      if first < end { return first..<end }
      end = start > 0 ? start - 1 : 0
    }
    return nil
  }

  /// The bytes of the digit at `index`, which may be as wide as an ideograph; 0 where none stands there.
  func digitLength(at index: Int) -> Int {
    if self[index] &- 0x30 <= 9 { return 1 }
    return index + 2 < count && self[index] == 0xEF && self[index + 1] == 0xBC && self[index + 2] &- 0x90 <= 9 ? 3 : 0
  }

  /// Whether a digit ends before `index`.
  func hasDigit(before index: Int) -> Bool {
    if index >= 1, self[index - 1] &- 0x30 <= 9 { return true }
    return index >= 3 && self[index - 3] == 0xEF && digitLength(at: index - 3) == 3
  }

  /// Whether the bytes of `word` stand at the beginning of `range`.
  func hasBytes(at range: Range<Int>, startingWith word: [UInt8]) -> Bool {
    range.count >= word.count && hasBytes(at: range.lowerBound..<range.lowerBound + word.count, of: word, at: 0)
  }

  /// Whether `word` stands in `range`.
  func hasWord(_ word: [UInt8], in range: Range<Int>) -> Bool {
    position(of: word, from: range.lowerBound, to: range.upperBound) != nil
  }
}
