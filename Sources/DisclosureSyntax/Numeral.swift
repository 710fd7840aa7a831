/// A printed number: its digits, as they stand, and what they count.
@usableFromInline package struct Numeral: Hashable, Sendable {
  /// The digits with their separators and point, without the unit; in the running text.
  package var digits: Range<Int>
  /// The unit; empty where there is none.
  package var unitRange: Range<Int>
  /// All printed digits read as one integer; `value × 10^-decimals` is the number.
  package var value: Int64
  /// The digits behind the point.
  package var decimals: Int
  /// What it counts.
  package var unit: Unit
  /// Whether a minus stands before it.
  package var isNegative: Bool
  /// Whether thousands are separated.
  package var hasSeparators: Bool

  /// The digits with their unit.
  package var range: Range<Int> {
    digits.lowerBound..<max(digits.upperBound, unitRange.upperBound)
  }
}
