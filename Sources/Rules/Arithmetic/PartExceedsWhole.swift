import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds parts that are more than their whole.
struct PartExceedsWhole: RelationRule {
  static let info = RuleInfo(
    name: "part-exceeds-whole", category: .arithmetic, severity: .error,
    summary: LocalizedText(
      "“其中”所列的部分大于总额。",
      "A part is more than what it is a part of."),
    rationale: LocalizedText(
      "部分不可能大于总体，多为单位或数位写错。",
      "A part above its whole is a wrong digit or unit."),
    fixSafety: .whereSingledOut,
    examples: [
      .section(
        wrong: "2025年本部门面向中小企业预留政府采购项目预算金额⟦34.00⟧万元，其中，预留给小型和微型企业的政府采购项目预算为⟦43.00⟧万元。",
        right: "2025年本部门面向中小企业预留政府采购项目预算金额34.00万元，其中，预留给小型和微型企业的政府采购项目预算为24.00万元。")
    ])

  let complaint = LocalizedText("部分大于总体", "a part exceeds the whole")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    for limit in document.narrative.limits { state(limit.part, within: limit.whole, in: &sheet) }
    for breakdown in document.narrative.breakdowns where !breakdown.isFull {
      for part in breakdown.parts { state(part, within: breakdown.head, in: &sheet) }
    }
    for bound in document.publicExpenseBounds() {
      guard let small = sheet.cell(bound.part), let large = sheet.figure(bound.whole) else { continue }
      sheet.state(.bound(small, atMost: large), derived: small, .stated)
    }
  }

  private func state(_ part: StatementIndex, within whole: StatementIndex, in sheet: inout RelationSheet) {
    guard let small = sheet.figure(part), let large = sheet.figure(whole) else { return }
    sheet.state(.bound(small, atMost: large), derived: small, .stated)
  }
}
