import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds measures that two tables give different amounts.
struct CrossTable: RelationRule {
  static let info = RuleInfo(
    name: "cross-table", category: .tables, severity: .error,
    summary: LocalizedText(
      "同一指标在两张表中金额不同。",
      "One measure has different amounts in two tables."),
    rationale: LocalizedText(
      "各表出自同一套数据，同一科目、同一口径的金额必须一致。",
      "All tables come from one set of data; one account in one scope has one amount."),
    fixSafety: .whereSingledOut,
    examples: [
      RuleExample(
        wrong: """
          某馆2025年度部门预算公开
          2025年部门支出预算总表
          单位：万元
          编码 名称 合计
          2050201 小学 61.25
          2060702 科普 33.18
          2070104 图书馆 347.92
          2210201 公积金 12.06
          2025年一般公共预算支出表
          单位：万元
          编码 名称 合计
          2050201 小学 61.25
          2060702 科普 ⟦33.98⟧
          2070104 图书馆 347.92
          2210201 公积金 12.06
          """, correction: "33.18")
    ])

  let complaint = LocalizedText("表间不符", "tables disagree")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    let ties = document.tables.ties
    for place in ties.indices {
      guard let cell = sheet.cell(ties[place].cell) else { continue }
      let (other, evidence) = (ties[place].other, ties[place].evidence)
      if ties[place].more.isEmpty {
        sheet.sum(cell, ofCell: other, evidence: evidence)
      } else {
        sheet.sum(cell, ofCells: [other] + ties[place].more, evidence: evidence)
      }
    }
  }
}
