import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds growth rates that do not follow from the change and the base.
struct WrongGrowth: RelationRule {
  static let info = RuleInfo(
    name: "wrong-growth", category: .arithmetic, severity: .error,
    summary: LocalizedText(
      "增长或下降的百分比与增减额、上年数算不拢。",
      "A rate of growth is not the change over the base."),
    rationale: LocalizedText(
      "增减幅是公众最关注的数字之一，且最容易忘记重算。",
      "Growth rates are read first and recomputed last."),
    fixSafety: .whereSingledOut,
    examples: [
      .section(
        wrong: "2025年收入总计1593.84万元，支出总计1593.84万元，与2024年预算相比，收支总计各增加508.92万元，增长⟦47.91%⟧。", correction: "46.91%"),
      .section(wrong: table("⟦20%⟧"), right: table("10%")),
    ])

  private static func table(_ rate: String) -> String {
    """
    一般公共预算“三公”经费支出表
    单位：万元
    项目\t2024年预算数\t2025年预算数
    合计\t36.00\t33.00
    因公出国（境）费\t0.00\t0.00
    公务接待费\t6.00\t6.00
    公务用车购置及运行维护费\t30.00\t27.00

    一、“三公”经费情况说明

    （一）公务接待费预算6.00万元，与2024年预算持平。
    （二）公务用车购置及运行维护费预算27.00万元，比2024年预算下降\(rate)。
    """
  }

  let complaint = LocalizedText("增减幅有误", "wrong rate of change")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    for difference in document.narrative.differences { state(difference, in: &sheet) }
    sheet.stateLaws(.growth)
    for moved in document.columnBases() where !sheet.refuted.contains(moved.base) { state(moved, in: &sheet) }
    for movement in document.narrative.movements {
      guard let rateStatement = movement.rate, let rate = sheet.figure(rateStatement),
        let sign = sheet.word(rateStatement)
      else { continue }
      let signed = Operand(rate, direction: sign)
      let change = movement.change.flatMap { statement in
        sheet.figure(statement).map { Operand($0, direction: sheet.word(statement)) }
      }
      if let baseStatement = movement.base, let base = sheet.figure(baseStatement) {
        if sheet.value(base) == 0 { continue }
        if let change {
          sheet.ratio(signed, of: [change], over: [Operand(base)])
        } else if let currentStatement = movement.current, let current = sheet.figure(currentStatement) {
          sheet.ratio(signed, of: [Operand(current), Operand(base, coefficient: -1)], over: [Operand(base)])
        }
      } else if let change, let currentStatement = movement.current, let current = sheet.figure(currentStatement) {
        // Where the whole amount is new there is no base, which zero-base-growth says; the relation
        // cannot be checked, but tells which word of direction may not be turned.
        if sheet.value(current) == 0, sheet.value(change.quantity) == 0 { continue }
        var minus = change
        minus.coefficient = -1
        sheet.ratio(signed, of: [change], over: [Operand(current), minus])
      }
    }
  }

  /// The base stands in a table only: one cell against one sentence.
  private func state(_ moved: ColumnBase, in sheet: inout RelationSheet) {
    guard let statement = moved.movement.rate, let rate = sheet.figure(statement), let sign = sheet.word(statement),
      let current = sheet.figure(moved.current), let base = sheet.cell(moved.base), sheet.value(base) != 0
    else { return }
    sheet.ratio(
      Operand(rate, direction: sign), of: [Operand(current), Operand(base, coefficient: -1)], over: [Operand(base)],
      isLoose: true)
  }

  /// 预决算差异率: how far the final figure is from the plan; the two say to which side.
  private func state(_ difference: Completion, in sheet: inout RelationSheet) {
    guard let index = difference.rate, let rate = sheet.figure(index), let actual = sheet.figure(difference.actual),
      let plan = sheet.figure(difference.plan), sheet.value(plan) != 0
    else { return }
    let sign: Int128 = sheet.value(actual) < sheet.value(plan) ? -1 : 1
    sheet.ratio(
      Operand(rate, coefficient: sign), of: [Operand(actual), Operand(plan, coefficient: -1)], over: [Operand(plan)])
  }
}
