import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds words of direction that the figures contradict.
struct WrongDirection: RelationRule {
  static let info = RuleInfo(
    name: "wrong-direction", category: .wording, severity: .error,
    summary: LocalizedText(
      "“增加、减少、大于、小于、持平”与数字相反，或前后两个方向词矛盾。",
      "A word of direction contradicts the figures, or the other word of its pair."),
    rationale: LocalizedText(
      "数字变了方向而文字没有变，是沿用上年文本最常见的错误。",
      "Figures that turned while the word stayed are the mark of last year's text."),
    fixSafety: .whereSingledOut,
    examples: [
      .section(
        title: "某局2025年度部门决算公开",
        wrong: "年初预算为52.40万元，支出决算为48.30万元。决算数⟦大于⟧预算数的主要原因是厉行节约。", correction: "小于"),
      .section(
        wrong: "机关运行经费126.00万元，比2024年度增加6.00万元，⟦下降⟧5.00%。", correction: "增长"),
      .section(
        wrong: "1.“教育支出（类）普通教育（款）小学教育（项）”科目30.00万元，比2024年预算执行数减少10.00%。主要原因是：小学教育经费⟦增加⟧。", correction: "减少"),
      .section(
        wrong: "一、机关运行经费情况\n\n2025年机关运行经费126.00万元，比2024年预算增加6.00万元，增长5.00%，主要原因是新增办公用房，公用经费⟦减少⟧。",
        correction: "增加"),
      .section(
        wrong: "一、“三公”经费支出情况\n\n（一）公务接待费2.00万元，比2024年预算增加1.00万元，主要原因是⟦厉行节约，从严控制接待⟧。",
        correction: "接待批次增加"),
    ])

  static let judgesWords = true

  let complaint = LocalizedText("方向有误", "wrong direction")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    for movement in document.narrative.movements {
      if let change = movement.change, let rate = movement.rate, let amount = sheet.figure(change),
        let percent = sheet.figure(rate), sheet.value(amount) != 0, let one = sheet.word(change),
        let other = sheet.word(rate), sheet.value(percent) != 0 || sheet.value(other) != 0
      {
        sheet.state(.agreement(one, other), derived: other, .stated)
        stateReason(behind: max(change, rate), for: [one, other], document, in: &sheet)
      }
      if let statement = movement.unchanged, let word = sheet.word(statement), let baseStatement = movement.base,
        let base = sheet.figure(baseStatement), let currentStatement = movement.current,
        let current = sheet.figure(currentStatement)
      {
        sheet.state(.comparison(direction: word, current, base), derived: word, .stated)
      }
    }
    for movement in document.narrative.movements where movement.change == nil {
      guard let rate = movement.rate, let word = sheet.word(rate), let percent = sheet.figure(rate),
        sheet.value(percent) != 0, let baseStatement = movement.base, let base = sheet.figure(baseStatement),
        let currentStatement = movement.current, let current = sheet.figure(currentStatement)
      else { continue }
      sheet.state(.comparison(direction: word, current, base), derived: word, .stated)
    }
    for label in document.narrative.labels {
      guard let one = sheet.word(label.said), let other = sheet.word(label.label) else { continue }
      sheet.state(.agreement(one, other), derived: other, .stated)
    }
    for plan in document.narrative.unprintedPlans {
      guard let word = sheet.word(plan.word) else { continue }
      if let statement = plan.rate, let rate = sheet.figure(statement) {
        let whole = sheet.constant(FigureLedger.rateScale)
        sheet.state(.comparison(direction: word, rate, whole), derived: word, .stated)
      }
      if let statement = plan.change, let amount = sheet.figure(statement), sheet.value(amount) != 0,
        let other = sheet.word(statement)
      {
        sheet.state(.agreement(other, word), derived: word, .stated)
      }
    }
    for completion in document.narrative.completions {
      guard let statement = completion.word, let word = sheet.word(statement),
        let actual = sheet.figure(completion.actual), let plan = sheet.figure(completion.plan)
      else { continue }
      sheet.state(.comparison(direction: word, actual, plan), derived: word, .stated)
    }
  }
}
