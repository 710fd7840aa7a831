import Disclosure
import DisclosureSyntax

/// Amounts that only what stands around them tells to be amounts.
extension MissingUnit {
  /// Whether the number at token `index` is by how much an amount changed that stands before it in the sentence, with
  /// nothing between them but what it is compared with, and the rate behind: `12.00万元，比上年增加2.50，增长26.32%`.
  func isChange(_ index: Int, _ block: ReadBlock) -> Bool {
    guard index > 0, case .term(let word) = block.tokens[index - 1].kind, word == .increase || word == .decrease,
      block.tokens[index - 1].range.upperBound == block.tokens[index].range.lowerBound, isFollowedByRate(index, block)
    else { return false }
    for token in block.tokens[..<(index - 1)].reversed() {
      switch token.kind {
      case .numeral(let number): return block.numerals[Int(number)].unit.isMoney
      case .comma, .year, .relativeYear: continue
      case .term(let term) where Self.comparing.contains(term): continue
      default: return false
      }
    }
    return false
  }

  /// Whether a comma and the rate of the change follow, so that the number is not the rate.
  private func isFollowedByRate(_ index: Int, _ block: ReadBlock) -> Bool {
    let tokens = block.tokens
    guard index + 3 < tokens.count, tokens[index + 1].kind == .comma, case .term(let word) = tokens[index + 2].kind,
      word == .increase || word == .decrease, case .numeral(let rate) = tokens[index + 3].kind
    else { return false }
    return block.numerals[Int(rate)].unit == .percent
  }

  /// Whether the number is one of a list of amounts that all have their unit behind them, so that the last one does
  /// not stand for all: `货物8.00、工程5.00万元、服务3.00万元`.
  func isAmongAmounts(_ index: Int, _ block: ReadBlock) -> Bool {
    let tokens = block.tokens
    guard index + 1 < tokens.count, tokens[index + 1].kind == .pause else { return false }
    var amounts = 0
    for token in tokens[(index + 2)...] {
      switch token.kind {
      case .numeral(let number):
        guard block.numerals[Int(number)].unit.isMoney else { return false }
        amounts += 1
        if amounts == 2 { return true }
      case .pause, .term, .text, .account: continue
      default: return false
      }
    }
    return false
  }

  /// What says with which amount another one is compared.
  private static let comparing: Set<Term> = [.comparison, .comparedWith, .budget, .final, .initialBudget, .filler]
}
