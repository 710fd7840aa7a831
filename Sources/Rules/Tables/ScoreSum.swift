import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds scores of self-evaluations that do not follow from weights, rates and each other.
struct ScoreSum: RelationRule {
  static let info = RuleInfo(
    name: "score-sum", category: .tables, severity: .error,
    summary: LocalizedText(
      "绩效自评表的分值、得分与总分不符，或预算执行率的得分与执行率不符。",
      "Weights, scores and their total contradict each other, or the points for the execution rate do not follow from it."
    ),
    rationale: LocalizedText(
      "自评得分决定评价等级和下年预算；总分不是各项得分之和，说明有一项没有随之重算。",
      "The score decides the grade and next year's budget; a total that its rows do not add up to was not computed anew."
    ),
    fixSafety: .whereSingledOut,
    examples: [
      RuleExample(
        wrong: """
          某馆2024年度部门决算公开
          部门整体支出绩效自评表
          三级指标 年度指标值 实际完成值 分值 得分
          展览场次 ≥6场 6场 40 40
          观众人次 ≥8万人次 7万人次 40 35
          观众满意度 ≥90% 96% 20 20
          总分 100 ⟦98⟧
          """, correction: "95")
    ])

  let complaint = LocalizedText("自评得分有误", "wrong score")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    let cells = document.tables.cells
    for law in document.tables.evaluation.laws {
      switch law {
      case .total(let total, let parts) where !cells[total].unit.isMoney:
        sheet.state(.column, total, parts)
      case .score(let score, let weight, let rate):
        guard let score = sheet.cell(score), let weight = sheet.cell(weight), let rate = sheet.cell(rate) else {
          continue
        }
        sheet.state(
          .quotient(rate: Operand(rate), numerator: [Operand(score)], denominator: [Operand(weight)]), derived: score,
          .stated)
      case .limit(let score, let weight): sheet.state(.bound, weight, [score])
      case .repetition(let copy, let first, let evidence) where cells[copy].unit == .none:
        guard let first = sheet.cell(first), let copy = sheet.cell(copy) else { continue }
        sheet.equal(first, copy, evidence: evidence)
      default: continue
      }
    }
  }
}

extension RelationSheet {
  /// States a law between cells that stand in one table.
  mutating func state(_ kind: TableLaw.Kind, _ total: CellIndex, _ parts: [CellIndex]) {
    state(kind, total, parts.span, .stated)
  }
}
