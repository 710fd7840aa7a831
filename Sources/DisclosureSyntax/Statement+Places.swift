import DisclosureText

/// Where the parts of a statement stand. A paragraph has dozens of statements and all rules look at them: what counts
/// or numbers something in them takes four bytes.
extension Statement {
  /// A place among the sentences of a block.
  @usableFromInline struct Place: Hashable, Sendable {
    @usableFromInline var sentence: Int32
    @usableFromInline var part: Int32
    @usableFromInline var clause: Int32
    @usableFromInline var depth: Int32

    init(sentence: Int, part: Int, clause: Int, depth: Int) {
      self.sentence = Int32(truncatingIfNeeded: sentence)
      self.part = Int32(truncatingIfNeeded: part)
      self.clause = Int32(truncatingIfNeeded: clause)
      self.depth = Int32(truncatingIfNeeded: depth)
    }
  }

  /// The figure, by its index among the block's numerals; nil where a word says it all.
  @inlinable package var numeral: Int? {
    get { numeralIndex < 0 ? nil : Int(numeralIndex) }
    set { numeralIndex = Int32(truncatingIfNeeded: newValue ?? -1) }
  }

  /// The word that says whether the figure rose or fell, in the running text.
  @inlinable package var word: Range<Int>? {
    get { wordRange.known }
    set { wordRange = ShortRange(newValue) }
  }

  /// The number of the sentence, from 0.
  @inlinable package var sentence: Int { Int(place.sentence) }

  /// The number of the part between semicolons, from 0.
  @inlinable package var part: Int { Int(place.part) }

  /// The number of the clause, from 0.
  @inlinable package var clause: Int { Int(place.clause) }

  /// How deep in brackets it stands.
  @inlinable package var depth: Int { Int(place.depth) }
}

/// The year that words name, as printed or by its distance from the document's, or neither.
@usableFromInline struct StatedYear: Hashable, Sendable {
  @usableFromInline static let unknown = Int16.min
  @usableFromInline var printedYear = Self.unknown
  @usableFromInline var distance = Self.unknown

  init(printed: Int? = nil, relative: Int? = nil) {
    self.printed = printed
    self.relative = relative
  }

  /// The year, of four digits.
  @inlinable var printed: Int? {
    get { printedYear == Self.unknown ? nil : Int(printedYear) }
    set { printedYear = Int16(truncatingIfNeeded: newValue ?? Int(Self.unknown)) }
  }

  /// The distance from the document's year.
  @inlinable var relative: Int? {
    get { distance == Self.unknown ? nil : Int(distance) }
    set { distance = Int16(truncatingIfNeeded: newValue ?? Int(Self.unknown)) }
  }
}
