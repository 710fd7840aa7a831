extension DisclosureWriter {
  /// The order of the parts, by region.
  package enum Layout: Sendable, CaseIterable { case henan, shanghai, general }

  /// Writes the document from its title to its definitions.
  mutating func write(_ layout: Layout, tables choice: TableChoice, isColumns: Bool) {
    let isFinal = facts.kind == .final
    hasTables = choice != .omitted
    if hasTables {
      facts.evaluateProjects()
      var pieces = SplitMix64(state: random.state ^ 0xCA22_1ED0)
      // Where the narrative tells revenue by fund, what is carried over would be told there.
      if isFinal || layout == .general, pieces.chance(25) { facts.carryGeneral(using: &pieces) }
    }
    let year = year()
    let name = isFinal ? "部门决算" : "部门预算"
    blocks.append(
      .title(
        isFinal
          ? "\(facts.entity)\(year)度\(name)"
          : wording("\(facts.entity)\(year)\(name)", "\(year)\(facts.entity)\(name)公开")))
    if random.chance(50) { duties() }
    if hasTables, isFinal { tables(choice, layout, isColumns: isColumns) }
    let headingYear = self.year()
    heading(isFinal ? "第三部分 \(headingYear)度部门决算情况说明" : "第二部分 \(headingYear)部门预算情况说明", level: 0)
    switch (facts.kind, layout) {
    case (.final, _): finalNarrative()
    case (.budget, .shanghai): shanghaiBudget()
    case (.budget, .henan): henanBudget()
    case (.budget, .general): generalBudgetNarrative()
    }
    definitions()
    if hasTables, !isFinal { tables(choice, layout, isColumns: isColumns) }
  }

  private mutating func duties() {
    heading("第一部分 \(facts.entity)概况", level: 0)
    heading("一、主要职责")
    for (index, duty) in [
      "贯彻执行国家和省、市有关法律法规和方针政策。", "负责编制年度工作计划并组织实施。", "承办上级交办的其他任务。",
    ].enumerated() { paragraph("\(index + 1).\(duty)") }
    heading("二、机构设置")
    paragraph("\(facts.entity)内设机构3个，包括：办公室、综合业务股、财务股。")
  }

  private mutating func henanBudget() {
    section("一、收入支出预算总体情况说明") { $0.overview() }
    section("二、收入预算总体情况说明") { $0.revenue() }
    section("三、支出预算总体情况说明") { $0.expenditure() }
    section("四、财政拨款收入支出预算总体情况说明") { $0.appropriation() }
    section("五、一般公共预算支出预算情况说明") { $0.generalBudget() }
    section("六、一般公共预算基本支出预算情况说明") { $0.basicExpenditure() }
    section("七、一般公共预算“三公”经费支出预算情况说明") { $0.threePublicBudget() }
    fundSections(startingAt: 8)
    heading("十、其他重要事项情况说明")
    section("（一）机构运转经费支出预算情况", level: 2) { $0.agencyFunds() }
    section("（二）政府采购支出预算情况", level: 2) { $0.procurement() }
    section("（三）绩效目标设置情况", level: 2) { $0.performance() }
    section("（四）国有资产占用情况", level: 2) { $0.stateAssets() }
  }

  private mutating func shanghaiBudget() {
    budgetByFund()
    if random.chance(60) { budgetItems() } else { executedItems() }
    heading("其他相关情况说明", level: 0)
    section("一、\(facts.year)年“三公”经费预算情况说明") { $0.threePublicBudget() }
    section("二、机关运行经费预算") { $0.agencyFunds() }
    section("三、政府采购预算情况") { $0.procurement() }
    section("四、绩效目标设置情况") { $0.performance() }
    section("五、国有资产占有使用情况") { $0.stateAssets() }
  }

  private mutating func generalBudgetNarrative() {
    section("一、收支预算总体情况说明") { $0.overview() }
    section("二、收入预算情况说明") { $0.revenue() }
    section("三、支出预算情况说明") { $0.expenditure() }
    section("四、一般公共预算支出预算情况说明") {
      $0.generalBudget()
      $0.executedItems()
    }
    section("五、一般公共预算基本支出预算情况说明") { $0.basicExpenditure() }
    fundSections(startingAt: 6)
    section("八、“三公”经费预算情况说明") { $0.threePublicBudget() }
    section("九、政府采购预算情况说明") { $0.procurement() }
    section("十、国有资产占有使用情况说明") { $0.stateAssets() }
  }

  private mutating func finalNarrative() {
    section("一、收入支出决算总体情况说明") { $0.overview() }
    section("二、收入决算情况说明") { $0.revenue() }
    section("三、支出决算情况说明") { $0.expenditure() }
    section("四、财政拨款收入支出决算总体情况说明") { $0.appropriation() }
    heading("五、一般公共预算财政拨款支出决算情况说明")
    section("（一）总体情况", level: 2) { $0.generalBudgetChange() }
    section("（二）结构情况", level: 2) { $0.generalBudget() }
    section("（三）具体情况", level: 2) { $0.completedItems() }
    section("六、一般公共预算财政拨款基本支出决算情况说明") { $0.basicExpenditure() }
    section("七、财政拨款“三公”经费支出决算情况说明") { $0.threePublicFinal() }
    fundSections(startingAt: 8)
    section("十、机关运行经费支出情况说明") { $0.agencyFunds() }
    section("十一、政府采购支出情况说明") { $0.procurement() }
    section("十二、国有资产占用情况说明") { $0.stateAssets() }
    section("十三、预算绩效情况说明") { $0.performance() }
  }

  private mutating func section(_ title: String, level: Int = 1, _ write: (inout DisclosureWriter) -> Void) {
    heading("\(title)", level: level)
    write(&self)
  }
}
