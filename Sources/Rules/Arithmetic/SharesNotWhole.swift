import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds full breakdowns whose shares do not add to the whole.
struct SharesNotWhole: RelationRule {
  static let info = RuleInfo(
    name: "shares-not-whole", category: .arithmetic, severity: .warning,
    summary: LocalizedText(
      "完整分项的占比之和不是100%，且四舍五入也不能解释。",
      "The shares of a full breakdown do not add to 100%, and rounding does not explain it."),
    rationale: LocalizedText(
      "各占比之和不为100%，说明至少一个占比没有重算。",
      "Shares that do not add up show that at least one was not computed."),
    fixSafety: .whereSingledOut,
    examples: [
      .section(
        wrong: "支出合计3万元，其中：基本支出1万元，占⟦33.00%⟧；项目支出2万元，占⟦66.00%⟧。",
        right: "支出合计3万元，其中：基本支出1万元，占33.33%；项目支出2万元，占66.67%。")
    ])

  let complaint = LocalizedText("占比之和不为100%", "the shares do not add to 100%")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    let shares = Dictionary(document.narrative.shares.map { ($0.part, $0) }, uniquingKeysWith: { first, _ in first })
    for breakdown in document.narrative.breakdowns where breakdown.isFull && breakdown.parts.count > 1 {
      var rates: [QuantityIndex] = []
      for part in breakdown.parts {
        guard let share = shares[part], share.whole == breakdown.head,
          let rate = sheet.figure(share.rate)
        else { break }
        rates.append(rate)
      }
      // Where a part is missing, sum-mismatch says it.
      guard let total = sheet.figure(breakdown.head),
        breakdown.parts.reduce(0, { sum, part in sum + (sheet.figure(part).map { sheet.value($0) } ?? 0) })
          == sheet.value(total)
      else { continue }
      guard rates.count == breakdown.parts.count, rates.contains(where: { sheet.value($0) != 0 }),
        let last = rates.last
      else { continue }
      let whole = sheet.constant(FigureLedger.rateScale)
      sheet.balance([Operand(whole)] + rates.map { Operand($0, coefficient: -1) }, derived: last)
    }
  }
}
