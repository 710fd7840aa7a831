import DisclosureText

/// What a line is, by its looks and by what stands before it.
extension BlockReader {
  mutating func nextStartsWithUnit(_ number: Int) -> Bool {
    guard var next = nextLine(number) else { return false }
    // A line that the next page prints again.
    if lines[next].hash == lines[number].hash, let after = nextLine(next) { next = after }
    switch lines[next].first {
    case 0x4E07, 0x5343, 0x5143, 0x4EBF, 0x25, 0xFF05, 0x8F86, 0x4E2A, 0x9879, 0x5E74, 0x53F0, 0x4EBA: return true
    default: return false
    }
  }

  /// Whether the next line begins with the last digits of a figure and its unit: `4%，…`.
  mutating func nextEndsFigure(_ number: Int) -> Bool {
    guard let next = nextLine(number), Mark.isDigit(lines[next].first), lines[next].sentenceMarks > 0 else {
      return false
    }
    let text = units(of: lines[next]).prefix(12)
    guard let mark = text.first(where: { !Mark.isDigit($0) && !Mark.isPoint($0) && $0 != 0x2C }) else { return false }
    return Mark.isPercent(mark) || mark == 0x4E07 || mark == 0x5343 || mark == 0x5143 || mark == 0x4EBF
  }

  /// Whether the line is a page number between dashes.
  private mutating func isDashedNumber(_ line: Line) -> Bool {
    line.ideographs == 0 && line.width <= 8 && (line.first == 0x2D || line.first == 0x2014) && line.last == line.first
  }

  mutating func nextLine(_ number: Int) -> Int? {
    var next = number + 1
    while next < lines.count, next < number + Self.sight {
      if !lines[next].isBlank, !isDashedNumber(lines[next]) { return next }
      next += 1
    }
    return nil
  }

  /// Whether the line goes on with a sentence that is open, whatever it looks like: it begins
  /// with a unit behind a figure, or with the rest of a figure behind its first digits.
  @inline(__always)
  mutating func continuesSentence(_ number: Int) -> Bool {
    guard openKind == .paragraph || openKind == .note else { return false }
    guard let last = lastUnit, !Mark.isStop(last) else { return false }
    let line = lines[number]
    if line.features.contains(.tab) || line.features.contains(.pipe) { return false }
    let first = line.first
    if Mark.isDigit(last) || Mark.isPoint(last) {
      if Mark.isDigit(first), line.loneNumbers < 2 {
        return numbering(of: line) == nil || Mark.isDigit(last) && lines[number].sentenceMarks > 0
      }
      if Mark.isPercent(first) { return true }
      switch first {
      case 0x4E07, 0x5343, 0x5143, 0x4EBF, 0x8F86, 0x4E2A, 0x9879, 0x5E74, 0x53F0, 0x4EBA, 0x2E, 0xFF0C, 0x3002, 0xFF1B:
        return true
      default: return false
      }
    }
    return (last == 0x4E07 || last == 0x5343) && first == 0x5143 || first == Mark.comma || first == Mark.fullStop
      || first == Mark.pause || Mark.isClosingBracket(first)
  }

  @inline(__always)
  mutating func isTableLine(_ number: Int) -> Bool {
    let line = lines[number]
    if line.features.contains(.tab) { return line.sentenceMarks == 0 || line.loneNumbers > 0 || amongTables }
    if line.features.contains(.pipe), !isFramed(line) { return true }
    if line.sentenceMarks > 0 || Mark.isColon(line.last) { return false }
    if openKind == .paragraph, let last = lastUnit,
      !Mark.isStop(last), line.loneNumbers < 2, !line.features.contains(.target)
    {
      // A line of an open sentence may end in a figure whose unit stands on the next line.
      return line.gaps > 0 && line.loneNumbers > 0 && line.ideographs > 0 && !nextStartsWithUnit(number)
    }
    if line.loneNumbers >= 2 { return true }
    if line.loneNumbers == 1 {
      // `表 11 政府采购预算表` is a title.
      if line.last == 0x8868, line.first == 0x8868 || line.first == 0x9644 { return false }
      if line.gaps == 0, line.ideographs > 4, Mark.isPoint(line.last) || nextEndsFigure(number) { return false }
      return amongTables || line.gaps > 0 || line.features.contains(.loneAmount) && !nextStartsWithUnit(number)
    }
    return false
  }

  mutating func startsNote(_ line: Line) -> Bool {
    line.first == 0x6CE8 || line.first == 0x8BF4 || line.first == 0x5907  // 注 说 备
  }

  /// Whether the line names what follows it.
  @inline(__always)
  mutating func isHeading(_ number: Int, _ numbering: Numbering?) -> Bool {
    let line = lines[number]
    guard line.sentenceMarks == 0, line.width <= 60 else { return false }
    if line.isBlank { return false }
    if line.first == 0x23 { return true }  // Markdown
    let last = line.last
    if Mark.isStop(last) { return false }
    if numbering == nil, openKind != nil, !isClosed { return false }
    if numbering == nil, openKind != nil || blocks.count >= 8, !HeadingWords.mayEndHeading(last) { return false }
    let text = units(of: line)
    if text.dropLast().contains(where: Mark.isColon) { return false }
    if numbering == nil, openKind == nil, blocks.count < 8, line.width <= 50, HeadingWords.isTitle(text) { return true }
    if HeadingWords.endsHeading(text) {
      if let numbering { return numbering.level <= 4 && !HeadingWords.isAccountChain(text) }
      return line.width <= 40 && (!amongTables || HeadingWords.endsPartHeading(text)) && !startsNote(line)
    }
    if amongTables, numbering?.level != 0 { return false }
    guard let numbering, numbering.level <= 3, !HeadingWords.isAccountChain(text) else { return false }
    if numbering.level == 0 { return true }
    if text.contains(where: Mark.isDigit), text.contains(0x5143) { return false }  // 元
    if Mark.isColon(last) { return false }
    // A full line goes on in the next one; a short one is a title.
    guard line.width * 10 < wrapWidth * 8, line.width <= 30, text.count > numbering.length else { return false }
    guard let next = nextLine(number) else { return true }
    let follower = lines[next]
    return numbering.level <= 2 || self.numbering(of: follower) != nil || follower.indent > line.indent
  }

  /// The line that holds the last characters of a numbered heading that begins at `number`.
  @inline(__always)
  mutating func wrappedHeadingEnd(_ number: Int, _ numbering: Numbering?) -> Int? {
    guard let numbering, numbering.level <= 2, lines[number].sentenceMarks == 0, let next = nextLine(number),
      lines[next].width <= 6, lines[next].sentenceMarks == 0, lines[next].ideographs == lines[next].width
    else { return nil }
    let text = units(of: lines[number])
    guard !HeadingWords.endsHeading(text), !HeadingWords.isAccountChain(text), !text.contains(where: Mark.isColon)
    else { return nil }
    return HeadingWords.endsHeading(text + units(of: lines[next])) ? next : nil
  }

  /// Whether the line begins a paragraph behind one that ended with a stop.
  @inline(__always)
  mutating func startsParagraph(_ number: Int, after last: Int) -> Bool {
    let line = lines[number]
    let before = lines[last]
    guard openKind != nil else { return false }
    // In text that is wrapped the mark may stand at the end of a full line by chance.
    let isFull = before.width * 10 >= wrapWidth * 9 && wrapWidth >= 20 && line.indent <= before.indent
    if !isFull, HeadingWords.opensList(text.characters) { return true }
    guard text.last.map(Mark.isStop) ?? true else { return false }
    if startsNote(line) || beginsPath(line) { return true }
    if line.indent > before.indent + 1,
      before.width * 10 < wrapWidth * 9 || line.indent > lines[max(0, last - 1)].indent + 1
    {
      return true
    }
    return before.width * 10 < wrapWidth * 8
  }

  /// Whether the line begins with the path of an account, which the narrative gives a paragraph: 教育支出（类）普通教育（款）.
  private mutating func beginsPath(_ line: Line) -> Bool {
    let start = line.content.lower
    return bytes.position(of: Self.classMark, from: start, to: min(line.content.upper, start + Self.pathReach)) != nil
  }

  private static let classMark = Array("（类）".utf8)
  /// The bytes of a line within which the class of a path is named.
  private static let pathReach = 60

  /// The last character of the open block.
  var lastUnit: UInt16? {
    mutating get { openKind == nil ? nil : text.last }
  }

  /// Whether the open block ends with a mark.
  private var isClosed: Bool {
    mutating get {
      guard let last = lastUnit else { return true }
      return Mark.isStop(last) || Mark.isSemicolon(last) || Mark.isColon(last)
    }
  }

  /// The characters of a line without blanks.
  mutating func units(of line: Line) -> [UInt16] {
    // Most lines that are looked at so closely are looked at for more than one thing.
    if looked.start != line.content.lower {
      looked.start = line.content.lower
      looked.units.removeAll(keepingCapacity: true)
      looked.units.appendCharacters(of: line.content, in: bytes)
    }
    return looked.units
  }

  @inline(__always)
  mutating func numbering(of line: Line) -> Numbering? {
    let first = line.first
    let content = line.content
    // Markdown in bold: **1.农林水支出（类）100 万元**, of which the marks are no characters of the text.
    if first == 0x2A, content.count > 2, bytes[content.lower + 1] == 0x2A {
      let range = TextRange(content.lower + 2, content.upper)
      return Numbering.read(charactersAt: range, in: bytes)
    }
    guard
      first == 0x7B2C || Mark.isOpeningBracket(first) || Mark.isDigit(first) || Mark.isChineseNumeral(first)
        || first == 0x2D || first == 0x2022 || first == 0x25CF || first == 0xB7 || (first >= 0x2460 && first <= 0x2473)
    else { return nil }
    return Numbering.read(charactersAt: line.content, in: bytes)
  }
}
