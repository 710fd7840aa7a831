import Disclosure
import DisclosureSyntax

/// What the items that nearly every disclosure has are spent on, told by words that belong to one of
/// them alone: the charts of accounts (政府收支分类科目) explain them so.
enum StandardTopic: Int, CaseIterable {
  case pension
  case annuity
  case medicalCare
  case housingFund
  case housePurchase
  case rent
  case abroad
  case vehicles
  case reception
  case agencyOperation

  /// The topic of an item, by its name; nil for one that is spent on something of its own.
  init?(_ item: DescribedItem) {
    let topics = Self.names.topics(in: item.name)
    guard topics.nonzeroBitCount == 1 else { return nil }
    self.init(rawValue: topics.trailingZeroBitCount)
  }

  /// The other topic that `words` speak of, where they say nothing of this one.
  func other(in words: [UInt16]) -> StandardTopic? {
    // 住房 in 住房公积金 is none of what is paid for houses and rent.
    let isHousing = self == .housePurchase || self == .rent
    let rest = isHousing ? Self.without(Self.fundWord, in: words) : words
    if Self.table[rawValue].own.contains(where: { TitleWords.contains(rest, $0) }) { return nil }
    var other: StandardTopic?
    for topic in Self.allCases
    where topic.isExpense == isExpense && topic != self
      && Self.table[topic.rawValue].telling.contains(where: { TitleWords.contains(words, $0) })
    {
      guard other == nil else { return nil }
      other = topic
    }
    return other
  }

  /// Whether `words` name it and nothing else it could be.
  func isTold(by words: [UInt16]) -> Bool {
    Self.table[rawValue].telling.contains { TitleWords.contains(words, $0) }
  }

  private static let fundWord = Array("住房公积金".utf16)

  /// `words` without what they have of `word`.
  private static func without(_ word: [UInt16], in words: [UInt16]) -> [UInt16] {
    var rest = words
    while let at = TitleWords.position(of: word, in: rest) { rest.removeSubrange(at..<(at + word.count)) }
    return rest
  }

  /// Whether it is one of the three public expenses.
  var isExpense: Bool { self == .abroad || self == .vehicles || self == .reception }

  /// Whether it is told why it changed, so that the reason is held against it.
  var hasReason: Bool { isExpense || self == .agencyOperation }

  /// What is spent on it, for messages.
  var title: String {
    switch self {
    case .pension: "养老保险"
    case .annuity: "职业年金"
    case .medicalCare: "医疗"
    case .housingFund: "住房公积金"
    case .housePurchase: "购房补贴"
    case .rent: "提租补贴"
    case .abroad: "因公出国（境）"
    case .vehicles: "公务用车"
    case .reception: "公务接待"
    case .agencyOperation: "机关运行经费"
    }
  }

  private static let names = TopicNames(of: table)

  /// In the order of the topics.
  private static let table = [
    // pension
    TopicWords("基本养老保险缴费", "养老 社会保险 社保", "养老保险"),
    // annuity
    TopicWords("职业年金", "年金 社会保险 社保 养老", "职业年金"),
    // medicalCare
    TopicWords("单位医疗 公务员医疗补助", "医 社会保险 社保 体检 健康", "医疗保险 医疗补助"),
    // housingFund
    TopicWords("住房公积金", "公积金 住房", "公积金"),
    // housePurchase
    TopicWords("购房补贴", "购房 住房", "购房补贴"),
    // rent
    TopicWords("提租补贴", "提租 住房 租", "提租补贴"),
    // abroad
    TopicWords("出国", "出国 国（境） 国境 境外 国外 国际 出访 出境 外事 团组", "出国 国（境）"),
    // vehicles
    TopicWords("公务用车 公车", "车 燃 油", "公务用车 车辆 用车"),
    // reception
    TopicWords("公务接待", "接待 来访 来人 用餐 招待 宾", "接待"),
    // Nothing that is paid for people, of whom there may be more or fewer all the same.
    // agencyOperation
    TopicWords(
      "运行经费 运转经费", "公用 办公 运行 运转 机关 商品 服务 定额 日常 人员 人数 编制 机构 标准 口径",
      "机关运行经费"),
  ]
}
