/// How deep in its chart an account stands.
@usableFromInline package enum AccountLevel: Int, Comparable, Sendable, CaseIterable {
  /// 类, three digits: what government does (201 一般公共服务支出) or buys (302 商品和服务支出).
  case `class` = 1
  /// 款, five digits, a field within the class (20805 行政事业单位养老支出).
  case section = 2
  /// 项, seven digits, the purpose itself (2080505 机关事业单位基本养老保险缴费支出). Only the
  /// functional classification goes as deep as this.
  case item = 3

  @usableFromInline package static func < (left: AccountLevel, right: AccountLevel) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The code of an account of 政府收支分类科目: three digits for a class, and two more for every
/// level below it.
///
/// In tables the levels often stand in columns of their own (`208 05 05`) and lose their zeros
/// (`301 2`); ``init(class:section:item:)`` puts such a code together.
///
///     let code = AccountCode(2_080_505)       // 机关事业单位基本养老保险缴费支出
///     code?.level                             // .item
///     code?.parent                            // 20805 行政事业单位养老支出
@usableFromInline package struct AccountCode: Hashable, Comparable, Sendable {
  /// The digits as one number: 2080505.
  package let digits: UInt32

  /// The code with these digits; `nil` where no account can have them.
  package init?(_ digits: some BinaryInteger) {
    guard let digits = Int64(exactly: digits) else { return nil }
    self.init(digits)
  }

  /// The code with these digits; `nil` where no account can have them.
  package init?(_ digits: Int64) {
    guard let digits = UInt32(exactly: digits) else { return nil }
    switch digits {
    case 201...999: break
    case 20_101...99_999: guard digits % 100 != 0 else { return nil }
    case 2_010_101...9_999_999: guard digits % 100 != 0, digits / 100 % 100 != 0 else { return nil }
    default: return nil
    }
    self.digits = digits
  }

  /// The code printed as these ASCII digits, without blanks between them.
  package init?(ascii: some Collection<UInt8>) {
    guard ascii.count <= 7 else { return nil }
    var digits = 0
    for byte in ascii {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
    }
    self.init(digits)
  }

  /// The code whose levels are printed apart: 208, 5, 5 is 2080505.
  package init?(class: Int, section: Int? = nil, item: Int? = nil) {
    guard (201...999).contains(`class`), item == nil || section != nil else { return nil }
    var digits = `class`
    for ordinal in [section, item] {
      guard let ordinal else { break }
      guard (1...99).contains(ordinal) else { return nil }
      digits = digits * 100 + ordinal
    }
    self.init(digits)
  }

  /// Whether it is the code of a class, a section or an item.
  package var level: AccountLevel {
    digits < 1_000 ? .class : digits < 100_000 ? .section : .item
  }

  /// The code one level above, `nil` above a class.
  package var parent: AccountCode? { level == .class ? nil : AccountCode(digits / 100) }

  /// The first of its digits.
  var firstDigit: UInt32 {
    switch level {
    case .class: digits / 100
    case .section: digits / 10_000
    case .item: digits / 1_000_000
    }
  }

  /// The code of the class it belongs to, itself for a class.
  package var classCode: AccountCode { ancestor(at: .class) }

  /// The code at `level` that it belongs to: itself where it is no deeper.
  package func ancestor(at level: AccountLevel) -> AccountCode {
    var code = self
    while code.level > level, let parent = code.parent { code = parent }
    return code
  }

  /// Its number among its siblings: 5 for 2080505. A 99 is the rest, 其他.
  package var ordinal: Int { Int(digits % (level == .class ? 1_000 : 100)) }

  /// Whether it is `other` or stands anywhere below it.
  package func isWithin(_ other: AccountCode) -> Bool {
    level >= other.level && ancestor(at: other.level) == other
  }

  /// The order of a printed chart: an account, then what stands below it.
  @usableFromInline package static func < (left: AccountCode, right: AccountCode) -> Bool {
    left.place < right.place
  }

  /// Its place in a printed chart, as a number.
  var place: UInt64 { UInt64(leaf) << 32 | UInt64(digits) }

  /// The code at a place in a printed chart; nil where no account can stand.
  init?(place: UInt64) { self.init(Int64(place & 0xFFFF_FFFF)) }

  /// The digits filled up with zeros to those of an item.
  private var leaf: UInt32 {
    switch level {
    case .class: digits * 10_000
    case .section: digits * 100
    case .item: digits
    }
  }
}

extension AccountCode: CustomStringConvertible {
  @usableFromInline package var description: String { String(digits) }
}
