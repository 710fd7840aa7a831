import DisclosureSyntax
import DisclosureText

/// The words of a title by which it is known again: ideographs alone, without its number, its
/// year, its page and what marks it.
///
/// `三、2025年部门“三公”经费预算表………12` and `2025 年度部门三公经费预算表` have the same words.
@usableFromInline package enum TitleWords {
  /// The section of a project that gives its money of the year.
  package static let allocation = Array("年度预算安排".utf16)

  /// The words of `units`.
  package static func words(_ units: [UInt16], from start: Int = 0) -> [UInt16] { words(units[start...]) }

  /// The words of the name of a table: without its number, `附表1：`, and without the department or the year in
  /// brackets behind it.
  static func tableWords(_ units: [UInt16], from start: Int) -> [UInt16] {
    let end = HeadingWords.tableNameLength(units) ?? units.count
    let first = max(start, tableNumberLength(units))
    return words(units[min(first, end)..<end])
  }

  /// The length of `附表1-2：` or `表3` at the beginning.
  static func tableNumberLength(_ units: [UInt16]) -> Int {
    var at = units.first == 0x9644 ? 1 : 0  // 附
    guard at < units.count, units[at] == HeadingWords.table else { return 0 }
    let start = at + 1
    at = start
    while at < units.count, Mark.isDigit(units[at]) || at > start && units[at] == 0x2D { at += 1 }
    guard at > start, at < units.count else { return 0 }
    return Mark.isColon(units[at]) ? at + 1 : at
  }

  /// The words of `units`.
  package static func words(_ units: ArraySlice<UInt16>) -> [UInt16] {
    guard !units.isEmpty else { return [] }
    let start = numberLength(units)
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: units.count) { words in
      let span = units.span
      var count = 0
      var isYear = false
      for at in start..<span.count {
        let unit = span[unchecked: at]
        guard Mark.isIdeograph(unit) else { continue }
        // Few characters are one of these two, so that hardly ever one before is looked at.
        if unit == year, at > start, Mark.isDigit(span[unchecked: at - 1]) {
          isYear = true
          continue
        }
        if isYear, unit == degree, span[unchecked: at - 1] == year { continue }
        words[count] = unit
        count &+= 1
      }
      return Array(UnsafeBufferPointer(rebasing: words[..<count]))
    }
  }

  /// The length of `三、` at the beginning.
  private static func numberLength(_ units: ArraySlice<UInt16>) -> Int {
    let start = units.startIndex
    var end = start
    while end < units.endIndex, Mark.isChineseNumeral(units[end]) { end += 1 }
    return end > start && end < units.endIndex && Mark.isPause(units[end]) ? end - start : 0
  }

  /// How alike two titles are: the share of neighbouring characters they have in common, from
  /// 0 to 1; `nil` where one is too short to say.
  ///
  /// - Complexity: O(*m* *n*).
  package static func likeness(_ left: [UInt16], _ right: [UInt16]) -> Double? {
    guard left.count > 1, right.count > 1 else { return nil }
    var shared = 0
    for at in 1..<left.count
    where right.indices.dropFirst().contains(where: { right[$0] == left[at] && right[$0 - 1] == left[at - 1] }) {
      shared += 1
    }
    return Double(shared) / Double(max(left.count, right.count) - 1)
  }

  /// Whether `words` has the characters of `part` behind each other.
  package static func contains(_ words: [UInt16], _ part: [UInt16]) -> Bool {
    position(of: part, in: words) != nil
  }

  /// Where `part` begins in `words`, not before `start`.
  ///
  /// - Complexity: O(*n*).
  package static func position(of part: [UInt16], in words: [UInt16], from start: Int = 0) -> Int? {
    words.position(of: part, from: start)
  }

  private static let year: UInt16 = 0x5E74
  private static let degree: UInt16 = 0x5EA6
}
