/// Proposes amounts for a figure that was found wrong.
enum Repairs {
  /// The amounts within `allowed` worth trying, best first: one slip of the pen from the printed
  /// digits if just one is, the computed amount, amounts printed elsewhere.
  static func values(
    for quantity: Quantity, in allowed: Interval, computed: Int128?, printed: [Int128: Int]
  ) -> [Int128] {
    if quantity.isDirection { return [allowed.lower] }
    let step = quantity.step
    let first = ceiling(allowed.lower - halfWidth(quantity), step)
    let last = floor(allowed.upper + halfWidth(quantity), step)
    guard first <= last else { return [] }
    var result: [Int128] = []
    let inside = Interval(first, last)
    let middle = floor((computed ?? allowed.middle) + step / 2, step)
    let slips = neighbours(of: quantity.value, step: step).filter { inside.contains($0) }
    if slips.count == 1 {
      result.append(slips[0])
    } else if slips.isEmpty {
      let lengths = lengthSlips(of: quantity.value, step: step).filter { inside.contains($0) }
      if lengths.count == 1 { result.append(lengths[0]) }
    }
    if inside.contains(middle), !result.contains(middle) { result.append(middle) }
    if (last - first) / step <= 64 {
      var value = first
      while value <= last {
        if printed[value] != nil, value >= 1000 * step, !result.contains(value) { result.append(value) }
        value += step
      }
    }
    return result.filter { $0 != quantity.value && $0 >= 0 && isNear($0, quantity.value) }
  }

  /// Whether an amount has three digits or more that are no trailing zeros, so that finding it
  /// twice is no chance.
  static func isTelling(_ value: Int128, step: Int128) -> Bool {
    var own = digits(value / step)
    while own.last == 0 { own.removeLast() }
    return own.count >= 3
  }

  /// Whether one may be a slip for the other: beyond two digits more or less the unit is wrong,
  /// not the figure.
  private static func isNear(_ left: Int128, _ right: Int128) -> Bool {
    if left == 0 || right == 0 { return true }
    return left.magnitude <= right.magnitude * 100 && right.magnitude <= left.magnitude * 100
  }

  /// Whether the digits of `from` become those of `to` by one digit mistyped, two neighbours
  /// swapped, or a digit too many or too few.
  static func isOneSlip(from: Int128, to: Int128, step: Int128) -> Bool {
    let (a, b) = (digits(from / step), digits(to / step))
    if a.count == b.count {
      let different = a.indices.filter { a[$0] != b[$0] }
      if different.count == 1 { return true }
      return different.count == 2 && different[1] == different[0] + 1 && a[different[0]] == b[different[1]]
        && a[different[1]] == b[different[0]]
    }
    // A figure typed where nothing was: 8.00 for 0.00.
    if to == 0 { return a.dropFirst().allSatisfy { $0 == 0 } }
    guard abs(a.count - b.count) == 1 else { return false }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    var index = 0
    while index < short.count, short[index] == long[index] { index += 1 }
    return short[index...].elementsEqual(long[(index + 1)...])
  }

  /// The amounts of as many digits that are one mistyped digit or one swap away.
  private static func neighbours(of value: Int128, step: Int128) -> [Int128] {
    let own = digits(value / step)
    guard own.count <= 14 else { return [] }
    var result: Set<Int128> = []
    for index in own.indices {
      for digit: UInt8 in 0...9 where digit != own[index] {
        var changed = own
        changed[index] = digit
        result.insert(number(changed) * step)
      }
      if index + 1 < own.count, own[index] != own[index + 1] {
        var changed = own
        changed.swapAt(index, index + 1)
        result.insert(number(changed) * step)
      }
    }
    return result.sorted()
  }

  /// The amounts with one digit more or one digit less.
  private static func lengthSlips(of value: Int128, step: Int128) -> [Int128] {
    let own = digits(value / step)
    guard own.count <= 14 else { return [] }
    var result: Set<Int128> = []
    for index in 0...own.count {
      if index < own.count, own.count > 1 {
        var shorter = own
        shorter.remove(at: index)
        result.insert(number(shorter) * step)
      }
      for digit: UInt8 in 0...9 {
        var longer = own
        longer.insert(digit, at: index)
        result.insert(number(longer) * step)
      }
    }
    result.remove(value)
    return result.sorted()
  }

  private static func digits(_ value: Int128) -> [UInt8] {
    var rest = value.magnitude
    var result: [UInt8] = []
    repeat {
      result.append(UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    return result.reversed()
  }

  private static func number(_ digits: [UInt8]) -> Int128 { digits.reduce(0) { $0 * 10 + Int128($1) } }

  private static func halfWidth(_ quantity: Quantity) -> Int128 {
    (quantity.interval.upper - quantity.interval.lower) / 2
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
