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
    var found: [(Int, Int)] = []
    forEachNeighbour { found.append(($0, $1)) }
    return found
  }

  private func forEachNeighbour(_ body: (_ year: Int, _ index: Int) -> Void) {
    var at = index
    while at > max(0, index - Self.reach), !Self.endsSentence(tokens[at - 1].kind) { at -= 1 }
    while at < min(tokens.count, index + Self.reach), !Self.endsSentence(tokens[at].kind) {
      if at != index, case .year(let other) = tokens[at].kind { body(other, at) }
      at += 1
    }
  }

  /// Whether the sentence gives the amounts of two years: `2024 年预算 A，2023 年预算 B`.
  func sentenceCompares(_ year: Int) -> Bool {
    var compares = false
    forEachNeighbour { other, _ in compares = compares || other == year }
    return compares
  }

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
