import DisclosureText

/// Divides a file into the disclosures it holds.
///
/// Many governments publish their departments in one file, one disclosure behind the other. Each has its
/// own year, names and figures, and none of them is to agree with those of another. A disclosure begins where
/// an outline begins anew, once the one before has said something: at 第一部分 …概况 with a part on the budget or
/// the final accounts behind it, or at 目录 with a title above it and an entry on duties or the first part behind
/// it.
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

  /// Where each disclosure of a text begins, in their order; the first begins with the text.
  ///
  /// - Complexity: O(*n*).
  package static func starts(of bytes: [UInt8]) -> [Int] {
    let marks = OutlineMark.marks(in: bytes)
    guard marks.count > 1 else { return [0] }
    var division = DisclosureDivision(bytes)
    division.divide(at: marks)
    return division.starts
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func divide(at marks: [OutlineMark]) {
    // Whether the present disclosure has an outline.
    var isOutlined = false
    for mark in marks {
      if isOutlined, hasBody(before: mark.line.lowerBound) {
        let cover = CoverLines(bytes, above: mark)
        if mark.kind == .firstPart ? opensParts(mark) : cover.hasTitle && opensContents(mark) {
          starts.append(max(starts[starts.count - 1] + 1, cover.start))
          (digits, counted) = (0, mark.line.lowerBound)
          (amounts, weighed) = (0, mark.line.lowerBound)
        }
      }
      isOutlined = true
    }
    // What breaks off behind its outline says nothing.
    if starts.count > 1, !hasBody(before: bytes.count) { starts.removeLast() }
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

  /// Whether the byte is the point of `1.25`, and of no date `2024.12.31`.
  private func isCents(at point: Int) -> Bool {
    func isDigit(_ at: Int) -> Bool { at >= 0 && at < bytes.count && bytes[at] &- 0x30 <= 9 }
    guard bytes[point] == 0x2E, isDigit(point - 1), isDigit(point + 1), isDigit(point + 2) else { return false }
    return point + 3 >= bytes.count || bytes[point + 3] != 0x2E
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
    if heading.map({ $0.lowerBound < limit }) != true { heading = third.next(behind: mark.line, in: bytes) }
    guard let heading, heading.lowerBound < limit else { return false }
    return [OutlineWord.budget, OutlineWord.final].contains { names($0, at: heading) }
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

/// The words by which the outline of a disclosure is known.
enum OutlineWord {
  static let firstPart = Array("第一部分".utf8)
  static let secondPart = Array("第二部分".utf8)
  static let thirdPart = Array("第三部分".utf8)
  static let overview = Array("概况".utf8)
  static let situation = Array("基本情况".utf8)
  /// What the first entry of its contents is about.
  static let openings = ["第一部分", "职能", "职责", "概况", "基本情况"].map { Array($0.utf8) }
  static let budget = Array("预算".utf8)
  static let final = Array("决算".utf8)
  /// The characters of 目录, which often stand apart.
  static let list = Array("目".utf8)
  static let entries = Array("录".utf8)
  static let note = Array("注".utf8)
  /// What a title without a name begins with.
  static let years = ["年", "度"].map { Array($0.utf8) }
  static let kinds = ["部门", "单位", "预算", "决算"].map { Array($0.utf8) }
}
