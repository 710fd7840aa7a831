extension RandomAccessCollection {
  /// The elements for which a condition holds, in order.
  ///
  /// `filter` does the same with a list that grows as it goes: for a dozen elements it is made anew four times.
  ///
  /// - Complexity: O(*n*), with room for all elements.
  @inline(__always)
  func kept(where isKept: (Element) -> Bool) -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(count)
    for element in self where isKept(element) { result.append(element) }
    return result
  }
}
