import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds amounts in 元 whose digits are those of an amount in 万元.
struct UnitSlip: DocumentRule {
  static let info = RuleInfo(
    name: "unit-slip", category: .arithmetic, severity: .error,
    summary: LocalizedText(
      "“万元”误作“元”，金额相差一万倍。",
      "An amount is given in 元 where 万元 is meant: ten thousand times too small."),
    rationale: LocalizedText(
      "同一数字别处以万元列示，漏写“万”字使金额缩小一万倍，公开后即成笑话。",
      "The same digits stand in 万元 elsewhere; a 万 that was left out makes the amount ten thousand times smaller."),
    fixSafety: LocalizedText(
      "同样的数字在表中或文中以万元列示，或按万元才与合计相符，可直接改正。",
      "Safe: the same digits are printed in 万元, or only in 万元 do the parts make the total."),
    examples: [
      .section(
        wrong: "2025年支出合计1593.84万元，其中：基本支出⟦413.84元⟧，占25.96%；项目支出1180.00万元，占74.04%。",
        right: "2025年支出合计1593.84万元，其中：基本支出413.84万元，占25.96%；项目支出1180.00万元，占74.04%。")
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    document.unitSlips.sorted { $0.key < $1.key }.compactMap { index, _ in
      guard let numeral = document.numeral(index) else { return nil }
      let text = document.runningText(index)
      let (digits, unit) = (text.string(in: numeral.digits), text.string(in: numeral.unitRange))
      let fix = Fix(
        title: LocalizedText("将“\(unit)”改为“万元”", "change “\(unit)” to “万元”"), isPreferred: true, isSafe: true,
        edits: FigureFix.edits(numeral.unitRange, in: text, to: "万元"))
      return Finding(
        rule: Self.info.name, severity: Self.info.severity, range: text.sourceRange(of: numeral.range),
        message: LocalizedText(
          "单位有误：“\(digits)\(unit)”应为“\(digits)万元”", "wrong unit: “\(digits)\(unit)” should be “\(digits)万元”"),
        fixes: [fix])
    }
  }
}
