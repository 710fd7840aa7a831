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
        Pivot.Column(path: ["本年拨款", name], measure: fund == .general && facts.generalCarry > 0 ? "一般·本年项目支出" : measure)
        {
          $0.project != nil && $0.fund == fund && !$0.isCarried
        })
    }
    for (name, _, fund) in funds {
      columns.append(
        Pivot.Column(path: ["财政拨款结转结余", name], measure: "结转·\(name)项目") { fund == .general && $0.isCarried })
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
    var rows = [first] + unitRows({ ["\($0)", "\($1)", nil] }, where: total)
    for (index, project) in facts.projects.enumerated() {
      let unit = facts.outlays.first { $0.project == index }.map(\.unit) ?? 0
      let name = facts.units.count > 1 ? facts.units[unit].name : facts.entity
      let row = Pivot.Row(
        head: .init(label: project.name), key: "项目\(index)", level: 2, includes: { $0.project == index },
        names: [project.isRunning ? "其他运转类" : "特定目标类", "\(project.name)", "\(name)"])
      // The projects of a unit stand below it.
      let later = (unit + 1..<max(unit + 1, facts.units.count)).map { "单位\($0)" }
      let next = rows.indices.first { later.contains(rows[$0].key) }
      rows.insert(row, at: next ?? rows.count)
    }
    return rows
  }

  /// What is bought, by goods, works and services.
  mutating func procurementTable(_ title: Passage, number: Int) {
    let amounts = [
      (facts.procurement, "政府采购"), (facts.goods, "采购货物"), (facts.works, "采购工程"), (facts.services, "采购服务"),
    ].map { (yuan: $0.0, measure: $0.1) }
    let lines = [
      Listing.Line(label: habits.totalName, amounts: amounts, isTotal: true),
      Listing.Line(label: facts.entity, amounts: amounts),
    ]
    let columns = [["合计"], ["货物类"], ["工程类"], ["服务类"]].map { ["采购预算金额"] + $0 }
    let band = Listing.Band(label: ["单位名称"], amounts: columns, lines: lines)
    let (draft, figures) = listing(.procurement, title, number: number, [band])
    for line in figures[0] { tieCells(line[0], Array(line[1...])) }
    finish(draft)
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
