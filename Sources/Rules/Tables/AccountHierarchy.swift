import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds accounts whose amount is not the sum of the accounts below them.
struct AccountHierarchy: RelationRule {
  static let info = RuleInfo(
    name: "account-hierarchy", category: .tables, severity: .error,
    summary: LocalizedText(
      "上级科目的金额不等于下级科目之和（类=Σ款，款=Σ项）。",
      "The amount of an account is not the sum of the accounts below it (类 = Σ款, 款 = Σ项)."),
    rationale: LocalizedText(
      "政府收支分类科目逐级汇总，上下级金额必须一致。",
      "Accounts are summed level by level, so each must equal those below it."),
    fixSafety: LocalizedText(
      "证据只指向一个数时可直接改正；否则列出可能的改法，由人选定。",
      "Safe where the evidence singles one figure out; otherwise the likely repairs are offered for a person to choose."
    ),
    examples: [
      RuleExample(
        wrong: """
          2025年部门支出预算总表
          部门名称：某市图书馆 单位：万元
          科目编码 科目名称 合计 基本支出 项目支出
          类 款 项
          208 社会保障和就业支出 60.00 60.00 0.00
          208 05 行政事业单位养老支出 ⟦66.00⟧ 60.00 0.00
          208 05 05 机关事业单位基本养老保险缴费支出 40.00 40.00 0.00
          208 05 06 机关事业单位职业年金缴费支出 20.00 20.00 0.00
          207 文化旅游体育与传媒支出 340.00 210.00 130.00
          207 01 文化和旅游 340.00 210.00 130.00
          207 01 04 图书馆 340.00 210.00 130.00
          合计 400.00 270.00 130.00
          """,
        right: """
          2025年部门支出预算总表
          部门名称：某市图书馆 单位：万元
          科目编码 科目名称 合计 基本支出 项目支出
          类 款 项
          208 社会保障和就业支出 60.00 60.00 0.00
          208 05 行政事业单位养老支出 60.00 60.00 0.00
          208 05 05 机关事业单位基本养老保险缴费支出 40.00 40.00 0.00
          208 05 06 机关事业单位职业年金缴费支出 20.00 20.00 0.00
          207 文化旅游体育与传媒支出 340.00 210.00 130.00
          207 01 文化和旅游 340.00 210.00 130.00
          207 01 04 图书馆 340.00 210.00 130.00
          合计 400.00 270.00 130.00
          """)
    ])

  let complaint = LocalizedText("科目汇总有误", "wrong sum of accounts")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    for law in document.tables.laws where law.kind == .hierarchy { sheet.state(law) }
  }
}
