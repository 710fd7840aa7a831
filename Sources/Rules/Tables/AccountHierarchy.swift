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
    fixSafety: .whereSingledOut,
    examples: [
      RuleExample(
        wrong: """
          某馆2025年度部门预算公开
          2025年部门支出预算总表
          单位：万元
          编码 名称 合计
          208 社保 61.25
          20805 养老 61.25
          2080505 养老保险 41.07
          2080506 职业年金 ⟦29.18⟧
          207 文体 347.92
          20701 文旅 347.92
          2070104 图书馆 347.92
          合计 409.17
          """, correction: "20.18")
    ])

  let complaint = LocalizedText("科目汇总有误", "wrong sum of accounts")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    sheet.stateLaws(.hierarchy)
  }
}
