extension DisclosureWriter {
  /// Fiscal appropriation: revenue by fund beside expenditure by class and fund.
  mutating func appropriationTable(_ title: Passage, number: Int) {
    var left = appropriatedRevenue()
    let hasMemo = facts.kind == .budget && habits.layout == .henan
    let classes = appropriatedClasses(hasMemo)
    let total = appropriated(hasMemo) { _ in true }
    var right: [Listing.Line] = []
    if hasMemo { right.append(.init(label: "一、本年支出", amounts: total)) }
    right += classes
    if hasMemo { right.append(.init(label: "二、年终结转结余", amounts: none(hasMemo))) }
    let height = max(left.count, right.count)
    while left.count < height { left.append(.init(label: "")) }
    while right.count < height { right.append(.init(label: "")) }
    let ends = appropriatedEnds(total)
    left += ends.left
    right += ends.right
    let bands = appropriationBands(left, right, hasMemo)
    let (draft, figures) = listing(.appropriation, title, number: number, bands)
    tieAppropriation(figures[0], figures[1], classes: hasMemo ? 1..<classes.count + 1 : 0..<classes.count, left, right)
    finish(draft)
  }

  private func appropriationBands(_ left: [Listing.Line], _ right: [Listing.Line], _ hasMemo: Bool) -> [Listing.Band] {
    let isFinal = facts.kind == .final
    let amount = isFinal ? "决算数" : hasMemo ? "金额" : "预算数"
    let names =
      isFinal
      ? [["合计"], ["一般公共预算财政拨款"], ["政府性基金预算财政拨款"], ["国有资本经营预算财政拨款"]]
      : hasMemo
        ? [["合计"], ["一般公共预算", "小计"], ["一般公共预算", "其中：财政拨款"], ["政府性基金"], ["国有资本经营预算"]]
        : [["合计"], ["一般公共预算"], ["政府性基金预算"], ["国有资本经营预算"]]
    let hasNumbers = isFinal && habits.layout != .shanghai
    return [
      Listing.Band(label: ["收入", "项目"], amounts: [["收入", amount]], firstNumber: hasNumbers ? 1 : nil, lines: left),
      Listing.Band(
        label: ["支出", "项目"], amounts: names.map { ["支出"] + $0 }, firstNumber: hasNumbers ? left.count + 1 : nil,
        lines: right),
    ]
  }

  /// The amounts of a line on the right: all funds, the general budget and perhaps its memo, the others.
  private func appropriated(_ hasMemo: Bool, key: String = "合计", where includes: (Outlay) -> Bool)
    -> [(yuan: Int, measure: String)]
  {
    func amount(_ name: String, _ isOf: (Outlay) -> Bool) -> (yuan: Int, measure: String) {
      (sum { includes($0) && isOf($0) }, "\(name)|\(key)")
    }
    let memo = hasMemo ? [amount("一般·其中财政") { $0.fund == .general && $0.isFromTreasury }] : []
    return [amount("财政·支出") { $0.fund.isAppropriation }, amount("一般·支出") { $0.fund == .general }] + memo + [
      amount("基金·支出") { $0.fund == .governmentFund }, amount("国资·支出") { $0.fund == .stateCapital },
    ]
  }

  private func none(_ hasMemo: Bool) -> [(yuan: Int, measure: String)] {
    Array(repeating: (0, "财政·年末"), count: hasMemo ? 5 : 4)
  }

  private func appropriatedClasses(_ hasMemo: Bool) -> [Listing.Line] {
    let isList = facts.kind == .final || habits.layout == .henan
    let outlays = facts.outlays.filter(\.fund.isAppropriation)
    let functions =
      facts.kind == .final ? FunctionList.final : isList ? FunctionList.budget : FunctionList.short(outlays)
    return functions.map { function in
      // The form leaves these three as the list of all expenditure has them.
      let isShort = ["223", "224", "227"].contains(function.code) || function.name.hasSuffix("支出")
      let name = hasMemo && !isShort ? function.name + "支出" : function.name
      let label = hasMemo ? "（\(function.number)）\(name)" : "\(function.number)、\(name)"
      return Listing.Line(
        label: label,
        amounts: appropriated(hasMemo, key: "类\(function.code)") { $0.account.classCode == function.code })
    }
  }

  /// What was carried over, where a budget has such.
  private func carriedLines() -> [Listing.Line] {
    facts.generalCarry == 0 ? [] : [.init(label: "四、上年结转", amounts: [(facts.generalCarry, "财政·结转|合计")])]
  }

  private func appropriatedRevenue() -> [Listing.Line] {
    let carried = facts.generalCarry
    let sums = [facts.generalBudget.current - carried, facts.governmentFund.current, facts.stateCapital.current]
    let keys = [carried == 0 ? "一般公共预算" : "收入·一般|合计", "政府性基金预算", "国有资本经营预算"]
    func fund(_ index: Int, _ label: String) -> Listing.Line {
      .init(label: label, amounts: [(sums[index], keys[index])])
    }
    if facts.kind == .final {
      return [fund(0, "一、一般公共预算财政拨款"), fund(1, "二、政府性基金预算财政拨款"), fund(2, "三、国有资本经营预算财政拨款")]
    }
    guard habits.layout == .henan else {
      return [fund(0, "一、一般公共预算资金"), fund(1, "二、政府性基金"), fund(2, "三、国有资本经营预算")] + carriedLines()
    }
    let memo = sum { $0.fund == .general && $0.isFromTreasury }
    func empty(_ label: String) -> Listing.Line { .init(label: label, amounts: [(0, "财政·结转")]) }
    return [
      .init(label: "一、本年收入", amounts: [(facts.appropriation.current, "财政拨款")]), fund(0, "（一）一般公共预算拨款"),
      .init(label: "其中：财政拨款", amounts: [(memo, "一般·其中财政|合计")]), fund(1, "（二）政府性基金预算拨款"),
      fund(2, "（三）国有资本经营预算拨款"), empty("二、上年结转"), empty("（一）一般公共预算拨款"), empty("（二）政府性基金预算拨款"),
      empty("（三）国有资本经营预算拨款"),
    ]
  }

  private func appropriatedEnds(_ total: [(yuan: Int, measure: String)]) -> (
    left: [Listing.Line], right: [Listing.Line]
  ) {
    let revenue = [(yuan: facts.appropriation.current, measure: "财政拨款")]
    func line(_ label: String, _ amounts: [(yuan: Int, measure: String)], isTotal: Bool = false) -> Listing.Line {
      .init(label: label, amounts: amounts, isTotal: isTotal)
    }
    let spaced = habits.totalName != "合计"
    guard facts.kind == .final else {
      let (left, right) = habits.layout == .henan ? ("收入合计", "支出合计") : ("收入总计", "支出总计")
      func spread(_ words: String) -> String { spaced ? words.map(String.init).joined(separator: " ") : words }
      return ([line(spread(left), revenue, isTotal: true)], [line(spread(right), total, isTotal: true)])
    }
    let nothing = none(false)
    let empty = [(yuan: 0, measure: "财政·结转")]
    let carried = [(yuan: facts.generalCarry, measure: "财政·结转|合计")]
    let received = [(yuan: facts.appropriation.current - facts.generalCarry, measure: "财政·本年|合计")]
    return (
      [
        line("本年收入合计", received), line("年初财政拨款结转和结余", carried), line("一般公共预算财政拨款", carried),
        line("政府性基金预算财政拨款", empty), line("国有资本经营预算财政拨款", empty), line("总计", revenue, isTotal: true),
      ],
      [
        line("本年支出合计", total), line("年末财政拨款结转和结余", nothing), line("", []), line("", []), line("", []),
        line("总计", total, isTotal: true),
      ]
    )
  }

  private mutating func tieAppropriation(
    _ left: [[Figure?]], _ right: [[Figure?]], classes: Range<Int>, _ leftLines: [Listing.Line],
    _ rightLines: [Listing.Line]
  ) {
    let isMemo = right[0].count == 5
    for line in right {
      tieCells(line[0], isMemo ? [line[1], line[3], line[4]] : [line[1], line[2], line[3]])
      if isMemo, let part = line[2], let whole = line[1] { tie(.bound, part, whole, strength: .tabular) }
    }
    // This year's total is the one right below the classes, or stands at the end.
    let end = rightLines.firstIndex { $0.label == "本年支出合计" } ?? rightLines.count - 1
    for column in right[end].indices {
      tieCells(right[end][column], classes.map { right[$0][column] })
      if isMemo { tieCells(right[0][column], classes.map { right[$0][column] }) }
    }
    let start = leftLines.firstIndex { $0.label == "本年收入合计" } ?? leftLines.count - 1
    let sources = leftLines.indices.filter { index in
      index < 5 && (isMemo ? leftLines[index].label.hasPrefix("（") : index < 3 || leftLines[index].label == "四、上年结转")
    }
    tieCells(left[start][0], sources.map { left[$0][0] })
    if start < left.count - 1 { tieCells(left[left.count - 1][0], [left[start][0], left[start + 1][0]]) }
    if isMemo { tieCells(left[0][0], sources.map { left[$0][0] }) }
  }
}
