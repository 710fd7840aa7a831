/// What a printed number counts.
@usableFromInline package enum Unit: UInt8, Hashable, Sendable {
  /// No unit is printed.
  case none
  /// 元.
  case yuan
  /// 千元, 1,000 yuan.
  case thousandYuan
  /// 万元, 10,000 yuan.
  case tenThousandYuan
  /// 亿元, 100,000,000 yuan.
  case hundredMillionYuan
  /// %.
  case percent
  /// 个百分点: a difference of two percentages.
  case percentagePoint
  /// 个.
  case piece
  /// 项.
  case project
  /// 辆.
  case vehicle
  /// 台, 套, 台（套）.
  case device
  /// 人.
  case person
  /// 人次.
  case visit
  /// 批次, 批.
  case batch
  /// 家.
  case establishment
  /// 平方米.
  case squareMetre
  /// 分: points of a score.
  case score
  /// A unit that measures nothing a disclosure is checked for.
  case other

  /// Whether it is an amount of money.
  package var isMoney: Bool { rawValue >= Unit.yuan.rawValue && rawValue <= Unit.hundredMillionYuan.rawValue }

  /// How many yuan it stands for; 1 where it is no amount of money larger than one.
  package var yuan: Int64 {
    switch self {
    case .thousandYuan: 1_000
    case .tenThousandYuan: 10_000
    case .hundredMillionYuan: 100_000_000
    default: 1
    }
  }

  /// The word of a unit of money; nil for any other.
  package var moneyWord: String? {
    switch self {
    case .yuan: "元"
    case .thousandYuan: "千元"
    case .tenThousandYuan: "万元"
    case .hundredMillionYuan: "亿元"
    default: nil
    }
  }

  /// Whether it counts things.
  package var isCount: Bool { rawValue >= Unit.piece.rawValue && rawValue <= Unit.establishment.rawValue }
}
