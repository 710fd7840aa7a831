import DisclosureSyntax

/// What a row of money in a form of performance targets (绩效目标申报表) shows, by its words.
enum PerformanceFund {
  /// 项目资金总额, 中期资金总额: of all the years of a project.
  case total
  /// 年度资金申请总额.
  case annualTotal
  /// 财政拨款, 财政资金.
  case fiscal
  /// 当年财政拨款, 上年结转资金.
  case annual
  /// 其他资金.
  case other
  /// 单位自筹, 专户资金 and whatever else may be a part.
  case unknown

  /// The meaning of words without blanks; nil where they name no money.
  init?(_ words: ArraySlice<UInt16>) {
    guard words.count <= 20, words.count >= 4 else { return nil }
    func has(_ word: [UInt16]) -> Bool { RowWords.contains(words, word) }
    if Self.totals.contains(where: has) {
      self = has(Self.year) ? .annualTotal : .total
    } else if has(Self.carried) {
      self = .annual
    } else if Self.fiscals.contains(where: has) {
      self = has(Self.present) ? .annual : .fiscal
    } else if has(Self.others) {
      self = .other
    } else if Self.money.contains(where: has) {
      self = .unknown
    } else {
      return nil
    }
  }

  /// Whether others add to it.
  var isTotal: Bool { self == .total || self == .annualTotal }

  private static let totals = ["资金总额", "资金申请总额"].map { Array($0.utf16) }
  private static let year = Array("年度".utf16)
  private static let carried = Array("上年结转".utf16)
  private static let fiscals = ["财政拨款", "财政资金"].map { Array($0.utf16) }
  private static let present = Array("当年".utf16)
  private static let others = Array("其他资金".utf16)
  private static let money = ["资金", "拨款", "收入", "补助", "自筹", "债券", "结转", "结余"].map { Array($0.utf16) }
}
