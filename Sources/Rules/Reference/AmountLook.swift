import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Looks for an amount as it is printed, with or without marks between its thousands, where no table shows those of
/// another year beside it.
struct AmountLook: BlockLook {
  static var signals: BlockSignals { .all }

  /// The digits as they may be printed.
  private let forms: [[UInt16]]
  private let other: [[UInt8]]

  /// Takes the digits of an amount and the year that it is said to be of.
  init(_ digits: [UInt16], year: Int) {
    let plain = digits.filter { Mark.isDigit($0) || Mark.isPoint($0) }
    let whole = Array(plain.prefix { !Mark.isPoint($0) })
    let decimals = plain.dropFirst(whole.count + 1).reversed().drop { $0 == Self.zero }.reversed()
    var divided: [UInt16] = []
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { divided.append(Self.comma) }
      divided.append(digit)
    }
    let twoDecimals = [Self.point] + decimals + Array(repeating: Self.zero, count: max(0, 2 - decimals.count))
    let fewest = decimals.isEmpty ? [] : [Self.point] + decimals
    forms = (whole == divided ? [whole] : [whole, divided]).flatMap { whole in
      decimals.count >= 2 ? [whole + fewest] : [whole + twoDecimals, whole + fewest]
    }
    other = ["上年数", "上年预算", "上年决算", String(year)].map { Array($0.utf8) }
  }

  /// How often it stands in a block.
  func sight(in text: BlockText) -> Int? {
    var count = 0
    for form in forms {
      // A whole number alone may count anything.
      let needsUnit = !form.contains(Self.point)
      if text.block.block.kind == .table {
        if needsUnit { continue }
        count += Self.places(of: form.map { UInt8(truncatingIfNeeded: $0) }, in: text.bytes, text.block.block.range)
      } else {
        count += Self.places(of: form, in: text.units, needsUnit)
      }
    }
    guard count > 0 else { return nil }
    let range = text.block.block.range
    let isOfYears =
      text.block.block.kind == .table
      && other.contains { text.bytes.position(of: $0, from: range.lower, to: range.upper) != nil }
    return isOfYears ? nil : count
  }

  private static func places(of form: [UInt16], in units: [UInt16], _ needsUnit: Bool) -> Int {
    var (count, from) = (0, 0)
    while let at = units.position(of: form, from: from) {
      from = at + form.count
      if (at == 0 || !isPart(units[at - 1]))
        && (from == units.count ? !needsUnit : needsUnit ? money.contains(units[from]) : !isPart(units[from]))
      {
        count += 1
      }
    }
    return count
  }

  private static func places(of form: [UInt8], in bytes: [UInt8], _ range: TextRange) -> Int {
    var (count, from) = (0, range.lower)
    while let at = bytes.position(of: form, from: from, to: range.upper) {
      from = at + form.count
      if (at == 0 || !isPart(UInt16(bytes[at - 1]))) && (from == bytes.count || !isPart(UInt16(bytes[from]))) {
        count += 1
      }
    }
    return count
  }

  private static func isPart(_ unit: UInt16) -> Bool {
    unit >= 0x30 && unit <= 0x39 || unit == 0x2E || unit == comma
  }

  private static let comma: UInt16 = 0x2C
  private static let point: UInt16 = 0x2E
  private static let zero: UInt16 = 0x30
  private static let money = Set("千万亿元".utf16)
}
