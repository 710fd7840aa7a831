/// A half-open range of UTF-8 byte offsets into one text.
///
/// Offsets are the only positions the pipeline knows; lines and columns exist at the
/// edges, through ``LineIndex``.
@usableFromInline package struct TextRange: Hashable, Sendable {
  /// The offset of the first byte.
  @usableFromInline package var lower: Int
  /// The offset behind the last byte; never below `lower`.
  @usableFromInline package var upper: Int

  /// Creates the range `lower..<upper`; an `upper` below `lower` is raised to it.
  @inlinable package init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// The range `lower..<upper`, whose end is known not to lie before its beginning.
  @inlinable init(ordered lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = upper
  }

  /// The number of bytes.
  @inlinable package var count: Int { upper - lower }

  /// Whether the range holds no byte.
  @inlinable package var isEmpty: Bool { upper == lower }

  /// Whether the two ranges share at least one byte.
  package func overlaps(_ other: TextRange) -> Bool {
    lower < other.upper && other.lower < upper
  }

  /// Whether the two ranges share a byte or touch, as a cursor touches the word it stands at.
  package func touches(_ other: TextRange) -> Bool {
    lower <= other.upper && other.lower <= upper
  }

  /// The range so many bytes further down.
  package func moved(by bytes: Int) -> TextRange { TextRange(lower + bytes, upper + bytes) }

  /// Whether every byte of `other` lies in this range.
  package func contains(_ other: TextRange) -> Bool {
    lower <= other.lower && other.upper <= upper
  }
}

extension TextRange: Comparable {
  /// Orders by start, then by end.
  @usableFromInline package static func < (left: TextRange, right: TextRange) -> Bool {
    (left.lower, left.upper) < (right.lower, right.upper)
  }
}
