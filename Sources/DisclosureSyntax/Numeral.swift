import DisclosureText

/// A printed number: its digits, as they stand, and what they count.
@usableFromInline package struct Numeral: Hashable, Sendable {
  @usableFromInline let digitPlace: ShortRange
  @usableFromInline let unitPlace: ShortRange
  /// All printed digits read as one integer; `value × 10^-decimals` is the number.
  package var value: Int64
  @usableFromInline let decimalCount: Int32
  /// What it counts.
  package var unit: Unit
  /// Whether a minus stands before it.
  package var isNegative: Bool
  /// Whether thousands are separated.
  package var hasSeparators: Bool

  init(
    digits: Range<Int>, unitRange: Range<Int>, value: Int64, decimals: Int, unit: Unit, isNegative: Bool,
    hasSeparators: Bool
  ) {
    digitPlace = ShortRange(digits)
    unitPlace = ShortRange(unitRange)
    self.value = value
    decimalCount = Int32(truncatingIfNeeded: decimals)
    self.unit = unit
    self.isNegative = isNegative
    self.hasSeparators = hasSeparators
  }

  /// The digits with their separators and point, without the unit; in the running text.
  @inlinable package var digits: Range<Int> { digitPlace.range }

  /// The unit; empty where there is none.
  @inlinable package var unitRange: Range<Int> { unitPlace.range }

  /// The digits behind the point.
  @inlinable package var decimals: Int { Int(decimalCount) }

  /// The digits with their unit.
  package var range: Range<Int> {
    digits.lowerBound..<max(digits.upperBound, unitRange.upperBound)
  }
}
