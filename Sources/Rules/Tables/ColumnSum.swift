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
          合计 ⟦410.00⟧ 270.00 130.00
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

  let complaint = LocalizedText("列合计有误", "wrong total of a column")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    for law in document.tables.laws where law.kind == .column { sheet.state(law) }
  }
}
