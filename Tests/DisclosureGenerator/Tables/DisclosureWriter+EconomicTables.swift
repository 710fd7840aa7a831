extension DisclosureWriter {
  /// Basic expenditure by economic classification.
  mutating func basicTable(_ title: Passage, number: Int) {
    let includes: Pivot.Selection = { $0.fund == .general && $0.project == nil }
    let over = "本年一般公共预算基本支出"
    let columns = [
      Pivot.Column(path: [over, "合计"], measure: "一般·基本支出", parts: [1, 2], includes: includes),
      Pivot.Column(path: [over, "人员经费"], measure: "一般·人员经费") { includes($0) && $0.economic.isPersonnel },
      Pivot.Column(path: [over, "公用经费"], measure: "一般·公用经费") { includes($0) && !$0.economic.isPersonnel },
    ]
    let pivot =
      habits.layout == .henan
      ? pairedPivot(columns, isSplit: false, where: includes) : economicPivot(columns, where: includes)
    finish(pivotTable(.basicExpenditure, title, number: number, pivot))
  }

  /// All expenditure by economic classification and by fund.
  mutating func economicSummaryTable(_ title: Passage, number: Int) {
    let general = "一般公共预算"
    var columns = [
      Pivot.Column(path: ["总计"], measure: "全部·支出", parts: [1, 3, 4, 5, 6, 7, 8, 9]) { _ in true },
      Pivot.Column(path: [general, "小计"], measure: "一般·支出") { $0.fund == .general },
      Pivot.Column(path: [general, "其中：财政拨款"], measure: "一般·其中财政", whole: 1) {
        $0.fund == .general && $0.isFromTreasury
      },
    ]
    let funds: [(String, String, Outlay.Fund?)] = [
      ("政府性基金", "基金·支出", .governmentFund), ("国有资本经营预算", "国资·支出", .stateCapital), ("上年结转结余", "收入·结转", .carryOver),
      ("财政专户管理资金收入", "收入·专户", nil), ("事业收入", "收入·事业", .business), ("上级补助收入", "收入·上级", nil),
      ("其他收入", "收入·其他", .other),
    ]
    for (name, measure, fund) in funds {
      columns.append(Pivot.Column(path: [name], measure: measure) { $0.fund == fund })
    }
    let pivot = pairedPivot(columns, isSplit: random.chance(70)) { _ in true }
    finish(pivotTable(.economicSummary, title, number: number, pivot))
  }

  /// Rows of the department's classification beside the government's.
  private mutating func pairedPivot(
    _ columns: [Pivot.Column], isSplit: Bool, where includes: @escaping Pivot.Selection
  ) -> Pivot {
    let left = "部门预算支出经济分类科目"
    let right = "政府预算支出经济分类科目"
    let names = [left, right].flatMap { over in
      (isSplit ? ["类", "款"] : ["科目编码"]).map { Table.Column(path: [over, $0], role: .code) } + [
        Table.Column(path: [over, "科目名称"], role: .name)
      ]
    }
    func codes(_ code: String) -> [Passage?] {
      isSplit ? ["\(String(code.prefix(3)))", "\(String(code.dropFirst(3)))"] : ["\(code)"]
    }
    var accounts = Set(facts.outlays.filter(includes).map(\.economic)).sorted { $0.code < $1.code }
    if random.chance(40) { accounts.shuffle(using: &random) }
    let rows = accounts.map { account in
      Pivot.Row(
        head: .init(code: account.code, label: account.name), key: "经\(account.code)", level: 5,
        includes: { includes($0) && $0.economic == account },
        names: codes(account.code) + ["\(account.name)"] + codes(account.governmentCode) + [
          "\(account.governmentName)"
        ])
    }
    var total = names.map { _ in Passage?.none }
    if !habits.hasNamelessTotals { total[isSplit ? 2 : 1] = "\(habits.totalName)" }
    return Pivot(names: names, columns: columns, rows: [totalRow(total, where: includes)] + rows)
  }

  /// Rows of the department's classification with their classes.
  private mutating func economicPivot(_ columns: [Pivot.Column], where includes: @escaping Pivot.Selection) -> Pivot {
    let isSplit = habits.layout == .shanghai
    let over = "部门预算经济分类科目编码"
    let names =
      isSplit
      ? ["类", "款"].map { Table.Column(path: [over, $0], role: .code) } + [
        Table.Column(path: ["经济分类科目名称"], role: .name)
      ] : [Table.Column(path: ["科目编码"], role: .code), Table.Column(path: ["科目名称"], role: .name)]
    func cells(_ code: String, _ name: String) -> [Passage?] {
      guard isSplit else { return [code.isEmpty ? nil : "\(code)", "\(name)"] }
      var item = String(code.dropFirst(3))
      if habits.dropsZerosOfCodes, item.hasPrefix("0") { item.removeFirst() }
      return [code.isEmpty ? nil : "\(String(code.prefix(3)))", item.isEmpty ? nil : "\(item)", "\(name)"]
    }
    var rows: [Pivot.Row] = []
    let accounts = Set(facts.outlays.filter(includes).map(\.economic)).sorted { $0.code < $1.code }
    for (code, name) in EconomicAccount.classes {
      let items = accounts.filter { $0.classCode == code }
      guard !items.isEmpty else { continue }
      rows.append(
        Pivot.Row(
          head: .init(code: code, label: name), key: "经类\(code)", level: 3,
          includes: { includes($0) && $0.economic.classCode == code }, names: cells(code, name)))
      for item in items {
        rows.append(
          Pivot.Row(
            head: .init(code: item.code, label: item.name), key: "经\(item.code)", level: 5,
            includes: { includes($0) && $0.economic == item }, names: cells(item.code, item.name)))
      }
    }
    let total = totalRow(cells("", habits.totalName), where: includes)
    return Pivot(names: names, columns: columns, rows: habits.totalsComeFirst ? [total] + rows : rows + [total])
  }
}
