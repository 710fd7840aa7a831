import DisclosureText

/// Divides running text into words, figures and marks.
///
/// What only looks like a figure (dates, document numbers, titles in 《》, thresholds, targets,
/// account chains, item numbers) becomes a token of its own before amounts are looked for.
struct Lexer {
  let units: [UInt16]
  var at: Int
  var tokens: [Token] = []
  var numerals: [Numeral] = []
  private var textStart: Int?
  private let vocabulary = Vocabulary.shared

  /// Prepares to read `text` from `start` on.
  init(_ text: RunningText, from start: Int) {
    units = text.units
    at = start
    tokens.reserveCapacity(units.count / 3 + 4)
  }

  /// Reads to the end.
  ///
  /// - Complexity: O(*n*).
  mutating func read() {
    while at < units.count { step() }
    flushText()
  }

  private mutating func step() {
    let unit = units[at]
    if Mark.isDigit(unit) {
      readNumber()
    } else if let kind = Self.mark(unit) {
      readMark(kind)
    } else if Mark.isOpeningTitle(unit) {
      readTitle()
    } else if unit == 0x3014 || unit == 0x3010 || unit == 0x5B {
      readDocumentNumber()
    } else if Mark.isOpeningBracket(unit) {
      readBracket()
    } else if let word = vocabulary.word(in: units, at: at) {
      emit(.term(word.term), length: word.length)
    } else if Mark.isQuote(unit) {
      readQuote()
    } else if let (offset, length) = relativeYear() {
      emit(.relativeYear(offset), length: length)
    } else {
      extendText()
    }
  }

  // MARK: Emitting

  mutating func emit(_ kind: Token.Kind, length: Int) {
    flushText()
    tokens.append(Token(kind: kind, range: at..<min(units.count, at + length)))
    at += length
  }

  /// Makes everything up to `end` one token that states no measure.
  mutating func emitOpaque(to end: Int) {
    emit(.opaque, length: max(1, end - at))
  }

  mutating func extendText() {
    if textStart == nil { textStart = at }
    at += 1
  }

  private mutating func flushText() {
    guard let start = textStart else { return }
    tokens.append(Token(kind: .text, range: start..<at))
    textStart = nil
  }

  // MARK: Marks

  private static func mark(_ unit: UInt16) -> Token.Kind? {
    if unit > 0x3B && unit < 0x3001 { return nil }
    if Mark.isStop(unit) { return .stop }
    if Mark.isSemicolon(unit) { return .semicolon }
    if Mark.isComma(unit) { return .comma }
    if Mark.isColon(unit) { return .colon }
    if unit == Mark.pause { return .pause }
    return nil
  }

  private mutating func readMark(_ kind: Token.Kind) {
    if kind == .colon, let word = vocabulary.word(in: units, at: at) {
      emit(.colon, length: 1)
      if word.term == .definition { emit(.term(.definition), length: word.length - 1) }
      return
    }
    emit(kind, length: 1)
  }

  private mutating func readTitle() {
    var end = at + 1
    while end < units.count, end - at < 160, !Mark.isClosingTitle(units[end]) { end += 1 }
    guard end < units.count, Mark.isClosingTitle(units[end]) else { return extendText() }
    emitOpaque(to: end + 1)
  }

  /// Reads `〔2023〕1 号`, `【2024】12号`, `[2017]89号`.
  private mutating func readDocumentNumber() {
    var end = at + 1
    while end < units.count, end - at < 7, Mark.isDigit(units[end]) { end += 1 }
    let closes = end < units.count && (units[end] == 0x3015 || units[end] == 0x3011 || units[end] == 0x5D)
    guard closes, end - at == 5 else { return extendText() }
    end += 1
    while end < units.count, Mark.isDigit(units[end]) || units[end] == Mark.space || units[end] == 0x7B2C { end += 1 }
    if end < units.count, units[end] == 0x53F7 { end += 1 }
    emitOpaque(to: end)
  }

  private mutating func readQuote() {
    var end = at + 1
    var hyphens = 0
    var hasLevel = false
    while end < units.count, end - at < 140, !Mark.isQuote(units[end]) {
      if Mark.isStop(units[end]) { break }
      if units[end] == 0x2D || units[end] == 0x2014 { hyphens += 1 }
      if isLevelMark(end) { hasLevel = true }
      end += 1
    }
    guard end < units.count, Mark.isQuote(units[end]), hasLevel || hyphens >= 1 else { return emit(.quote, length: 1) }
    emit(.account, length: end + 1 - at)
  }

  /// Whether `（类）`, `（款）` or `（项）` stands at `index`, with a code before the word or not.
  private func isLevelMark(_ index: Int) -> Bool {
    guard Mark.isOpeningBracket(units[index]) else { return false }
    var end = index + 1
    while end < units.count, Mark.isDigit(units[end]), end - index < 8 { end += 1 }
    guard end + 1 < units.count, Mark.isClosingBracket(units[end + 1]) else { return false }
    return units[end] == 0x7C7B || units[end] == 0x6B3E || units[end] == 0x9879
  }

  // MARK: Brackets

  private mutating func readBracket() {
    if isLevelMark(at) { return readLevelMark() }
    guard let close = closingBracket() else { return extendText() }
    var hasFigure = false
    var index = at + 1
    while index < close {
      if Mark.isDigit(units[index]), index + 1 <= close, isMeasured(index, before: close) {
        hasFigure = true
        break
      }
      index += 1
    }
    guard hasFigure else {
      // An aside such as （不含车辆） is no part of what the sentence measures.
      return emit(.text, length: close + 1 - at)
    }
    emit(.openBracket, length: 1)
    while at < close { step() }
    emit(.closeBracket, length: 1)
  }

  private func closingBracket() -> Int? {
    var depth = 0
    var index = at
    while index < units.count, index - at < 240 {
      if Mark.isOpeningBracket(units[index]) { depth += 1 }
      if Mark.isClosingBracket(units[index]) {
        depth -= 1
        if depth == 0 { return index }
      }
      index += 1
    }
    return nil
  }

  /// Whether the number at `index` is followed by a unit before `close`.
  private func isMeasured(_ index: Int, before close: Int) -> Bool {
    var end = index
    while end < close, Mark.isDigit(units[end]) || Mark.isPoint(units[end]) || units[end] == 0x2C { end += 1 }
    guard end < close else { return false }
    switch units[end] {
    case 0x4E07, 0x4EBF, 0x5143, 0x25, 0xFF05, 0x8F86, 0x4E2A, 0x5E73, 0x9879, 0x53F0, 0x5957, 0x4EBA: return true
    default: return false
    }
  }

  /// Joins the name before `（类）` and its like to one account token.
  private mutating func readLevelMark() {
    var end = at + 1
    while end < units.count, !Mark.isClosingBracket(units[end]) { end += 1 }
    end = min(units.count, end + 1)
    flushText()
    var start = at
    while let last = tokens.last {
      switch last.kind {
      case .text, .account, .quote: break
      case .term(let term):
        if Self.introducesAccount(term) {
          tokens.append(Token(kind: .account, range: start..<end))
          at = end
          return
        }
      default:
        tokens.append(Token(kind: .account, range: start..<end))
        at = end
        return
      }
      start = last.range.lowerBound
      tokens.removeLast()
    }
    tokens.append(Token(kind: .account, range: start..<end))
    at = end
  }

  private static func introducesAccount(_ term: Term) -> Bool {
    switch term {
    case .purpose, .following, .amongThem, .within, .including: true
    default: false
    }
  }

  // MARK: Years in words

  private func relativeYear() -> (offset: Int, length: Int)? {
    let unit = units[at]
    // 上 去 本 当 今
    guard unit == 0x4E0A || unit == 0x53BB || unit == 0x672C || unit == 0x5F53 || unit == 0x4ECA else { return nil }
    for (word, offset) in Self.yearWords where at + word.count <= units.count {
      if units[at..<(at + word.count)].elementsEqual(word) { return (offset, word.count) }
    }
    return nil
  }

  private static let yearWords: [([UInt16], Int)] = [
    ("上一年度", -1), ("上一年", -1), ("上一度", -1), ("上年度", -1), ("上年同期", -1), ("上年", -1), ("去年", -1), ("本年度", 0), ("本年", 0),
    ("当年", 0), ("今年", 0),
  ].map { (Array($0.0.utf16), $0.1) }
}
