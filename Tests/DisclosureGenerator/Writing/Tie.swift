/// What ties printed figures together: the truth of the document as its reader can check it.
///
/// The arithmetic is the generator's own. Printed amounts are intervals in fen; a tie is
/// *refuted* when it fails even for intervals three times as wide as rounding allows, so that
/// a slip which refutes it is beyond any doubt.
package struct Tie: Hashable, Sendable {
  /// What is said of the figures.
  package enum Form: Hashable, Sendable {
    /// The first is the sum of the others.
    case sum
    /// The first is no more than the second.
    case bound
    /// All are equal.
    case equal
    /// First of second is the third, a percentage.
    case share
    /// The first, this year's, came about by the change that is second and the rate that is
    /// third; the others are direction words.
    case movement
    /// The first differs from the base that is second by the rate that is third.
    case rate
    /// The first is what the second is more than the third, or less with a minus.
    case difference
    /// A year that no other can replace.
    case fixed
  }

  /// How far the document itself says so.
  package enum Strength: Int, Hashable, Sendable {
    /// The sentence or its list says so.
    case stated
    /// Two places speak of one measure.
    case matched
    /// A table is needed to see it.
    case tabular
  }

  /// What is said of the figures.
  package let form: Form
  /// How far the document itself says so.
  package let strength: Strength
  /// The indices of the figures.
  package let figures: [Int]

  /// Whether the figures cannot be true with the values that `value` gives.
  package func isRefuted(in all: [Figure], value: (Int) -> Int) -> Bool {
    let values = figures.map(value)
    let margins = figures.map { all[$0].halfWidth * 3 }
    switch form {
    case .sum:
      return abs(values[0] - values[1...].reduce(0, +)) > margins.reduce(0, +)
    case .difference:
      return abs(values[0] - values[1] + values[2]) > margins.reduce(0, +)
    case .bound:
      return values[0] - values[1] > margins[0] + margins[1]
    case .equal:
      let low = values.indices.map { values[$0] + margins[$0] }.min() ?? 0
      let high = values.indices.map { values[$0] - margins[$0] }.max() ?? 0
      return high > low
    case .fixed:
      return values[0] != all[figures[0]].value
    case .share:
      return Self.isRefuted(rate: values[2], of: values[0], margins[0], by: values[1], margins[1])
    case .rate:
      let sign = figures.count > 3 ? values[3] : 1
      return Self.isRefuted(
        rate: values[2], of: sign * (values[0] - values[1]), margins[0] + margins[1], by: values[1], margins[1])
    case .movement:
      let signs = values[3...]
      guard let sign = signs.first, signs.allSatisfy({ $0 == sign }) else { return true }
      let base = values[0] - sign * values[1]
      return Self.isRefuted(rate: values[2], of: values[1], margins[1], by: base, margins[0] + margins[1])
    }
  }

  /// Whether no amounts near `part` and `whole` give `rate` hundredths of a percent.
  private static func isRefuted(rate: Int, of part: Int, _ partMargin: Int, by whole: Int, _ wholeMargin: Int) -> Bool {
    guard whole > wholeMargin else { return part + partMargin > 0 || whole + wholeMargin < 0 }
    let least = (part - partMargin) * 20_000
    let most = (part + partMargin) * 20_000
    let low = 2 * rate - 3
    let high = 2 * rate + 3
    // part ÷ whole is least with the widest whole, unless the part is negative.
    let lowest = low * (low > 0 ? whole - wholeMargin : whole + wholeMargin)
    let highest = high * (high > 0 ? whole + wholeMargin : whole - wholeMargin)
    return most < lowest || least > highest
  }
}
