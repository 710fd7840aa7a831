import DisclosureSyntax

/// What a table of a disclosure is about, as its title says.
@usableFromInline package enum TableKind: String, Hashable, Sendable, CaseIterable {
  /// 收支总表: all revenue beside all expenditure.
  case summary
  /// 收入总表: revenue by source.
  case revenue
  /// 支出总表: expenditure by function, basic and project.
  case expenditure
  /// 财政拨款收支总表: appropriations beside what they are spent on, by fund.
  case appropriationSummary
  /// 一般公共预算支出表: the general public budget by function.
  case generalExpenditure
  /// 一般公共预算基本支出表: basic expenditure by economic classification.
  case basicExpenditure
  /// 支出经济分类汇总表: all expenditure by economic classification.
  case economicSummary
  /// “三公”经费表.
  case threePublic
  /// 政府性基金预算支出表.
  case governmentFund
  /// 国有资本经营预算支出表.
  case stateCapital
  /// 项目支出表.
  case projects
  /// 机构运转（机关运行）经费表.
  case agencyOperation
  /// 绩效目标表.
  case performance
  /// 绩效自评表: targets, weights and scores.
  case evaluation
  /// 政府采购预算表.
  case procurement
  /// 政府购买服务预算表.
  case purchasedServices
  /// 国有资产占有使用情况表.
  case stateAssets
  /// No known title.
  case unknown
}

/// What is known of a kind of table before any of its rows is read.
///
/// There is one for each kind; a class only so that handing it over does not copy its lists.
final class TableDescription: Sendable {
  let kind: TableKind
  /// Words the title must have, each one of several.
  let words: [[[UInt16]]]
  /// Words the title must not have.
  let without: [[UInt16]]
  /// The fund its amounts are of; nil for all funds.
  let fund: Term?
  /// What the first column, the root of the tree of columns, measures.
  let whole: Term?
  /// What the children of the first column measure, in their usual order, where the head names them.
  let parts: [(measure: Term, words: [[UInt16]])]

  private init(
    _ kind: TableKind, _ words: [[String]], without: [String] = [], fund: Term? = nil, whole: Term? = nil,
    parts: [(Term, [String])] = []
  ) {
    self.kind = kind
    self.words = words.map { $0.map { Array($0.utf16) } }
    self.without = without.map { Array($0.utf16) }
    self.fund = fund
    self.whole = whole
    self.parts = parts.map { ($0.0, $0.1.map { Array($0.utf16) }) }
  }
}

extension TableDescription {
  /// The kinds, the more special ones first.
  static let all: [TableDescription] = [
    TableDescription(.evaluation, [["自评", "评价"]]),
    TableDescription(.performance, [["绩效"]]),
    TableDescription(.threePublic, [["三公"]], fund: .appropriation, whole: .threePublic),
    TableDescription(
      .governmentFund, [["政府性基金", "基金预算"]], fund: .governmentFund, whole: .expenditure, parts: nature),
    TableDescription(.stateCapital, [["国有资本"]], fund: .stateCapital, whole: .expenditure, parts: nature),
    TableDescription(
      .basicExpenditure, [["基本支出"]], fund: .generalBudget, whole: .basicExpenditure,
      parts: [(.personnelFunds, ["人员"]), (.operatingFunds, ["公用"])]),
    TableDescription(
      .appropriationSummary, [["财政拨款"], ["收支", "收入支出", "收入、支出"]], fund: .appropriation, whole: .expenditure),
    TableDescription(
      .generalExpenditure, [["一般公共预算", "财政拨款"], ["支出"]], without: ["经济分类", "收入", "项目支出"],
      fund: .generalBudget, whole: .expenditure, parts: nature),
    TableDescription(.agencyOperation, [["机关", "机构"], ["运行", "运转"]], whole: .agencyOperation),
    TableDescription(.purchasedServices, [["购买服务"]]),
    TableDescription(.stateAssets, [["国有资产", "资产"], ["占有", "占用", "使用", "存量", "情况"]]),
    TableDescription(.procurement, [["采购"]], whole: .procurement),
    TableDescription(.economicSummary, [["经济分类", "经济科目"]], whole: .expenditure),
    TableDescription(.summary, [["收支", "收入支出", "收入、支出"]], whole: .expenditureGrandTotal),
    TableDescription(.projects, [["项目"]], whole: .projectExpenditure),
    TableDescription(.revenue, [["收入"]], whole: .revenue),
    TableDescription(.expenditure, [["支出"]], whole: .expenditure, parts: nature),
  ]

  /// What the one row of a table of some kind may measure, in columns of any order.
  static func rowMeasures(of kind: TableKind) -> SmallSet<Term> {
    switch kind {
    case .threePublic, .agencyOperation:
      [
        .threePublic, .abroad, .vehicles, .vehiclePurchase, .vehicleOperation, .reception, .conference, .training,
        .agencyOperation,
      ]
    case .procurement: [.procurement, .goods, .works, .services]
    default: []
    }
  }

  /// Whether the kind says that the first column is the sum of others.
  var isSummed: Bool {
    switch kind {
    case .procurement, .purchasedServices, .stateAssets: false
    default: true
    }
  }

  /// Whether a bare number below an amount may be its last digits, and no weight or score.
  var mayBreakFigures: Bool { kind != .evaluation && kind != .performance }

  private static let nature: [(Term, [String])] = [
    (.basicExpenditure, ["基本支出"]), (.projectExpenditure, ["项目支出"]), (.turnoverToSuperior, ["上缴上级"]),
    (.operatingExpenditure, ["经营支出"]), (.subsidyToAffiliated, ["附属"]),
  ]

  /// The description that the words of a title choose; nil where none fits.
  static func of(title: [UInt16]) -> TableDescription? {
    guard title.contains(0x8868) || RowWords.contains(title, situation) else { return nil }
    return all.first { description in
      description.words.allSatisfy { $0.contains { RowWords.contains(title, $0) } }
        && !description.without.contains { RowWords.contains(title, $0) }
    }
  }

  private static let situation = Array("情况".utf16)
}
