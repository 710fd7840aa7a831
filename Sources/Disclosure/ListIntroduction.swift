import DisclosureSyntax

/// The words between a number and the names that it counts: `，具体包括：`, `个，分别是`.
struct ListIntroduction {
  /// Where the names begin; the end of the text where they stand in the paragraphs behind it.
  let start: Int
  /// The words that introduce them, or what stands before the colon.
  let words: Range<Int>

  /// Reads what follows a number; nil where no names do.
  init?(_ units: [UInt16], behind number: Int) {
    var at = number
    // 个, the word for what is counted, and what a bracket says of it.
    var noun = 0
    while at < units.count, !Self.isMark(units[at]), !Self.begins(units[at...]) {
      noun += 1
      at += 1
      if noun > Self.longestNoun { return nil }
    }
    if at < units.count, Mark.isComma(units[at]) { at += 1 }
    let word = Self.introductions.first { units[at...].starts(with: $0) }
    let words = word.map { at..<at + $0.count } ?? number..<at
    at = max(at, words.upperBound)
    if word == nil, let names = Self.bracketed(units, at) {
      start = names
      self.words = words
      return
    }
    if at < units.count, Mark.isOpeningBracket(units[at]) {
      guard let closing = units[at...].firstIndex(where: Mark.isClosingBracket) else { return nil }
      at = closing + 1
    }
    if at < units.count, Mark.isColon(units[at]) {
      at += 1
    } else if word == nil || at == units.count {
      return nil
    }
    start = at
    self.words = words
  }

  /// Where the names begin that a bracket at `at` holds and nothing else: `6 个科室（组织人事科、财务科、…）`.
  private static func bracketed(_ units: [UInt16], _ at: Int) -> Int? {
    guard at < units.count, Mark.isOpeningBracket(units[at]),
      let closing = units[at...].firstIndex(where: Mark.isClosingBracket),
      case let names = units[(at + 1)..<closing], names.count(where: { $0 == Mark.pause }) >= 2,
      !partial.contains(where: { names.starts(with: $0) })
    else { return nil }
    return at + 1
  }

  /// How a bracket begins that names some of what is counted, or others.
  private static let partial = ["含", "其中", "不含", "包", "如", "除", "另", "未", "不"].map { Array($0.utf16) }

  /// Whether the words around the numbers speak of offices or bodies.
  static func countsOffices(_ units: [UInt16], _ first: Range<Int>, _ last: Range<Int>) -> Bool {
    let before = units[..<first.lowerBound].suffix(12)
    let behind = units[last.upperBound...].prefix(8)
    let between = units[first.lowerBound..<last.upperBound]
    return subjects.contains {
      RowWords.contains(before, $0) || RowWords.contains(behind, $0) || RowWords.contains(between, $0)
    }
  }

  /// Whether the words before a number leave the body itself out of it: `本部以及下属`.
  static func leavesOutOwn(_ before: ArraySlice<UInt16>) -> Bool {
    own.contains { before.suffix($0.count).elementsEqual($0) }
  }

  /// Whether the text is one name and no sentence.
  static func isName(_ text: ArraySlice<UInt16>) -> Bool {
    var text = text
    while let last = text.last, Mark.isStop(last) || Mark.isSemicolon(last) || Mark.isComma(last) || last == Mark.pause
    {
      text.removeLast()
    }
    guard text.count >= 2, text.count <= Self.longestItem else { return false }
    return !text.contains { Mark.isStop($0) || Mark.isSemicolon($0) || Mark.isColon($0) || Mark.isDigit($0) }
  }

  /// How many offices a sentence or a bracket lists; nil where one of the names is none, where
  /// more may follow (等) or where a word may join two (`纪委和监委`) or stand in a name (`文化和旅游科`).
  static func offices(_ text: ArraySlice<UInt16>) -> Int? {
    var (number, depth, at) = (0, 0, text.startIndex)
    var last: UInt16?
    var length = 0
    var least = 2
    func endsName() -> Bool { length >= least && length <= longestName && last.map(ends.contains) ?? false }
    while at < text.endIndex {
      let unit = text[at]
      if Mark.isOpeningBracket(unit) {
        depth += 1
      } else if Mark.isClosingBracket(unit) {
        if depth == 0 { break }
        depth -= 1
      } else if depth == 0 {
        if Mark.isStop(unit) || Mark.isSemicolon(unit) { break }
        if unit == Mark.pause || Mark.isComma(unit) {
          guard endsName(), least == 2 else { return nil }
          number += 1
          (last, length) = (nil, 0)
        } else if unit == and, number > 0, least == 2, length > 2, endsName() {
          // `…、新闻科和文化科`: the last name of the list.
          number += 1
          (last, length, least) = (nil, 0, 3)
        } else {
          guard Mark.isIdeograph(unit), !joins.contains(unit) else { return nil }
          last = unit
          length += 1
        }
      }
      at += 1
    }
    guard depth == 0, at < text.endIndex, endsName() else { return nil }
    return number + 1
  }

  private static func isMark(_ unit: UInt16) -> Bool {
    Mark.isComma(unit) || Mark.isStop(unit) || Mark.isSemicolon(unit) || Mark.isColon(unit)
      || Mark.isOpeningBracket(unit)
      || unit == Mark.pause || Mark.isDigit(unit)
  }

  private static func begins(_ text: ArraySlice<UInt16>) -> Bool { introductions.contains { text.starts(with: $0) } }

  private static let longestNoun = 8
  private static let longestItem = 45
  private static let longestName = 16
  private static let introductions = ["分别是", "分别为", "分别包括", "具体包括", "具体是", "具体为", "包括", "即"].map { Array($0.utf16) }
  private static let subjects = ["机构", "单位", "科室", "处室", "股室", "部门"].map { Array($0.utf16) }
  private static let own = [
    "本部以及下属", "本部及下属", "本部和下属", "本级以及下属", "本级及下属", "本级和下属", "机关及下属", "机关和下属", "机关以及下属",
  ].map { Array($0.utf16) }
  /// What the name of an office ends in: 科, 室, 处, 庭, 队, 中心 and the like.
  private static let ends = Set("室科股处局所站队庭部办院校馆心会组厅团社委".utf16)
  /// What joins two names to one or leaves a list open: 和, 及, 与, 等.
  private static let and: UInt16 = 0x548C
  private static let joins = Set("和及与等".utf16)
}
