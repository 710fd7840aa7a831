import DisclosureText

/// Divides running text into words, figures and marks.
///
/// What only looks like a figure (dates, document numbers, titles in 《》, thresholds, targets,
/// account chains, item numbers) becomes a token of its own before amounts are looked for.
struct Lexer {
  private(set) var units: [UInt16] = []
  var at = 0
  var tokens: [Token] = []
  var numerals: [Numeral] = []
  var textStart: Int?
  private let vocabulary = Vocabulary.shared

  init() {
    // The words of a long paragraph.
    tokens.reserveCapacity(256)
    numerals.reserveCapacity(64)
  }

  /// Reads `text` from `start` to its end. What was read of another one is forgotten, and its room used again.
  ///
  /// - Complexity: O(*n*).
  mutating func read(_ text: RunningText, from start: Int) {
    units = text.units
    at = start
    tokens.removeAll(keepingCapacity: true)
    numerals.removeAll(keepingCapacity: true)
    textStart = nil
    while at < units.count {
      // Most characters begin nothing.
      let (next, root) = vocabulary.nextBeginning(in: units, from: at)
      if next > at {
        if textStart == nil { textStart = at }
        at = next
      }
      if let root {
        readWord(vocabulary.word(from: root, in: units, at: at))
      } else if at < units.count {
        step()
      }
    }
    flushText()
  }

  mutating func step() {
    let unit = units[at]
    if Mark.isDigit(unit) {
      readNumber()
    } else if unit == 0x2014, at + 1 < units.count, units[at + 1] == 0x2014, startsItem() {
      // ——农林水支出 10 万元；——教育支出 20 万元
      emit(.enumerator, length: 2)
    } else if let kind = Self.mark(unit) {
      readMark(kind)
    } else if Mark.isOpeningTitle(unit) {
      readTitle()
    } else if unit == 0x3014 || unit == 0x3010 || unit == 0x5B {
      readDocumentNumber()
    } else if Mark.isOpeningBracket(unit) {
      readBracket()
    } else {
      readWord(vocabulary.word(in: units, at: at))
    }
  }

  /// Reads the word that begins here, if one does, else a year, what stands between quotation marks, or a character.
  private mutating func readWord(_ word: (term: Term, length: Int)?) {
    if let word, !isInsideWord(word.term) {
      emit(.term(word.term), length: word.length)
    } else if Mark.isQuote(units[at]) {
      readQuote()
    } else if let (offset, length) = relativeYear() {
      emit(.relativeYear(Int32(truncatingIfNeeded: offset)), length: length)
    } else {
      extendText()
    }
  }

  // MARK: Emitting

  mutating func emit(_ kind: Token.Kind, length: Int) {
    flushText()
    let end = min(units.count, at + length)
    tokens.append(Token(kind: kind, range: min(at, end)..<end))
    at = end
  }

  /// Makes everything up to `end` one token that states no measure.
  mutating func emitOpaque(to end: Int) {
    emit(.opaque, length: max(1, end - at))
  }

  mutating func extendText() {
    if textStart == nil { textStart = at }
    at += 1
  }

  mutating func flushText() {
    guard let start = textStart else { return }
    tokens.append(Token(kind: .text, range: start..<at))
    textStart = nil
  }

  // MARK: Marks

  static func mark(_ unit: UInt16) -> Token.Kind? {
    if unit > 0x3B && unit < 0x3001 { return nil }
    if Mark.isStop(unit) { return .stop }
    if Mark.isSemicolon(unit) { return .semicolon }
    if Mark.isComma(unit) { return .comma }
    if Mark.isColon(unit) { return .colon }
    if unit == Mark.pause { return .pause }
    return nil
  }

  mutating func readMark(_ kind: Token.Kind) {
    if kind == .colon, let word = vocabulary.word(in: units, at: at) {
      emit(.colon, length: 1)
      if word.term == .definition { emit(.term(.definition), length: word.length - 1) }
      return
    }
    emit(kind, length: 1)
  }

  mutating func readTitle() {
    var end = at + 1
    while end < units.count, end - at < 160, !Mark.isClosingTitle(units[end]) { end += 1 }
    guard end < units.count, Mark.isClosingTitle(units[end]) else { return extendText() }
    emitOpaque(to: end + 1)
  }

  /// Reads `〔2023〕1 号`, `【2024】12号`, `[2017]89号`.
  mutating func readDocumentNumber() {
    var end = at + 1
    while end < units.count, end - at < 7, Mark.isDigit(units[end]) { end += 1 }
    let closes = end < units.count && (units[end] == 0x3015 || units[end] == 0x3011 || units[end] == 0x5D)
    guard closes, end - at == 5 else { return extendText() }
    end += 1
    while end < units.count, Mark.isDigit(units[end]) || units[end] == Mark.space || units[end] == 0x7B2C { end += 1 }
    if end < units.count, units[end] == 0x53F7 { end += 1 }
    emitOpaque(to: end)
  }

  mutating func readQuote() {
    var end = at + 1
    var hyphens = 0
    var hasLevel = false
    while end < units.count, end - at < 140, !Mark.isQuote(units[end]) {
      if Mark.isStop(units[end]) { break }
      if units[end] == 0x2D || units[end] == 0x2014 { hyphens += 1 }
      if isLevelMark(end) { hasLevel = true }
      end += 1
    }
    guard end < units.count, Mark.isQuote(units[end]) else { return emit(.quote, length: 1) }
    if end + 1 < units.count, units[end + 1] == Self.levels[0], let chainEnd = quotedChainEnd() {
      return emit(.account, length: chainEnd - at)
    }
    guard hasLevel || hyphens >= 1 else { return emit(.quote, length: 1) }
    emit(.account, length: end + 1 - at)
  }

  /// Whether `（类）`, `（款）` or `（项）` stands at `index`, with a code before the word or not.
  func isLevelMark(_ index: Int) -> Bool {
    guard Mark.isOpeningBracket(units[index]) else { return false }
    var end = index + 1
    while end < units.count, Mark.isDigit(units[end]), end - index < 8 { end += 1 }
    guard end + 1 < units.count, Mark.isClosingBracket(units[end + 1]) else { return false }
    return units[end] == 0x7C7B || units[end] == 0x6B3E || units[end] == 0x9879
  }

  /// Whether 同 is part of another word: 合同, 同级.
  private func isInsideWord(_ term: Term) -> Bool {
    guard term == .comparedWith, units[at] == 0x540C else { return false }
    guard at + 1 < units.count else { return true }
    let next = units[at + 1]
    // 同2024年, 同上年, 同预算数, 同年初预算数, 同决算数
    return !(Mark.isDigit(next) || [0x4E0A, 0x9884, 0x5E74, 0x51B3, 0x5168].contains(next))
  }

  // MARK: Years in words

  func relativeYear() -> (offset: Int, length: Int)? {
    guard at + 1 < units.count, units[at + 1] == 0x5E74 || units[at + 1] == 0x4E00 else { return nil }  // 年 一
    // 加上年初结转: added is what was left when the year began.
    if at > 0, units[at - 1] == 0x52A0, units[at...].starts(with: Self.beginning) { return nil }
    for (word, offset) in Self.yearWords where at + word.count <= units.count {
      if units[at..<(at + word.count)].elementsEqual(word) { return (offset, word.count) }
    }
    return nil
  }

  static let years: [(word: String, offset: Int)] = [
    ("上一年度", -1), ("上一年", -1), ("上一度", -1), ("上年度", -1), ("上年同期", -1), ("上年", -1), ("去年", -1), ("本年度", 0), ("本年", 0),
    ("当年", 0), ("今年", 0),
  ]
  private static let beginning = Array("上年初".utf16)
  private static let yearWords = years.map { (Array($0.word.utf16), $0.offset) }
}
