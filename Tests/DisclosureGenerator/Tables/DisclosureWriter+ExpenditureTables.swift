extension DisclosureWriter {
  /// What a table of expenditure tells of.
  enum Scope: String {
    case all = "全部"
    case general = "一般"
    case governmentFund = "基金"
    case stateCapital = "国资"

    /// Whether it holds an outlay.
    func includes(_ outlay: Outlay) -> Bool {
      switch self {
      case .all: true
      case .general: outlay.fund == .general
      case .governmentFund: outlay.fund == .governmentFund
      case .stateCapital: outlay.fund == .stateCapital
      }
    }
  }

  /// Expenditure of `scope` by account, in the form of the region.
  mutating func expenditureTable(_ kind: PrintedTable.Kind, _ title: Passage, number: Int, _ scope: Scope) {
    let isFinal = facts.kind == .final
    let isWide = !isFinal && habits.layout == .henan
    let names: AccountColumns =
      isWide ? .splitWithUnit : isFinal ? (random.chance(85) ? .whole : .split) : random.pick([.split, .whole])
    let levels = isWide ? [7] : isFinal || habits.layout == .shanghai || random.chance(60) ? [3, 5, 7] : [7]
    let pivot = Pivot(
      names: names.columns, columns: isWide ? Self.wideColumns(scope) : plainColumns(scope),
      rows: accountRows(names, levels: levels, where: scope.includes))
    let isEmpty = !facts.outlays.contains(where: scope.includes)
    var draft = pivotTable(kind, title, number: number, pivot, zero: isEmpty && random.chance(75) ? .blank : nil)
    if isEmpty { empty(&draft, scope) }
    finish(draft)
  }

  /// What stands below a table without amounts.
  private mutating func empty(_ draft: inout TableDraft, _ scope: Scope) {
    let fund = scope == .stateCapital ? "国有资本经营预算" : "政府性基金预算"
    draft.table.notes = [
      wording(
        "注：\(facts.entity)\(facts.year)年无\(fund)拨款安排的支出，故本表无数据。",
        "说明：我\(facts.selfWord)没有\(fund)收入，也没有使用\(fund)安排的支出，故本表无数据。",
        "注:本\(facts.selfWord)\(facts.year)年无\(fund)安排，故本表为空表。")
    ]
  }

  /// The columns of Henan's budgets: persons, operating and projects, each divided.
  private static func wideColumns(_ scope: Scope) -> [Pivot.Column] {
    let prefix = scope.rawValue
    func basic(_ name: [String], _ measure: String, _ code: String) -> Pivot.Column {
      Pivot.Column(path: ["基本支出"] + name, measure: "\(prefix)·\(measure)") {
        scope.includes($0) && $0.project == nil && $0.economic.classCode == code
      }
    }
    return [
      Pivot.Column(path: ["合计"], measure: "\(prefix)·支出", parts: [1, 6], includes: scope.includes),
      Pivot.Column(path: ["基本支出", "小计"], measure: "\(prefix)·基本支出", parts: [2, 3, 4, 5]) {
        scope.includes($0) && $0.project == nil
      },
      basic(["人员经费", "工资福利支出"], "工资福利", "301"), basic(["人员经费", "对个人和家庭的补助"], "家庭补助", "303"),
      basic(["公用经费", "商品和服务支出"], "商品服务", "302"), basic(["公用经费", "资本性支出"], "资本性", "310"),
      Pivot.Column(path: ["项目支出", "小计"], measure: "\(prefix)·项目支出", parts: [7, 8]) {
        scope.includes($0) && $0.project != nil
      },
      Pivot.Column(path: ["项目支出", "其他运转类"], measure: "\(prefix)·其他运转类") {
        scope.includes($0) && $0.project != nil && $0.isRunning
      },
      Pivot.Column(path: ["项目支出", "特定目标类"], measure: "\(prefix)·特定目标类") {
        scope.includes($0) && $0.project != nil && !$0.isRunning
      },
    ]
  }

  /// Total, basic and project, under a common name or not, and what final accounts add.
  private mutating func plainColumns(_ scope: Scope) -> [Pivot.Column] {
    let prefix = scope.rawValue
    let isFinal = facts.kind == .final
    let isWhole = scope == .all
    let over = isFinal ? (isWhole ? [] : ["本年支出"]) : random.chance(60) ? [isWhole ? "支出预算" : "本年支出"] : []
    let total = isFinal ? (isWhole ? "本年支出合计" : word("小计", "合计")) : "合计"
    var columns = [
      Pivot.Column(path: over + [total], measure: "\(prefix)·支出", parts: [1, 2], includes: scope.includes),
      Pivot.Column(path: over + ["基本支出"], measure: "\(prefix)·基本支出") { scope.includes($0) && $0.project == nil },
      Pivot.Column(path: over + ["项目支出"], measure: "\(prefix)·项目支出") { scope.includes($0) && $0.project != nil },
    ]
    if isFinal, isWhole {
      for name in ["上缴上级支出", "经营支出", "对附属单位补助支出"] {
        columns.append(Pivot.Column(path: [name], measure: "\(prefix)·\(name)") { _ in false })
      }
      columns[0].parts = [1, 2, 3, 4, 5]
    }
    return columns
  }

  /// Final accounts of a fund: carried over, received, spent, carried on.
  mutating func fundAccountsTable(_ kind: PrintedTable.Kind, _ title: Passage, number: Int, _ scope: Scope) {
    let prefix = scope.rawValue
    let names = AccountColumns.whole
    let columns = [
      Pivot.Column(path: ["年初结转和结余"], measure: "\(prefix)·年初结转") { _ in false },
      Pivot.Column(path: ["本年收入"], measure: "\(prefix)·支出", includes: scope.includes),
      Pivot.Column(path: ["本年支出", "小计"], measure: "\(prefix)·支出", parts: [3, 4], includes: scope.includes),
      Pivot.Column(path: ["本年支出", "基本支出"], measure: "\(prefix)·基本支出") {
        scope.includes($0) && $0.project == nil
      },
      Pivot.Column(path: ["本年支出", "项目支出"], measure: "\(prefix)·项目支出") {
        scope.includes($0) && $0.project != nil
      },
      Pivot.Column(path: ["年末结转和结余"], measure: "\(prefix)·年末结转") { _ in false },
    ]
    let pivot = Pivot(
      names: names.columns, columns: columns, rows: accountRows(names, levels: [3, 5, 7], where: scope.includes))
    let isEmpty = !facts.outlays.contains(where: scope.includes)
    var draft = pivotTable(kind, title, number: number, pivot, zero: isEmpty && random.chance(75) ? .blank : nil)
    if isEmpty { empty(&draft, scope) }
    finish(draft)
  }
}
