/// What must hold between figures.
@usableFromInline package struct Relation: Hashable, Sendable {
  /// What kind of thing must hold.
  package var form: Form
  /// What the relation rests on.
  package var evidence: Evidence
  /// The figure that is computed from the others, blamed where nothing singles one out.
  package var derived: QuantityIndex
  /// Whether it holds to the last digit: one amount printed twice with the same decimals.
  package var isExact = false
  /// Whether it sets one amount against one other that stands far away and is printed once, so that it tells of no one
  /// which of them is wrong: it accuses, and what its repair would be is left to a person.
  package var isLoose = false
  /// Who stated it, for wording the verdict: a number of the caller's.
  package var origin: Int

  /// Creates a relation.
  package init(
    form: Form, evidence: Evidence, derived: QuantityIndex, origin: Int, isExact: Bool = false, isLoose: Bool = false
  ) {
    self.isLoose = isLoose
    self.isExact = isExact
    self.form = form
    self.evidence = evidence
    self.derived = derived
    self.origin = origin
  }

  /// What kind of thing must hold.
  @usableFromInline package enum Form: Hashable, Sendable {
    /// The operands add to zero: total − parts, mention − cell.
    case linear(Operands)
    /// The first is the second over the third, each a sum; times `FigureLedger.rateScale`.
    case quotient(rate: Operand, numerator: Operands, denominator: Operands)
    /// The direction says whether the first is above, below or equal to the second.
    case comparison(direction: QuantityIndex, QuantityIndex, QuantityIndex)
    /// The first is not above the second; with a word of direction only where that says increase.
    case bound(QuantityIndex, atMost: QuantityIndex, onIncrease: QuantityIndex? = nil)
    /// A rate is given of a base that is zero: none is possible.
    case undefinedRate(QuantityIndex, of: QuantityIndex)
    /// Both directions are the same.
    case agreement(QuantityIndex, QuantityIndex)
  }

  /// What a relation rests on, from the weakest to the strongest.
  @usableFromInline package enum Evidence: UInt8, Hashable, Sendable, Comparable {
    /// Other rows obey it.
    case discovered
    /// Two mentions were taken for one measure.
    case matched
    /// The sentence says so.
    case stated

    /// Orders by strength.
    @usableFromInline package static func < (left: Evidence, right: Evidence) -> Bool { left.rawValue < right.rawValue }
  }

  /// Calls `body` with every figure and word of direction in the relation; one that stands
  /// twice is given twice.
  package func forEachQuantity(_ body: (QuantityIndex) -> Void) {
    func all(_ operands: Operands) {
      for operand in operands {
        body(operand.quantity)
        if let direction = operand.direction { body(direction) }
      }
    }
    switch form {
    case .linear(let operands): all(operands)
    case .quotient(let rate, let numerator, let denominator):
      body(rate.quantity)
      if let direction = rate.direction { body(direction) }
      all(numerator)
      all(denominator)
    case .comparison(let direction, let left, let right):
      body(left)
      body(right)
      body(direction)
    case .bound(let left, let right, let word):
      body(left)
      if let word { body(word) }
      body(right)
    case .undefinedRate(let left, let right), .agreement(let left, let right):
      body(left)
      body(right)
    }
  }

  /// Every figure and word of direction in the relation, in the order of its form.
  package var quantities: [QuantityIndex] {
    var found: [QuantityIndex] = []
    switch form {
    case .linear(let operands):
      found.reserveCapacity(operands.count)
      forEachQuantity { found.append($0) }
      return found
    case .quotient(_, let numerator, let denominator):
      found.reserveCapacity(1 + numerator.count + denominator.count)
      forEachQuantity { if !found.contains($0) { found.append($0) } }
      return found
    case .comparison(let direction, let left, let right): return [left, right, direction]
    case .bound(let left, let right, let word): return [left, right] + (word.map { [$0] } ?? [])
    case .undefinedRate(let left, let right): return [left, right]
    case .agreement(let left, let right): return [left, right]
    }
  }
}

/// What became of a relation.
@usableFromInline package enum Outcome: UInt8, Hashable, Sendable {
  /// The printed figures compute exactly.
  case holds
  /// They do not, but amounts exist that round to all of them.
  case explained
  /// No such amounts exist.
  case broken
  /// A figure is missing, or the relation says nothing, such as a share of zero.
  case notCheckable
}
