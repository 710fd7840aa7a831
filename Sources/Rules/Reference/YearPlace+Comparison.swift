import DisclosureSyntax

/// What years are compared with.
extension YearPlace {
  /// Whether 与, 比 or 较 stands right before it.
  var isCompared: Bool {
    compared(at: index)
  }

  /// The year that is compared with this one as the year before it: `2024 年比 2023 年增加`.
  var yearBefore: Int? {
    guard isCompared, index > 1 else { return nil }
    var before = index - 2
    // 2024 年度比 2023 年度
    if before > 0, case .text = tokens[before].kind, tokens[before].range.count == 1 { before -= 1 }
    guard case .year(let other) = tokens[before].kind, case .year(other - 1) = tokens[index].kind else { return nil }
    return Int(other)
  }

  /// Whether 与 or 同 stands before it, and nothing behind it says how the one differs from the other:
  /// `结果与 2025 年预算挂钩`.
  var isWithoutChange: Bool {
    guard isCompared, [0x4E0E, 0x540C].contains(units[tokens[index - 1].range.lowerBound]) else { return false }
    for token in tokens[(index + 1)...].prefix(Self.reach) {
      switch token.kind {
      case .stop: return true
      case .term(let term):
        if term.rawValue <= Term.equal.rawValue || term == .comparison || term == .comparedWith { return false }
      default: break
      }
    }
    return tokens.count - index <= Self.reach
  }

  /// Whether the same amount was compared with the year before already: `比上年增加 …，增长 …；比 2019 年 …`.
  func isSecondBase(of year: Int) -> Bool {
    var at = index - 2
    while at > max(0, index - Self.reach) {
      switch tokens[at].kind {
      case .term(let term): if term.isMeasure || term.isFund || term == .unchanged { return false }
      case .comma, .numeral, .semicolon: break
      // 与2023年部门预算相比
      case .text where tokens[at].range.count <= 2: break
      case .stop: if !isLongPast(year) { return false }
      case .year(let other): return other == year - 1 && compared(at: at)
      case .relativeYear(let offset): return offset == -1 && compared(at: at)
      default: return false
      }
      at -= 1
    }
    return false
  }

  /// Whether the same measure was given for `year` right before: `2025 年预算 A，2024 年预算 B`.
  func isBeside(_ year: Int) -> Bool {
    var at = index - 1
    var hasAmount = false
    while at > max(0, index - Self.reach) {
      switch tokens[at].kind {
      case .year(let other): return other == year && hasAmount
      case .numeral: hasAmount = true
      case .comma: break
      case .term(let term) where term.isBasis || term == .filler: break
      case .text where tokens[at].range.count == 1: break
      default: return false
      }
      at -= 1
    }
    return false
  }

  /// Whether the amount of the year that is compared with stands right behind it: `比 2022 年的 50 万元增加`.
  var namesComparedAmount: Bool {
    guard compared(at: index) else { return false }
    for token in tokens[(index + 1)...].prefix(4) {
      switch token.kind {
      case .numeral: return true
      case .term(let term) where term.isBasis || term.isMeasure || term.isFund || term == .filler || term == .of:
        continue
      case .text where token.range.count == 1: continue
      default: return false
      }
    }
    return false
  }

  /// Whether 同期 stands behind the year: `比 2019 年同期增加`.
  var isOfSamePeriod: Bool { units[tokens[index].range.upperBound...].starts(with: "同期".utf16) }

  /// Whether the year is so far back that a text left over from another year's document does not explain it, nor
  /// one digit of another decade: 比 2019 年 in a document of 2024.
  func isLongPast(_ own: Int) -> Bool { isPast(own - 1, by: 3) }

  /// Whether the year lies `least` to nine years before `own`.
  func isPast(_ own: Int, by least: Int) -> Bool {
    guard case .year(let year) = tokens[index].kind else { return false }
    return (least...9).contains(own - Int(year))
  }

  /// Whether brackets behind the year say what it is chosen for: `比 2019 年（疫情前）减少`.
  var isExplained: Bool {
    let behind = units[tokens[index].range.upperBound...].drop { $0 == 0x5EA6 }  // 度
    guard behind.first.map(Mark.isOpeningBracket) ?? false,
      case let words = behind.dropFirst().prefix(Self.longestExplanation).prefix(while: { !Mark.isClosingBracket($0) })
    else { return false }
    return words.last == 0x524D || words.last == 0x540E  // 前 后
  }

  /// Whether the preliminary figure of the year is named behind it: `比 2022 年快报数增加`.
  var isFlash: Bool { units[tokens[index].range.upperBound...].prefix(4).starts(with: "快报".utf16) }

  /// Whether the sentence sets the budget of the year behind `own` against `own`: `2023 年预算 90 万元，较 2022 年决算增加 5 万元`.
  func isBaseOfPlan(own: Int) -> Bool {
    guard case .year(let year) = tokens[index].kind, Int(year) == own else { return false }
    var isPlan = false
    for token in tokens[max(0, index - Self.reach)..<index].reversed() {
      switch token.kind {
      case .year(let other):
        let before = units[..<token.range.lowerBound].suffix(2)
        return Int(other) == own + 1 && (isPlan || before.elementsEqual("预计".utf16))
      case .stop, .semicolon: return false
      default: isPlan = isPlan || namesBudget(token)
      }
    }
    return false
  }

  /// Whether the token speaks of a budget or of what was allotted: 预算, 安排, 收入预算; 一般公共预算 is a fund.
  func namesBudget(_ token: Token) -> Bool {
    guard case .term(let term) = token.kind else { return false }
    return term == .budget || term == .allocation
      || term.isMeasure && units[token.range].suffix(2).elementsEqual("预算".utf16)
  }

  private static let longestExplanation = 12

  func compared(at index: Int) -> Bool {
    guard index > 0, case .term(.comparedWith) = tokens[index - 1].kind else { return false }
    return true
  }
}
