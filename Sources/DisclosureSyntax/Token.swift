import DisclosureText

/// One word, figure or mark of the running text.
@usableFromInline package struct Token: Hashable, Sendable {
  /// What it is.
  package var kind: Kind
  @usableFromInline var place: ShortRange

  init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    place = ShortRange(range)
  }

  /// Where it stands in the running text.
  @inlinable package var range: Range<Int> { place.range }

  /// What a token is. Its numbers take four bytes, for a document has thousands of tokens.
  @usableFromInline package enum Kind: Hashable, Sendable {
    /// A known word.
    case term(Term)
    /// A printed number, by its index among the block's numerals.
    case numeral(Int32)
    /// A number that is still being written: it ends in a point or comma.
    case unfinishedNumeral
    /// A calendar year.
    case year(Int32)
    /// 本年, 上年 and the like, as the distance from the document's year.
    case relativeYear(Int32)
    /// A year with a digit too few or too many, `202 年度`.
    case brokenYear
    /// A figure that states no measure: a threshold, target, date, document number, unit cost.
    case opaque
    /// An account chain `“…（类）…（款）…（项）”`.
    case account
    /// The number of an item inside a paragraph.
    case enumerator
    /// Characters that are no known word.
    case text
    /// `。` `！` `？`
    case stop
    /// `；`
    case semicolon
    /// `，`
    case comma
    /// `：`
    case colon
    /// `、`
    case pause
    /// `（` whose content has figures.
    case openBracket
    /// `）` of such a bracket.
    case closeBracket
    /// `“` or `”`
    case quote
  }
}
