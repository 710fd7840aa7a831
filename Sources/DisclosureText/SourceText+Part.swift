extension SourceText {
  /// Takes a part of another text, cut at characters. What could not be read in it stays known; where there is
  /// some, a SUBSTITUTE that the file has itself counts as well.
  ///
  /// - Complexity: O(bytes of the part).
  package init(_ range: Range<Int>, of whole: SourceText) {
    bytes = Array(whole.bytes[range])
    guard whole.unreadable != nil, let first = bytes.firstIndex(of: Self.substitute) else {
      unreadable = nil
      return
    }
    unreadable = UnreadableBytes(
      range: TextRange(first, first + 1), count: bytes.count { $0 == Self.substitute })
  }
}
