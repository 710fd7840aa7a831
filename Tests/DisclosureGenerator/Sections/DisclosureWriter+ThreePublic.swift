extension DisclosureWriter {
  /// The three public expenses of a budget, in a list whose order varies.
  mutating func threePublicBudget() {
    let head = head()
    let whole = facts.threePublic
    let sum = amount(whole.current, of: "三公")
    let change = shortComparison(whole, current: sum, hasRate: random.chance(40))
    let name = "“三公”经费\(word("支出预算", "预算数", "财政拨款预算"))为"
    paragraph("\(head)\(name)\(sum)。\(change)\(word("。具体支出情况如下：", "。其中："))")
    let hasRate = random.chance(40)
    let abroad = threePublicItem("因公出国（境）费", facts.abroad, hasRate: hasRate)
    let reception = threePublicItem("公务接待费", facts.reception, hasRate: hasRate)
    let vehicles = vehicleItem(hasRate: hasRate)
    tieSum(sum, [abroad.amount, reception.amount, vehicles.amount])
    let order = random.chance(50) ? [abroad, vehicles, reception] : [abroad, reception, vehicles]
    for (mark, item) in zip(["（一）", "（二）", "（三）"], order) { paragraph("\(mark)\(item.passage)。") }
  }

  private mutating func threePublicItem(_ name: String, _ measure: Measure, hasRate: Bool)
    -> (passage: Passage, amount: Figure)
  {
    let amount = amount(measure.current, of: name)
    let change = shortComparison(measure, current: amount, hasRate: hasRate)
    let purpose = word("", "，主要用于按规定开支的相关支出")
    return (wording("\(name)\(amount)\(purpose)，\(change)", "\(name)\(amount)\(purpose)。\(change)"), amount)
  }

  private mutating func vehicleItem(hasRate: Bool) -> (passage: Passage, amount: Figure) {
    let whole = threePublicItem("公务用车购置及运行费", facts.vehicleCost, hasRate: hasRate)
    let purchase = amount(facts.purchase.current, of: "公务用车购置费")
    let running = amount(facts.running.current, of: "公务用车运行费")
    tieSum(whole.amount, [purchase, running])
    let first = shortComparison(facts.purchase, current: purchase, hasRate: hasRate)
    let second = shortComparison(facts.running, current: running, hasRate: hasRate)
    let name = word("公务用车运行费", "公务用车运行维护费")
    return (
      "\(whole.passage)。其中：公务用车购置费\(purchase)，\(first)；\(name)\(running)，\(second)", whole.amount
    )
  }

  /// The three public expenses of final accounts: against the budget of the year, with shares.
  mutating func threePublicFinal() {
    let whole = facts.threePublic
    guard whole.adjusted > 0, whole.current > 0 else {
      let head = head()
      paragraph("\(head)无“三公”经费财政拨款支出。")
      return
    }
    let head = head()
    let total = completion(whole, usesInitial: false, measure: "三公")
    paragraph("\(head)“三公”经费财政拨款支出\(total.passage)。\(difference(whole, "全年"))")
    var parts: [Figure] = []
    var passages: [Passage] = []
    let names = ["因公出国（境）费", "公务用车购置及运行费", "公务接待费"]
    for (name, measure) in zip(names, [facts.abroad, facts.vehicleCost, facts.reception]) {
      let amount = amount(measure.current, of: name)
      let share = percent(measure.current, of: whole.current)
      parts.append(amount)
      tie(.share, amount, total.actual, share)
      passages.append("\(name)支出决算\(amount)，占\(share)")
    }
    tieSum(total.actual, parts)
    let year = year()
    paragraph("\(year)度“三公”经费财政拨款支出决算中，\(Passage.joined(passages, by: "；"))。具体情况如下：")
    for (index, name) in names.enumerated() {
      let measure = [facts.abroad, facts.vehicleCost, facts.reception][index]
      let done = completion(measure, usesInitial: false, measure: name)
      paragraph("\(index + 1).\(name)，\(done.passage)。\(difference(measure, "全年"))")
    }
  }
}
