import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds revenue and expenditure that do not balance.
struct Unbalanced: RelationRule {
  static let info = RuleInfo(
    name: "unbalanced", category: .tables, severity: .error,
    summary: LocalizedText(
      "收支总表的收入总计与支出总计不相等。",
      "Revenue and expenditure of a summary table do not balance."),
    rationale: LocalizedText(
      "收支平衡是总表的基本勾稽关系。",
      "Revenue and expenditure balance in every summary table."),
    fixSafety: .whereSingledOut,
    examples: [
      RuleExample(
        wrong: """
          某馆2025年度部门预算公开
          2025年部门收支预算总表
          单位：万元
          收入 支出
          项目 金额 项目 金额
          二、事业 20.00 二、科技 33.18
          三、其他 10.00 三、文体 47.92
          收入总计 437.20 支出总计 ⟦431.20⟧
          """, correction: "437.20")
    ])

  let complaint = LocalizedText("收支不平", "does not balance")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    sheet.stateLaws(.balance)
  }
}
