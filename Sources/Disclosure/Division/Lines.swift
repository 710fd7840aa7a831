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

  /// The next line with something else than blanks, from its first other byte on; empty at the end of the
  /// text.
  func nextLine(behind line: Range<Int>) -> Range<Int> {
    var at = line.upperBound
    while at < count {
      let blank = blankLength(at: at)
      guard blank > 0 || self[at] == 0x0A || self[at] == 0x0D || self[at] == 0x0C else { break }
      at += Swift.max(1, blank)
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
        let blank = blankLength(at: first)
        guard blank > 0 || self[first] == 0x0C else { break }
        first += Swift.max(1, blank)
      }
      if first < end { return first..<end }
      end = start > 0 ? start - 1 : 0
    }
    return nil
  }
}
