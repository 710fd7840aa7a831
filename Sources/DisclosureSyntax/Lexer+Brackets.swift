import DisclosureText

extension Lexer {
  mutating func readBracket() {
    if isLevelMark(at) { return readLevelMark() }
    if let end = endOfItemNumber() { return emit(.enumerator, length: end - at) }
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
    // A title or a quotation that begins inside may end behind the bracket.
    emit(.closeBracket, length: at == close ? 1 : 0)
  }

  /// Where the number of an item in brackets ends, behind the mark that an item begins with:
  /// `其中：（1）工资福利支出 60 万元；（2）商品和服务支出 30 万元`.
  private func endOfItemNumber() -> Int? {
    var end = at + 1
    while end < units.count, end - at <= 2, Mark.isDigit(units[end]) { end += 1 }
    guard end > at + 1, end < units.count, Mark.isClosingBracket(units[end]), !tokens.isEmpty, startsItem() else {
      return nil
    }
    return end + 1
  }

  func closingBracket() -> Int? {
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
  func isMeasured(_ index: Int, before close: Int) -> Bool {
    var end = index
    while end < close, Mark.isDigit(units[end]) || Mark.isPoint(units[end]) || units[end] == 0x2C { end += 1 }
    guard end < close else { return false }
    switch units[end] {
    case 0x4E07, 0x5343, 0x4EBF, 0x5143, 0x25, 0xFF05, 0x8F86, 0x4E2A, 0x5E73, 0x9879, 0x53F0, 0x5957, 0x4EBA:
      return true
    default: return false
    }
  }

  /// Joins the name before `（类）` and its like to one account token.
  mutating func readLevelMark() {
    var end = at + 1
    while end < units.count, !Mark.isClosingBracket(units[end]) { end += 1 }
    end = min(units.count, end + 1)
    flushText()
    var start = at
    while let last = tokens.last {
      switch last.kind {
      case .text, .account, .quote: break
      case .term(let term):
        // `（款）用于社会福利的彩票公益金支出（项）`: the account's own name begins so.
        let isWithinChain = term == .purpose && tokens.count > 1 && tokens[tokens.count - 2].kind == .account
        if Self.introducesAccount(term), !isWithinChain {
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

  /// The end of `“教育支出”类“普通教育”款“小学教育”项`, which begins here.
  func quotedChainEnd() -> Int? {
    var start = at
    var count = 0
    while count < Self.levels.count, start < units.count, Mark.isQuote(units[start]) {
      var end = start + 1
      while end < units.count, end - start < 40, Mark.isIdeograph(units[end]) { end += 1 }
      guard end + 1 < units.count, Mark.isQuote(units[end]), units[end + 1] == Self.levels[count] else { break }
      start = end + 2
      count += 1
    }
    return count >= 2 ? start : nil
  }

  /// 类 款 项
  static let levels: [UInt16] = [0x7C7B, 0x6B3E, 0x9879]

  static func introducesAccount(_ term: Term) -> Bool {
    switch term {
    case .purpose, .following, .amongThem, .within, .including: true
    default: false
    }
  }
}
