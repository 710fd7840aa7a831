/// One word, figure or mark of the running text.
@usableFromInline package struct Token: Hashable, Sendable {
  /// What it is.
  package var kind: Kind
  /// Where it stands in the running text.
  package var range: Range<Int>

  /// What a token is.
  @usableFromInline package enum Kind: Hashable, Sendable {
    /// A known word.
    case term(Term)
    /// A printed number, by its index among the block's numerals.
    case numeral(Int)
    /// A number that is still being written: it ends in a point or comma.
    case unfinishedNumeral
    /// A calendar year.
    case year(Int)
    /// 本年, 上年 and the like, as the distance from the document's year.
    case relativeYear(Int)
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
