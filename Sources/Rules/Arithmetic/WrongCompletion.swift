import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds completion rates that do not follow from budget and final figure.
struct WrongCompletion: RelationRule {
  static let info = RuleInfo(
    name: "wrong-completion", category: .arithmetic, severity: .error,
    summary: LocalizedText(
      "“完成预算的…%”与预算数、决算数算不拢，或预算为0。",
      "A completion rate is not the final figure over the budget it names, or that budget is zero."),
    rationale: LocalizedText(
      "完成率是决算说明的核心指标；基数写错（年初预算写成全年预算）最为常见。",
      "The completion rate is the heart of final accounts; naming the wrong budget is the usual slip."),
    fixSafety: .whereSingledOut,
    examples: [
      .section(
        title: "某局2025年度部门决算公开",
        wrong: "年初预算为52.40万元，支出决算为48.30万元，完成年初预算的⟦93.18%⟧。", correction: "92.18%")
    ])

  let complaint = LocalizedText("完成率有误", "wrong completion rate")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    for completion in document.narrative.completions {
      guard let statement = completion.rate, let rate = sheet.figure(statement),
        let actual = sheet.figure(completion.actual), let plan = sheet.figure(completion.plan)
      else { continue }
      if sheet.value(plan) == 0 {
        // Nothing planned and nothing spent: the rate is a convention. Nothing planned and
        // something spent: no rate is possible.
        if sheet.value(actual) != 0, sheet.value(rate) != 0 {
          sheet.state(.undefinedRate(rate, of: plan), derived: rate, .stated)
        }
        continue
      }
      if sheet.value(actual) == 0, sheet.value(rate) == 0 { continue }
      sheet.ratio(Operand(rate), of: [Operand(actual)], over: [Operand(plan)])
    }
    for completion in document.columnPlans() {
      guard let rate = sheet.figure(completion.rate), let actual = sheet.figure(completion.actual),
        let plan = sheet.cell(completion.plan), sheet.value(plan) != 0
      else { continue }
      if sheet.value(actual) == 0, sheet.value(rate) == 0 { continue }
      sheet.ratio(Operand(rate), of: [Operand(actual)], over: [Operand(plan)])
    }
    stateEvaluations(document, in: &sheet)
    for completion in document.narrative.impliedCompletions {
      guard let rate = sheet.figure(completion.rate), let actual = sheet.figure(completion.actual),
        let change = sheet.figure(completion.change), let word = sheet.word(completion.change),
        sheet.value(actual) != sheet.value(word) * sheet.value(change), sheet.value(actual) != 0
      else { continue }
      sheet.ratio(
        Operand(rate), of: [Operand(actual)],
        over: [Operand(actual), Operand(change, coefficient: -1, direction: word)])
    }
  }

  /// States the execution rates of self-evaluations, in their tables and in the prose.
  private func stateEvaluations(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    for law in document.tables.evaluation.laws {
      switch law {
      case .execution(let rate, let spent, let budget):
        guard let rate = sheet.cell(rate) else { continue }
        state(rate, spent, budget, in: &sheet)
      case .repetition(let copy, let first, let evidence) where document.tables.cells[copy].unit == .percent:
        guard let first = sheet.cell(first), let copy = sheet.cell(copy) else { continue }
        sheet.equal(first, copy, evidence: evidence)
      default: continue
      }
    }
    for mention in document.tables.evaluation.rates {
      guard let rate = sheet.figure(mention.rate) else { continue }
      state(rate, mention.spent, mention.budget, in: &sheet)
    }
  }

  private func state(_ rate: QuantityIndex, _ spent: [CellIndex], _ budget: [CellIndex], in sheet: inout RelationSheet)
  {
    let numerator = spent.compactMap { sheet.cell($0) }
    let denominator = budget.compactMap { sheet.cell($0) }
    guard numerator.count == spent.count, denominator.count == budget.count else { return }
    sheet.ratio(Operand(rate), of: numerator.map { Operand($0) }, over: denominator.map { Operand($0) })
  }
}
