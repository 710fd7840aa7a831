/// How many of its tables a document prints.
package enum TableChoice: Sendable {
  case omitted
  /// A few of them.
  case some
  /// All that the region has.
  case all
}

extension DisclosureWriter {
  /// The tables, whose figures are those of the narrative.
  mutating func tables(_ choice: TableChoice, _ layout: Layout, isColumns: Bool) {
    let narrative = (style, random)
    // Tables have a sequence of their own, so that the narrative does not depend on them.
    random = SplitMix64(state: random.state ^ 0x7AB1_E5)
    let isInYuan = random.chance(isColumns ? 60 : 12)
    style = FigureStyle(
      unit: isInYuan ? "元" : "万元", decimals: isInYuan && random.chance(40) ? 0 : 2,
      separatesThousands: isInYuan || random.chance(35), dropsZeros: random.chance(10))
    habits = .random(layout: layout, using: &random)
    if layout == .henan, facts.kind == .budget, random.chance(30) {
      facts.divide(into: random.number(2...4), code: habits.unitCode, using: &random)
    }
    isInTable = true
    let kinds = facts.kind == .final ? Self.finalKinds : habits.layout == .henan ? Self.henanKinds : Self.budgetKinds
    var printed = Set(kinds)
    if choice == .some { printed = Set(kinds.shuffled(using: &random).prefix(random.number(1...4))) }
    for (index, kind) in kinds.enumerated() where printed.contains(kind) { write(kind, number: index + 1) }
    isInTable = false
    (style, random) = narrative
  }

  private static let henanKinds: [PrintedTable.Kind] = [
    .totals, .revenue, .expenditure, .appropriation, .generalBudget, .basicExpenditure, .economicSummary, .threePublic,
    .governmentFund, .stateCapital, .agency, .projects, .wholeTargets, .projectTargets,
  ]

  private static let budgetKinds: [PrintedTable.Kind] = [
    .totals, .revenue, .expenditure, .appropriation, .generalBudget, .governmentFund, .stateCapital, .basicExpenditure,
    .threePublic, .projects, .procurement,
  ]

  private static let finalKinds: [PrintedTable.Kind] = [
    .totals, .revenue, .expenditure, .appropriation, .generalBudget, .basicExpenditure, .governmentFund, .stateCapital,
    .threePublic, .wholeEvaluation, .projectEvaluation,
  ]

  private mutating func write(_ kind: PrintedTable.Kind, number: Int) {
    let isFinal = facts.kind == .final
    let title = title(of: kind)
    switch kind {
    case .totals: totalsTable(title, number: number)
    case .revenue: revenueTable(title, number: number)
    case .expenditure: expenditureTable(kind, title, number: number, .all)
    case .appropriation: appropriationTable(title, number: number)
    case .generalBudget where !isFinal && habits.layout == .general && random.chance(35):
      comparedTable(title, number: number)
    case .generalBudget: expenditureTable(kind, title, number: number, .general)
    case .basicExpenditure:
      isFinal ? basicTriplesTable(title, number: number) : basicTable(title, number: number)
    case .economicSummary: economicSummaryTable(title, number: number)
    case .threePublic: threePublicTable(title, number: number)
    case .governmentFund:
      isFinal
        ? fundAccountsTable(kind, title, number: number, .governmentFund)
        : expenditureTable(kind, title, number: number, .governmentFund)
    case .stateCapital: expenditureTable(kind, title, number: number, .stateCapital)
    case .projects: projectsTable(title, number: number)
    case .agency: agencyTable(title, number: number)
    case .procurement: procurementTable(title, number: number)
    case .wholeTargets: wholeTargetsTable(title, number: number)
    case .projectTargets: projectTargetsTable(title, number: number)
    case .wholeEvaluation: wholeEvaluationTable(title, number: number)
    case .projectEvaluation: projectEvaluationTable(title, number: number)
    }
  }

  private mutating func title(of kind: PrintedTable.Kind) -> Passage {
    if facts.kind == .final { return "\(Self.finalTitles[kind] ?? "")" }
    let year = year()
    let front = word("年部门", "年部门", "年").dropFirst()
    switch habits.layout {
    case .henan: return "\(year)\(String(front))\(Self.henanTitles[kind] ?? "")"
    case .shanghai: return "\(year)部门\(Self.shanghaiTitles[kind] ?? "")"
    case .general:
      return random.chance(60)
        ? "\(year)\(String(front))\(Self.generalTitles[kind] ?? "")" : "\(Self.generalTitles[kind] ?? "")"
    }
  }

  private static let finalTitles: [PrintedTable.Kind: String] = [
    .totals: "收入支出决算总表", .revenue: "收入决算表", .expenditure: "支出决算表", .appropriation: "财政拨款收入支出决算总表",
    .generalBudget: "一般公共预算财政拨款支出决算表", .basicExpenditure: "一般公共预算财政拨款基本支出决算明细表",
    .governmentFund: "政府性基金预算财政拨款收入支出决算表", .stateCapital: "国有资本经营预算财政拨款支出决算表",
    .threePublic: "财政拨款“三公”经费支出决算表", .wholeEvaluation: "部门整体绩效自评表", .projectEvaluation: "项目绩效自评表",
  ]

  private static let henanTitles: [PrintedTable.Kind: String] = [
    .totals: "收支预算表", .revenue: "收入预算表", .expenditure: "支出预算表", .appropriation: "财政拨款收支预算表",
    .generalBudget: "一般公共预算支出预算表", .basicExpenditure: "一般公共预算基本支出预算表", .economicSummary: "支出经济分类汇总表",
    .threePublic: "一般公共预算“三公”经费预算表", .governmentFund: "政府性基金支出预算表", .stateCapital: "国有资本经营支出预算表",
    .agency: "机构运转经费预算表", .projects: "项目支出预算表", .wholeTargets: "整体绩效目标表", .projectTargets: "预算项目绩效目标表",
  ]

  private static let shanghaiTitles: [PrintedTable.Kind: String] = [
    .totals: "财务收支预算总表", .revenue: "收入预算总表", .expenditure: "支出预算总表", .appropriation: "财政拨款收支预算总表",
    .generalBudget: "一般公共预算支出功能分类预算表", .governmentFund: "政府性基金预算支出功能分类预算表",
    .stateCapital: "国有资本经营预算支出功能分类预算表", .basicExpenditure: "一般公共预算基本支出部门预算经济分类预算表",
    .threePublic: "“三公”经费和机关运行经费预算表", .projects: "项目支出预算表",
    .procurement: "政府采购预算表",
  ]

  private static let generalTitles: [PrintedTable.Kind: String] = [
    .totals: "收支总表", .revenue: "收入总表", .expenditure: "支出总表", .appropriation: "财政拨款收支总表",
    .generalBudget: "一般公共预算支出表", .governmentFund: "政府性基金预算支出表", .stateCapital: "国有资本经营预算支出表",
    .basicExpenditure: "一般公共预算基本支出表", .threePublic: "一般公共预算“三公”经费支出表", .projects: "项目支出表", .procurement: "政府采购预算表",
  ]
}
