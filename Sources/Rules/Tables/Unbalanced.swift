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
    fixSafety: LocalizedText(
      "证据只指向一个数时可直接改正；否则列出可能的改法，由人选定。",
      "Safe where the evidence singles one figure out; otherwise the likely repairs are offered for a person to choose."
    ),
    examples: [
      RuleExample(
        wrong: """
          2025年部门收支预算总表
          部门名称：某市图书馆 单位：万元
          收入 支出
          项目 金额 项目 金额
          一、一般公共预算拨款收入 380.00 一、文化旅游体育与传媒支出 340.00
          二、事业收入 20.00 二、社会保障和就业支出 61.00
          三、其他收入 0.00 三、住房保障支出 0.00
          收入总计 400.00 支出总计 ⟦401.00⟧
          """,
        right: """
          2025年部门收支预算总表
          部门名称：某市图书馆 单位：万元
          收入 支出
          项目 金额 项目 金额
          一、一般公共预算拨款收入 380.00 一、文化旅游体育与传媒支出 340.00
          二、事业收入 20.00 二、社会保障和就业支出 60.00
          三、其他收入 0.00 三、住房保障支出 0.00
          本年收入合计 400.00 本年支出合计 400.00
          收入总计 400.00 支出总计 400.00
          """)
    ])

  let complaint = LocalizedText("收支不平", "does not balance")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    for law in document.tables.laws where law.kind == .balance { sheet.state(law) }
  }
}
