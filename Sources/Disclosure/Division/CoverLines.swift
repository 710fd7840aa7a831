import DisclosureText

/// The lines above the outline of a disclosure that belong to it: its title, its department, a date, 目录.
struct CoverLines {
  /// Where they begin; the line of the outline itself where there are none.
  private(set) var start: Int
  /// Whether one of them names a budget or final accounts.
  private(set) var hasTitle = false

  /// The most lines that a cover has, and the most bytes of one of them.
  private static let most = 12
  private static let longest = 120
  /// The bytes of a title that names a year and a kind of document and nothing else.
  private static let longestNameless = 48

  /// Looks for the cover above `mark`.
  init(_ bytes: [UInt8], above mark: OutlineMark) {
    start = mark.line.lowerBound
    var lines: [Range<Int>] = []
    var at = start
    while lines.count < Self.most, let line = bytes.lastLine(before: at), Self.isOfCover(line, bytes) {
      lines.append(line)
      at = line.lowerBound
    }
    lines.reverse()
    guard let title = lines.firstIndex(where: { Self.isTitle($0, bytes) }) else {
      // Contents without a title.
      if let last = lines.last,
        bytes.position(of: OutlineWord.entries, from: last.lowerBound, to: last.upperBound) != nil
      {
        start = last.lowerBound
      }
      return
    }
    hasTitle = true
    // The department stands above a title that does not name it.
    let isLong = lines[title].count > Self.longestNameless || bytes[lines[title].lowerBound] >= 0x80
    let isWhole = isLong && Self.namesYear(lines[title], bytes)
    start = lines[isWhole ? title : max(0, title - 2)].lowerBound
  }

  private static func isTitle(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    [OutlineWord.budget, OutlineWord.final].contains {
      bytes.position(of: $0, from: line.lowerBound, to: line.upperBound) != nil
    }
  }

  private static func namesYear(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    line.contains { bytes[$0] == 0x32 && $0 + 1 < line.upperBound && bytes[$0 + 1] == 0x30 }
  }

  /// Whether a line may belong to a cover: short, no sentence, no amount, no page number, no note.
  private static func isOfCover(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard line.count <= longest, !bytes.hasBytes(at: line, startingWith: OutlineWord.note) else { return false }
    var letters = 0
    for at in line {
      let byte = bytes[at]
      if byte >= 0x80 { letters += 1 }
      if byte == 0x2E, at > line.lowerBound, bytes[at - 1] &- 0x30 <= 9 { return false }
      // 。；
      if byte == 0xE3, at + 2 < line.upperBound, bytes[at + 1] == 0x80, bytes[at + 2] == 0x82 { return false }
      if byte == 0xEF, at + 2 < line.upperBound, bytes[at + 1] == 0xBC, bytes[at + 2] == 0x9B { return false }
    }
    return letters > 0
  }
}

extension Array where Element == UInt8 {
  /// Whether the bytes of `word` stand at the beginning of `range`.
  fileprivate func hasBytes(at range: Range<Int>, startingWith word: [UInt8]) -> Bool {
    range.count >= word.count && hasBytes(at: range.lowerBound..<range.lowerBound + word.count, of: word, at: 0)
  }
}
