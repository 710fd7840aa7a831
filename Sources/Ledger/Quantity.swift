/// The index of a quantity in its ledger.
@usableFromInline package typealias QuantityIndex = Int

/// A printed figure as the ledger knows it: an interval with an index, and nothing of the
/// document it stands in.
@usableFromInline package struct Quantity: Hashable, Sendable {
  /// The amount as printed, in units of the ledger's scale.
  @usableFromInline package var value: Int128
  /// The amounts it may stand for.
  @usableFromInline package var interval: Interval
  /// How far apart two neighbouring printed amounts are: 100 for two decimals in 万元 where
  /// the scale is the yuan. A repaired amount is a multiple of it. 1 for a direction.
  @usableFromInline package var step: Int128
  /// Whether it is a word of direction: +1, -1, or 0 for no change.
  @usableFromInline package var isDirection: Bool
  /// Whether it is a number that no figure gives, and so is never wrong.
  @usableFromInline package var isConstant = false
  /// How many digits are printed behind the point; -1 where that is not known. No digit is dropped or doubled there
  /// without the decimals becoming more or fewer.
  @usableFromInline package var decimals: Int8 = -1

  /// Creates the quantity of a printed number.
  @inlinable package init(value: Int128, halfWidth: Int128, step: Int128) {
    self.value = value
    interval = Interval(value - halfWidth, value + halfWidth)
    self.step = max(1, step)
    isDirection = false
  }

  /// Creates a number that no figure of the document gives.
  package init(constant: Int128) {
    value = constant
    interval = Interval(exactly: constant)
    step = 1
    isDirection = false
    isConstant = true
  }

  /// Creates the quantity of a word of direction.
  package init(direction: Int) {
    value = Int128(direction)
    interval = Interval(exactly: Int128(direction))
    step = 1
    isDirection = true
  }
}

extension Quantity {
  /// Whether the printed digits become those of `other` by one slip of the pen that rounding cannot
  /// have left behind, both printed with the same decimals.
  package func isClearSlip(from other: Quantity) -> Bool {
    step == other.step && Slips.likeness(from: self, to: other.value) > .lastDigit
  }

  /// Whether the amount is `other` with its point up to four places off, or in another unit: evidence where a relation
  /// ties the two, chance where nothing does.
  package func isShifted(from other: Quantity) -> Bool {
    step == other.step && Slips.isShifted(abs(value) / step, abs(other.value) / step)
  }

  /// Calls `body` with every amount that has another digit, two digits swapped, or one more or less; some come twice.
  package func forEachSlip(_ body: (Int128) -> Void) {
    Slips.forEachNeighbour(of: value / step, decimals: decimals) { body($0 * step) }
    Slips.forEachResized(of: value / step, decimals: decimals) { body($0 * step) }
  }

  /// Whether the printed digits become those of `other` by one slip of the pen, both written
  /// with the decimals of the less precise one.
  package func isOneSlip(from other: Quantity) -> Bool {
    var coarse = step < other.step ? other : self
    let step = coarse.step
    func rounded(_ value: Int128) -> Int128 { (value + step / 2) / step * step }
    coarse.value = rounded(value)
    return Slips.likeness(from: coarse, to: rounded(other.value)) != .none
  }
}
