extension DisclosureWriter {
  /// Revenue by source: one row for the unit, or one for every account it is meant for.
  mutating func revenueTable(_ title: Passage, number: Int) {
    if facts.kind == .budget, habits.layout == .henan { return finish(unitRevenue(title, number: number)) }
    let isFinal = facts.kind == .final
    let names: AccountColumns = isFinal ? .whole : random.pick([.split, .whole])
    let levels = isFinal || habits.layout == .shanghai || random.chance(60) ? [3, 5, 7] : [7]
    let includes: Pivot.Selection = { !isFinal || ($0.fund != .carryOver && !$0.isCarried) }
    let pivot = Pivot(
      names: names.columns, columns: isFinal ? Self.finalRevenue : Self.budgetRevenue,
      rows: accountRows(names, levels: levels, where: includes))
    finish(pivotTable(.revenue, title, number: number, pivot))
  }

  private static func source(_ path: [String], _ name: String, _ includes: @escaping Pivot.Selection) -> Pivot.Column {
    Pivot.Column(path: path, measure: "收入·\(name)", includes: includes)
  }

  private static var finalRevenue: [Pivot.Column] {
    [
      Pivot.Column(path: ["本年收入合计"], measure: "收入·本年", parts: [1, 2, 3, 4, 5, 6]) {
        $0.fund != .carryOver && !$0.isCarried
      },
      source(["财政拨款收入"], "财政") { $0.fund.isAppropriation && !$0.isCarried }, source(["上级补助收入"], "上级") { _ in false },
      source(["事业收入"], "事业") { $0.fund == .business }, source(["经营收入"], "经营") { _ in false },
      source(["附属单位上缴收入"], "附属") { _ in false }, source(["其他收入"], "其他") { $0.fund == .other },
    ]
  }

  private static var budgetRevenue: [Pivot.Column] {
    [
      Pivot.Column(path: ["收入预算", "合计"], measure: "全部·支出", parts: [1, 2, 3, 4, 5]) { _ in true },
      source(["收入预算", "财政拨款收入"], "财政") { $0.fund.isAppropriation && !$0.isCarried },
      source(["收入预算", "事业收入"], "事业") { $0.fund == .business },
      source(["收入预算", "事业单位经营收入"], "经营") { _ in false },
      source(["收入预算", "其他收入"], "其他") { $0.fund == .other },
      source(["收入预算", "上年结转"], "结转") { $0.fund == .carryOver || $0.isCarried },
    ]
  }

  /// Henan's form: this year's sources and what is carried over, for the unit.
  private mutating func unitRevenue(_ title: Passage, number: Int) -> TableDraft {
    var columns = [
      Pivot.Column(path: ["总计"], measure: "全部·支出") { _ in true },
      Pivot.Column(path: ["本年收入", "合计"], measure: "收入·本年") { $0.fund != .carryOver },
      Pivot.Column(path: ["本年收入", "一般公共预算", "小计"], measure: "一般·支出") { $0.fund == .general },
      Pivot.Column(path: ["本年收入", "一般公共预算", "其中：财政拨款"], measure: "一般·其中财政", whole: 2) {
        $0.fund == .general && $0.isFromTreasury
      },
      Self.source(["本年收入", "政府性基金"], "基金") { $0.fund == .governmentFund },
      Self.source(["本年收入", "国有资本经营预算"], "国资") { $0.fund == .stateCapital },
    ]
    for name in ["财政专户管理资金收入", "事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入"] {
      columns.append(
        Self.source(["本年收入", name], name) {
          name == "事业收入" ? $0.fund == .business : name == "其他收入" && $0.fund == .other
        })
    }
    // 其中：财政拨款 is a part of the one before it.
    columns[1].parts = [2] + Array(4..<columns.count)
    let first = columns.count
    columns[0].parts = [1, first]
    columns.append(
      Pivot.Column(path: ["上年结转结余", "合计"], measure: "收入·结转", parts: Array(first + 1...first + 5)) {
        $0.fund == .carryOver
      })
    for name in ["一般公共预算", "政府性基金", "国有资本经营预算", "财政专户管理资金", "单位资金"] {
      columns.append(
        Pivot.Column(path: ["上年结转结余", name], measure: "结转·\(name)") { name == "单位资金" && $0.fund == .carryOver })
    }
    let names = [Table.Column(path: ["单位代码"], role: .code), Table.Column(path: ["单位名称"], role: .name)]
    let rows =
      [totalRow([nil, "\(habits.totalName)"]) { _ in true }]
      + unitRows({ ["\($0)", "\($1)"] }) { _ in true }
    return pivotTable(.revenue, title, number: number, Pivot(names: names, columns: columns, rows: rows))
  }
}
