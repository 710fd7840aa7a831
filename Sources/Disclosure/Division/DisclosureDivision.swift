import DisclosureText

/// Divides a file into the disclosures it holds.
///
/// Many governments publish their departments in one file, one disclosure behind the other. Each has its
/// own year, names and figures, and none of them is to agree with those of another. A disclosure begins where
/// an outline begins anew, once the one before has said something: at 第一部分 …概况 with a part on the budget or
/// the final accounts behind it, or at 目录 with a title above it and an entry on duties or the first part behind
/// it. Where parts are numbered as sections are, it begins at 一、…概况 below a title of another body, year or kind.
@usableFromInline package struct DisclosureDivision {
  private let bytes: [UInt8]
  /// Where each disclosure begins, as far as the text was looked at.
  private var starts = [0]
  /// The digits of the last one, and where the next of them is looked for.
  private var digits = 0
  private var counted = 0
  /// Its amounts with cents, and where the next of them is looked for.
  private var amounts = 0
  private var weighed = 0
  /// The headings of the next parts.
  private var second = HeadingSearch(OutlineWord.secondPart)
  private var third = HeadingSearch(OutlineWord.thirdPart)
  private var sections = HeadingSearch(OutlineWord.secondSection)
  /// The title of the last disclosure, as far as its outline was reached.
  private var title: DisclosureTitle?

  /// Where each disclosure of a text begins, in their order; the first begins with the text.
  ///
  /// - Parameter lines: the lines of the text, where they are known.
  /// - Complexity: O(*n*).
  package static func starts(of bytes: [UInt8], lines: LineIndex? = nil) -> [Int] {
    let marks = OutlineMark.marks(in: bytes, lines ?? LineIndex(bytes))
    guard marks.count > 1 else { return [0] }
    var division = DisclosureDivision(bytes)
    division.divide(at: marks)
    return division.starts
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func divide(at marks: [OutlineMark]) {
    // Whether the present disclosure has an outline of parts or contents, and whether it was begun at all.
    var isOutlined = false
    var hasBegun = false
    for mark in marks {
      if !hasBegun || hasBody(before: mark.line.lowerBound) {
        let cover = CoverLines(bytes, above: mark)
        let title = cover.title.map { DisclosureTitle($0, in: bytes) }
        if hasBegun {
          let isOther = title.flatMap { title in self.title.map { title.isOther(than: $0) } } ?? false
          if opens(mark, below: cover, isOther: isOther, isOutlined: isOutlined) {
            starts.append(max(starts[starts.count - 1] + 1, cover.start))
            (digits, counted) = (0, mark.line.lowerBound)
            (amounts, weighed) = (0, mark.line.lowerBound)
            self.title = title
            isOutlined = false
          }
        } else {
          self.title = title
        }
      }
      hasBegun = true
      isOutlined = isOutlined || mark.kind != .firstSection
    }
    // What breaks off behind its outline says nothing.
    if starts.count > 1, !hasBody(before: bytes.count) { starts.removeLast() }
  }

  /// Whether a disclosure begins at `mark`.
  ///
  /// - Parameter isOther: whether its title is that of another one than the present.
  /// - Parameter isOutlined: whether the present one has an outline of parts or contents.
  private mutating func opens(_ mark: OutlineMark, below cover: CoverLines, isOther: Bool, isOutlined: Bool) -> Bool {
    switch mark.kind {
    case .firstPart: (isOutlined || isOther) && opensParts(mark)
    case .contents:
      cover.title != nil && (isOther || isOutlined && !cover.isIntroduced) && opensContents(mark)
    case .firstSection: isOther && !cover.isIntroduced && opensSections(mark)
    }
  }

  /// The digits that show that there is more than contents with their page numbers.
  private static let leastDigits = 1000
  /// The amounts with cents that show it where there are fewer digits; contents have none.
  private static let leastAmounts = 12

  /// Whether as many figures stand in the last disclosure before `end` as any has.
  private mutating func hasBody(before end: Int) -> Bool {
    (digits, counted) = bytes.digits(from: counted, to: end, counting: digits, upTo: Self.leastDigits)
    if digits >= Self.leastDigits { return true }
    while weighed < end, amounts < Self.leastAmounts {
      if isCents(at: weighed) { amounts += 1 }
      weighed += 1
    }
    return amounts >= Self.leastAmounts
  }

  /// Whether the byte begins the point of `1.25`, and of no date `2024.12.31`; all may be as wide as ideographs.
  private func isCents(at point: Int) -> Bool {
    let isWide = bytes[point] == 0xEF && point + 2 < bytes.count && bytes[point + 1] == 0xBC && bytes[point + 2] == 0x8E
    guard isWide || bytes[point] == 0x2E, bytes.hasDigit(before: point) else { return false }
    var at = point + (isWide ? 3 : 1)
    for _ in 0..<2 {
      guard at < bytes.count, case let digit = bytes.digitLength(at: at), digit > 0 else { return false }
      at += digit
    }
    return at >= bytes.count || bytes[at] != 0x2E
  }

  /// How far behind the first part the second one begins at most.
  private static let longestPart = 1 << 17

  /// Whether the line of `mark`, or the next one, names the first part of a disclosure, and the second part
  /// is about a budget or final accounts.
  private mutating func opensParts(_ mark: OutlineMark) -> Bool {
    guard [OutlineWord.overview, OutlineWord.situation].contains(where: { names($0, at: mark.line) }) else {
      return false
    }
    let limit = mark.line.upperBound + Self.longestPart
    var heading = second.next(behind: mark.line, in: bytes)
    // A second part that is about tables only may not say of what.
    if heading.map({ $0.lowerBound < limit && (namesAccounts(at: $0) || !names(OutlineWord.tables, at: $0)) }) != true {
      heading = third.next(behind: mark.line, in: bytes)
    }
    return heading.map { $0.lowerBound < limit && namesAccounts(at: $0) } ?? false
  }

  /// The headings of second sections that are looked at: those of the first part stand before that of the next.
  private static let mostSections = 4

  /// Whether a second section behind `mark` is about a budget or final accounts.
  private mutating func opensSections(_ mark: OutlineMark) -> Bool {
    var line = mark.line
    for _ in 0..<Self.mostSections {
      guard let heading = sections.next(behind: line, in: bytes),
        heading.lowerBound < mark.line.upperBound + Self.longestPart
      else { return false }
      if heading.count <= Self.longestEntry,
        bytes.hasWord(OutlineWord.budget, in: heading) || bytes.hasWord(OutlineWord.final, in: heading)
      {
        return true
      }
      line = heading
    }
    return false
  }

  /// Whether a heading is about a budget or final accounts.
  private func namesAccounts(at line: Range<Int>) -> Bool {
    names(OutlineWord.budget, at: line) || names(OutlineWord.final, at: line)
  }

  /// Whether `word` stands in a line or in the next one that is not blank.
  private func names(_ word: [UInt8], at line: Range<Int>) -> Bool {
    let next = bytes.nextLine(behind: line)
    return [line, next].contains { line in
      let end = min(line.upperBound, line.lowerBound + Self.longestEntry)
      return bytes.position(of: word, from: line.lowerBound, to: end) != nil
    }
  }

  /// Whether the first entry of contents is one of a disclosure, not the first of a list of tables.
  private func opensContents(_ mark: OutlineMark) -> Bool {
    let entry = bytes.nextLine(behind: mark.line)
    let end = min(entry.upperBound, entry.lowerBound + Self.longestEntry)
    return OutlineWord.openings.contains { bytes.position(of: $0, from: entry.lowerBound, to: end) != nil }
  }

  /// As many bytes of an entry or a heading are looked at.
  private static let longestEntry = 200
}
