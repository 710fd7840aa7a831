/// A range of bytes or code units in eight bytes instead of sixteen, for what there are thousands of in a document
/// and is gone through by one rule after another.
///
/// It ends below 2³¹, and no text that is read has as many bytes.
@usableFromInline package struct ShortRange: Hashable, Sendable {
  @usableFromInline let lower: Int32
  @usableFromInline let upper: Int32

  /// Keeps `range`.
  @inlinable package init(_ range: Range<Int>) {
    lower = Int32(truncatingIfNeeded: range.lowerBound)
    upper = Int32(truncatingIfNeeded: range.upperBound)
  }

  /// Keeps `range`, or that there is none.
  @inlinable package init(_ range: Range<Int>?) {
    self.init(range ?? Range(uncheckedBounds: (-1, -1)))
  }

  /// Keeps a range of bytes.
  @inlinable package init(_ range: TextRange) {
    self.init(Range(uncheckedBounds: (range.lower, range.upper)))
  }

  /// The range that is kept.
  @inlinable package var range: Range<Int> { Range(uncheckedBounds: (Int(lower), Int(upper))) }

  /// The range that is kept, or nil where there is none.
  @inlinable package var known: Range<Int>? { lower < 0 ? nil : range }

  /// The bytes that are kept.
  @inlinable package var bytes: TextRange { TextRange(ordered: Int(lower), Int(upper)) }
}
