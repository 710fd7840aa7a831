/// Proposes amounts for a figure that was found wrong.
enum Repairs {
  /// The amounts within `allowed` worth trying, best first: one slip of the pen from the printed
  /// digits if just one is, the computed amount, amounts printed elsewhere; and whether several are one slip away. A
  /// rate may be anything.
  static func values(
    for quantity: Quantity, in allowed: Interval, computed: Int128?, printed: PrintedAmounts, isRate: Bool
  ) -> (values: [Int128], haveSlips: Bool) {
    if quantity.isDirection { return ([allowed.lower], false) }
    let step = quantity.step
    let halfWidth = (quantity.interval.upper - quantity.interval.lower) / 2
    let first = ceiling(allowed.lower - halfWidth, step)
    let last = floor(allowed.upper + halfWidth, step)
    guard first <= last else { return ([], false) }
    var result: [Int128] = []
    func add(_ value: Int128) {
      guard value != quantity.value, value >= 0, !result.contains(value),
        isRate || isNear(value, quantity.value) || Slips.isShifted(value / step, quantity.value / step)
      else { return }
      result.append(value)
    }
    let (low, high) = (first / step, last / step)
    let slips = slip(for: quantity, from: low, to: high, printed)
    if let slip = slips.only { add(slip * step) }
    // What was typed where nothing was.
    if low <= 0, high >= 0, quantity.value != 0, Slips.likeness(from: quantity, to: 0) != .none {
      add(0)
    }
    // What one relation computes may be more than the others allow.
    func rounded(_ amount: Int128) -> Int128? {
      let rounded = floor(amount + step / 2, step)
      return rounded >= first && rounded <= last ? rounded : nil
    }
    if let middle = computed.flatMap(rounded) ?? rounded(allowed.middle) { add(middle) }
    if high - low <= 64 {
      for units in low...high where units >= 1000 && printed[units * step] > 0 { add(units * step) }
    }
    return (result, slips.only == nil && slips.count > 1)
  }

  /// The one number from `low` to `high` that is one slip away; of several the one that is printed
  /// elsewhere, if just one is.
  private static func slip(
    for quantity: Quantity, from low: Int128, to high: Int128, _ printed: PrintedAmounts
  ) -> (only: Int128?, count: Int) {
    let step = quantity.step
    let own = quantity.value / step
    var (count, only, echoes, echo): (Int, Int128, Int, Int128) = (0, 0, 0, 0)
    func consider(_ units: Int128) {
      guard units >= low, units <= high, units != own else { return }
      if count == 0 || units != only { count += 1 }
      only = units
      if units != echo, printed[units * step] > 0 {
        echoes += 1
        echo = units
      }
    }
    Slips.forEachNeighbour(of: own, decimals: quantity.decimals, consider)
    if count == 0 { Slips.forEachResized(of: own, decimals: quantity.decimals, consider) }
    return (count == 1 ? only : echoes == 1 ? echo : nil, count)
  }

  /// How much it says that an amount is printed twice: round figures and those of two digits are
  /// equal by chance, those of three now and then.
  static func weightOfRepetition(_ value: Int128, step: Int128) -> Int {
    var rest = value.magnitude / step.magnitude
    while rest > 0, rest % 10 == 0 { rest /= 10 }
    return rest >= 1000 ? 400 : rest >= 100 ? 300 : 0
  }

  /// How many of the printed digits at the end are zero.
  static func trailingZeros(_ value: Int128, step: Int128) -> Int {
    var rest = value.magnitude / step.magnitude
    var count = 0
    while rest > 0, rest % 10 == 0 {
      rest /= 10
      count += 1
    }
    return count
  }

  /// Whether one may be a slip for the other: beyond two digits more or less the unit is wrong,
  /// not the figure.
  private static func isNear(_ left: Int128, _ right: Int128) -> Bool {
    if left == 0 || right == 0 { return true }
    return left.magnitude <= right.magnitude * 100 && right.magnitude <= left.magnitude * 100
  }

  private static func floor(_ value: Int128, _ step: Int128) -> Int128 {
    let rest = value % step
    return rest == 0 ? value : value - rest - (rest < 0 ? step : 0)
  }

  private static func ceiling(_ value: Int128, _ step: Int128) -> Int128 {
    let below = floor(value, step)
    return below == value ? value : below + step
  }
}
