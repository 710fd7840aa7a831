import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds numbers of things that are not the sum of their classes.
struct WrongCount: RelationRule {
  static let info = RuleInfo(
    name: "wrong-count", category: .arithmetic, severity: .error,
    summary: LocalizedText(
      "总数（车辆、项目、设备、单位等）不等于所列各类之和，或不等于逐一列出的个数。",
      "A number of vehicles, projects, devices or bodies is not the sum of the classes listed, or not the number of names."
    ),
    rationale: LocalizedText(
      "车辆和项目的数量是国有资产与绩效说明的核心内容，总数与分类不符会被质询。",
      "Numbers of vehicles and projects are audited; a total that its classes contradict is questioned."),
    fixSafety: .whereSingledOut,
    examples: [
      .section(
        wrong: "截至2024年8月31日，某局共有车辆⟦8⟧辆，其中：机要通信用车1辆、应急保障用车2辆、其他用车4辆。", correction: "7"),
      .section(
        wrong: "本单位内设机构⟦6⟧个，分别是办公室（研究室）、人事科、财务科、业务一科、业务二科。",
        right: "本单位内设机构5个，分别是办公室（研究室）、人事科、财务科、业务一科、业务二科。"),
      .section(
        wrong: "本部门中，行政单位1家，事业单位3家，⟦具体包括⟧：\n1.某局本部\n2.某局服务中心\n3.某局信息中心\n\n二、收支情况",
        right: "本部门中，行政单位1家，事业单位2家，具体包括：\n1.某局本部\n2.某局服务中心\n3.某局信息中心\n\n二、收支情况"),
    ])

  let complaint = LocalizedText("数量有误", "wrong number")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    for breakdown in document.narrative.breakdowns where breakdown.isFull {
      guard document.numeral(breakdown.parts[0])?.unit.isCount == true else { continue }
      guard let total = sheet.figure(breakdown.head) else { continue }
      let parts = breakdown.parts.compactMap { sheet.figure($0) }
      if parts.count == breakdown.parts.count { sheet.sum(total, parts) }
    }
    for (index, list) in document.narrative.countedLists.enumerated() {
      let counts = list.counts.compactMap { sheet.figure($0) }
      guard counts.count == list.counts.count else { continue }
      let entries = sheet.entries(ofList: index)
      if counts.count == 1 { sheet.sum(counts[0], [entries]) } else { sheet.sum(entries, counts) }
    }
  }
}
