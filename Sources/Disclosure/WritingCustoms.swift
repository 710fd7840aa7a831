import DisclosureSyntax
import DisclosureText
import Ledger

/// How the amounts of a document are written, which decides what a printed one may stand for.
struct WritingCustoms: Sendable {
  /// For each unit of money, the decimals that the document uses; 0 where whole amounts are
  /// the rule.
  private var decimals = [Int](filledWith: 0, count: Self.units)
  /// For each unit of money, whether large amounts without decimals are rounded to whole ones. Whole yuan are
  /// what was planned.
  private var roundsLarge = [Bool](filledWith: false, count: Self.units)

  private static let units = Int(Unit.hundredMillionYuan.rawValue) + 1
  /// From what on an amount is large.
  private static let large: Int64 = 1_000
  /// How many different amounts are looked at.
  private static let enough = 50

  init(_ tree: SyntaxTree) {
    // For each unit, how many amounts have no decimals, one, two and so on.
    let most = 20
    var counts = [Int](filledWith: 0, count: Self.units * most)
    // For each unit, the large amounts without decimals, each once, and how many have decimals.
    var whole = [[Int64]](filledWith: [], count: Self.units)
    var broken = [Int](filledWith: 0, count: Self.units)
    for block in tree.blocks {
      for numeral in block.numerals where numeral.unit.isMoney && numeral.value != 0 {
        let unit = Int(numeral.unit.rawValue)
        counts[unit * most + min(numeral.decimals, most - 1)] += 1
        if numeral.decimals > 0 {
          if numeral.value >= Self.large * Self.power(numeral.decimals) { broken[unit] += 1 }
        } else if numeral.value > Self.large, numeral.value % 10 != 0, numeral.unit != .yuan,
          whole[unit].count < Self.enough, !whole[unit].contains(numeral.value)
        {
          whole[unit].append(numeral.value)
        }
      }
    }
    // Cents come out at nothing once in a hundred times: three such amounts among thirty were rounded, and so were
    // two among eight.
    roundsLarge = zip(whole, broken).map { ($0.count >= 3 && $0.count * 10 >= $1) || ($0.count == 2 && $1 <= 8) }
    for unit in decimals.indices {
      let histogram = counts[unit * most..<(unit + 1) * most]
      let all = histogram.reduce(0, +)
      guard all > 0, let fraction = (1..<most).max(by: { counts[unit * most + $0] <= counts[unit * most + $1] }),
        counts[unit * most + fraction] > 0, (all - counts[unit * most]) * 5 >= all
      else { continue }
      decimals[unit] = fraction
    }
  }

  /// An amount with fewer decimals than the document uses for its unit has dropped zeros, unless the document
  /// rounds large amounts to whole ones.
  func effectiveDecimals(_ numeral: Numeral) -> Int {
    guard numeral.unit.isMoney else { return numeral.decimals }
    let unit = Int(numeral.unit.rawValue)
    if roundsLarge[unit], numeral.decimals == 0, numeral.value >= Self.large { return 0 }
    return max(numeral.decimals, decimals[unit])
  }

  /// The interval of `numeral`, in millionths of a yuan or of a thing; rates in units of
  /// `FigureLedger.rateScale`.
  ///
  /// Counts, a printed zero that is no change, and yuan with two decimals are exact.
  func quantity(of numeral: Numeral, isRate: Bool, isChange: Bool) -> Quantity? {
    // Red figures need a reader of their own; none is judged.
    if numeral.isNegative { return nil }
    let value = numeral.value
    if numeral.unit == .percent || isRate { return Self.rate(value, decimals: numeral.decimals) }
    let effective = effectiveDecimals(numeral)
    let isExact = (value == 0 && !isChange) || numeral.unit.isCount || (numeral.unit == .yuan && effective >= 2)
    return Self.amount(value, numeral.unit, decimals: numeral.decimals, known: effective, isExact: isExact)
  }

  /// The interval of a rate, in units of `FigureLedger.rateScale`; nil where it is beyond every measure.
  private static func rate(_ value: Int64, decimals: Int) -> Quantity? {
    let step = power(8 - decimals)
    let scaled = product(value, step)
    guard scaled.magnitude < 10_000_000_000_000_000 else { return nil }
    var quantity = Quantity(value: scaled, halfWidth: Int128(step / 2), step: Int128(step))
    quantity.decimals = Int8(clamping: decimals)
    return quantity
  }

  /// The interval of an amount or a number of things, in millionths, of which `known` decimals are known; nil
  /// where it is beyond every measure.
  private static func amount(
    _ value: Int64, _ unit: Unit, decimals: Int, known: Int, isExact: Bool
  ) -> Quantity? {
    let factor = unit.yuan
    let scale = factor * power(6 - decimals)
    let scaled = product(value, scale)
    guard scaled.magnitude < 100_000_000_000_000_000_000 else { return nil }
    let step = known == decimals ? scale : factor * power(6 - known)
    var quantity = Quantity(value: scaled, halfWidth: isExact ? 0 : Int128(step / 2), step: Int128(step))
    quantity.decimals = Int8(clamping: known)
    return quantity
  }

  /// Ten to the power of `exponent`, from 0 to 8; 1 for what is less.
  static func power(_ exponent: Int) -> Int64 {
    switch exponent {
    case ...0: 1
    case 1: 10
    case 2: 100
    case 3: 1_000
    case 4: 10_000
    case 5: 100_000
    case 6: 1_000_000
    case 7: 10_000_000
    default: 100_000_000
    }
  }

  /// The product of two numbers, of which neither is too large.
  private static func product(_ one: Int64, _ other: Int64) -> Int128 {
    let (high, low) = one.multipliedFullWidth(by: other)
    return Int128(high) &<< 64 | Int128(low)
  }
}

extension WritingCustoms {
  /// What the amount of a cell may stand for.
  static func quantity(of cell: TableCell) -> Quantity? {
    if cell.piece.isNegative && !cell.isChange || cell.piece.isUnread { return nil }
    let (value, decimals) = (cell.piece.value, Int(cell.piece.decimals))
    if cell.unit == .percent { return rate(value, decimals: decimals) }
    let isExact =
      value == 0 || (cell.unit == .yuan && cell.effectiveDecimals >= 2)
      || (cell.unit == .none && cell.effectiveDecimals == 0)
    return amount(value, cell.unit, decimals: decimals, known: cell.effectiveDecimals, isExact: isExact)
  }
}
