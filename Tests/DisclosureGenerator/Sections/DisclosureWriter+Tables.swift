extension DisclosureWriter {
  /// The tables, whose figures are those of the narrative, in 万元 or in 元.
  mutating func tables(inYuan: Bool) {
    let narrative = style
    style = inYuan ? .yuanTable : FigureStyle(separatesThousands: random.chance(40))
    isInTable = true
    totalsTable()
    expenditureTable()
    threePublicTable()
    isInTable = false
    style = narrative
  }

  private mutating func captions(_ title: String, number: Int) -> [Passage] {
    let isFinal = facts.kind == .final
    let year = year()
    let suffix = isFinal ? "决算表" : "预算表"
    let mark = isFinal ? "公开0\(number)表" : "预算0\(number)表"
    let name: Passage = "部门名称：\(facts.entity) 单位：\(style.unit)"
    return isFinal ? ["\(title)\(suffix)", "\(mark)", name] : ["\(mark)", "\(year)部门\(title)\(suffix)", name]
  }

  /// A figure, or an empty cell where it is zero and zeros are not printed.
  private mutating func cell(_ yuan: Int, of measure: String?, printsZero: Bool) -> (cell: Passage?, figure: Figure?) {
    guard yuan != 0 || printsZero else { return (nil, nil) }
    let figure = amount(yuan, of: measure.map { "表\($0)" })
    return ("\(figure)", figure)
  }

  /// Revenue and expenditure side by side.
  private mutating func totalsTable() {
    let printsZero = random.chance(40)
    let revenues = [
      ("一、一般公共预算拨款收入", facts.generalBudget), ("二、政府性基金预算拨款收入", facts.governmentFund),
      ("三、国有资本经营预算拨款收入", facts.stateCapital), ("四、事业收入", facts.business), ("五、其他收入", facts.other),
    ]
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八"]
    let classes = facts.classes
    var rows: [Table.Row] = []
    var parts: [Figure] = []
    for index in 0..<max(revenues.count, classes.count) {
      var row: Table.Row = [nil, nil, nil, nil]
      if index < revenues.count {
        let (cell, figure) = cell(revenues[index].1.current, of: nil, printsZero: printsZero)
        row[0] = "\(revenues[index].0)"
        row[1] = cell
        if let figure { parts.append(figure) }
      }
      if index < classes.count, facts.total == facts.generalBudget {
        row[2] = "\(numerals[index])、\(classes[index].name)"
        row[3] = cell(classes[index].amount.current, of: "类\(classes[index].code)", printsZero: printsZero).cell
      }
      rows.append(row)
    }
    let carryOver = cell(facts.carryOver.current, of: nil, printsZero: printsZero)
    rows.append(["上年结转结余", carryOver.cell, nil, nil])
    let revenue = amount(facts.total.current, of: "表总计")
    let expenditure = amount(facts.total.current, of: "表总计")
    tie(.equal, revenue, expenditure, strength: .tabular)
    tieSum(revenue, parts + (carryOver.figure.map { [$0] } ?? []), strength: .tabular)
    rows.append(["收入总计", "\(revenue)", "支出总计", "\(expenditure)"])
    let captions = captions("收支", number: 1)
    blocks.append(.table(Table(captions: captions, header: ["项目", "金额", "项目", "金额"], rows: rows)))
  }

  /// Expenditure by account: total, basic and project.
  private mutating func expenditureTable() {
    let printsZero = random.chance(30)
    var rows: [Table.Row] = []
    var column: [[Figure]] = [[], [], []]
    for item in facts.items {
      let amounts = [
        item.amount.current, item.isProject ? 0 : item.amount.current, item.isProject ? item.amount.current : 0,
      ]
      var row: Table.Row = ["\(item.account.code)", "\(item.account.item)"]
      for (index, yuan) in amounts.enumerated() {
        let (cell, figure) = cell(yuan, of: index == 0 ? "项\(item.account.code)" : nil, printsZero: printsZero)
        row.append(cell)
        if let figure { column[index].append(figure) }
      }
      rows.append(row)
    }
    let sums = [facts.generalBudget, facts.basic, facts.project].map(\.current)
    var last: Table.Row = [nil, "合计"]
    for (index, yuan) in sums.enumerated() {
      let (cell, figure) = cell(yuan, of: ["一般公共预算", "基本支出", nil][index], printsZero: printsZero)
      last.append(cell)
      if let figure { tieSum(figure, column[index], strength: .tabular) }
    }
    rows = random.chance(50) ? rows + [last] : [last] + rows
    let captions = captions("一般公共预算支出", number: 5)
    blocks.append(
      .table(Table(captions: captions, header: ["科目编码", "科目名称", "合计", "基本支出", "项目支出"], rows: rows)))
  }

  /// The three public expenses in one row.
  private mutating func threePublicTable() {
    var row: Table.Row = []
    let amounts = [
      facts.threePublic, facts.abroad, facts.vehicleCost, facts.purchase, facts.running, facts.reception,
    ]
    for measure in amounts { row.append(cell(measure.current, of: nil, printsZero: true).cell) }
    let header = ["合计", "因公出国（境）费", "小计", "公务用车购置费", "公务用车运行费", "公务接待费"]
    let captions = captions("“三公”经费", number: 7)
    blocks.append(.table(Table(captions: captions, header: header, rows: [row])))
  }
}
