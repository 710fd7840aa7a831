/// All amounts that a printed figure may stand for, closed at both ends.
///
/// `413.84 万元` stands for any amount from 413.835 to 413.845 万元: half up and half even need
/// no telling apart, as in XBRL Calculations 1.1. Amounts are whole numbers of a unit small
/// enough that both ends are exact.
@usableFromInline package struct Interval: Hashable, Sendable {
  /// The least amount.
  @usableFromInline package var lower: Int128
  /// The greatest amount.
  @usableFromInline package var upper: Int128

  /// Creates the interval from `lower` to `upper`, in whatever order they are given.
  @inlinable package init(_ lower: Int128, _ upper: Int128) {
    self.lower = min(lower, upper)
    self.upper = max(lower, upper)
  }

  /// Creates the interval that holds one amount.
  @inlinable package init(exactly amount: Int128) {
    lower = amount
    upper = amount
  }

  /// Whether both hold a common amount.
  package func meets(_ other: Interval) -> Bool { lower <= other.upper && other.lower <= upper }

  /// Whether the interval holds `amount`.
  package func contains(_ amount: Int128) -> Bool { lower <= amount && amount <= upper }

  /// The amounts that both hold, or nil.
  package func intersection(_ other: Interval) -> Interval? {
    meets(other) ? Interval(max(lower, other.lower), min(upper, other.upper)) : nil
  }

  /// The amount in the middle, rounded down.
  package var middle: Int128 { lower + (upper - lower) / 2 }

  /// Adds the ends: half-widths of a sum add.
  package static func + (left: Interval, right: Interval) -> Interval {
    Interval(left.lower + right.lower, left.upper + right.upper)
  }

  /// Multiplies by a factor, which may be negative.
  package static func * (left: Interval, factor: Int128) -> Interval {
    Interval(left.lower * factor, left.upper * factor)
  }
}
