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

  /// The other years of the sentence.
  var neighbours: [(year: Int, index: Int)] {
    var start = index
    while start > max(0, index - Self.reach), !Self.endsSentence(tokens[start - 1].kind) { start -= 1 }
    var found: [(Int, Int)] = []
    var at = start
    while at < min(tokens.count, index + Self.reach), !Self.endsSentence(tokens[at].kind) {
      if at != index, case .year(let other) = tokens[at].kind { found.append((other, at)) }
      at += 1
    }
    return found
  }

  /// Whether the sentence gives the amounts of two years: `2024 年预算 A，2023 年预算 B`.
  func sentenceCompares(_ year: Int) -> Bool { neighbours.contains { $0.year == year } }

  /// Whether the sentence goes through three years or more.
  var isSeries: Bool {
    let others = neighbours
    guard others.count >= 3, let first = others.first?.year,
      let second = others.first(where: { $0.year != first })?.year
    else { return false }
    return others.contains { $0.year != first && $0.year != second }
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
