import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds shares that were not computed from the amounts beside them.
struct WrongShare: RelationRule {
  static let info = RuleInfo(
    name: "wrong-share", category: .arithmetic, severity: .error,
    summary: LocalizedText(
      "“占…%”与部分、总体的金额算不拢。",
      "A share is not the part over the whole, whatever way both were rounded."),
    rationale: LocalizedText(
      "占比常由上年文本沿用而没有重算。",
      "Shares are often left over from last year's text."),
    fixSafety: .whereSingledOut,
    examples: [
      .section(
        wrong: "支出合计1593.84万元，其中：基本支出413.84万元，占⟦26.96%⟧；项目支出1180.00万元，占74.04%。", correction: "25.96%")
    ])

  static let areShares = true

  let complaint = LocalizedText("占比有误", "wrong share")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    for share in document.narrative.shares {
      guard let part = sheet.figure(share.part), let whole = sheet.figure(share.whole),
        let rate = sheet.figure(share.rate)
      else { continue }
      // A share of nothing, and nothing as a share, are conventions.
      if sheet.value(whole) == 0 || (sheet.value(part) == 0 && sheet.value(rate) == 0) { continue }
      sheet.ratio(Operand(rate), of: [Operand(part)], over: [Operand(whole)])
    }
  }
}
