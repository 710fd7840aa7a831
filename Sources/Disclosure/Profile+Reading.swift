import DisclosureSyntax
import DisclosureText

extension Profile {
  /// What a document says of itself, and where it names its department; what was known beforehand comes first.
  static func read(
    _ tree: SyntaxTree, _ facts: [BlockFacts], _ signals: [BlockSignals], expecting expectation: ProfileExpectation
  ) -> (Profile, [EntityMention]) {
    var profile = ProfileReader(tree: tree, facts: facts, signals: signals).read()
    let mentions = profile.isDisclosure ? EntityReader.mentions(in: tree, facts) : []
    profile.entity = EntityReader.entity(of: mentions)
    profile.take(expectation)
    return (profile, mentions)
  }

  /// What the first pages of a disclosure say it is: known in a fraction of the time that all of it takes, and
  /// nearly always the same.
  ///
  ///     let profile = Profile(opening: text, in: 0..<text.bytes.count)
  ///
  /// - Complexity: O(1): no more is read than ``openingLength`` bytes.
  package init(
    opening text: SourceText, in range: Range<Int>, expecting expectation: ProfileExpectation = ProfileExpectation()
  ) {
    let end = Self.openingEnd(of: text.bytes, in: range)
    let opening = SourceText(range.lowerBound..<end, of: text)
    let tree = SyntaxTree(opening, lines: LineIndex(opening.bytes), after: nil, isEdited: false)
    let (facts, signals) = (BlockFacts.facts(of: tree, after: nil), BlockSignals.signals(of: tree, after: nil))
    self = Self.read(tree, facts, signals, expecting: expectation).0
  }

  /// The bytes of the first pages: three or four of them, with the title, the contents and the first part.
  private static let openingLength = 12 << 10

  /// Where the last whole line of the first pages ends, or the last whole character where they are one line.
  private static func openingEnd(of bytes: [UInt8], in range: Range<Int>) -> Int {
    guard range.count > openingLength else { return range.upperBound }
    var end = range.lowerBound + openingLength
    if let line = bytes[range.lowerBound..<end].lastIndex(of: 0x0A) { return line + 1 }
    while end > range.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
