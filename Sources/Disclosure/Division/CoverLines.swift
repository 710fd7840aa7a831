import DisclosureText

/// The lines above the outline of a disclosure that belong to it: its title, its department, a date, 目录, and the
/// sentence that introduces it.
struct CoverLines {
  /// Where they begin; the line of the outline itself where there are none.
  private(set) var start: Int
  /// The line of them that names a budget or final accounts.
  private(set) var title: Range<Int>?
  /// Whether sentences stand between the title and the outline.
  private(set) var isIntroduced = false

  /// The most lines that a cover has, and the most bytes of one of them.
  private static let most = 12
  private static let longest = 120
  /// The most sentences that introduce a disclosure, and the most lines of a title above them.
  private static let mostSentences = 3
  private static let longestTitle = 3

  /// Looks for the cover above `mark`.
  init(_ bytes: [UInt8], above mark: OutlineMark) {
    start = mark.line.lowerBound
    var lines: [Range<Int>] = []
    /// How many of the lines stand below the sentences of an introduction, and how many of these there are.
    var below: Int?
    var sentences = 0
    var hasPageNumber = false
    var at = start
    while lines.count < (below.map { $0 + Self.longestTitle } ?? Self.most), let line = bytes.lastLine(before: at) {
      if Self.isPageNumber(line, bytes) {
        if hasPageNumber { break }
        hasPageNumber = true
      } else if Self.isOfCover(line, bytes) {
        lines.append(line)
      } else if sentences < Self.mostSentences, lines.count == below ?? lines.count,
        Self.isIntroduction(line, bytes)
      {
        below = lines.count
        sentences += 1
      } else {
        break
      }
      at = line.lowerBound
    }
    if take(Array(lines[..<(below ?? lines.count)].reversed()), bytes) { return }
    if let below, take(Array(lines[below...].reversed()), bytes) {
      isIntroduced = true
    } else if let last = lines.first, bytes.hasWord(OutlineWord.entries, in: last) {
      // Contents without a title.
      start = last.lowerBound
    }
  }

  /// Takes the title among some lines, and those below it, for the cover; whether there is one.
  private mutating func take(_ lines: [Range<Int>], _ bytes: [UInt8]) -> Bool {
    guard let title = lines.indices.firstIndex(where: { Self.isTitle($0, of: lines, bytes) }) else { return false }
    self.title = lines[title]
    // The department stands above a title that does not name it.
    start = lines[Self.isNameless(lines[title], bytes) ? max(0, title - 2) : title].lowerBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 || bytes[start - 1] == 0x3E { start -= 1 }
    return true
  }

  /// Whether a line names a budget or final accounts, or begins to.
  private static func isTitle(_ number: Int, of lines: [Range<Int>], _ bytes: [UInt8]) -> Bool {
    let line = lines[number]
    for word in [OutlineWord.budget, OutlineWord.final] {
      if bytes.hasWord(word, in: line) { return true }
      let (first, second) = (Array(word[..<3]), Array(word[3...]))
      if number + 1 < lines.count, line.count > 3, bytes.hasBytes(at: lines[number + 1], startingWith: second),
        bytes.hasBytes(at: line.upperBound - 3..<line.upperBound, of: first, at: 0)
      {
        return true
      }
    }
    return false
  }

  /// Whether a title begins with the kind of the document, before which a year may stand.
  private static func isNameless(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    var at = line.lowerBound
    while at < line.upperBound {
      if bytes[at] == 0x23 || bytes[at] == 0x2A {
        at += 1
      } else if case let digit = bytes.digitLength(at: at), digit > 0 {
        at += digit
      } else if let word = OutlineWord.years.first(where: { bytes.hasBytes(at: at..<line.upperBound, startingWith: $0) }
      ) {
        at += word.count
      } else {
        let blank = bytes.blankLength(at: at)
        guard blank > 0 else { break }
        at += blank
      }
    }
    return OutlineWord.kinds.contains { bytes.hasBytes(at: at..<line.upperBound, startingWith: $0) }
  }

  /// Whether a line is the number of a page, `20`, `- 20 -`, or a date, `2024.2.5`.
  private static func isPageNumber(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    if (8...10).contains(line.count), bytes[line.lowerBound] == 0x32, bytes[line.lowerBound + 1] == 0x30 {
      let marks = line.filter { bytes[$0] &- 0x30 > 9 }
      if marks.count == 2, marks.allSatisfy({ (0x2D...0x2F).contains(bytes[$0]) }) { return true }
    }
    return line.count <= 8 && line.contains { bytes[$0] &- 0x30 <= 9 }
      && line.allSatisfy { bytes[$0] &- 0x30 <= 9 || bytes[$0] == 0x20 || bytes[$0] == 0x2D }
  }

  /// Whether a line is a sentence that says that a disclosure is made, without an amount: 现将……公开如下。
  private static func isIntroduction(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard line.count <= longestSentence, bytes.hasWord(OutlineWord.publication, in: line) else { return false }
    return !line.contains { at in
      bytes[at] == 0x09 || bytes[at] == 0x7C || bytes[at] == 0x2E && at > line.lowerBound && bytes[at - 1] &- 0x30 <= 9
    }
  }

  private static let longestSentence = 900

  /// Whether a line may belong to a cover: short, no sentence, no amount, no page number, no note.
  private static func isOfCover(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard line.count <= longest, !bytes.hasBytes(at: line, startingWith: OutlineWord.note) else { return false }
    var letters = 0
    for at in line {
      let byte = bytes[at]
      if byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 { letters += 1 }
      // A row of a table: a cell, 12.34, 1,234.
      if byte == 0x09 || byte == 0x7C { return false }
      if byte == 0x2E || byte == 0x2C, at > line.lowerBound, bytes[at - 1] &- 0x30 <= 9 { return false }
      // 。；
      if byte == 0xE3, at + 2 < line.upperBound, bytes[at + 1] == 0x80, bytes[at + 2] == 0x82 { return false }
      if byte == 0xEF, at + 2 < line.upperBound, bytes[at + 1] == 0xBC, bytes[at + 2] == 0x9B { return false }
    }
    return letters > 0
  }
}
