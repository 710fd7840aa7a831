import DisclosureText

/// An account code, unit code or project code before a row.
@usableFromInline package struct RowCode: Hashable, Sendable {
  /// The code as a number; of a longer one than 18 digits its first 18.
  package var value: Int64
  @usableFromInline var place: ShortRange
  @usableFromInline let digitCount: Int32

  /// Creates a code that stands at `range`.
  package init(value: Int64, digits: Int, range: TextRange) {
    self.value = value
    digitCount = Int32(truncatingIfNeeded: digits)
    place = ShortRange(range)
  }

  /// The number of its digits, the pieces of a split code together.
  @inlinable package var digits: Int { Int(digitCount) }

  /// Its bytes, from the first piece to the last.
  @inlinable package var range: TextRange {
    get { place.bytes }
    set { place = ShortRange(newValue) }
  }

  /// Whether it has the form of an account code: three, five or seven digits, 2 to 5 first.
  package var isAccount: Bool {
    guard digits == 3 || digits == 5 || digits == 7 else { return false }
    let head = classValue / 100
    return head == 2 || head == 3 || head == 5
  }

  /// Whether a number is that of a class of the charts of accounts: of functions, or of one of the two economic ones.
  package static func isAccountClass(_ value: Int64) -> Bool {
    (201...234).contains(value) || (301...313).contains(value) || value == 399 || (501...515).contains(value)
      || value == 599
  }

  /// The first three digits.
  package var classValue: Int64 {
    var head = value
    while head >= 1000 { head /= 10 }
    return head
  }
}
