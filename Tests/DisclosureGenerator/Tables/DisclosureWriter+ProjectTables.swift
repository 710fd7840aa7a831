extension DisclosureWriter {
  /// The projects with the funds that pay for them.
  mutating func projectsTable(_ title: Passage, number: Int) {
    let names = ["类型", "项目名称", "项目单位"].map { Table.Column(path: [$0], role: .name) }
    let total: Pivot.Selection = { $0.project != nil }
    var columns = [Pivot.Column(path: ["合计"], measure: "全部·项目支出", parts: Array(1...8), includes: total)]
    let funds: [(String, String, Outlay.Fund)] = [
      ("一般公共预算", "一般·项目支出", .general), ("政府性基金预算", "基金·项目支出", .governmentFund),
      ("国有资本经营预算", "国资·项目支出", .stateCapital),
    ]
    for (name, measure, fund) in funds {
      columns.append(
        Pivot.Column(path: ["本年拨款", name], measure: measure) { $0.project != nil && $0.fund == fund })
    }
    for (name, _, _) in funds {
      columns.append(Pivot.Column(path: ["财政拨款结转结余", name], measure: "结转·\(name)") { _ in false })
    }
    columns.append(Pivot.Column(path: ["财政专户管理资金"], measure: "专户·项目支出") { _ in false })
    columns.append(
      Pivot.Column(path: ["单位资金"], measure: "单位·项目支出") { $0.project != nil && !$0.fund.isAppropriation })
    let pivot = Pivot(names: names, columns: columns, rows: projectRows(total))
    finish(pivotTable(.projects, title, number: number, pivot))
  }

  private mutating func projectRows(_ total: @escaping Pivot.Selection) -> [Pivot.Row] {
    var first = totalRow([habits.hasNamelessTotals ? nil : "\(habits.totalName)", nil, nil], where: total)
    first.head.label = habits.hasNamelessTotals ? "" : "合计"
    var unit = first
    unit.head = .init(code: habits.unitCode, label: facts.entity)
    unit.names = ["\(habits.unitCode)", "\(facts.entity)", nil]
    return [first, unit]
      + facts.projects.enumerated().map { index, project in
        Pivot.Row(
          head: .init(label: project.name), key: "项目\(index)", level: 1, includes: { $0.project == index },
          names: [project.isRunning ? "其他运转类" : "特定目标类", "\(project.name)", "\(facts.entity)"])
      }
  }

  /// What it costs to keep the department running, by economic classification.
  mutating func agencyTable(_ title: Passage, number: Int) {
    let isDivided = facts.agency == facts.operating
    var lines = [Listing.Line(label: habits.totalName, amounts: [(facts.agency.current, "机关运行经费")], isTotal: true)]
    lines.append(
      Listing.Line(label: facts.entity, amounts: lines[0].amounts, code: habits.unitCode))
    let includes: Pivot.Selection = { $0.fund == .general && $0.project == nil && !$0.economic.isPersonnel }
    if isDivided {
      for account in Set(facts.outlays.filter(includes).map(\.economic)).sorted(by: { $0.code < $1.code }) {
        let yuan = sum { includes($0) && $0.economic == account }
        lines.append(
          Listing.Line(label: account.name, amounts: [(yuan, "一般·基本支出|经\(account.code)")], code: account.code))
      }
    }
    let over = "部门预算支出经济分类科目"
    let band = Listing.Band(
      label: [over, "科目名称"], amounts: [["机构运行经费支出", "合计"]], code: [over, "科目编码"], lines: lines)
    let (draft, figures) = listing(.agency, title, number: number, [band])
    tieCells(figures[0][0][0], figures[0].dropFirst(2).map { $0[0] })
    finish(draft)
  }
}
