/// What a printed number counts.
@usableFromInline package enum Unit: UInt8, Hashable, Sendable {
  /// No unit is printed.
  case none
  /// 元.
  case yuan
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
  package var isMoney: Bool { self == .yuan || self == .tenThousandYuan || self == .hundredMillionYuan }

  /// Whether it counts things.
  package var isCount: Bool { rawValue >= Unit.piece.rawValue && rawValue <= Unit.establishment.rawValue }
}
