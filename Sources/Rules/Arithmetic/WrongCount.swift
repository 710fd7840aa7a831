import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds numbers of things that are not the sum of their classes.
struct WrongCount: RelationRule {
  static let info = RuleInfo(
    name: "wrong-count", category: .arithmetic, severity: .error,
    summary: LocalizedText(
      "总数（车辆、项目、设备等）不等于所列各类之和。",
      "A number of vehicles, projects or devices is not the sum of the classes listed."),
    rationale: LocalizedText(
      "车辆和项目的数量是国有资产与绩效说明的核心内容，总数与分类不符会被质询。",
      "Numbers of vehicles and projects are audited; a total that its classes contradict is questioned."),
    fixSafety: .whereSingledOut,
    examples: [
      .section(
        wrong: "截至2024年8月31日，某局共有车辆⟦8⟧辆，其中：机要通信用车1辆、应急保障用车2辆、其他用车4辆。", correction: "7")
    ])

  let complaint = LocalizedText("数量有误", "wrong number")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    for breakdown in document.narrative.breakdowns where breakdown.isFull {
      guard document.numeral(breakdown.parts[0])?.unit.isCount == true else { continue }
      guard let total = sheet.figure(breakdown.head) else { continue }
      let parts = breakdown.parts.compactMap { sheet.figure($0) }
      if parts.count == breakdown.parts.count { sheet.sum(total, parts) }
    }
  }
}
