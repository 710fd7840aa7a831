/// A repair that would mend at least one broken relation.
struct Candidate {
  /// The figure to change, one that stands in the broken relations.
  var figure: QuantityIndex
  /// What it must say.
  var value: Int128
  /// Others that carry the same amount and are changed with it.
  var copies: [QuantityIndex]
  /// The broken relations that it mends.
  var mended: [Int]
  /// The weight of the evidence, in thousandths of a relation.
  ///
  /// Relations mended less those newly broken; an amount that is printed elsewhere while the present
  /// one is not; a repair that is one slip of the pen away; the derived figure before the stated one.
  var score: Int
  /// What more would speak for the figure if it were known which of several slips of the pen it was.
  var leeway = 0
  /// Whether the amount is one of many, of which nothing singles it out.
  var isGuess = false
  /// Whether the repair breaks a stated relation that holds.
  var breaksOther: Bool

  /// Calls `body` with every figure it changes.
  func forEachFigure(_ body: (QuantityIndex) -> Void) {
    body(figure)
    copies.forEach(body)
  }

  /// Whether it changes `other`.
  func changes(_ other: QuantityIndex) -> Bool { figure == other || copies.contains(other) }
}
