import DisclosureText

/// Looks for the headings that begin with a word, each in its turn, so that all of a text is looked at once.
struct HeadingSearch {
  private let word: [UInt8]
  /// The last heading that was found, and how far the text was looked at.
  private var found: Range<Int>?
  private var searched = 0

  init(_ word: [UInt8]) { self.word = word }

  /// The first heading behind `line`, which is not before the one asked for last; nil where there is none.
  ///
  /// - Complexity: O(bytes that were not looked at).
  mutating func next(behind line: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    if let found, found.lowerBound >= line.upperBound { return found }
    searched = max(searched, line.upperBound)
    found = nil
    while found == nil, let place = bytes.position(of: word, from: searched, to: bytes.count) {
      found = OutlineMark.line(of: place, in: bytes)
      searched = place + word.count
    }
    if found == nil { searched = bytes.count }
    return found
  }
}
