extension DisclosureFacts {
  /// Divides the expenditure of every fund into outlays and projects.
  mutating func drawOutlays(_ grain: Int, using random: inout SplitMix64) {
    let basics = items.filter { $0.basic.current > 0 }
    var operatingLeft = operating.current
    // What insures and houses staff is no operating expenditure as long as others can bear it.
    let bearers = basics.sorted {
      Self.isFixed($0) && !Self.isFixed($1) ? false : !Self.isFixed($0) && Self.isFixed($1)
    }
    for item in bearers {
      let borne = min(operatingLeft, item.basic.current)
      operatingLeft -= borne
      addOperating(borne, item.account, grain, using: &random)
      addPersonnel(item.basic.current - borne, item.account, .general, grain, using: &random)
    }
    for item in items where item.projectPart.current > 0 {
      addProjects(item.projectPart, item.account, .general, grain, using: &random)
    }
    addPersonnel(business.current, items[0].account, .business, grain, using: &random)
    let last = items[items.count - 1].account
    addProjects(governmentFund, random.pick(Account.governmentFund), .governmentFund, grain, using: &random)
    addProjects(stateCapital, Account.stateCapital, .stateCapital, grain, using: &random)
    addProjects(other, last, .other, grain, using: &random)
    addProjects(carryOver, last, .carryOver, grain, using: &random)
  }

  /// Carries over what pays for one project of the general public budget.
  mutating func carryGeneral(using random: inout SplitMix64) {
    let choices = Set(outlays.filter { $0.fund == .general }.compactMap(\.project)).sorted()
    guard !choices.isEmpty else { return }
    let project = random.pick(choices)
    for index in outlays.indices where outlays[index].project == project { outlays[index].isCarried = true }
  }

  /// Divides the department into units, each project within one of them.
  mutating func divide(into count: Int, code: String, using random: inout SplitMix64) {
    let names = ["本级", "综合服务中心", "信息中心", "事务保障中心"]
    let front = String(code.prefix(3))
    units = names.prefix(count).enumerated().map { index, name in
      ("\(front)00\(index + 1)", entity + name)
    }
    let ofProjects = projects.map { _ in random.number(0...count - 1) }
    for index in outlays.indices {
      outlays[index].unit = outlays[index].project.map { ofProjects[$0] } ?? random.number(0...count - 1)
    }
    // A unit that spends nothing is none.
    let spending = Set(outlays.map(\.unit)).sorted()
    units = spending.map { units[$0] }
    for index in outlays.indices { outlays[index].unit = spending.firstIndex(of: outlays[index].unit) ?? 0 }
  }

  /// Makes the projects those that the narrative counts and grades.
  mutating func evaluateProjects() {
    let least = [9000, 8000, 6000, 0]
    grades = least.indices.map { grade in
      projects.count { $0.score >= least[grade] && (grade == 0 || $0.score < least[grade - 1]) }
    }
    performance = projects.reduce(0) { $0 + $1.amount.current }
  }

  private static func isFixed(_ item: Item) -> Bool { EconomicAccount.fixed[item.account.code] != nil }

  /// `amount` in up to `count` parts, each a multiple of `grain`.
  private static func parts(of amount: Int, upTo count: Int, _ grain: Int, using random: inout SplitMix64) -> [Int] {
    var left = amount
    var parts: [Int] = []
    while parts.count + 1 < count, left > 20_000 {
      let part = left * random.number(10...60) / 100 / grain * grain
      parts.append(part)
      left -= part
    }
    if left > 0 { parts.append(left) }
    return parts
  }

  private mutating func addOperating(_ amount: Int, _ account: Account, _ grain: Int, using random: inout SplitMix64) {
    let choices = EconomicAccount.all.filter { !$0.isPersonnel }.shuffled(using: &random)
    let parts = Self.parts(of: amount, upTo: random.number(2...8), grain, using: &random)
    for (economic, part) in zip(choices, parts) {
      outlays.append(Outlay(account: account, fund: .general, project: nil, economic: economic, amount: part))
    }
  }

  private mutating func addPersonnel(
    _ amount: Int, _ account: Account, _ fund: Outlay.Fund, _ grain: Int, using random: inout SplitMix64
  ) {
    guard amount > 0 else { return }
    if fund == .general, let code = EconomicAccount.fixed[account.code] {
      outlays.append(Outlay(account: account, fund: fund, project: nil, economic: .of(code), amount: amount))
      return
    }
    let fixed = Set(EconomicAccount.fixed.values)
    let choices = EconomicAccount.all.filter { $0.isPersonnel && !fixed.contains($0.code) }.shuffled(using: &random)
    let parts = Self.parts(of: amount, upTo: random.number(1...5), grain, using: &random)
    for (economic, part) in zip(choices, parts) {
      outlays.append(Outlay(account: account, fund: fund, project: nil, economic: economic, amount: part))
    }
  }

  private mutating func addProjects(
    _ measure: Measure, _ account: Account, _ fund: Outlay.Fund, _ grain: Int, using random: inout SplitMix64
  ) {
    guard measure.current > 0 else { return }
    let parts = Self.parts(of: measure.current, upTo: random.number(1...3), grain, using: &random)
    let choices = EconomicAccount.all.filter { $0.classCode != "301" }
    for part in parts {
      let isRunning = fund == .general && random.chance(40)
      let spent = random.chance(40) ? part : part * random.number(5...99) / 100 / grain * grain
      let number = projects.count
      projects.append(
        Project(
          code: "4103002\(random.number(21...26))000000000\(10_000 + random.number(0...89_999))".padding(to: 21),
          name: Project.name(number, year: year, using: &random), isRunning: isRunning, fund: fund,
          amount: Measure(current: part, prior: spent, initial: part, adjusted: part),
          score: random.number(6000...10_000)))
      let isFromTreasury = fund != .general || random.chance(90)
      let pieces = Self.parts(of: part, upTo: random.number(1...2), grain, using: &random)
      for (economic, piece) in zip(choices.shuffled(using: &random), pieces) {
        outlays.append(
          Outlay(
            account: account, fund: fund, project: number, economic: economic, amount: piece,
            isFromTreasury: isFromTreasury, isRunning: isRunning))
      }
    }
  }
}

extension Project {
  /// A name that no other project of the department has.
  static func name(_ number: Int, year: Int, using random: inout SplitMix64) -> String {
    let subject = random.pick(["档案整理", "宣传培训", "信息系统运行维护", "专项检查", "设备更新", "社会救助补助", "普查经费", "基础设施维修"])
    let ordinal = ["", "（二期）", "（三期）", "（四期）"][min(3, number / 8)]
    let front = random.pick(["专项项目-", "\(year)年", "", "第\(number + 1)批"])
    let words = ["经费", "资金", "项目", "工作", "专项", "补助资金", "购买服务", "配套资金"]
    return front + subject + words[number % 8] + ordinal
  }
}

extension String {
  /// The string with as many zeros behind it, or as few characters, as make `count`.
  fileprivate func padding(to count: Int) -> String {
    String((self + String(repeating: "0", count: count)).prefix(count))
  }
}
