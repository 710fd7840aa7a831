extension DisclosureWriter {
  /// Revenue and expenditure in total: 收入总计A，支出总计A, and how they changed.
  mutating func overview() {
    let head = head()
    let total = facts.total
    let revenue = amount(total.current, of: "总计")
    let movement: Passage
    let start: Passage
    switch random.number(0...2) {
    case 0:
      let expenditure = amount(total.current, of: "总计")
      tie(.equal, revenue, expenditure)
      start = "\(head)收入总计\(revenue)，支出总计\(expenditure)"
      movement = comparison(total, of: "收支总计各", current: revenue)
    case 1:
      start = "\(head)收、支总计均为\(revenue)"
      movement = comparison(total, of: "收、支总计各", current: revenue)
    default:
      start = "\(head)收入支出总计\(revenue)"
      movement = comparison(total, of: "收入支出总计", current: revenue)
    }
    let reason = reason(total)
    paragraph(wording("\(start)，\(movement)\(reason)", "\(start)。\(movement)\(reason)"))
  }

  /// Revenue by source: 收入合计A，其中：….
  mutating func revenue() {
    // Beside a table, this year's revenue is without what is carried over.
    let isTotal = hasTables && facts.carryOver.current + facts.generalCarry > 0
    let head = isTotal ? head() : wording(head(), "本年")
    let isBudget = facts.kind == .budget
    let suffix = isBudget ? "预算收入" : "预算财政拨款收入"
    let sum = amount(facts.total.current, of: "总计")
    var parts: [(name: String, yuan: Int, measure: String?)] = [
      (
        "一般公共\(suffix)", facts.generalBudget.current - facts.generalCarry,
        facts.generalCarry == 0 ? "一般公共预算" : "收入·一般|合计"
      )
    ]
    let others = [
      ("政府性基金\(suffix)", facts.governmentFund.current), ("国有资本经营\(suffix)", facts.stateCapital.current),
      ("事业收入", facts.business.current), ("其他收入", facts.other.current),
      ("上年结转\(isBudget ? "结余" : "和结余")", facts.carryOver.current + facts.generalCarry),
    ]
    let showsZeros = random.chance(30)
    for (name, yuan) in others where yuan > 0 || showsZeros { parts.append((name, yuan, nil)) }
    let list = breakdown(sum, facts.total.current, parts, hasShares: random.chance(40))
    paragraph("\(head)\(isTotal ? "收入总计" : "收入合计")\(sum)，其中：\(list)。")
  }

  /// Expenditure by kind: 支出合计A，其中：基本支出A，占P；项目支出A，占P.
  mutating func expenditure() {
    let head = wording(head(), "本年")
    let sum = amount(facts.total.current, of: "总计")
    let list = breakdown(
      sum, facts.total.current,
      [("基本支出", facts.totalBasic.current, "基本支出合计"), ("项目支出", facts.totalProject.current, "项目支出合计")],
      hasShares: random.chance(85))
    paragraph("\(head)支出合计\(sum)\(word("，其中：", "，其中：", "。其中："))\(list)。")
  }

  /// What the general public budget pays for, by class or by kind.
  mutating func generalBudget() {
    let name = facts.kind == .budget ? "一般公共预算支出年初预算为" : "一般公共预算财政拨款支出"
    let whole = facts.generalBudget.current
    let head = head()
    let sum = amount(whole, of: "一般公共预算")
    if random.chance(40) {
      let list = breakdown(
        sum, whole, [("基本支出", facts.basic.current, "基本支出"), ("项目支出", facts.project.current, "项目支出")],
        hasShares: true)
      paragraph("\(head)\(name)\(sum)，其中：\(list)。")
    } else {
      let list = breakdown(
        sum, whole, facts.classes.map { ("\($0.name)（类）", $0.amount.current, "类\($0.code)") }, hasShares: true)
      paragraph("\(head)\(name)\(sum)，主要用于以下方面：\(list)。")
    }
  }

  /// What basic expenditure buys, as the tables have it; any names where the facts have no rows.
  private mutating func economicNames(
    of usual: [String], where isWanted: (EconomicAccount) -> Bool
  ) -> String {
    let accounts = Set(
      facts.outlays.filter { $0.fund == .general && $0.project == nil }.map(\.economic).filter(isWanted))
    if accounts.isEmpty {
      return usual.shuffled(using: &random).prefix(random.number(1...6)).joined(separator: "、")
    }
    return accounts.sorted { $0.code < $1.code }.map(\.name).joined(separator: "、")
  }

  /// Basic expenditure: personnel and operating funds.
  mutating func basicExpenditure() {
    let head = head()
    let whole = facts.basic.current
    let sum = amount(whole, of: "基本支出")
    let isBudget = facts.kind == .budget
    let name = isBudget ? "一般公共预算基本支出年初预算为" : "一般公共预算财政拨款基本支出"
    if random.chance(50) {
      let list = breakdown(
        sum, whole,
        [("人员经费支出", facts.personnel.current, "人员经费"), ("公用经费支出", facts.operating.current, "公用经费")],
        hasShares: random.chance(70))
      paragraph("\(head)\(name)\(sum)。其中：\(list)。")
    } else {
      let personnel = amount(facts.personnel.current, of: "人员经费")
      let operating = amount(facts.operating.current, of: "公用经费")
      tieSum(sum, [personnel, operating])
      let names = economicNames(of: Account.personnelNames) { $0.isPersonnel }
      let others = economicNames(of: Account.operatingNames) { !$0.isPersonnel }
      let end = word("；", "。")
      paragraph(
        "\(head)\(name)\(sum)。其中：人员经费\(personnel)，主要包括：\(names)\(end)公用经费\(operating)，主要包括：\(others)。")
    }
  }

  /// Expenditure of the general public budget against all, and its change.
  mutating func generalBudgetChange() {
    let sum = amount(facts.generalBudget.current, of: "一般公共预算")
    let share = percent(facts.generalBudget.current, of: facts.total.current)
    if let total = mentions["总计"]?.last { tie(.share, sum, figures[total], share, strength: .matched) }
    let change = comparison(facts.generalBudget, of: "一般公共预算财政拨款支出", current: sum)
    let reason = reason(facts.generalBudget)
    let head = head()
    paragraph("\(head)一般公共预算财政拨款支出\(sum)，占本年支出合计的\(share)。\(change)\(reason)")
  }
}
