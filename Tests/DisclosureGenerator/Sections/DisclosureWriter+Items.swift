extension DisclosureWriter {
  /// The chain of an account as the document writes it.
  private func chain(_ account: Account, _ form: Int) -> String {
    switch form {
    case 0: "“\(account.className)（类）\(account.section)（款）\(account.item)（项）”科目"
    case 1: "“\(account.className)-\(account.section)-\(account.item)”科目"
    default: "\(account.className)（类）\(account.section)（款）\(account.item)（项）"
    }
  }

  /// The items under 财政拨款支出主要内容如下, one paragraph each.
  mutating func budgetItems() {
    guard facts.appropriation == facts.generalBudget else { return }
    paragraph("财政拨款支出主要内容如下：")
    let form = random.number(0...1)
    var amounts: [Figure] = []
    for (index, item) in facts.items.enumerated() {
      let amount = amount(item.amount.current, of: "项\(item.account.code)")
      amounts.append(amount)
      let purpose = word("主要用于\(item.account.item)。", "主要用于\(item.account.section)方面的支出。")
      paragraph("\(index + 1). \(chain(item.account, form))\(amount)，\(purpose)")
    }
    let total = mentions["财政拨款"]?.last
    if let total { tieSum(figures[total], amounts, strength: amounts.count == 1 ? .matched : .stated) }
  }

  /// Items with what was spent last year and what is planned, as Shanghai's districts write them.
  mutating func executedItems() {
    for (index, item) in facts.items.enumerated() where item.amount.prior > 0 {
      let head = amount(item.amount.current, of: "项\(item.account.code)")
      let executed = amount(item.amount.prior)
      let planned = amount(item.amount.current, of: "项\(item.account.code)")
      tie(.equal, head, planned)
      let difference = item.amount.current - item.amount.prior
      let before = year(back: 1)
      let year = year()
      let again = self.year(back: 1)
      var end: Passage = "与\(again)预算执行数持平。"
      if difference != 0 {
        let way = direction(difference > 0 ? "增加" : "减少")
        let rate = percent(abs(difference), of: item.amount.prior)
        tie(.rate, planned, executed, rate, way)
        end = "比\(again)预算执行数\(way)\(rate)。主要原因是：\(difference > 0 ? "工作任务增加" : "压减支出")。"
      }
      paragraph(
        "\(index + 1). \(chain(item.account, 0))\(head)，主要用于\(item.account.item)。\(before)当年预算执行数为\(executed)，\(year)预算安排\(planned)，\(end)"
      )
    }
  }

  /// The total against its budget, and under it every item against its own.
  mutating func completedItems() {
    let whole = facts.generalBudget
    guard whole.initial > 0 else { return }
    let head = head()
    let total = completion(whole, usesInitial: true, measure: "一般公共预算")
    paragraph("\(head)一般公共预算财政拨款支出\(total.passage)。其中：")
    var actual: [Figure] = []
    var planned: [Figure] = []
    for (index, item) in facts.items.enumerated() {
      let done = completion(item.amount, usesInitial: true, measure: "项\(item.account.code)")
      actual.append(done.actual)
      planned.append(done.plan)
      let mark = word("\(index + 1).", "\(index + 1)、")
      let purpose = word("。", "。主要用于：\(item.account.item)。")
      paragraph("\(mark)\(chain(item.account, 2))\(purpose)\(done.passage)。\(difference(item.amount, "年初"))")
    }
    let strength: Tie.Strength = actual.count == 1 ? .matched : .stated
    tieSum(total.actual, actual, strength: strength)
    tieSum(total.plan, planned, strength: strength)
  }

  /// 决算数小于预算数的主要原因是…, in words only.
  mutating func difference(_ measure: Measure, _ base: String) -> Passage {
    let plan = base == "年初" ? measure.initial : measure.adjusted
    if abs(measure.current - plan) < 50 { return wording("决算数与\(base)预算数持平。", "决算数与\(base)预算数无差异。") }
    let word = measure.current > plan ? "大于" : "小于"
    return wording(
      "决算数\(word)\(base)预算数的主要原因：\(measure.current > plan ? "追加经费" : "据实支出")。",
      "决算数与\(base)预算数存在差异的主要原因是据实支出。", "")
  }

  /// 年初预算为A，支出决算为A，完成年初预算的P.
  mutating func completion(_ measure: Measure, usesInitial: Bool, measure name: String?)
    -> (passage: Passage, plan: Figure, actual: Figure)
  {
    let base = usesInitial ? "年初" : "全年"
    let plan = amount(
      usesInitial ? measure.initial : measure.adjusted, of: usesInitial ? nil : name.map { "预算数|\($0)" })
    let actual = amount(measure.current, of: name)
    let whole = usesInitial ? measure.initial : measure.adjusted
    let start: Passage = "\(base)预算\(word("", "数"))为\(plan)，支出决算\(word("", "数"))为\(actual)"
    guard whole > 0, random.chance(85) else { return (start, plan, actual) }
    let rate = percent(measure.current, of: whole)
    tie(.share, actual, plan, rate)
    return ("\(start)，完成\(base)预算\(word("", "数"))的\(rate)", plan, actual)
  }
}
