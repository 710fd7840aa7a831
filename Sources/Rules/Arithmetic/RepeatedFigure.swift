import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds measures that the text gives two values.
struct RepeatedFigure: RelationRule {
  static let info = RuleInfo(
    name: "repeated-figure", category: .arithmetic, severity: .error,
    summary: LocalizedText(
      "同一指标在文中有两个不同的数。",
      "One measure stands in the text with two values."),
    rationale: LocalizedText(
      "同一指标前后不一，读者无从判断哪个是真。",
      "Where one measure has two values no reader knows which is true."),
    fixSafety: .whereSingledOut,
    examples: [
      .section(
        wrong:
          "财政拨款支出主要内容如下：\n1. “教育支出（类）普通教育（款）小学教育（项）”⟦350.35⟧万元，主要用于小学教育。2024年当年预算执行数为348.52万元，2025年预算安排⟦352.67⟧万元。",
        right: "财政拨款支出主要内容如下：\n1. “教育支出（类）普通教育（款）小学教育（项）”350.35万元，主要用于小学教育。2024年当年预算执行数为348.52万元，2025年预算安排350.35万元。"),
      .section(
        title: "某局2025年度部门决算公开",
        wrong: "编报绩效目标的2025年度项目3个，涉及预算金额286.40万元；绩效跟踪评价的2025年度项目3个，涉及预算金额⟦268.40⟧万元；绩效自评的2025年度项目3个，涉及预算金额286.40万元。",
        correction: "286.40"
      ),
      .section(
        wrong:
          "一、“三公”经费预算情况\n\n2025年“三公”经费预算为36.45万元，比2024年预算减少1.50万元，主要原因是车辆报废。其中：因公出国（境）费0.00万元，公务用车购置费0.00万元，公务用车运行费30.00万元，公务接待费6.45万元。\n\n二、其他事项\n\n2025年“三公”经费预算总额为⟦36.54⟧万元。",
        correction: "36.45"
      ),
    ])

  let complaint = LocalizedText("前后不一", "one measure, two values")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    let changes = Dictionary(
      document.narrative.movements.compactMap { movement in
        movement.current.flatMap { current in movement.change.map { (current, $0) } }
      }, uniquingKeysWith: { first, _ in first })
    for restatement in document.narrative.restatements {
      guard let first = sheet.figure(restatement.first), let second = sheet.figure(restatement.second) else { continue }
      sheet.equal(first, second, evidence: restatement.isStated ? .stated : .matched)
      if restatement.reason == .balance { stateChanges(restatement, changes, document, in: &sheet) }
    }
    for echo in document.tables.echoes {
      guard let first = sheet.figure(echo.first), let second = sheet.figure(echo.second) else { continue }
      sheet.equal(first, second, evidence: .stated)
    }
    for absence in document.narrative.absences {
      guard let amount = sheet.figure(absence.amount), let none = sheet.absence(absence.words) else { continue }
      sheet.equal(none, amount, evidence: .stated)
    }
    for case .repetition(let copy, let first, let evidence) in document.tables.evaluation.laws
    where document.tables.cells[copy].unit.isMoney {
      guard let first = sheet.cell(first), let copy = sheet.cell(copy) else { continue }
      sheet.equal(first, copy, evidence: evidence)
    }
  }

  /// Where two totals balance in both years, so do their changes against the same base.
  private func stateChanges(
    _ restatement: Restatement, _ changes: [StatementIndex: StatementIndex], _ document: DisclosureDocument,
    in sheet: inout RelationSheet
  ) {
    guard let one = changes[restatement.first], let other = changes[restatement.second], one != other,
      let first = sheet.figure(one), let second = sheet.figure(other), let firstWord = sheet.word(one),
      let secondWord = sheet.word(other), let a = document.statement(one).reference,
      let b = document.statement(other).reference, a.basis == b.basis, a.year == b.year,
      a.relativeYear == b.relativeYear
    else { return }
    sheet.balance(
      [Operand(first, direction: firstWord), Operand(second, coefficient: -1, direction: secondWord)], derived: second,
      evidence: restatement.isStated ? .stated : .matched)
  }
}
