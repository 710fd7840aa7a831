/// The amounts of one measure, in yuan: this year's, the year's before, and what was planned.
package struct Measure: Hashable, Sendable {
  /// The amount the document is about: the budget, or the final figure.
  var current: Int
  /// The amount of the year before.
  var prior: Int
  /// The initial budget, 年初预算; final accounts only.
  var initial: Int
  /// The budget after adjustment, 全年预算; final accounts only.
  var adjusted: Int

  static let zero = Measure(current: 0, prior: 0, initial: 0, adjusted: 0)

  static func + (left: Measure, right: Measure) -> Measure {
    Measure(
      current: left.current + right.current, prior: left.prior + right.prior,
      initial: left.initial + right.initial, adjusted: left.adjusted + right.adjusted)
  }

  static func - (left: Measure, right: Measure) -> Measure {
    Measure(
      current: left.current - right.current, prior: left.prior - right.prior,
      initial: left.initial - right.initial, adjusted: left.adjusted - right.adjusted)
  }
}

extension Measure {
  /// A measure of about `scale` ten thousand yuan, every amount a multiple of `grain` yuan.
  static func random(scale: Int, grain: Int, using random: inout SplitMix64) -> Measure {
    let current = amount(random.number(scale * 200...scale * 20_000), grain)
    var measure = Measure(current: current, prior: current, initial: current, adjusted: current)
    if random.chance(85) { measure.prior = amount(current / 100 * random.number(45...180), grain) }
    if random.chance(75) { measure.initial = amount(current / 100 * random.number(60...150), grain) }
    if random.chance(75) { measure.adjusted = amount(current / 100 * random.number(101...140), grain) }
    for path in [\Measure.prior, \.initial, \.adjusted] where abs(measure[keyPath: path] - current) < 10_000 {
      measure[keyPath: path] = current
    }
    if random.chance(4) { measure.prior = 0 }
    return measure
  }

  /// `yuan` with its last digits mixed, as a multiple of `grain`.
  private static func amount(_ yuan: Int, _ grain: Int) -> Int {
    guard yuan > 0 else { return 0 }
    return max(10_000, (yuan * 7919 % 9973 + yuan) / grain * grain)
  }

  /// A part of the measure: `percent` of each amount, as a multiple of `grain`.
  func part(_ percent: Int, grain: Int) -> Measure {
    func share(_ yuan: Int) -> Int { yuan * percent / 100 / grain * grain }
    return Measure(
      current: share(current), prior: share(prior), initial: share(initial), adjusted: share(adjusted))
  }
}
