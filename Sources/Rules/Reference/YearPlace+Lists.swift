import Disclosure
import DisclosureSyntax
import DisclosureText

/// Years that stand beside each other, each of which is meant.
extension YearPlace {
  /// Whether it is one of several years in a row: `2022年、2023年、2024年支出分别为…`, `2022年至2024年`.
  var isListed: Bool {
    isYear(behind: index, step: 1) || isYear(behind: index, step: -1)
  }

  private func isYear(behind start: Int, step: Int) -> Bool {
    var at = start + step
    var hasMark = false
    while tokens.indices.contains(at), abs(at - start) <= 4 {
      switch tokens[at].kind {
      case .pause: hasMark = true
      case .text where tokens[at].range.count <= 2:
        let words = units[tokens[at].range]
        if words.contains(where: { Self.conjunctions.contains($0) }) { hasMark = true }
        if !words.allSatisfy({ Self.conjunctions.contains($0) || $0 == 0x5EA6 }) { return false }
      case .year: return hasMark
      default: return false
      }
      at += step
    }
    return false
  }

  /// Whether it stands in a line without figures, the head of columns or a title, that names the document's own year,
  /// too: `2023年预算 2024年预算`.
  func standsBesideOwn(_ own: Int) -> Bool {
    guard !isCompared, case .year(let year) = tokens[index].kind, year != own else { return false }
    var hasOwn = false
    for token in tokens {
      switch token.kind {
      case .year(Int32(truncatingIfNeeded: own)): hasOwn = true
      case .numeral, .stop, .comma: return false
      default: continue
      }
    }
    return hasOwn
  }

  /// Whether the block named the year, not the document's own, before for itself, as a trend does:
  /// `2022年至2024年…，2024年比2022年增加…`.
  func isNamedBefore(own: Int) -> Bool {
    guard case .year(let year) = tokens[index].kind, year != own else { return false }
    return tokens[..<index].indices.contains { at in
      guard case .year(year) = tokens[at].kind else { return false }
      return !compared(at: at)
    }
  }

  /// Whether a title in a budget tells of accounts or of what was spent, which are another year's.
  var titleIsOfAccounts: Bool {
    tokens[(index + 1)...].contains { token in
      switch token.kind {
      case .term(.performance), .text:
        return Self.tellsOfOutcome(units, token.range)
      case .term(let term):
        return term == .final || term == .execution || term == .completion || term == .carryOver
          || term == .carryForward
      default: return false
      }
    }
  }

  private static func tellsOfOutcome(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    let begins = outcomesBegin
    for at in range where begins.mayHold(units[at]) {
      if outcomes.contains(where: { at + $0.count <= range.upperBound && units.holds($0, at: at) }) { return true }
    }
    return false
  }

  private static let outcomesBegin = CharacterFilter(outcomes.compactMap(\.first))
  private static let outcomes = ["评价", "自评", "完成", "执行", "结转", "审计", "结果"].map { Array($0.utf16) }

  private static let conjunctions = Set("至和及与到".utf16)
}
