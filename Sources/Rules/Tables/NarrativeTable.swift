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
          合计 442.35
          三、支出预算情况说明
          2025年支出合计⟦442.85⟧万元。
          """, correction: "442.35")
    ])

  let complaint = LocalizedText("表文不符", "narrative and table disagree")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    for mention in document.tables.mentions {
      guard let figure = sheet.figure(mention.statement) else { continue }
      if mention.more.isEmpty {
        sheet.sum(figure, ofCell: mention.cell, evidence: mention.evidence)
      } else {
        sheet.sum(figure, ofCells: [mention.cell] + mention.more, evidence: mention.evidence)
      }
    }
  }
}
