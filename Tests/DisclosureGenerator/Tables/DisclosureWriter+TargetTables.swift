extension DisclosureWriter {
  /// The indicators of a department as a whole, with targets that are no amounts.
  private static let indicators = [
    ("投入管理指标", "工作目标管理", "年度履职目标相关性", "相关"), ("投入管理指标", "工作目标管理", "工作任务科学性", "科学"),
    ("投入管理指标", "预算和财务管理", "预算编制完整性", "完整"), ("投入管理指标", "预算和财务管理", "专项资金细化率", "≥95%"),
    ("投入管理指标", "预算和财务管理", "预算调整率", "≤10%"), ("投入管理指标", "预算和财务管理", "结转结余率", "≤5%"),
    ("投入管理指标", "绩效管理", "绩效自评完成率", "100%"), ("产出指标", "重点工作任务完成", "重点工作完成率", "≥95%"),
    ("产出指标", "履职目标实现", "年度目标实现率", "≥90%"), ("效益指标", "履职效益", "服务对象受益面", "≥80%"),
    ("效益指标", "满意度", "群众满意度", "≥90%"),
  ]

  /// The targets of the department as a whole: its budget by source and by kind, then indicators.
  mutating func wholeTargetsTable(_ title: Passage, number: Int) {
    let total = facts.total.current
    let rest = total - facts.appropriation.current
    func line(_ label: String, _ yuan: Int, _ measure: String, isTotal: Bool = false) -> Listing.Line {
      .init(label: label, amounts: [(yuan, measure)], isTotal: isTotal)
    }
    let lines = [
      line("部门预算总额（\(style.unit)）", total, "总计", isTotal: true),
      line("1、资金来源：（1）政府预算资金", facts.appropriation.current, "财政拨款"),
      line("（2）财政专户管理资金", 0, "专户"), line("（3）单位资金", rest, "单位资金"),
      line("2、资金结构：（1）基本支出", facts.totalBasic.current, "基本支出合计"),
      line("（2）项目支出", facts.totalProject.current, "项目支出合计"),
    ]
    let band = Listing.Band(label: ["预算情况"], amounts: [["金额"]], lines: lines)
    let (draft, figures) = listing(.wholeTargets, title, number: number, [band])
    tieCells(figures[0][0][0], figures[0][1...3].map { $0[0] })
    tieCells(figures[0][0][0], figures[0][4...5].map { $0[0] })
    finish(draft)
    taskTable()
    indicatorTable()
  }

  /// The year's tasks in words, whose numbers are no amounts of the table.
  private mutating func taskTable() {
    let columns = ["任务名称", "主要内容"].map { Table.Column(path: [$0], role: .text) }
    var table = Table(kind: .wholeTargets, captions: [], columns: columns, isContinuation: true)
    let year = facts.year
    let tasks: [Passage] = [
      "1、按时支付职工工资福利待遇，保障\(facts.selfWord)正常运转。2、开展专项检查3次，培训120人次。", "聚焦重点领域，全年受理群众来信15件，办结率达100%。",
      "\(year)年12月底前完成项目验收，投入资金不超过20万元。", "完成3个村（社区）的示范点建设，惠及群众2,300余人。",
    ]
    for (index, task) in tasks.prefix(random.number(1...4)).enumerated() {
      table.rows.append(["任务\(["一", "二", "三", "四"][index])", task])
    }
    blocks.append(.table(table))
  }

  /// A table of words only, which follows the one before without a title.
  private mutating func indicatorTable() {
    let columns = ["一级指标", "二级指标", "三级指标", "指标值"].map { Table.Column(path: [$0], role: .text) }
    var table = Table(kind: .wholeTargets, captions: [], columns: columns, isContinuation: true)
    var last: (String, String) = ("", "")
    for (first, second, third, value) in Self.indicators.prefix(random.number(4...11)) {
      table.rows.append([
        first == last.0 ? nil : "\(first)", second == last.1 ? nil : "\(second)", "\(third)", "\(value)",
      ])
      last = (first, second)
    }
    blocks.append(.table(table))
  }

  /// The targets of the projects: what each costs and what it shall bring about.
  mutating func projectTargetsTable(_ title: Passage, number: Int) {
    let names = [
      Table.Column(path: ["单位编码（项目编码）"], role: .code), Table.Column(path: ["项目单位（项目名称）"], role: .name),
    ]
    let over = "项目金额（\(style.unit)）"
    let includes: Pivot.Selection = { $0.project != nil }
    let columns = [
      Pivot.Column(path: [over, "资金总额"], measure: "全部·项目支出", parts: [1, 2, 3], includes: includes),
      Pivot.Column(path: [over, "政府预算资金"], measure: "财政·项目支出") { includes($0) && $0.fund.isAppropriation },
      Pivot.Column(path: [over, "财政专户管理资金"], measure: "专户·项目支出") { _ in false },
      Pivot.Column(path: [over, "单位资金"], measure: "单位·项目支出") { includes($0) && !$0.fund.isAppropriation },
    ]
    let targets = [("成本指标", "经费成本"), ("产出指标", "完成数量"), ("满意度指标", "满意度")].flatMap { group, _ in
      ["三级指标", "指标值"].map { Table.Column(path: ["绩效目标", group, $0], role: .text) }
    }
    var rows = [totalRow(["\(habits.unitCode)", "\(facts.entity)"], where: includes)]
    rows[0].head = .init(code: habits.unitCode, label: facts.entity, isTotal: true)
    for (index, project) in facts.projects.enumerated() {
      rows.append(
        Pivot.Row(
          head: .init(code: project.code, label: project.name), key: "项目\(index)", level: 1,
          includes: { $0.project == index }, names: ["\(project.code)", "\(project.name)"]))
    }
    var draft = draft(
      .projectTargets, title, number: number,
      columns: names + columns.map { Table.Column(path: $0.path, role: .amount) } + targets)
    fill(&draft, with: Pivot(names: names, columns: columns, rows: rows))
    draft.table.numbersColumns = false
    for row in draft.table.rows.indices {
      let cost = row == 0 ? 0 : facts.projects[row - 1].amount.current / 10_000 + 1
      draft.table.rows[row] +=
        row == 0
        ? targets.map { _ in nil }
        : ["项目成本", "≤\(cost)万元", row % 2 == 0 ? "工作完成率" : "检查次数", row % 2 == 0 ? "≥95%" : "≥12次", "服务对象满意度", "≥90%"]
    }
    finish(draft)
  }
}
