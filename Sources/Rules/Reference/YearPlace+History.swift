import Disclosure
import DisclosureSyntax
import DisclosureText

/// What lets a year gone by stand at the beginning of a clause: something happened in it.
extension YearPlace {
  /// Whether the clause tells what happened in the year: `2005年挂牌成立急救中心`, `2021年实施绩效工资改革`.
  ///
  /// What is founded, built or merged is so once, in any year. What is done may be done in the document's own year and
  /// be told in the text of the year before, so that it must lie further back. A year long gone needs no verb.
  ///
  /// - Complexity: O(*n*) for *n* characters of the clause, for years before the document's own alone.
  func tellsOfEvent(before own: Int) -> Bool {
    guard case .year(let printed) = tokens[index].kind, case let year = Int(printed), year < own else { return false }
    let start = tokens[index].range.upperBound
    let clause = Array(units[start..<clauseEnd])
    if clause.allSatisfy({ !Mark.isIdeograph($0) || Self.timeWords.contains($0) }) { return false }
    if Self.foundations.contains(where: { clause.position(of: $0) != nil }) { return true }
    if year < own - 1, case let begun = clause.drop(while: { Self.timeWords.contains($0) }),
      Self.deeds.contains(where: { begun.starts(with: $0) })
    {
      return true
    }
    return start + clause.count == wordsEnd && isFarFrom(own, year)
  }

  /// Whether neither a text left over from another year's document nor one digit explains the year.
  private func isFarFrom(_ own: Int, _ year: Int) -> Bool {
    own - year >= 3 && own / 10 != year / 10 && own % 10 != year % 10
  }

  /// Where the clause ends that the year begins: before its first measure or account, or with a mark or a number.
  private var clauseEnd: Int {
    for token in tokens[(index + 1)...] {
      switch token.kind {
      case .text, .relativeYear: continue
      case .term(let term):
        if term.isMeasure || term.isFund || term.isBasis { return token.range.lowerBound }
      default: return token.range.lowerBound
      }
    }
    return units.count
  }

  /// Where the words behind the year end: with the first mark.
  private var wordsEnd: Int {
    for token in tokens[(index + 1)...] {
      switch token.kind {
      case .comma, .stop, .semicolon, .colon, .pause: return token.range.lowerBound
      default: continue
      }
    }
    return units.count
  }

  /// Whether the block gives the same measure's amount for the document's own year, too:
  /// `2023年收入合计100万元，其中：…。2022年收入合计80万元，其中：…`.
  ///
  /// - Complexity: O(*n*) for *n* characters of the block.
  func isToldBeside(_ own: Int) -> Bool {
    guard let number = tokens[(index + 1)...].first(where: { !isNameWord($0.kind) }), case .numeral = number.kind
    else { return false }
    let start = tokens[index].range
    var words = units[start.upperBound..<number.range.lowerBound]
    if words.first == Self.degree { words = words.dropFirst() }
    guard words.count >= 4 else { return false }
    let sought = Array(words)
    var from = 0
    while let at = units.position(of: sought, from: from) {
      from = at + sought.count
      if at == words.startIndex || !Mark.isDigit(from < units.count ? units[from] : 0) { continue }
      if units[from...].prefix(number.range.count).elementsEqual(units[number.range]) { continue }
      guard let year = year(of: at) else {
        if at < start.lowerBound { return true } else { continue }
      }
      if year == own { return true }
    }
    return false
  }

  private func isNameWord(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .text, .term, .quote, .account, .openBracket, .closeBracket: true
    default: false
    }
  }

  /// The last year before a place, in its sentence.
  private func year(of place: Int) -> Int? {
    for token in tokens.reversed() where token.range.upperBound <= place {
      switch token.kind {
      case .year(let year): return Int(year)
      case .stop, .semicolon: return nil
      default: continue
      }
    }
    return nil
  }

  private static let degree: UInt16 = 0x5EA6  // 度
  private static let timeWords = Set("度年月日底末初上中下半旬".utf16)
  private static let foundations = [
    "成立", "组建", "建成", "设立", "增设", "挂牌", "创办", "开办", "筹建", "始建", "兴建", "合并", "更名", "改名", "改制", "划转", "划入", "转隶", "迁入",
    "迁至", "搬迁", "升格", "承接", "撤销", "投入使用", "竣工", "落成", "机构改革", "获批", "评为", "荣获",
  ].map { Array($0.utf16) }
  private static let deeds = ["实施", "组织", "开展", "启动", "完成", "引进", "投资", "承担", "申报", "修建", "改造"].map {
    Array($0.utf16)
  }
}
