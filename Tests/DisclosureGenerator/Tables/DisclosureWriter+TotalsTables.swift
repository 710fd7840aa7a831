extension DisclosureWriter {
  /// The sum of the outlays that `includes` selects.
  func sum(where includes: (Outlay) -> Bool) -> Int {
    facts.outlays.reduce(0) { $0 + (includes($1) ? $1.amount : 0) }
  }

  private func line(_ label: String, _ yuan: Int, _ measure: String, isTotal: Bool = false) -> Listing.Line {
    Listing.Line(label: label, amounts: [(yuan, measure)], isTotal: isTotal)
  }

  private func functions() -> [(number: String, code: String, name: String)] {
    if facts.kind == .final { return FunctionList.final }
    return habits.layout == .henan ? FunctionList.budget : FunctionList.short(facts.outlays)
  }

  /// All revenue and expenditure side by side.
  mutating func totalsTable(_ title: Passage, number: Int) {
    var left = revenueLines()
    var right = functions().map { function in
      line(
        "\(function.number)、\(function.name)", sum { $0.account.classCode == function.code }, "全部·支出|类\(function.code)")
    }
    let leftParts = left.indices.filter { !left[$0].label.hasPrefix("其中") && !left[$0].label.hasPrefix("1.") }
      .filter { !left[$0].label.hasPrefix("2.") && !left[$0].label.hasPrefix("3.") }
    let rightParts = Array(right.indices)
    let height = max(left.count, right.count)
    while left.count < height { left.append(.init(label: "")) }
    while right.count < height { right.append(.init(label: "")) }
    let ends = totalLines()
    let hasUses = facts.kind == .budget && habits.layout == .general && random.chance(40)
    left += ends.left
    right += ends.right
    var bands = totalsBands(left, right, hasNumbers: facts.kind == .final && habits.layout != .shanghai)
    if hasUses { bands.append(uses(height: height, ends: ends.right.count)) }
    let (draft, figures) = listing(.totals, title, number: number, bands)
    let (first, last) = (height, left.count - 1)
    let year = ends.left.count == 1 ? last : first
    tieCells(figures[0][year][0], leftParts.map { figures[0][$0][0] })
    tieCells(figures[1][year][0], rightParts.map { figures[1][$0][0] })
    if year != last {
      for side in 0...1 { tieCells(figures[side][last][0], (first..<last).map { figures[side][$0][0] }) }
    }
    tieSources(left, figures[0])
    if hasUses { tieCells(figures[2][year][0], [figures[2][0][0], figures[2][1][0]]) }
    finish(draft)
  }

  private func totalsBands(_ left: [Listing.Line], _ right: [Listing.Line], hasNumbers: Bool) -> [Listing.Band] {
    let amount = facts.kind == .final ? "决算数" : habits.layout == .henan ? "金额" : "预算数"
    return [
      Listing.Band(
        label: ["收入", "项目"], amounts: [["收入", amount]], firstNumber: hasNumbers ? 1 : nil, lines: left),
      Listing.Band(
        label: ["支出", "项目"], amounts: [["支出", amount]], firstNumber: hasNumbers ? left.count + 1 : nil, lines: right),
    ]
  }

  /// Jiangsu's third list: expenditure by its use.
  private func uses(height: Int, ends: Int) -> Listing.Band {
    var lines = [
      line("一、基本支出", facts.totalBasic.current, "基本支出合计"), line("二、项目支出", facts.totalProject.current, "项目支出合计"),
    ]
    while lines.count < height { lines.append(.init(label: "")) }
    lines.append(line("本年支出小计", facts.total.current, "总计", isTotal: ends == 1))
    if ends > 1 {
      while lines.count < height + ends - 1 { lines.append(.init(label: "")) }
      lines.append(line("支出总计", facts.total.current, "总计", isTotal: true))
    }
    return Listing.Band(label: ["支出", "支出用途"], amounts: [["支出", "金额"]], lines: lines)
  }

  /// A source and what it is made up of: 财政拨款收入, 1. 2. 3.
  private mutating func tieSources(_ lines: [Listing.Line], _ figures: [[Figure?]]) {
    guard let head = lines.firstIndex(where: { $0.label == "一、财政拨款收入" }) else { return }
    tieCells(figures[head][0], (1...3).map { figures[head + $0][0] })
  }

  private func revenueLines() -> [Listing.Line] {
    let received = facts.generalBudget.current - facts.generalCarry
    let general = line("", received, facts.generalCarry == 0 ? "一般公共预算" : "收入·一般|合计").amounts
    let fund = line("", facts.governmentFund.current, "政府性基金预算").amounts
    let capital = line("", facts.stateCapital.current, "国有资本经营预算").amounts
    func named(_ labels: [(String, [(yuan: Int, measure: String)])]) -> [Listing.Line] {
      labels.map { Listing.Line(label: $0.0, amounts: $0.1) }
    }
    func none(_ name: String) -> [(yuan: Int, measure: String)] { [(0, "收入·\(name)")] }
    let business = [(yuan: facts.business.current, measure: "收入·事业|合计")]
    let other = [(yuan: facts.other.current, measure: "收入·其他|合计")]
    if facts.kind == .final {
      return named([
        ("一、一般公共预算财政拨款收入", general), ("二、政府性基金预算财政拨款收入", fund), ("三、国有资本经营预算财政拨款收入", capital),
        ("四、上级补助收入", none("上级")), ("五、事业收入", business), ("六、经营收入", none("经营")), ("七、附属单位上缴收入", none("附属")),
        ("八、其他收入", other),
      ])
    }
    if habits.layout == .henan {
      let memo = sum { $0.fund == .general && $0.isFromTreasury }
      return named([
        ("一、一般公共预算", general), ("其中：财政拨款", [(memo, "一般·其中财政|合计")]), ("二、政府性基金预算拨款收入", fund),
        ("三、国有资本经营预算拨款收入", capital), ("四、财政专户管理资金收入", none("专户")), ("五、事业收入", business),
        ("六、事业单位经营收入", none("经营")), ("七、上级补助收入", none("上级")), ("八、附属单位上缴收入", none("附属")), ("九、其他收入", other),
      ])
    }
    if habits.layout == .shanghai {
      return named(
        [
          ("一、财政拨款收入", [(facts.appropriation.current, "财政拨款")]), ("1. 一般公共预算资金", general), ("2. 政府性基金", fund),
          ("3. 国有资本经营预算", capital), ("二、事业收入", business), ("三、事业单位经营收入", none("经营")), ("四、其他收入", other),
        ] + (facts.carryOver.current > 0 ? [("五、上年结转", [(facts.carryOver.current, "收入·结转|合计")])] : []))
    }
    return named([
      ("一、一般公共预算拨款收入", general), ("二、政府性基金预算拨款收入", fund), ("三、国有资本经营预算拨款收入", capital), ("四、事业收入", business),
      ("五、事业单位经营收入", none("经营")), ("六、其他收入", other),
    ])
  }

  /// The lines at the end: this year's total, what is carried, and the grand total.
  private func totalLines() -> (left: [Listing.Line], right: [Listing.Line]) {
    let (total, carried) = (facts.total.current, facts.carryOver.current + facts.generalCarry)
    let spaced = habits.totalName != "合计"
    func spread(_ words: String) -> String { spaced ? words.map(String.init).joined(separator: " ") : words }
    if facts.kind == .final {
      return (
        [
          line("本年收入合计", total - carried, "收入·本年|合计"), line("使用非财政拨款结余", 0, "结余"),
          line("年初结转和结余", carried, "收入·结转|合计"), line(spread("总计"), total, "总计", isTotal: true),
        ],
        [
          line("本年支出合计", total, "总计"), line("结余分配", 0, "分配"), line("年末结转和结余", 0, "年末"),
          line(spread("总计"), total, "总计", isTotal: true),
        ]
      )
    }
    if habits.layout == .shanghai {
      return (
        [line(spread("收入总计"), total, "总计", isTotal: true)], [line(spread("支出总计"), total, "总计", isTotal: true)]
      )
    }
    return (
      [
        line(spread("本年收入合计"), total - carried, "收入·本年|合计"), line("上年结转结余", carried, "收入·结转|合计"),
        line(spread("收入总计"), total, "总计", isTotal: true),
      ],
      [
        line(spread("本年支出合计"), total, "总计"), line("年终结转结余", 0, "年末"),
        line(spread("支出总计"), total, "总计", isTotal: true),
      ]
    )
  }
}
