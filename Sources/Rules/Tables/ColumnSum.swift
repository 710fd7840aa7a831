import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds totals of columns that are not the sum of the rows.
struct ColumnSum: RelationRule {
  static let info = RuleInfo(
    name: "column-sum", category: .tables, severity: .error,
    summary: LocalizedText(
      "表中一列的合计不等于该列各项之和。",
      "The total of a column is not the sum of its rows."),
    rationale: LocalizedText(
      "改了一项而没有改合计，或改了合计而没有改分项，公开后一望即知。",
      "A row that was changed without its total is seen at once."),
    fixSafety: .whereSingledOut,
    examples: [
      RuleExample(
        wrong: """
          某馆2025年度部门预算公开
          2025年部门支出预算总表
          单位：万元
          编码 名称 合计
          205 教育 61.25
          206 科技 33.18
          207 文体 347.92
          合计 ⟦472.35⟧
          """, correction: "442.35")
    ])

  let complaint = LocalizedText("列合计有误", "wrong total of a column")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    sheet.stateLaws(.column)
    let cells = document.tables.cells
    for case .total(let total, let parts) in document.tables.evaluation.laws where cells[total].unit.isMoney {
      sheet.state(.column, total, parts)
    }
  }
}
