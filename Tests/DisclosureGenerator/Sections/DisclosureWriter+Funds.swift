extension DisclosureWriter {
  private static let funds = ["一般公共预算", "政府性基金预算", "国有资本经营预算"]

  private var fundMeasures: [Measure] { [facts.generalBudget, facts.governmentFund, facts.stateCapital] }

  /// The appropriation: one sentence states the funds, the next compares each under its name.
  mutating func appropriation() {
    if facts.kind == .final {
      let head = head()
      let sum = amount(facts.appropriation.current, of: "财政拨款")
      let name = word("财政拨款收、支总计", "财政拨款收入支出总计")
      let verb = name.contains("、") ? "均为" : ""
      let change = comparison(facts.appropriation, of: name.contains("、") ? "\(name)各" : name, current: sum)
      let reason = reason(facts.appropriation)
      paragraph("\(head)\(name)\(verb)\(sum)。\(change)\(reason)")
      return
    }
    let head = head()
    let names = ["一般公共预算收支预算", "政府性基金收支预算", "国有资本经营收支预算"]
    let shown = zip(names, fundMeasures).enumerated().filter { $0.offset == 0 || $0.element.1.current > 0 }
    var amounts: [Passage] = []
    var changes: [Passage] = []
    for (index, (name, measure)) in shown {
      let sum = amount(measure.current, of: Self.funds[index])
      amounts.append("\(name)\(sum)")
      changes.append(change(measure, to: sum).map { "\(name)\($0)" } ?? "\(name)持平")
    }
    let year = year(back: 1)
    paragraph(
      "\(head)\(Passage.joined(amounts, by: "，"))。与\(year)\(word("", "预算"))相比，\(Passage.joined(changes, by: "；"))。")
  }

  /// The funds that the department has none of, and those it has.
  mutating func fundSections(startingAt number: Int) {
    let numerals = ["六", "七", "八", "九", "十"]
    for (offset, (name, measure)) in [("政府性基金", facts.governmentFund), ("国有资本经营", facts.stateCapital)].enumerated() {
      heading("\(numerals[min(4, number - 6 + offset)])、\(name)预算支出\(facts.kind == .final ? "决算" : "预算")情况说明")
      let head = head()
      if measure.current == 0 {
        paragraph(
          wording(
            "\(head)无\(name)预算拨款安排的支出。", "本\(facts.selfWord)没有\(name)收入，也没有使用\(name)安排的支出。",
            "我\(facts.selfWord)没有使用\(name)预算拨款安排的支出。"))
      } else {
        let sum = amount(measure.current, of: "\(name)预算")
        let change = comparison(measure, of: "\(name)预算支出", current: sum)
        paragraph("\(head)\(name)预算支出\(sum)，\(change)。")
      }
    }
  }

  /// The Shanghai form: revenue with its sources, expenditure with the funds under the appropriation.
  mutating func budgetByFund() {
    let year = year()
    let revenue = amount(facts.total.current, of: "总计")
    let appropriated = amount(facts.appropriation.current, of: "财政拨款")
    let change = shortComparison(facts.appropriation, current: appropriated, hasRate: false)
    var others: [Figure] = []
    var list: [Passage] = []
    for (name, measure) in [("事业收入", facts.business), ("其他收入", facts.other), ("上年结转", facts.carryOver)]
    where name != "上年结转" || measure.current > 0 {
      let other = amount(measure.current)
      others.append(other)
      list.append("\(name)\(other)")
    }
    tieSum(revenue, [appropriated] + others)
    paragraph(
      "\(year)，\(facts.entity)收入预算\(revenue)，其中：财政拨款收入\(appropriated)，\(change)；\(Passage.joined(list, by: "；"))。")
    expenditureByFund()
  }

  private mutating func expenditureByFund() {
    let expenditure = amount(facts.total.current, of: "总计")
    let appropriated = amount(facts.appropriation.current, of: "财政拨款")
    let change = shortComparison(facts.appropriation, current: appropriated, hasRate: false)
    var sums: [Figure] = []
    var list: [Passage] = []
    for (name, measure) in zip(["一般公共预算", "政府性基金", "国有资本经营预算"], fundMeasures) {
      let sum = amount(measure.current, of: name == "政府性基金" ? "政府性基金预算" : name)
      sums.append(sum)
      let change = shortComparison(measure, current: sum, hasRate: false)
      list.append("\(name)拨款支出预算\(sum)，\(change)")
    }
    tieSum(appropriated, sums)
    paragraph(
      "支出预算\(expenditure)，其中：财政拨款支出预算\(appropriated)，\(change)。财政拨款支出预算中，\(Passage.joined(list, by: "；"))。")
  }
}
