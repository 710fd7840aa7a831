/// Prints a disclosure in a dialect and keeps where every character of its figures stands.
struct Typesetter {
  let dialect: Dialect
  var random: SplitMix64
  /// The text so far.
  var bytes: [UInt8] = []
  /// For every figure the offsets of its characters and of its unit's.
  var offsets: [[Int]]
  /// Where each table stands.
  var tableRanges: [Range<Int>] = []
  /// What is printed again at the top of each page.
  var pageHead: [[Glyph]] = []
  /// For every figure where each copy of it begins that is printed again on a new page.
  var copies: [Int: [Int]] = [:]
  /// Whether what is printed has been printed before.
  var copying = false
  private var linesOnPage = 0
  private var page = 1
  private var lastLine: [Glyph] = []
  private var beginsPage = false

  init(dialect: Dialect, figures: Int, random: SplitMix64) {
    self.dialect = dialect
    self.random = random
    offsets = Array(repeating: [], count: figures)
    if dialect.hasByteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
  }

  // MARK: Blocks

  /// Prints `block`.
  mutating func print(_ block: DisclosureWriter.Block) {
    let isMarkdown = dialect.form == .markdown
    switch block {
    case .title(let passage): flow(isMarkdown ? "# \(passage)" : passage)
    case .heading(let passage, let level):
      flow(isMarkdown ? "\(String(repeating: "#", count: level + 2)) \(passage)" : passage)
    case .paragraph(let passage): flow("\(dialect.indentation)\(passage)")
    case .table(let table): print(table)
    }
  }

  /// Prints a passage, wrapped where the dialect wraps.
  mutating func flow(_ passage: Passage) {
    let glyphs = Glyph.line(of: passage, blanks: dialect.blanks, using: &random)
    guard let width = dialect.width else { return line(glyphs) }
    for part in wrapped(glyphs, width: width) { line(part) }
  }

  // MARK: Lines

  /// The glyphs in lines of `width` columns; closing marks hang at the end of a line.
  private func wrapped(_ glyphs: [Glyph], width: Int) -> [[Glyph]] {
    var lines: [[Glyph]] = []
    var line: [Glyph] = []
    var used = 0
    for glyph in glyphs {
      if used + glyph.width > width, !glyph.isClosing, let at = breakPlace(line, before: glyph), at > 0 {
        lines.append(Array(line[..<at]))
        line = Array(line[at...])
        used = line.reduce(0) { $0 + $1.width }
      }
      line.append(glyph)
      used += glyph.width
    }
    lines.append(line)
    return lines.map { trimmed($0) }
  }

  private func trimmed(_ line: [Glyph]) -> [Glyph] {
    guard let last = line.lastIndex(where: { $0.scalar != " " }) else { return line }
    return Array(line[...last])
  }

  /// Where `line` may break so that `next` opens the following one or stands in it.
  private func breakPlace(_ line: [Glyph], before next: Glyph) -> Int? {
    var at = line.count
    while at > 0 {
      let following = at == line.count ? next : line[at]
      if mayBreak(line[at - 1], following, line) { return at }
      at -= 1
    }
    return nil
  }

  private func mayBreak(_ last: Glyph, _ next: Glyph, _ line: [Glyph]) -> Bool {
    if next.isClosing || next.scalar == " " { return false }
    guard last.figure >= 0, last.figure == next.figure, last.width == 1, next.width == 1 else { return true }
    guard dialect.breaksFigures else { return false }
    return last.scalar == "." || line.contains { $0.figure == last.figure && $0.scalar == "." && $0.place < last.place }
  }

  /// Whether the next line stands on a new page.
  var isPageFull: Bool { dialect.pageBreak != .none && linesOnPage >= dialect.pageLength }

  /// Ends the page where it is full, then prints one line.
  mutating func line(_ glyphs: [Glyph]) {
    if isPageFull {
      endPage()
      for head in pageHead { put(head) }
    }
    put(random.chance(dialect.letterSpaced) ? letterSpaced(glyphs) : glyphs)
  }

  /// Prints one line wherever the page stands.
  mutating func put(_ glyphs: [Glyph]) {
    if beginsPage, dialect.pageBreak == .leadingBlank { write(" ") }
    beginsPage = false
    write(glyphs)
    write(dialect.lineEnd)
    if dialect.hasBlankLines { write(dialect.lineEnd) }
    linesOnPage += 1
    lastLine = glyphs
  }

  private func letterSpaced(_ glyphs: [Glyph]) -> [Glyph] {
    var result: [Glyph] = []
    for glyph in glyphs {
      if let last = result.last, last.width == 2 || glyph.width == 2 { result.append(Glyph(scalar: " ")) }
      result.append(glyph)
    }
    return result
  }

  /// Ends the page.
  mutating func endPage() {
    linesOnPage = 0
    defer { page += 1 }
    beginsPage = true
    switch dialect.pageBreak {
    case .none: break
    case .footer: write("\(dialect.lineEnd)- \(page) -\(dialect.lineEnd)\(dialect.lineEnd)")
    case .formFeed: write("\u{0C}")
    case .leadingBlank: break
    case .bareNumber: write("\(dialect.lineEnd)\(page)\(dialect.lineEnd)\(dialect.lineEnd)")
    }
    if dialect.repeatsLines {
      copying = true
      write(lastLine)
      copying = false
      write(dialect.lineEnd + (dialect.hasBlankLines ? dialect.lineEnd : ""))
    }
  }

  // MARK: Bytes

  mutating func write(_ text: String) { bytes += Array(text.utf8) }

  mutating func write(_ glyphs: [Glyph]) {
    for glyph in glyphs {
      if glyph.figure >= 0, !copying {
        offsets[glyph.figure].append(bytes.count)
      } else if glyph.figure >= 0, glyph.place == 0 {
        copies[glyph.figure, default: []].append(bytes.count)
      }
      bytes += Array(String(glyph.scalar).utf8)
    }
  }
}
