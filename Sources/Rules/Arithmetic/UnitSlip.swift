import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds amounts in 元, 万元 or 亿元 whose digits are those of an amount in the unit that the document uses.
struct UnitSlip: DocumentRule {
  static let info = RuleInfo(
    name: "unit-slip", category: .arithmetic, severity: .error,
    summary: LocalizedText(
      "“万元”误作“元”，或“元”误作“万元”，金额相差一万倍。",
      "An amount is given in 元 where 万元 is meant, or the other way round: ten thousand times off."),
    rationale: LocalizedText(
      "同一数字别处以另一单位列示，漏写或多写一个“万”字使金额相差一万倍，公开后即成笑话。",
      "The same digits stand in the other unit elsewhere; a 万 left out or put in changes the amount ten thousand times."
    ),
    fixSafety: LocalizedText(
      "同样的数字在表中或文中以正确的单位列示，或按该单位才与合计相符，可直接改正。",
      "Safe: the same digits are printed in the right unit, or only in it do the parts make the total."),
    examples: [
      .section(
        wrong: "2025年支出合计1593.84万元，其中：基本支出⟦413.84元⟧，占25.96%；项目支出1180.00万元，占74.04%。", correction: "413.84万元"),
      .section(
        wrong: "2025年收入合计⟦15938432.56万元⟧。2025年支出合计15938432.56元，其中：基本支出4138432.56元，项目支出11800000.00元，上缴上级支出0.00元。",
        correction: "15938432.56元"),
      .section(
        wrong: "2025年机关运行经费预算⟦45.00元⟧，比2024年预算增加2.00万元，增长4.65%。2025年政府采购预算60.00万元，比2024年增加3.00万元。",
        correction: "45.00万元"),
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    document.unitSlips.sorted { $0.key < $1.key }.compactMap { index, right -> Finding? in
      guard let numeral = document.numeral(index) else { return nil }
      let text = document.runningText(index)
      let (digits, unit) = (text.string(in: numeral.digits), text.string(in: numeral.unitRange))
      let name = right == .yuan ? "元" : "万元"
      let fix = Fix(
        title: LocalizedText("将“\(unit)”改为“\(name)”", "change “\(unit)” to “\(name)”"), isPreferred: true, isSafe: true,
        edits: FigureFix.edits(numeral.unitRange, in: text, to: name))
      return Finding(
        rule: Self.info.name, severity: Self.info.severity, range: text.sourceRange(of: numeral.range),
        message: LocalizedText(
          "单位有误：“\(digits)\(unit)”应为“\(digits)\(name)”", "wrong unit: “\(digits)\(unit)” should be “\(digits)\(name)”"),
        fixes: [fix])
    } + tableFindings(in: document)
  }
}
