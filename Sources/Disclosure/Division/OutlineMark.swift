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

    /// The kind of a mark by its first character: 第, 目 or 一.
    fileprivate init?(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
      switch (first, second, third) {
      case (0xE7, 0xAC, 0xAC): self = .firstPart
      case (0xE7, 0x9B, 0xAE): self = .contents
      case (0xE4, 0xB8, 0x80): self = .firstSection
      default: return nil
      }
    }
  }

  let kind: Kind
  /// The bytes of the line, without its end.
  let line: Range<Int>

  /// The marks of a text, in its order.
  ///
  /// Each of them is what a line begins with, so that no more than the beginnings of lines is looked at.
  ///
  /// - Complexity: O(*lines* + the length of those that begin like a mark).
  static func marks(in bytes: [UInt8], _ lines: LineIndex) -> [OutlineMark] {
    var marks: [OutlineMark] = []
    for start in lines.starts {
      let word = wordStart(from: start, in: bytes)
      guard word + 2 < bytes.count, let kind = Kind(bytes[word], bytes[word + 1], bytes[word + 2]) else { continue }
      let line = word..<bytes.lineEnd(from: word)
      let isMark =
        switch kind {
        case .firstPart: bytes.hasBytes(at: line, startingWith: OutlineWord.firstPart)
        case .contents: isContents(line, in: bytes)
        case .firstSection: isFirstSection(line, in: bytes)
        }
      if isMark { marks.append(OutlineMark(kind: kind, line: start..<line.upperBound)) }
    }
    return marks
  }

  /// Where the first word of the line stands that begins at `start`: behind blanks, a bracket and marks of Markdown.
  private static func wordStart(from start: Int, in bytes: [UInt8]) -> Int {
    let span = bytes.span
    var at = start
    while at < span.count {
      if isLead(span[at]) {
        at += 1
      } else if span[at] == 0xE3,
        bytes.blankLength(at: at) == 3 || bytes.hasBytes(at: at..<span.count, startingWith: bracket)
      {
        at += 3
      } else {
        break
      }
    }
    return at
  }

  /// Whether a line, from its first word on, is `一、…概况` and no more.
  private static func isFirstSection(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard bytes.hasBytes(at: line, startingWith: OutlineWord.firstSection) else { return false }
    var end = line.upperBound
    while end > line.lowerBound {
      if isLead(bytes[end - 1]) {
        end -= 1
      } else if end - 3 >= line.lowerBound, bytes.blankLength(at: end - 3) == 3 {
        end -= 3
      } else {
        break
      }
    }
    let place = end - OutlineWord.overview.count
    return place >= line.lowerBound + OutlineWord.firstSection.count && place - line.lowerBound <= longestSection + 1
      && bytes.hasBytes(at: place..<end, of: OutlineWord.overview, at: 0)
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

  /// Whether nothing but 目录 stands in a line, from its first word on; its characters may stand apart.
  private static func isContents(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard bytes.hasBytes(at: line, startingWith: OutlineWord.list) else { return false }
    var at = line.lowerBound + OutlineWord.list.count
    while at < line.upperBound, case let blank = bytes.blankLength(at: at), blank > 0 { at += blank }
    guard bytes.hasBytes(at: at..<line.upperBound, startingWith: OutlineWord.entries) else { return false }
    return isBlank(bytes, from: at + OutlineWord.entries.count, to: line.upperBound)
  }

  /// Whether a byte may stand before a heading: a blank, a form feed, `#`, `*` or `>`.
  private static func isLead(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0C, 0x23, 0x2A, 0x3E: true
    default: false
    }
  }
}
