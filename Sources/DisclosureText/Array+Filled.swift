extension Array {
  /// Creates a list that holds `value` so many times.
  ///
  /// `init(repeating:count:)` does the same by a function of the standard library that looks up the type of the
  /// elements each time, which takes longer than filling a short list.
  ///
  /// - Complexity: O(`count`).
  @inlinable package init(filledWith value: Element, count: Int) {
    self = []
    // To append nothing to the list that all empty ones share would write to it.
    if count == 0 { return }
    append(addingCapacity: count) { list in list.append(repeating: value, count: count) }
  }
}
