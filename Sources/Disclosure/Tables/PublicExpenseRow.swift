import DisclosureSyntax

/// What a row of a table of the three public expenses is, by its words, whatever its number and order.
enum PublicExpenseRow: UInt8, Hashable, Sendable {
  /// “三公”经费合计.
  case whole
  /// 因公出国（境）费.
  case abroad
  /// 公务用车购置及运行维护费.
  case vehicles
  /// 公务用车购置费.
  case purchase
  /// 公务用车运行维护费.
  case operation
  /// 公务接待费.
  case reception
  /// 国内接待费, a part of 公务接待费.
  case domestic
  /// 国（境）外接待费, the other part.
  case foreign

  /// The row it is part of; nil for the whole.
  var parent: PublicExpenseRow? {
    switch self {
    case .whole: nil
    case .abroad, .vehicles, .reception: .whole
    case .purchase, .operation: .vehicles
    case .domestic, .foreign: .reception
    }
  }

  /// The rows it is the sum of; each of them must be there for it to be added up.
  var parts: [PublicExpenseRow] {
    switch self {
    case .whole: [.abroad, .vehicles, .reception]
    case .vehicles: [.purchase, .operation]
    case .reception: [.domestic, .foreign]
    default: []
    }
  }

  /// What it measures.
  var measure: Term? {
    switch self {
    case .whole: .threePublic
    case .abroad: .abroad
    case .vehicles: .vehicles
    case .purchase: .vehiclePurchase
    case .operation: .vehicleOperation
    case .reception: .reception
    case .domestic, .foreign: nil
    }
  }

  /// The row that words without blanks name; nil for counts of vehicles and visits and for other expenses.
  init?(_ words: ArraySlice<UInt16>) {
    func has(_ word: [UInt16]) -> Bool { RowWords.contains(words, word) }
    if Self.counts.contains(where: has) || Self.others.contains(where: has) { return nil }
    if has(Self.visit) {
      // 外事接待费 is part of 国内接待费.
      if has(Self.diplomatic) || has(Self.both) { return nil }
      self = has(Self.abroadVisit) ? .foreign : has(Self.home) ? .domestic : .reception
    } else if has(Self.travel) {
      self = .abroad
    } else if has(Self.buying) {
      self = Self.running.contains(where: has) ? .vehicles : .purchase
    } else if Self.running.contains(where: has) {
      self = .operation
    } else if has(Self.car) {
      self = .vehicles
    } else if has(Self.three) || Self.totals.contains(where: { words.suffix(2).elementsEqual($0) }) {
      self = .whole
    } else {
      return nil
    }
  }

  /// Whether words name another expense, which may be part of the total: 会议费, 培训费, 机关运行经费.
  static func isOther(_ words: ArraySlice<UInt16>) -> Bool {
    !counts.contains { RowWords.contains(words, $0) } && others.contains { RowWords.contains(words, $0) }
  }

  /// Whether words name 会议费 or 培训费, which stand beside the three public expenses.
  static func isBeside(_ words: ArraySlice<UInt16>) -> Bool {
    isOther(words) && besides.contains { words.suffix($0.count).elementsEqual($0) }
  }

  /// Whether words say of a total that it is that of the three public expenses.
  static func namesThree(_ words: ArraySlice<UInt16>) -> Bool { RowWords.contains(words, three) }

  private static let besides = ["会议费", "培训费", "会议费用", "培训费用"].map { Array($0.utf16) }
  private static let visit = Array("接待".utf16)
  private static let diplomatic = Array("外事".utf16)
  private static let both = Array("用车".utf16)
  private static let abroadVisit = Array("外接待".utf16)
  private static let home = Array("国内".utf16)
  private static let travel = Array("出国".utf16)
  private static let buying = Array("购置".utf16)
  private static let car = Array("用车".utf16)
  private static let three = Array("三公".utf16)
  private static let running = ["运行", "维护", "运维"].map { Array($0.utf16) }
  private static let totals = ["合计", "总计", "小计"].map { Array($0.utf16) }
  /// What counts something, and what is no public expense but stands beside them.
  private static let counts = ["批次", "人次", "次数", "人数", "数量", "团组", "保有量", "购置数", "辆", "平均"].map { Array($0.utf16) }
  private static let others = ["机关运行", "机构运", "行政经费", "会议", "培训", "资产", "采购"].map { Array($0.utf16) }
}
