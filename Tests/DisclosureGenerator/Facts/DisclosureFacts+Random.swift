extension DisclosureFacts {
  /// Facts that follow from the random numbers alone.
  package static func random(using random: inout SplitMix64) -> DisclosureFacts {
    let isExact = random.chance(50)
    let grain = isExact ? 100 : 1
    var facts = DisclosureFacts(
      kind: random.pick(Kind.allCases), year: random.number(2021...2026), entity: entity(using: &random),
      selfWord: random.chance(70) ? "部门" : "单位", isExact: isExact,
      items: items(grain, using: &random))
    facts.drawFunds(grain, using: &random)
    facts.drawThreePublic(grain, using: &random)
    facts.drawRest(grain, using: &random)
    // The pieces have a sequence of their own, so that the rest does not depend on them.
    var pieces = SplitMix64(state: random.state ^ 0x5DEE_CE66)
    facts.drawOutlays(grain, using: &pieces)
    return facts
  }

  private static func entity(using random: inout SplitMix64) -> String {
    let place = random.pick(["洛阳市涧西区", "郑州市金水区", "上海市静安区", "漯河市召陵区", "舞阳县", "杭州市"])
    let office = random.pick(["医疗保障局", "统计局", "民政局", "交通运输局", "人民政府办公室", "农业农村局", "图书馆", "财政局"])
    return place + office
  }

  private static func items(_ grain: Int, using random: inout SplitMix64) -> [Item] {
    let count = random.number(1...(random.chance(30) ? 12 : 5))
    let chosen = Account.all.shuffled(using: &random).prefix(count).sorted { $0.code < $1.code }
    let scale = random.pick([2, 20, 20, 300])
    return chosen.enumerated().map { index, account in
      let isProject = index > 0 && random.chance(40)
      let amount = Measure.random(scale: scale, grain: grain, using: &random)
      // Some accounts pay for both.
      let isBoth = !isProject && amount.current % 7 == 0 && EconomicAccount.fixed[account.code] == nil
      let part: Measure = isProject ? amount : isBoth ? amount.part(amount.current % 60 + 5, grain: grain) : .zero
      return Item(account: account, amount: amount, projectPart: part)
    }
  }

  private mutating func drawFunds(_ grain: Int, using random: inout SplitMix64) {
    func fund(_ percent: Int) -> Measure {
      random.chance(percent) ? .random(scale: 10, grain: grain, using: &random) : .zero
    }
    if random.chance(55) {
      governmentFund = fund(50)
      stateCapital = fund(20)
      business = fund(40)
      other = fund(30)
      carryOver = fund(40)
    }
    operating = basic.part(random.number(4...40), grain: grain)
    agency = random.chance(50) ? operating : .random(scale: 3, grain: grain, using: &random)
  }

  private mutating func drawThreePublic(_ grain: Int, using random: inout SplitMix64) {
    func cost(_ percent: Int) -> Measure {
      random.chance(percent) ? .random(scale: 1, grain: grain, using: &random) : .zero
    }
    guard random.chance(80) else { return }
    abroad = cost(30)
    purchase = cost(25)
    running = cost(70)
    reception = cost(80)
  }

  private mutating func drawRest(_ grain: Int, using random: inout SplitMix64) {
    func amount(_ percent: Int) -> Int {
      random.chance(percent) ? Measure.random(scale: 5, grain: grain, using: &random).current : 0
    }
    goods = amount(80)
    works = amount(30)
    services = amount(70)
    let names = ["主要领导干部用车", "机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车", "离退休干部用车", "其他用车"]
    vehicles = names.map { ($0, random.chance(35) ? random.number(1...14) : 0) }
    equipment = random.number(0...6)
    grades = [random.number(1...40), random.number(0...9), random.number(0...5), random.number(0...2)]
    performance = amount(90)
  }
}
