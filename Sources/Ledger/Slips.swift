/// The slips of the pen that turn one printed number into another.
enum Slips {
  /// How much a repair looks like the undoing of a slip of the pen.
  enum Likeness: Int, Comparable {
    /// More than one slip lies between the two.
    case none
    /// Only the last digit differs: that is also what rounding and reckoning leave behind.
    case lastDigit
    /// A digit too many or too few.
    case resized
    /// A digit mistyped or two neighbours swapped.
    case slip

    static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }
  }

  /// The largest number of steps whose digits are looked at.
  private static let limit: Int128 = 100_000_000_000_000

  /// Calls `body` with every number of as many digits that is one mistyped digit or one swap of
  /// neighbours away from `units`; where it is known which of the digits are `decimals`, a zero before the point is one.
  @inline(__always)
  static func forEachNeighbour(of units: Int128, decimals: Int8, _ body: (Int128) -> Void) {
    guard units >= 0, units < limit else { return }
    let own = Int64(units)
    let one = one(decimals)
    // Nothing is no slip for some amount more than for any other.
    if own > 0, own < one {
      for digit: Int64 in 1...9 { body(Int128(digit * one + own)) }
      let (first, rest) = (own * 10 / one, own % (one / 10))
      if first > 0 { body(Int128(first * one + rest)) }
    }
    var power: Int64 = 1
    repeat {
      let above = own / power
      let (digit, next) = (above % 10, above / 10 % 10)
      for other: Int64 in 0...9 where other != digit { body(Int128(own + (other - digit) * power)) }
      if above >= 10 || power * 10 < one, next != digit { body(Int128(own + (digit - next) * power * 9)) }
      power *= 10
      // Zeros behind the point are printed: 0.01 for 0.31.
    } while power <= own || power < one
  }

  /// Calls `body` with every number of one digit more or one digit less, before the point where it is known which of
  /// them are `decimals`; some come twice.
  @inline(__always)
  static func forEachResized(of units: Int128, decimals: Int8, _ body: (Int128) -> Void) {
    guard units >= 0, units < limit else { return }
    let own = Int64(units)
    var power = own > 0 ? one(decimals) : 1
    if own > 0, own < power {
      // The zero before the point is printed: 0.87 for 10.87.
      for digit: Int64 in 1...9 { body(Int128(digit * power * 10 + own)) }
    }
    while true {
      let (above, below) = (own / power, own % power)
      if own >= 10, above > 0 { body(Int128(above / 10 * power + below)) }
      for digit: Int64 in 0...9 { body(Int128((above * 10 + digit) * power + below)) }
      if above == 0 { return }
      power *= 10
    }
  }

  /// One as a number of steps, of which there are `decimals`; 1 where they are not known.
  private static func one(_ decimals: Int8) -> Int64 {
    var power: Int64 = 1
    for _ in 0..<min(8, max(0, decimals)) { power *= 10 }
    return power
  }

  /// How much `to` looks like what `from` was before a slip; both are multiples of its step.
  static func likeness(from quantity: Quantity, to: Int128) -> Likeness {
    let (own, other) = (quantity.value / quantity.step, to / quantity.step)
    guard own >= 0, other >= 0, own < limit, other < limit, own != other else { return .none }
    if abs(own - other) < 10, own / 10 == other / 10 { return own >= 100 ? .lastDigit : .slip }
    var isSlip = false
    if mayBeNeighbours(own, other) {
      forEachNeighbour(of: own, decimals: quantity.decimals) { if $0 == other { isSlip = true } }
    }
    if isSlip { return .slip }
    // A figure typed where nothing was: 8.00 for 0.00.
    if other == 0 { return isRound(own) ? .slip : .none }
    forEachResized(of: own, decimals: quantity.decimals) { if $0 == other { isSlip = true } }
    return isSlip ? .resized : .none
  }

  /// Whether two numbers may be one mistyped digit or one swap of neighbours apart: by a digit, or nine times one, at
  /// some place.
  private static func mayBeNeighbours(_ one: Int128, _ other: Int128) -> Bool {
    var apart = abs(Int64(one) - Int64(other))
    while apart > 81, apart % 10 == 0 { apart /= 10 }
    return apart <= 81
  }

  /// Whether one of two numbers is the other with its point up to four places off, or in another unit, rounded:
  /// `15,938,412` for `1593.84`. One of two or three digits is that close to many others.
  static func isShifted(_ one: Int128, _ other: Int128) -> Bool {
    let (small, large) = (min(one, other), max(one, other))
    guard small >= 100, large >= 9 * small else { return false }
    var power: Int128 = 10
    for _ in 0..<4 {
      let miss = (large - small * power).magnitude
      if miss == 0 || small >= 1000 && miss * 2 <= power.magnitude { return true }
      power *= 10
    }
    return false
  }

  /// Whether all digits but the first are zero.
  private static func isRound(_ units: Int128) -> Bool {
    var rest = units
    while rest >= 10, rest % 10 == 0 { rest /= 10 }
    return rest < 10
  }
}
