import DisclosureSyntax
import Ledger

/// What figures themselves show of a total and parts that no word says are all there is.
///
/// Parts that add up are all there is: that does not happen by chance. Parts that would add up but
/// for one slip of the pen show as much where such parts are mostly listed in full. Parts that are
/// further off may leave others out.
struct SumEvidence {
  private let parts: [Int128]
  private let total: Int128
  /// What rounding may leave between the total and its parts.
  private let tolerance: Int128
  /// The step that the figures have in common: 1 for 12.34 and 5.60, 10,000 for 500.00 and 1,200.00.
  private let step: Int128
  /// How many steps the figures of a slip count at least: nearly any two short ones are a slip apart.
  private let leastSlip: Int128
  /// How many of the steps they have in common the total counts at least: the difference between round figures
  /// is round, and one digit of either.
  static let leastTotal: Int128 = 1000

  /// The figures, each with its sign; nil where they are not of one unit.
  init?(total: (Numeral, Int), parts: [(Numeral, Int)], leastSlip: Int128 = 1) {
    let unit = total.0.unit
    var decimals = total.0.decimals
    for (part, _) in parts {
      guard part.unit == unit || part.value == 0 else { return nil }
      decimals = max(decimals, part.decimals)
    }
    guard unit.isMoney, decimals <= 8 else { return nil }
    func scaled(_ figure: (Numeral, Int)) -> Int128 {
      var value = Int128(figure.0.value) * Int128(figure.1)
      for _ in figure.0.decimals..<decimals { value *= 10 }
      return value
    }
    self.total = scaled(total)
    self.parts = parts.map(scaled)
    tolerance = Int128(parts.count + 1) / 2
    self.leastSlip = leastSlip
    step = Self.commonStep(self.parts + [self.total])
  }

  /// The largest power of ten that divides all figures; 1 where all are nothing.
  static func commonStep(_ figures: [Int128]) -> Int128 {
    var step: Int128 = 1
    while step < 1_000_000_000, figures.contains(where: { $0 != 0 }), figures.allSatisfy({ $0 % (step * 10) == 0 }) {
      step *= 10
    }
    return step
  }

  private var rest: Int128 { total - parts.reduce(0, +) }

  /// Whether two parts or more, none of them the total, add to it.
  var holds: Bool { parts.count { $0 != 0 } >= 2 && abs(rest) <= tolerance }

  /// Whether the parts add up, or would if one figure had one digit less, more or another.
  var isMeant: Bool {
    guard parts.count(where: { $0 != 0 }) >= 2 else { return false }
    let rest = rest
    return abs(rest) <= tolerance || isWrongTotal || parts.contains { isSlip($0, $0 + rest) }
  }

  /// Whether the parts leave more than a tenth of the total, and no slip of one figure explains it: they are some of
  /// several.
  var fallsShort: Bool { rest * 10 > total && !isMeant }

  /// Whether the total would be the sum of its parts if it had one digit less, more or another.
  var isWrongTotal: Bool { isSlip(total, total - rest) }

  private func isSlip(_ value: Int128, _ meant: Int128) -> Bool {
    guard abs(value) >= leastSlip, abs(meant) >= leastSlip, abs(total) >= Self.leastTotal * step,
      (value > 0) == (meant > 0)
    else { return false }
    return Quantity(value: abs(value), halfWidth: 0, step: 1)
      .isOneSlip(from: Quantity(value: abs(meant), halfWidth: 0, step: 1))
  }

  /// Whether the parts add up, or would if one of the words said the opposite.
  var holdsOrIsReversed: Bool {
    let rest = rest
    return holds || abs(rest - 2 * total) <= tolerance || parts.contains { abs(rest + 2 * $0) <= tolerance }
  }

  /// Whether the parts add up, or would but for one slip or if one of the words said the opposite.
  var isMeantOrReversed: Bool {
    isMeant || holdsOrIsReversed
  }
}
