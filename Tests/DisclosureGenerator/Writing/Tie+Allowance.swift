/// What rounding allows, and what the printed figures give: the generator's own arithmetic.
extension Tie {
  /// Whether amounts exist that round to all the figures with the values that `value` gives.
  ///
  /// Figures that speak of one measure are printed with the same decimals, and are equal to the last digit.
  package func allows(in all: [Figure], value: (Int) -> Int) -> Bool {
    let values = figures.map(value)
    let margins = figures.map { all[$0].halfWidth }
    switch form {
    case .sum: return abs(values[0] - values[1...].reduce(0, +)) <= margins.reduce(0, +)
    case .difference: return abs(values[0] - values[1] + values[2]) <= margins.reduce(0, +)
    case .bound: return values[0] - values[1] <= margins[0] + margins[1]
    case .equal: return values.allSatisfy { $0 == values[0] }
    case .fixed: return values[0] == all[figures[0]].value
    case .share, .movement, .rate:
      let rate = values[2]
      let corners = [-1, 1].flatMap { one in [-1, 1].map { (one * margins[0], $0 * margins[1]) } }
      let quotients = corners.map { quotient(values, $0.0, $0.1) }
      guard quotients.allSatisfy({ $0.below > 0 }) else { return false }
      // The rate is printed to a hundredth of a percent: no quotient is wholly above it, none wholly below.
      return quotients.contains { $0.above * 20_000 <= (2 * rate + 1) * $0.below }
        && quotients.contains { $0.above * 20_000 >= (2 * rate - 1) * $0.below }
    }
  }

  /// The value that the other figures give for the one at `place`, in hundredths of a percent or rounded to `step`;
  /// nil where none follows.
  package func computed(at place: Int, step: Int, value: (Int) -> Int) -> Int? {
    let values = figures.map(value)
    switch form {
    case .sum:
      let parts = values[1...].reduce(0, +)
      return place == 0 ? parts : values[0] - parts + values[place]
    case .difference: return [values[1] - values[2], values[0] + values[2], values[1] - values[0]][place]
    case .equal: return values[place == 0 ? 1 : 0]
    case .bound, .fixed: return nil
    case .share, .movement, .rate:
      let (first, second, rate) = (values[0], values[1], values[2])
      let sign = values.count > 3 ? values[3] : 1
      if place == 2 {
        let quotient = quotient(values, 0, 0)
        return quotient.below > 0 ? Self.rounded(quotient.above * 10_000, quotient.below, 1) : nil
      }
      guard place < 2 else { return nil }
      switch (form, place) {
      case (.share, 0): return Self.rounded(rate * second, 10_000, step)
      case (.share, _): return Self.rounded(first * 10_000, rate, step)
      case (.movement, 0): return Self.rounded(second * (10_000 + sign * rate), rate, step)
      case (.movement, _): return Self.rounded(rate * first, 10_000 + sign * rate, step)
      case (_, 0): return Self.rounded(second * (10_000 + sign * rate), 10_000, step)
      default: return Self.rounded(first * 10_000, 10_000 + sign * rate, step)
      }
    }
  }

  /// The quotient that the rate of a share, a movement or a rate is, the first two figures being off by so much.
  private func quotient(_ values: [Int], _ first: Int, _ second: Int) -> (above: Int, below: Int) {
    let (one, other) = (values[0] + first, values[1] + second)
    let sign = values.count > 3 ? values[3] : 1
    switch form {
    case .movement: return (other, one - sign * other)
    case .rate: return (sign * (one - other), other)
    default: return (one, other)
    }
  }

  /// `above` over `below`, rounded half up to a multiple of `step`.
  private static func rounded(_ above: Int, _ below: Int, _ step: Int) -> Int? {
    guard below > 0, above >= 0 else { return nil }
    return (2 * above + below * step) / (2 * below * step) * step
  }
}
