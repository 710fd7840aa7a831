/// By which a tree is told from all others, those of equal texts included.
@usableFromInline package final class TreeIdentity: Sendable {
  init() {}
}

/// Which blocks of a text have the characters that they had before it was edited.
///
/// They are those before the edit and those behind it: what was seen in one of them alone is still to be
/// seen in it, at the same places counted from its beginning.
@usableFromInline package struct KeptBlocks: Sendable {
  /// The tree of the text before it was edited.
  @usableFromInline package let former: TreeIdentity
  /// The first block that is not kept, and the one behind the last; equal where all are kept.
  @usableFromInline package let changed: Range<Int>
  /// How many more blocks there are than before.
  @usableFromInline package let shift: Int

  /// The number that block `former` of the text before has now; nil where it is not kept.
  @inlinable
  package func number(of former: Int) -> Int? {
    if former < changed.lowerBound { return former }
    let number = former + shift
    return number >= changed.upperBound ? number : nil
  }
}
