import Disclosure
import DisclosureSyntax
import DisclosureText

/// What the sentence of a year says.
extension YearPlace {
  /// Whether the sentence that the year begins gives an amount of a known measure.
  var sentenceStatesMeasure: Bool {
    guard !isFollowed(by: [0x6708]) else { return false }
    var hasMeasure = false
    for token in tokens[(index + 1)...].prefix(Self.reach) {
      switch token.kind {
      case .stop, .semicolon, .term(.reason): return false
      case .term(let term): hasMeasure = hasMeasure || term.isMeasure
      case .numeral: if hasMeasure { return true }
      default: break
      }
    }
    return false
  }

  /// Whether the sentence says that projects have aims set: `2025 年项目全部实行绩效目标管理`. Only those of the
  /// document's own year have in a budget.
  var setsAims: Bool {
    for token in tokens[(index + 1)...].prefix(4) {
      switch token.kind {
      case .text, .term(.projectExpenditure), .term(.each): continue
      case .term(.performance):
        let words = units[tokens[index].range.upperBound..<token.range.upperBound]
        return Self.aimWords.allSatisfy { Array(words).position(of: $0) != nil }
      default: return false
      }
    }
    return false
  }

  private static let aimWords = ["项目", "实行", "绩效目标"].map { Array($0.utf16) }

  /// The other years of the sentence.
  var neighbours: [(year: Int, index: Int)] {
    var found: [(Int, Int)] = []
    forEachNeighbour { found.append(($0, $1)) }
    return found
  }

  private func forEachNeighbour(_ body: (_ year: Int, _ index: Int) -> Void) {
    var at = index
    while at > max(0, index - Self.reach), !Self.endsSentence(tokens[at - 1].kind) { at -= 1 }
    while at < min(tokens.count, index + Self.reach), !Self.endsSentence(tokens[at].kind) {
      if at != index, case .year(let other) = tokens[at].kind { body(Int(other), at) }
      at += 1
    }
  }

  /// Whether the sentence gives the amounts of two years: `2024 年预算 A，2023 年预算 B`.
  func sentenceCompares(_ year: Int) -> Bool {
    var compares = false
    forEachNeighbour { other, _ in compares = compares || other == year }
    return compares
  }

  /// Whether the final figure behind the year is compared with the budget of `year`, which is that of the same year:
  /// `2023 年决算数 3 万元，比 2023 年年初预算数减少 1 万元`.
  func isSetAgainstPlan(of year: Int) -> Bool {
    guard nextBasis == .final else { return false }
    var isSet = false
    forEachNeighbour { other, at in
      guard at > index, other == year, compared(at: at), at + 1 < tokens.count else { return }
      isSet = isSet || tokens[at + 1].kind == .term(.initialBudget) || tokens[at + 1].kind == .term(.fullYearBudget)
    }
    return isSet
  }

  /// Whether the sentence counts the projects of `year` twice where it counts those of this one:
  /// `编报绩效目标的 2025 年度项目 28 个…；绩效跟踪的 2025 年度项目 28 个…；绩效自评的 2025 年度项目 28 个…`.
  func isAmongProjects(of year: Int) -> Bool {
    func counts(_ at: Int) -> Bool { units[tokens[at].range.upperBound...].starts(with: Self.projects) }
    guard counts(index) else { return false }
    var others = 0
    forEachNeighbour { other, at in others += other == year && counts(at) ? 1 : 0 }
    return others >= 2
  }

  private static let projects = Array("度项目".utf16)

  /// Whether a sentence of no other year says how many cars there are: `2025 年，某局的公务用车保有量为 9 辆`.
  var countsFleet: Bool {
    guard nextUnit == 0x5EA6 || startsClause && next == .comma, neighbours.isEmpty else { return false }  // 度
    var end = index + 1
    while end < min(tokens.count, index + Self.reach), !Self.endsSentence(tokens[end].kind) { end += 1 }
    let words = Array(units[tokens[index].range.upperBound..<tokens[end - 1].range.upperBound])
    return TitleWords.contains(words, Self.fleet)
  }

  private static let fleet = Array("保有量".utf16)

  /// Whether the sentence goes through three years or more.
  var isSeries: Bool {
    var (first, second): (Int?, Int?)
    var isSeries = false
    forEachNeighbour { year, _ in
      if first == nil { first = year }
      if second == nil, year != first { second = year }
      isSeries = isSeries || year != first && year != second
    }
    return isSeries
  }

  static func endsSentence(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .stop: true
    default: false
    }
  }

  /// Whether the sentence speaks of measures, funds, budgets or accounts, or counts things.
  var sentenceIsFiscal: Bool {
    var at = index + 1
    while at < min(tokens.count, index + Self.reach) {
      switch tokens[at].kind {
      case .stop, .semicolon: return false
      case .term(let term): if term.isMeasure || term.isFund || term.isBasis { return true }
      case .text: if Self.tableEnding == units[tokens[at].range.upperBound - 1] { return true }
      case .numeral: if nextUnit == 0x5171 || nextUnit == 0x62DF { return true }
      default: break
      }
      at += 1
    }
    return false
  }
}
