import DisclosureSyntax
import DisclosureText

/// Marks that stand where words or figures are to be filled in.
extension Leftovers {
  /// Two crosses or more that stand for words or digits: `XX局`, `20XX年`, `××万元`.
  func crossesEnd(_ units: [UInt16], _ at: Int) -> Int? {
    var end = at
    while end < units.count, units[end] == units[at] { end += 1 }
    // 202X年
    if end - at == 1, at >= 3, Mark.isDigit(units[at - 1]), Mark.isDigit(units[at - 2]), Mark.isDigit(units[at - 3]),
      end < units.count, units[end] == Self.year
    {
      return end
    }
    // X.XX
    if end < units.count, Mark.isPoint(units[end]) {
      var last = end + 1
      while last < units.count, units[last] == units[at] { last += 1 }
      if last - end >= 2 { end = last }
    }
    guard end - at >= 2, at == 0 || !Mark.isLetter(units[at - 1]), end == units.count || !Mark.isLetter(units[end]),
      !isMasked(units, at..<end)
    else { return nil }
    return end
  }

  /// Whether the crosses hide what is not for the public: `138××××1234`, `负责人：李××；`, `××项目因涉密不予公开`.
  private func isMasked(_ units: [UInt16], _ crosses: Range<Int>) -> Bool {
    let (start, end) = (crosses.lowerBound, crosses.upperBound)
    let isNumber = start >= 3 && (start - 3..<start).allSatisfy { Mark.isDigit(units[$0]) || units[$0] == 0x2D }
    if isNumber || end < units.count && Mark.isDigit(units[end]) { return true }
    func isWord(_ at: Int) -> Bool { units.indices.contains(at) && Mark.isIdeograph(units[at]) }
    // A surname, with nothing else between two marks.
    if start >= 2, isWord(start - 1), Mark.isColon(units[start - 2]), !isWord(end) { return true }
    return units[end...].prefix(Self.sentenceReach).prefix { !Mark.isStop($0) }.contains(Self.secret)
  }

  private static let sentenceReach = 30
  private static let secret: UInt16 = 0x5BC6  // 密

  /// Circles where a name or a figure is to be, unless they are the zeros of a year: 二○二五年.
  func circlesEnd(_ units: [UInt16], _ at: Int) -> Int? {
    var end = at
    while end < units.count, units[end] == units[at] { end += 1 }
    guard end - at >= 2, at == 0 || !Mark.isChineseNumeral(units[at - 1]),
      end == units.count || !Mark.isChineseNumeral(units[end]) && units[end] != Self.year
    else { return nil }
    return end
  }

  /// A unit right behind a word that wants a figure: `增加 万元，增长 %`.
  func unitEnd(_ units: [UInt16], _ at: Int) -> Int? {
    if shareStart(units, at) != nil { return at + 1 }
    guard at >= 2, Mark.isIdeograph(units[at - 1]), Self.changes.contains(where: { units.holds($0, at: at - 2) }) else {
      return nil
    }
    if units[at] != 0x4E07 { return at + 1 }
    return units.holds(Self.money, at: at) ? at + 2 : nil
  }

  /// Where a share begins whose figure is missing before the unit at `at`: `占 %，`, `占基本支出预算%。`
  func shareStart(_ units: [UInt16], _ at: Int) -> Int? {
    guard Mark.isPercent(units[at]), at > 0, at + 1 < units.count,
      Mark.isStop(units[at + 1]) || Mark.isComma(units[at + 1]) || Mark.isSemicolon(units[at + 1])
    else { return nil }
    var start = at - 1
    while start >= max(0, at - Self.shareReach), Mark.isIdeograph(units[start]) || Mark.isQuote(units[start]) {
      if units[start] == Self.share { return start }
      start -= 1
    }
    return nil
  }

  private static let share: UInt16 = 0x5360  // 占
  /// The words of what a share is a share of.
  private static let shareReach = 20

  /// Whether the words are a change and a unit without a figure between them, or a reason that gives none.
  static func isUnfilled(_ words: ArraySlice<UInt16>) -> Bool {
    words.starts(with: reason) && words.last.map(Mark.isStop) ?? false
      || words.first == share && words.last.map(Mark.isPercent) ?? false
      || changes.contains { words.starts(with: $0) } && words.count > 2 && isUnit(words[words.startIndex + 2])
  }

  /// Whether a character is the first of a unit.
  static func isUnit(_ unit: UInt16) -> Bool { unit == 0x4E07 || unit == 0x25 || unit == 0xFF05 }

  private static let changes = ["增加", "减少", "增长", "下降", "上升"].map { Array($0.utf16) }
  private static let reason = Array("原因".utf16)
  private static let money = Array("万元".utf16)

  /// Stars where a figure is to be: `增加**万元`.
  func starsEnd(_ units: [UInt16], _ at: Int) -> Int? {
    var end = at
    while end < units.count, units[end] == units[at] { end += 1 }
    guard at > 0, Mark.isIdeograph(units[at - 1]), Self.starredUnits.contains(where: { units.holds($0, at: end) })
    else {
      return nil
    }
    return end
  }

  private static let starredUnits = ["万元", "%", "％", "年度"].map { Array($0.utf16) }
  static let year: UInt16 = 0x5E74

  /// Whether the brackets at `at` are what a page on the web offers its readers: `字体：【】 打印`, `【】【打印】【关闭】`.
  func isOfPage(_ units: [UInt16], _ at: Int) -> Bool {
    let around = Array(units[max(0, at - Self.offerReach)..<min(units.count, at + 2 + Self.offerReach)])
    return Self.offers.contains { around.position(of: $0) != nil }
  }

  private static let offerReach = 6
  private static let offers = ["字体", "字号", "打印", "关闭"].map { Array($0.utf16) }

  /// Dots where names are to be listed: `内设机构包括……。`
  func ellipsisEnd(_ units: [UInt16], _ at: Int) -> Int? {
    let start = at > 0 && Mark.isColon(units[at - 1]) ? at - 1 : at
    guard start >= 2, units.holds(Self.including, at: start - 2) else { return nil }
    var end = at
    while end < units.count, units[end] == units[at] { end += 1 }
    let stop = end < units.count && units[end] == Mark.space ? end + 1 : end
    return stop < units.count && Mark.isStop(units[stop]) ? end : nil
  }

  static let dots: UInt16 = 0x2026
  private static let including = Array("包括".utf16)

  /// A line to be written on: `____万元`.
  func blankEnd(_ units: [UInt16], _ at: Int) -> Int? {
    var end = at
    while end < units.count, units[end] == units[at] { end += 1 }
    return end - at >= 2 && end - at < units.count ? end : nil
  }
}
