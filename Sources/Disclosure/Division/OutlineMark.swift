import DisclosureText

/// A line at which the outline of a disclosure may begin.
struct OutlineMark {
  enum Kind {
    /// 第一部分 ….
    case firstPart
    /// 目录.
    case contents
    /// 一、…概况.
    case firstSection
  }

  let kind: Kind
  /// The bytes of the line, without its end.
  let line: Range<Int>

  /// The marks of a text, in its order.
  ///
  /// - Complexity: O(*n*).
  static func marks(in bytes: [UInt8]) -> [OutlineMark] {
    var marks: [OutlineMark] = []
    // The last bytes of 分, of 录 and of 况.
    bytes.forEachPair((0x88, 0x86), (0xBD, 0x95), (0x86, 0xB5)) { last in
      let end = last + 1
      if bytes[last] == 0x95 {
        guard let line = contentsLine(end, in: bytes) else { return }
        marks.append(OutlineMark(kind: .contents, line: line))
      } else if bytes[last] == 0xB5 {
        guard let line = sectionLine(end, in: bytes) else { return }
        marks.append(OutlineMark(kind: .firstSection, line: line))
      } else {
        let place = end - OutlineWord.firstPart.count
        guard place >= 0, bytes[last - 3] == 0xA8, bytes.hasBytes(at: place..<end, of: OutlineWord.firstPart, at: 0),
          let line = line(of: place, in: bytes)
        else { return }
        marks.append(OutlineMark(kind: .firstPart, line: line))
      }
    }
    return marks
  }

  /// The line of which 况 before `end` is the last character, if it is `一、…概况` and no more.
  private static func sectionLine(_ end: Int, in bytes: [UInt8]) -> Range<Int>? {
    let place = end - OutlineWord.overview.count
    guard place >= 0, bytes.hasBytes(at: place..<end, of: OutlineWord.overview, at: 0) else { return nil }
    var start = place
    while start > 0, place - start <= longestSection, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D {
      start -= 1
    }
    guard let first = bytes.position(of: OutlineWord.firstSection, from: start, to: place),
      let line = line(of: first, in: bytes), isBlank(bytes, from: end, to: line.upperBound)
    else { return nil }
    return line
  }

  /// The most bytes before 概况 in the heading of a section.
  private static let longestSection = 100

  /// Whether only blanks and marks of Markdown stand in a stretch.
  private static func isBlank(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    var at = start
    while at < end {
      let blank = bytes.blankLength(at: at)
      guard blank > 0 || isLead(bytes[at]) else { return false }
      at += max(1, blank)
    }
    return true
  }

  /// What a heading may stand in: 【第一部分】.
  private static let bracket = Array("【".utf8)

  /// The line that begins with what stands at `place`, but for blanks, a bracket and marks of Markdown; nil where
  /// other characters stand before it.
  static func line(of place: Int, in bytes: [UInt8]) -> Range<Int>? {
    var start = place
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D {
      if isLead(bytes[start - 1]) {
        start -= 1
      } else if start >= 3,
        bytes.blankLength(at: start - 3) == 3 || bytes.hasBytes(at: start - 3..<start, of: bracket, at: 0)
      {
        start -= 3
      } else {
        return nil
      }
    }
    return start..<bytes.lineEnd(from: place)
  }

  /// The line of which 录 before `end` is the last character of 目录, if nothing else stands in it.
  private static func contentsLine(_ end: Int, in bytes: [UInt8]) -> Range<Int>? {
    let word = OutlineWord.list
    var start = end - OutlineWord.entries.count
    guard start >= 0, bytes[start] == 0xE5 else { return nil }
    while start >= 1 {
      if bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 {
        start -= 1
      } else if start >= 3, bytes.blankLength(at: start - 3) == 3 {
        start -= 3
      } else {
        break
      }
    }
    guard start >= word.count, bytes.hasBytes(at: start - word.count..<start, of: word, at: 0),
      let line = line(of: start - word.count, in: bytes)
    else { return nil }
    return isBlank(bytes, from: end, to: line.upperBound) ? line : nil
  }

  /// Whether a byte may stand before a heading: a blank, a form feed, `#`, `*` or `>`.
  private static func isLead(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0C || byte == 0x23 || byte == 0x2A || byte == 0x3E
  }
}
