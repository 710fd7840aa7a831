import Accounts
import DisclosureSyntax
import DisclosureText

/// An account as the narrative names it, from its class down.
///
/// Two ways of writing are in use: `卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）`, with a code
/// before 类, 款 and 项 or without, or with quotation marks instead of the brackets, and
/// `“卫生健康支出-行政事业单位医疗-行政单位医疗”`.
@usableFromInline package struct AccountChain: Sendable {
  /// The names, in the running text, from the class down; one to three.
  package private(set) var names: [Range<Int>] = []
  /// The mark of a level, 类, 款 or 项, that stands behind the name of another one, with the mark that belongs there.
  package private(set) var wrongMarks: [(place: Int, mark: UInt16)] = []

  /// Reads the chain that `token` of `text` is; nil where the levels do not follow each other.
  package init?(_ token: Token, in text: RunningText) {
    guard token.kind == .account else { return nil }
    names.reserveCapacity(Self.levels.count)
    if !readMarked(token.range, text.units) {
      names.removeAll(keepingCapacity: true)
      wrongMarks = []
      readHyphenated(token.range, text.units)
    }
    guard (1...3).contains(names.count), names.allSatisfy({ $0.count >= 2 }) else { return nil }
    guard !wrongMarks.isEmpty else { return }
    // Only a path of the chart tells that its marks are wrong.
    guard names.count > 1, Chart.account(along: names.map { AccountName(units: text.units[$0]) }) != nil else {
      return nil
    }
  }

  /// Whether nothing but the names, the marks of their levels, digits and quotation marks stand at `token`, and no
  /// name has a bracket, a digit or 科目 at its end: so that whoever reads the names otherwise reads the same.
  func isPlain(_ token: Token, in text: RunningText) -> Bool {
    var at = token.range.lowerBound
    for name in names {
      guard text.units[at..<name.lowerBound].allSatisfy({ Mark.isQuote($0) || Mark.isDigit($0) }),
        text.units[name].allSatisfy(Mark.isIdeograph), !text.units[name].suffix(2).elementsEqual(Self.account),
        name.upperBound < token.range.upperBound,
        let (_, end) = Self.levelMark(text.units, name.upperBound, token.range.upperBound), end - name.upperBound <= 7
      else { return false }
      at = end
    }
    return text.units[at..<token.range.upperBound].allSatisfy { Mark.isQuote($0) || Mark.isDigit($0) }
  }

  /// Reads names with their level behind each.
  private mutating func readMarked(_ range: Range<Int>, _ units: [UInt16]) -> Bool {
    var start = range.lowerBound
    var at = start
    // What lacks a level from the start, or leaves one out, is no path from the class down.
    var isAscending = true
    var last = -1
    while at < range.upperBound {
      guard let (level, end) = Self.levelMark(units, at, range.upperBound) else {
        at += 1
        continue
      }
      guard names.count < Self.levels.count else { return false }
      if level != names.count {
        let place = units[end - 1] == Self.levels[level] ? end - 1 : end - 2
        wrongMarks.append((place, Self.levels[names.count]))
      }
      isAscending = isAscending && level > last
      last = level
      names.append(Self.trimmed(start..<at, units))
      start = end
      at = end
    }
    return !names.isEmpty && (wrongMarks.isEmpty || !isAscending)
  }

  private mutating func readHyphenated(_ range: Range<Int>, _ units: [UInt16]) {
    var start = range.lowerBound
    for at in range where units[at] == 0x2D || units[at] == 0x2014 {
      if at > start { names.append(Self.trimmed(start..<at, units)) }
      start = at + 1
    }
    if start < range.upperBound { names.append(Self.trimmed(start..<range.upperBound, units)) }
    if names.count != 3 { names = [] }
  }

  /// `（类）`, `（05款）`, `”类` and the like at `at`: the level from 0 and the place behind.
  private static func levelMark(_ units: [UInt16], _ at: Int, _ limit: Int) -> (level: Int, end: Int)? {
    if Mark.isQuote(units[at]), at + 1 < limit, let level = levels.firstIndex(of: units[at + 1]) {
      return (level, at + 2)
    }
    guard Mark.isOpeningBracket(units[at]) else { return nil }
    var end = at + 1
    while end < limit, Mark.isDigit(units[end]) { end += 1 }
    guard end + 1 < limit, Mark.isClosingBracket(units[end + 1]), let level = levels.firstIndex(of: units[end]) else {
      return nil
    }
    return (level, end + 2)
  }

  /// Without quotation marks and what else is no part of a name.
  private static func trimmed(_ range: Range<Int>, _ units: [UInt16]) -> Range<Int> {
    var range = range
    while let first = range.first, Mark.isQuote(units[first]) || !isNamePart(units[first]) { range.removeFirst() }
    while let last = range.last, Mark.isQuote(units[last]) || !isNamePart(units[last]) { range.removeLast() }
    // “两庭”建设: the name itself begins with a quotation.
    if range.lowerBound > 0, Mark.isQuote(units[range.lowerBound - 1]), opensWithin(range, units) {
      range = range.lowerBound - 1..<range.upperBound
    }
    return range
  }

  /// Whether the first quotation mark in `range` closes what was opened before it.
  private static func opensWithin(_ range: Range<Int>, _ units: [UInt16]) -> Bool {
    guard let mark = range.first(where: { Mark.isQuote(units[$0]) }), mark < range.upperBound - 1 else { return false }
    return units[mark] != 0x201C && units[mark] != 0x300C
  }

  private static func isNamePart(_ unit: UInt16) -> Bool {
    Mark.isIdeograph(unit) || Mark.isOpeningBracket(unit) || Mark.isClosingBracket(unit)
  }

  private static let levels: [UInt16] = [0x7C7B, 0x6B3E, 0x9879]
  private static let account = Array("科目".utf16)
}
