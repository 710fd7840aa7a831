import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds rows of tables whose total is not the sum of their parts.
struct RowSum: RelationRule {
  static let info = RuleInfo(
    name: "row-sum", category: .tables, severity: .error,
    summary: LocalizedText(
      "表中一行的合计不等于本行各分项之和。",
      "The total of a row is not the sum of the columns it is made of."),
    rationale: LocalizedText(
      "行内勾稽是表格最基本的关系，合计与分项不符说明其中一个数写错。",
      "A row that does not add up has a wrong figure in it."),
    fixSafety: .whereSingledOut,
    examples: [
      RuleExample(
        wrong: """
          某馆2025年度部门预算公开
          2025年部门支出预算总表
          单位：万元
          名称 合计 基本支出 项目支出
          教育 60.00 40.00 ⟦29.00⟧
          科技 30.00 18.00 12.00
          文体 340.00 210.00 130.00
          合计 430.00 268.00 162.00
          """, correction: "20.00")
    ])

  let complaint = LocalizedText("行合计有误", "wrong total of a row")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    sheet.stateLaws(.row)
  }
}
