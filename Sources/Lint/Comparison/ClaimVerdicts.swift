import Disclosure
import Ledger

/// A claim and what became of it.
struct JudgedClaim {
  let claim: EarlierClaim
  /// The figure of the other document.
  let published: FigureSummary.Figure
  /// The own amount and the other one's, each as precisely as it is printed anywhere.
  let exactly: (own: Quantity?, published: FigureSummary.Figure)
  let outcome: Outcome
  /// Whether only rounding explains it.
  let isRounded: Bool
}

/// A cell of an earlier figure and what became of it.
struct JudgedCell {
  let claim: ColumnClaim
  /// The figure of the other document.
  let published: FigureSummary.Figure
  let outcome: Outcome
}

/// Which contradictions are mistakes of the writer.
///
/// Where several measures differ from what was published, their scope has changed, or a reform has
/// moved expenditure: nothing is wrong. One that differs among several that agree is wrong, and so is one
/// that this document itself states as it was published elsewhere.
struct ClaimVerdicts {
  private struct Group {
    var agreeing = 0
    var broken = 0

    mutating func add(_ outcome: Outcome) {
      if outcome == .broken { broken += 1 } else { agreeing += 1 }
    }
  }

  /// By the published amount: claims that rest on one amount are of one measure, whatever its names.
  private var groups: [Int128: Group] = [:]
  /// The measures that agree with what was published, and those that do not.
  private let agreeing: Int
  private let broken: Int

  init(_ claims: [JudgedClaim], _ cells: [JudgedCell]) {
    for claim in claims {
      groups[claim.published.quantity.value, default: Group()].add(claim.outcome)
    }
    for cell in cells where cell.claim.isExplicit || cell.outcome != .broken {
      groups[cell.published.quantity.value, default: Group()].add(cell.outcome)
    }
    // That two amounts are nothing says little of their scope.
    agreeing = groups.count { $0.key != 0 && $0.value.agreeing > 0 }
    broken = groups.count { $0.value.agreeing == 0 }
  }

  /// How grave it is that `claim` does not agree; nil where that means nothing.
  func severity(of claim: JudgedClaim, in info: RuleInfo) -> Severity? {
    severity(claim.published, isExplicit: claim.claim.isExplicit, in: info)
  }

  /// How grave it is that a cell does not agree; nil where that means nothing.
  func severity(of cell: JudgedCell, in info: RuleInfo) -> Severity? {
    cell.claim.isExplicit ? severity(cell.published, isExplicit: true, in: info) : nil
  }

  private func severity(_ published: FigureSummary.Figure, isExplicit: Bool, in info: RuleInfo) -> Severity? {
    let value = published.quantity.value
    guard let group = groups[value] else { return nil }
    if group.agreeing > 0 && value != 0 { return info.severity }
    if group.broken == 1, agreeing >= 3, broken <= 3, broken * 2 <= agreeing { return info.severity }
    // Two that agree are enough where it alone differs and the words leave no doubt of what it is.
    if isExplicit, group.broken == 1, broken == 1, agreeing >= 2 { return info.severity }
    return isExplicit && broken <= 2 && broken <= agreeing ? .hint : nil
  }
}
