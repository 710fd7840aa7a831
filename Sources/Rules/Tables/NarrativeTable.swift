import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds amounts of the narrative that differ from the tables.
struct NarrativeTable: RelationRule {
  static let info = RuleInfo(
    name: "narrative-table", category: .tables, severity: .error,
    summary: LocalizedText(
      "文字说明中的金额与表中的金额不一致（表文不符）。",
      "An amount of the narrative differs from the table that shows it."),
    rationale: LocalizedText(
      "文字说明是对表的说明，两者必须一致。",
      "The narrative explains the tables, and must give the same amounts."),
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
          208 05 行政事业单位养老支出 60.00 60.00 0.00
          208 05 05 机关事业单位基本养老保险缴费支出 40.00 40.00 0.00
          208 05 06 机关事业单位职业年金缴费支出 20.00 20.00 0.00
          207 文化旅游体育与传媒支出 340.00 210.00 130.00
          207 01 文化和旅游 340.00 210.00 130.00
          207 01 04 图书馆 340.00 210.00 130.00
          合计 400.00 270.00 130.00
          三、支出预算情况说明
          2025年支出合计⟦402.00⟧万元，其中：基本支出270.00万元，项目支出130.00万元。
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
          三、支出预算情况说明
          2025年支出合计400.00万元，其中：基本支出270.00万元，项目支出130.00万元。
          """)
    ])

  let complaint = LocalizedText("表文不符", "narrative and table disagree")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    for mention in document.tables.mentions {
      guard let figure = sheet.figure(mention.statement) else { continue }
      let cells = mention.cells.compactMap { sheet.cell($0) }
      if cells.count == mention.cells.count { sheet.sum(figure, cells, evidence: mention.evidence) }
    }
  }
}
