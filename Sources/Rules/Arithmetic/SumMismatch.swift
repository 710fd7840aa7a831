import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds totals that are not the sum of the parts that 其中 lists in full.
struct SumMismatch: RelationRule {
  static let info = RuleInfo(
    name: "sum-mismatch", category: .arithmetic, severity: .error,
    summary: LocalizedText(
      "总额不等于“其中”各部分之和。",
      "A total is not the sum of the parts given for it."),
    rationale: LocalizedText(
      "总额与分项是读者最先核对的勾稽关系；改了分项而没有改总额，公开后一望即知。",
      "Total and parts are what a reader checks first; a part that was changed without its total is seen at once."),
    fixSafety: .whereSingledOut,
    examples: [
      .section(
        wrong: "支出合计⟦100.00⟧万元，其中：基本支出60.00万元；项目支出45.00万元。", correction: "105.00"),
      .section(
        wrong: "2025年政府采购预算⟦95.00⟧万元，其中：货物25.00万元、工程0万元、服务75.00万元。", correction: "100.00"),
    ])

  let complaint = LocalizedText("合计有误", "wrong total")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    for breakdown in document.narrative.breakdowns where breakdown.isFull {
      if document.numeral(breakdown.parts[0])?.unit.isCount == true { continue }
      guard let total = sheet.figure(breakdown.head) else { continue }
      var parts: [QuantityIndex] = []
      parts.reserveCapacity(breakdown.parts.count)
      for part in breakdown.parts { if let figure = sheet.figure(part) { parts.append(figure) } }
      if parts.count == breakdown.parts.count { sheet.sum(total, parts) }
    }
    for flow in document.narrative.flows { state(flow, in: &sheet) }
  }

  /// What there was and came in, less what went out, is what is left at the end of the year.
  private func state(_ flow: FlowBalance, in sheet: inout RelationSheet) {
    var operands: [Operand] = []
    for index in flow.inflows { if let figure = sheet.figure(index) { operands.append(Operand(figure)) } }
    for index in flow.outflows {
      if let figure = sheet.figure(index) { operands.append(Operand(figure, coefficient: -1)) }
    }
    guard operands.count == flow.inflows.count + flow.outflows.count, let left = operands.last else { return }
    sheet.balance(operands, derived: left.quantity)
  }
}
