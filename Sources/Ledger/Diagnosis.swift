/// One slip of the pen, as far as the relations show it.
@usableFromInline package struct Diagnosis: Hashable, Sendable {
  /// The figure the alarm stands on.
  package var figure: QuantityIndex
  /// The broken relations that its repair mends, in the order in which they name the alarm.
  package var relations: [Int]
  /// Whether the evidence singles the figure out; if not, it is the derived one.
  package var isCertain: Bool
  /// The possible repairs; with a certain figure, its own comes first.
  package var repairs: [Repair]
  /// Whether its own repair is one of many amounts, of which nothing singles it out.
  package var isGuess = false
  /// The first figure of those that carry the same slip and are repaired together; nil where this one alone does.
  package var group: QuantityIndex?
}

/// A figure and the amount that would mend the relations.
@usableFromInline package struct Repair: Hashable, Sendable {
  /// The figure to change.
  package var figure: QuantityIndex
  /// The amount it must have, a multiple of its step.
  package var value: Int128
}

/// What the broken relations show: the slips, and whether all could be looked for.
@usableFromInline package struct Diagnoses: Hashable, Sendable {
  /// One for each wrong figure, in the order in which their relations were stated.
  package var slips: [Diagnosis] = []
  /// Whether a bound on the work was reached: some broken relations hang together in such numbers
  /// that not every explanation of them was tried.
  package var isLimited = false
}

extension FigureLedger {
  /// The slips that the broken relations show, given the outcomes of `evaluate`.
  ///
  /// Only relations that were stated may start a diagnosis; the others support one.
  ///
  /// - Complexity: O(*r*) for *r* relations, and for each component of *b* broken ones with *d*
  ///   slips O(*d* · *b* · *n*), *n* being the relations of a figure and *b* at most 60; where *d*
  ///   is more than one, at most `Diagnostician.nodeLimit` times as much. All components together look
  ///   at O(*r*) relations: see `Diagnostician.leastWork`.
  package func diagnose(_ outcomes: [Outcome]) -> Diagnoses {
    guard outcomes.indices.contains(where: { outcomes[$0] == .broken && relations.evidence($0) == .stated }) else {
      return Diagnoses()
    }
    var diagnostician = Diagnostician(self, outcomes: outcomes)
    return diagnostician.diagnose()
  }
}
