import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Years that the reader of numbers takes for none: with a letter for a digit, `2O25年`, with digits that changed
/// places or one that is missing, `2205年`, `225年`, and with 度 alone behind them, `2025度`.
struct BrokenYearDigits: BlockLook {
  static var signals: BlockSignals { [.heading, .paragraph, .note, .tableTitle] }

  struct Slip {
    /// The characters that stand for a year, without 年.
    var digits: Range<Int>
    /// The year that is meant.
    var meant: Int
    /// Whether only 年 is missing before 度.
    var lacksWord = false
  }

  /// The document's own year.
  private let year: Int

  init(year: Int) { self.year = year }

  /// - Complexity: O(*n*).
  func sight(in text: BlockText) -> [Slip]? {
    let (block, units) = (text.block, text.units)
    var found: [Slip] = []
    let all = block.tokens
    let tokens = all.span
    for index in tokens.indices {
      switch tokens[index].kind {
      case .year, .relativeYear, .brokenYear, .term, .text: continue
      default: break
      }
      let start = tokens[index].range.lowerBound
      guard Mark.isDigit(units[start]) else { continue }
      var end = start
      while end < units.count, end - start <= Self.most, Mark.isDigit(units[end]) || Self.isLetter(units[end]) {
        end += 1
      }
      // Nearly all are amounts; behind a year stands 年 or, where that is missing, 度.
      guard end < units.count, units[end] == Self.yearWord || units[end] == Self.degree else { continue }
      if let slip = slip(start..<end, block) { found.append(slip) }
    }
    return found.isEmpty ? nil : found
  }

  private func slip(_ digits: Range<Int>, _ block: ReadBlock) -> Slip? {
    let units = block.block.text.units
    guard digits.count >= 3, digits.count <= Self.most, digits.upperBound + 1 < units.count,
      digits.lowerBound == 0 || !Mark.isLetter(units[digits.lowerBound - 1])
    else { return nil }
    let isYear = units[digits.upperBound] == Self.yearWord
    let hasLetter = units[digits].contains { !Mark.isDigit($0) }
    if hasLetter {
      guard digits.count == 4, isYear else { return nil }
      let value = Self.value(units[digits].map { Self.isLetter($0) ? Self.meant($0) : $0 })
      return abs(value - year) <= 2 ? Slip(digits: digits, meant: value) : nil
    }
    // What begins a sentence and is followed by what is measured is the year of that.
    guard digits.lowerBound == 0 || Self.isStop(units[digits.lowerBound - 1]) else { return nil }
    let value = Self.value(Array(units[digits]))
    if isYear {
      let own = Array(String(year).utf16)
      let isOwn =
        digits.count == 3
        ? own.indices.contains { index in Array(own[..<index] + own[(index + 1)...]).elementsEqual(units[digits]) }
        : value > 2099 && own.sorted().elementsEqual(units[digits].sorted())
      var behind = digits.upperBound + 1
      if behind < units.count, units[behind] == Self.degree { behind += 1 }
      guard isOwn, !(190...209).contains(value), measures(behind, block) else { return nil }
      return Slip(digits: digits, meant: year)
    }
    guard units[digits.upperBound] == Self.degree, value == year, measures(digits.upperBound + 1, block) else {
      return nil
    }
    return Slip(digits: digits, meant: year, lacksWord: true)
  }

  /// Whether a measure, a fund or a budget is named at `at`.
  private func measures(_ at: Int, _ block: ReadBlock) -> Bool {
    block.tokens.contains { token in
      guard token.range.lowerBound == at, case .term(let term) = token.kind else { return false }
      return term.isMeasure || term.isFund || term.isBasis
    }
  }

  private static func value(_ digits: [UInt16]) -> Int {
    digits.reduce(0) { $0 * 10 + (Mark.digit($1) ?? 0) }
  }

  /// The digit that a letter looks like.
  private static func meant(_ letter: UInt16) -> UInt16 { letter == 0x4F || letter == 0x6F ? 0x30 : 0x31 }

  /// The digits of a year.
  private static let most = 4
  /// 年
  private static var yearWord: UInt16 { 0x5E74 }
  /// 度
  private static var degree: UInt16 { 0x5EA6 }
  /// Whether the letter looks like a digit: O, o, l and I.
  private static func isLetter(_ unit: UInt16) -> Bool {
    unit == 0x4F || unit == 0x6F || unit == 0x6C || unit == 0x49
  }

  /// Whether a clause begins behind it: `。` `；` `，` `：`.
  private static func isStop(_ unit: UInt16) -> Bool {
    unit == 0x3002 || unit == 0xFF1B || unit == 0xFF0C || unit == 0xFF1A
  }
}
