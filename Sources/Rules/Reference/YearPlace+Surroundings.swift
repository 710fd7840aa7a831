import DisclosureSyntax
import DisclosureText

/// What stands around the year.
extension YearPlace {
  var previous: Token.Kind? { index > 0 ? tokens[index - 1].kind : nil }
  var next: Token.Kind? { index + 1 < tokens.count ? tokens[index + 1].kind : nil }

  var nextUnit: UInt16 {
    let end = tokens[index].range.upperBound
    return end < units.count ? units[end] : 0
  }

  func isFollowed(by choices: [UInt16]) -> Bool { choices.contains(nextUnit) }

  /// What follows a year that is not the document's: 成(立), 起, 以(来), 至, 前, 后, 印, 制, 提, 中, 省, 市, 结, 新, 购, 初.
  static let foreign: [UInt16] = [
    0x6210, 0x8D77, 0x4EE5, 0x81F3, 0x524D, 0x540E, 0x5370, 0x5236, 0x63D0, 0x4E2D, 0x7701, 0x5E02, 0x7ED3, 0x65B0,
    0x8D2D, 0x521D, 0x002D, 0x2014, 0x7B2C,
  ]

  var isInQuotes: Bool {
    for token in tokens[max(0, index - Self.reach)..<index].reversed() {
      if case .quote = token.kind { return units[token.range.lowerBound] != 0x201D }
    }
    return false
  }

  /// Whether a reason or definition began earlier in the sentence.
  var isInReason: Bool {
    var at = index - 1
    while at >= max(0, index - Self.reach) {
      switch tokens[at].kind {
      case .stop, .semicolon, .enumerator: return false
      case .term(.reason), .term(.definition): return true
      default: at -= 1
      }
    }
    return false
  }

  var isDate: Bool {
    guard case .opaque = next else { return false }
    return Mark.isDigit(nextUnit)
  }

  /// Whether the month behind the year is one of the first six.
  var isFirstHalf: Bool {
    let start = tokens[index].range.upperBound
    guard let month = Mark.digit(nextUnit), (1...6).contains(month) else { return false }
    return start + 1 >= units.count || !Mark.isDigit(units[start + 1])
  }

  var isAsOf: Bool {
    guard case .term(.asOf) = previous else { return false }
    return true
  }

  /// Whether the sentence counts behind the year what the department has or employs, which is counted at the end of
  /// its year; projects, contracts and people may be counted at any time.
  var countsHoldings: Bool {
    let behind = units[tokens[index].range.upperBound...].prefix(Self.reach).prefix { !Mark.isStop($0) }
    let words = Array(behind)
    return Self.holdings.contains { words.position(of: $0) != nil }
  }

  /// Whether what is left over from the year is named right behind it.
  var isOfRest: Bool {
    let start = tokens[index].range.upperBound
    let end = min(units.count, start + Self.restReach)
    let begins = Self.restsBegin
    return (start..<end).contains { at in
      begins.mayHold(units[at]) && Self.rests.contains { at + $0.count <= end && units.holds($0, at: at) }
    }
  }

  private static let restReach = 8
  private static let restsBegin = CharacterFilter(rests.compactMap(\.first))
  private static let rests = ["尾款", "结转", "质保金", "结余"].map { Array($0.utf16) }

  private static let holdings = ["车辆", "用车", "设备", "资产", "房屋", "在职", "编制", "人员"].map { Array($0.utf16) }

  /// The budget or account named next to the year.
  var nextBasis: Term? {
    var at = index + 1
    while at < tokens.count, at - index <= 4 {
      switch tokens[at].kind {
      case .term(let term):
        if term.isBasis { return term }
        if !term.isMeasure, !term.isFund { return nil }
      case .relativeYear: break
      case .text: if tokens[at].range.count > 2 { return nil }
      default: return nil
      }
      at += 1
    }
    return nil
  }

  /// Whether what stands before lets the year belong to the budget or account behind it: a
  /// clause begins, an account or a measure is named, or a name ends.
  func follows(of basis: Term) -> Bool {
    switch previous {
    case .account: return true
    case .term(let term): return term.isMeasure
    case .text:
      let last = units[tokens[index - 1].range.upperBound - 1]
      return Mark.isClosingBracket(last) || followsName
    default: return startsClause
    }
  }

  var startsClause: Bool {
    switch previous {
    case nil, .stop, .comma, .semicolon, .colon, .enumerator, .openBracket: true
    default: false
    }
  }

  /// Whether a department's name stands before it: 某局 2025 年收入总计.
  var followsName: Bool {
    if case .term(.of) = previous { return true }
    guard case .text = previous else { return false }
    let last = units[tokens[index - 1].range.upperBound - 1]
    return Self.nameEndings.contains(last) || Mark.isClosingBracket(last)
  }

  static let nameEndings = Set("局部处室委院会办心位门所校站队厅署团馆社司府道镇乡园库联台学狱庭宫的了对入展".utf16)

  /// Whether what follows speaks of the document's own year: 度, a measure, a fund, the
  /// department.
  var nextIsOwn: Bool {
    switch next {
    case .term(let term):
      return term.isMeasure || term.isFund || term.isBasis || term == .none || term == .each
        || (term == .filler && (isAllocated ? isOfMeasure : !isFollowedByNumeral))
    case .quote: return true
    case .text:
      let range = tokens[index + 1].range
      guard sentenceIsFiscal else { return false }
      // 某局2025年对项目支出全面实施绩效目标管理.
      if range.count == 1, nextUnit == 0x5BF9, index + 2 < tokens.count {
        return tokens[index + 2].kind == .term(.projectExpenditure)
      }
      if nextUnit == 0x5EA6 { return range.count > 1 || index + 2 >= tokens.count || followsYearWord(index + 2) }
      let last = units[range.upperBound - 1]
      return Self.ownStarts.contains(nextUnit) || Self.nameEndings.contains(last) || Mark.isClosingBracket(last)
    default: return false
    }
  }

  /// `2022 年为 100 万元` gives another year's amount.
  var isFollowedByNumeral: Bool {
    guard index + 2 < tokens.count, case .numeral = tokens[index + 2].kind else { return false }
    return true
  }

  /// `2024 年安排 7.95 万元`.
  var isAllocated: Bool {
    index + 1 < tokens.count && units[tokens[index + 1].range].starts(with: Self.allocated)
  }

  private static let allocated = Array("安排".utf16)

  /// Whether the sentence names a measure or an account before the year, or compares what is behind it; else the
  /// year may be any in the life of a project: `2023 年安排资金 50 万元，已全部支付`.
  var isOfMeasure: Bool {
    var at = index - 1
    while at >= max(0, index - Self.reach), !Self.endsSentence(tokens[at].kind) {
      switch tokens[at].kind {
      case .account: return true
      case .term(let term): if term.isMeasure || term.isFund { return true }
      default: break
      }
      at -= 1
    }
    for token in tokens[(index + 1)...].prefix(Self.reach) {
      if Self.endsSentence(token.kind) { break }
      if token.kind == .term(.comparedWith) { return true }
    }
    return false
  }

  /// Whether it begins a sentence that gives what was allotted in it alone: `2024 年安排建设资金 50 万元。`
  var isOnlyAllocation: Bool { startsClause && isAllocated && neighbours.isEmpty }

  static let tableEnding: UInt16 = 0x8868

  func followsYearWord(_ at: Int) -> Bool {
    switch tokens[at].kind {
    case .numeral, .opaque, .year: return false
    default: return true
    }
  }

  /// 本, 我, 共, 部(门), 单(位), 项(目), 行(政), 全, 预.
  static let ownStarts: [UInt16] = [
    0x672C, 0x6211, 0x5171, 0x62DF, 0x90E8, 0x5355, 0x9879, 0x884C, 0x5168, 0x9884, 0x8D22,
  ]
}
