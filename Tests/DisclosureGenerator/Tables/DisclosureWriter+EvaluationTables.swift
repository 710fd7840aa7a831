extension DisclosureWriter {
  /// A rate or a score in column `column` of the row that is being written.
  private mutating func rate(
    _ hundredths: Int, unit: String = "", _ head: TableDraft.RowHead, column: Int, in draft: inout TableDraft
  ) -> Figure {
    let figure = percent(hundredths)
    figures[figure.index].unit = unit
    draft.note(figures[figure.index], head, column: column)
    return figures[figure.index]
  }

  /// How the department as a whole kept its budget, and its score.
  mutating func wholeEvaluationTable(_ title: Passage, number: Int) {
    let names = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    let columns =
      [Table.Column(path: ["部门整体支出情况"], role: .name)] + names.map { Table.Column(path: [$0], role: .amount) }
    var draft = draft(.wholeEvaluation, title, number: number, columns: columns, zero: .digit)
    let own = facts.total - facts.appropriation
    let lines = [
      ("部门预算总额（\(style.unit)）", facts.total), ("资金来源：（1）政府预算资金", facts.appropriation), ("（2）财政专户管理资金", .zero),
      ("（3）单位资金", own),
    ]
    var sums: [[Figure?]] = []
    var whole: [Figure] = []
    for (index, (label, measure)) in lines.enumerated() {
      let head = TableDraft.RowHead(label: label, isTotal: index == 0)
      var cells: Table.Row = ["\(label)"]
      var figures: [Figure?] = []
      for (column, yuan) in [measure.initial, measure.adjusted, measure.current].enumerated() {
        let key = column == 2 ? ["总计", "财政拨款", "专户", "单位资金"][index] : nil
        let (passage, figure) = cell(yuan, of: key, head, column: column + 1, in: &draft)
        cells.append(passage)
        figures.append(figure)
      }
      let scores = scoreCells(measure, figures, head, isWhole: index == 0, in: &draft)
      cells += scores.cells
      if index == 0 { whole = scores.figures }
      sums.append(figures)
      draft.append(cells)
    }
    for column in 0...2 { tieCells(sums[0][column], sums[1...].map { $0[column] }) }
    finish(draft)
    scoreTable(execution: random.chance(50) ? whole : [], rate: Self.executionRate(facts.total))
  }

  /// 分值, 执行率 and 得分 of one line.
  private mutating func scoreCells(
    _ measure: Measure, _ figures: [Figure?], _ head: TableDraft.RowHead, isWhole: Bool, in draft: inout TableDraft
  ) -> (cells: Table.Row, figures: [Figure]) {
    guard measure.adjusted > 0 else { return (["-", nil, "-"], []) }
    let hundredths = Self.executionRate(measure)
    let rate = rate(hundredths, head, column: 5, in: &draft)
    if let actual = figures[2], let planned = figures[1] { tie(.share, actual, planned, rate, strength: .tabular) }
    guard isWhole else { return (["-", "\(rate)", "-"], []) }
    let weight = self.rate(1000, head, column: 4, in: &draft)
    let score = self.rate(min(1000, (hundredths + 5) / 10), head, column: 6, in: &draft)
    return (["\(weight)", "\(rate)", "\(score)"], [weight, score])
  }

  /// What was spent of the full year's budget, in hundredths of a percent.
  private static func executionRate(_ measure: Measure) -> Int {
    measure.adjusted > 0 ? (measure.current * 20_000 + measure.adjusted) / (2 * measure.adjusted) : 0
  }

  /// Indicators with weights and scores and their sums, which count the ten points for keeping the
  /// budget where `execution` has them, and repeat the execution rate of `rate` hundredths of a percent.
  private mutating func scoreTable(execution: [Figure], rate hundredths: Int) {
    let names = ["一级指标", "三级指标", "年度指标值", "实际完成值"]
    let columns =
      names.map { Table.Column(path: [$0], role: .text) }
      + ["分值", "得分"].map { Table.Column(path: [$0], role: .amount) }
    let title = "绩效指标完成情况"
    var draft = TableDraft(
      table: Table(kind: .wholeEvaluation, captions: [], columns: columns),
      truth: PrintedTable(kind: .wholeEvaluation, title: title, unit: style.unit, columns: columns.map(\.path)),
      zero: .digit)
    let list = [
      ("投入管理指标", "预算编制完整性", "完整", "完整"), ("投入管理指标", "预算执行率", "≥90%", "\(style.percent(hundredths))%"),
      ("投入管理指标", "结转结余率", "≤20%", "6%"),
      ("产出指标", "重点任务完成度", "≥95%", "100%"), ("产出指标", "工作质量达标率", "≥90%", "98%"), ("效益指标", "社会效益", "明显", "明显"),
      ("效益指标", "可持续影响", "持续", "持续"), ("满意度指标", "群众满意度", "≥90%", "95%"),
    ]
    var weights = random.pick([
      [5, 10, 10, 20, 15, 10, 10, 10], [10, 5, 5, 15, 15, 15, 15, 10], [2, 8, 10, 10, 20, 15, 15, 10],
    ])
    if execution.isEmpty { weights[3] += 10 }
    var sums: ([Figure], [Figure]) = (Array(execution.prefix(1)), Array(execution.dropFirst()))
    var scored = execution.last?.value ?? 0
    for (index, (first, third, target, actual)) in list.enumerated() {
      let head = TableDraft.RowHead(label: third)
      let score = random.chance(70) ? weights[index] * 100 : weights[index] * random.number(60...99)
      scored += score
      let weight = rate(weights[index] * 100, head, column: 4, in: &draft)
      let points = rate(score, head, column: 5, in: &draft)
      tie(.bound, points, weight, strength: .tabular)
      sums.0.append(weight)
      sums.1.append(points)
      draft.append(["\(first)", "\(third)", "\(target)", "\(actual)", "\(weight)", "\(points)"])
    }
    let head = TableDraft.RowHead(label: "总分", isTotal: true)
    let whole = rate(10_000, head, column: 4, in: &draft)
    let points = rate(scored, head, column: 5, in: &draft)
    tieSum(whole, sums.0, strength: .tabular)
    tieSum(points, sums.1, strength: .tabular)
    draft.append(["总分", nil, nil, nil, "\(whole)", "\(points)"])
    finish(draft)
  }

  /// What was spent of every project's budget, and its score.
  mutating func projectEvaluationTable(_ title: Passage, number: Int) {
    let names = ["部门编码", "项目名称", "项目类型"]
    let columns =
      [
        Table.Column(path: [names[0]], role: .code), Table.Column(path: [names[1]], role: .name),
        Table.Column(path: [names[2]], role: .text),
      ]
      + ["全年预算数", "全年执行数", "预算执行率", "自评得分"].map { Table.Column(path: [$0], role: .amount) }
      + [Table.Column(path: ["是否有偏差项目"], role: .text)]
    var draft = draft(.projectEvaluation, title, number: number, columns: columns, zero: .digit)
    draft.table.numbersColumns = false
    for (index, project) in facts.projects.enumerated() {
      let head = TableDraft.RowHead(code: habits.unitCode, label: project.name)
      let spent = project.amount.prior
      let planned = cell(project.amount.current, of: "项目绩效\(index)", head, column: 3, in: &draft)
      let actual = cell(spent, of: nil, head, column: 4, in: &draft)
      let rate = rate(
        (spent * 20_000 + project.amount.current) / (2 * project.amount.current), unit: "%", head, column: 5, in: &draft
      )
      let score = self.rate(project.score, head, column: 6, in: &draft)
      if let whole = planned.figure, let part = actual.figure { tie(.share, part, whole, rate, strength: .tabular) }
      draft.append([
        "\(habits.unitCode)", "\(project.name)", "可执行项目", planned.passage, actual.passage, "\(rate)", "\(score)",
        project.score < 9000 ? "是" : "否",
      ])
    }
    finish(draft)
  }
}
