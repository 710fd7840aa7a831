/// Some columns of a table, in ascending order; a table has few, so each is one bit.
@usableFromInline package struct ColumnSet: Hashable, Sendable, Sequence {
  private var bits: UInt32 = 0

  /// The most columns a table is read with.
  static let limit = 24

  /// Creates an empty set.
  init() {}

  /// How many they are.
  var count: Int { bits.nonzeroBitCount }
  /// Whether there are none.
  var isEmpty: Bool { bits == 0 }
  /// The first of them.
  var first: Int? { bits == 0 ? nil : bits.trailingZeroBitCount }
  /// The last of them.
  var last: Int? { bits == 0 ? nil : UInt32.bitWidth - 1 - bits.leadingZeroBitCount }

  /// Whether `column` is one of them.
  func contains(_ column: Int) -> Bool { bits & (1 << UInt32(column)) != 0 }

  /// Adds `column`.
  mutating func insert(_ column: Int) { bits |= 1 << UInt32(column) }

  /// The set with `column` added.
  func with(_ column: Int) -> ColumnSet {
    var result = self
    result.insert(column)
    return result
  }

  /// Gives the columns in ascending order.
  @usableFromInline package struct Iterator: IteratorProtocol {
    fileprivate var bits: UInt32

    /// The next column, or nil.
    @usableFromInline package mutating func next() -> Int? {
      guard bits != 0 else { return nil }
      defer { bits &= bits - 1 }
      return bits.trailingZeroBitCount
    }
  }

  /// An iterator over the columns.
  @usableFromInline package func makeIterator() -> Iterator { Iterator(bits: bits) }
}
