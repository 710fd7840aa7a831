/// Works out what figures must be when others are given: for offering a value rather than for
/// judging one.
///
///     var computation = FigureComputation(ledger)
///     computation.set(part, to: 500)
///     computation.value(of: share, by: relation)   // what the share must be now
///
/// Every figure counts as exactly what is printed, as it does for somebody with a calculator.
@usableFromInline package struct FigureComputation: Sendable {
  /// The figures as exact amounts.
  private var points: [Quantity]
  /// The figures with all that they may stand for.
  private var quantities: [Quantity]

  /// Begins with the printed figures.
  ///
  /// - Complexity: O(*figures*).
  package init(_ ledger: FigureLedger) {
    quantities = ledger.quantities
    points = ledger.quantities.map { quantity in
      var point = quantity
      point.interval = Interval(exactly: quantity.value)
      return point
    }
  }

  /// The amount of a figure as it is now.
  package subscript(quantity: QuantityIndex) -> Int128 { points[quantity].value }

  /// Gives a figure another amount.
  package mutating func set(_ quantity: QuantityIndex, to value: Int128) {
    points[quantity].value = value
    points[quantity].interval = Interval(exactly: value)
    let interval = quantities[quantity].interval
    let halfWidth = (interval.upper - interval.lower) / 2
    quantities[quantity].value = value
    quantities[quantity].interval = Interval(value - halfWidth, value + halfWidth)
  }

  /// What `relation` gives for one of its figures, rounded half up to the figure's step; nil
  /// where it gives none or several. Negative where the figure's word of direction is turned.
  package func value(of unknown: QuantityIndex, by relation: Relation) -> Int128? {
    guard let solution = FigureLedger.solve(relation, for: unknown, Assignment(quantities: points)) else { return nil }
    let step = points[unknown].step
    let exact = solution.middle
    let magnitude = exact < 0 ? -exact : exact
    let rounded = (magnitude + step / 2) / step * step
    return exact < 0 ? -rounded : rounded
  }

  /// What becomes of `relation` with the figures as they are now.
  package func outcome(of relation: Relation) -> Outcome {
    FigureLedger.outcome(of: relation, Assignment(quantities: quantities))
  }
}
