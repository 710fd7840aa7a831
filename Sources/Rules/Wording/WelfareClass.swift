import Disclosure

/// The classes of expenditure that pay for people, each for something of its own: the chart of accounts
/// (政府收支分类科目) has pensions in one, medical care in another and housing in a third, so that what is said of one
/// of their accounts is not said of those of another.
enum WelfareClass: Int, CaseIterable {
  case socialSecurity
  case health
  case housing

  /// The class of an item, by its name or one above it; nil for one of another class.
  init?(_ item: DescribedItem) {
    var classes = Self.names.topics(in: item.name)
    for name in item.above { classes |= Self.names.topics(in: name) }
    guard classes.nonzeroBitCount == 1 else { return nil }
    self.init(rawValue: classes.trailingZeroBitCount)
  }

  /// The other class that `words` speak of, where they say nothing of this one.
  func other(in words: [UInt16]) -> WelfareClass? {
    if Self.table[rawValue].own.contains(where: { TitleWords.contains(words, $0) }) { return nil }
    let found = Self.allCases.filter { other in
      other != self && Self.table[other.rawValue].telling.contains { TitleWords.contains(words, $0) }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// What the class pays for, for messages.
  var title: String {
    switch self {
    case .socialSecurity: "社会保障和就业"
    case .health: "卫生健康"
    case .housing: "住房保障"
    }
  }

  private static let names = TopicNames(of: table)

  /// In the order of the classes.
  private static let table = [
    // socialSecurity
    TopicWords(
      "社会保障和就业 行政事业单位养老 抚恤 社会福利",
      "养老 年金 社会 社保 抚恤 就业 失业 工伤 残 福利 救 退 优抚 丧葬 遗属 人员 老 民政 保险", "养老保险 职业年金"),
    // health
    TopicWords("卫生健康 医疗卫生 行政事业单位医疗", "医 卫生 健康 生育 社会 社保 体检 病 药 疾 人员 保险费", "医疗保险 医疗补助"),
    // housing
    TopicWords("住房保障 住房改革 保障性安居", "住房 公积金 购房 租 房 安居 棚户", "住房公积金 购房补贴 提租补贴"),
  ]
}
