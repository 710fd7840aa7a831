import DisclosureText
import Ledger
import Lint

/// Carries new amounts on to the figures that are computed from them.
///
///     var propagation = FigurePropagation(reading)
///     propagation.set(part, to: 500)
///     propagation.settle { _ in true }
///     propagation.edits
///
/// What is derived is computed anew only where the relation does not hold for any amounts that
/// round to the printed ones: a share that is right stays as it is.
struct FigurePropagation {
  private let reading: DocumentReading
  private var computation: FigureComputation
  /// The figures that have a new amount.
  private(set) var changed: Set<QuantityIndex> = []
  /// The figures that were given their amount and keep it.
  private var given: Set<QuantityIndex> = []

  /// How often everything is gone through: figures are derived from derived ones a few times over
  /// at most.
  private static let rounds = 12

  init(_ reading: DocumentReading) {
    self.reading = reading
    computation = FigureComputation(reading.sheet.ledger)
  }

  /// Gives a figure an amount that is not computed anew.
  mutating func set(_ quantity: QuantityIndex, to value: Int128) {
    given.insert(quantity)
    change(quantity, to: value)
  }

  /// Gives a figure an amount that is not computed anew, rounded half up to what it can print.
  mutating func set(_ quantity: QuantityIndex, toPrintable value: Int128) {
    let step = reading.sheet.ledger.quantities[quantity].step
    set(quantity, to: (value + step / 2) / step * step)
  }

  private mutating func change(_ quantity: QuantityIndex, to value: Int128) {
    computation.set(quantity, to: value)
    if value == reading.sheet.value(quantity) { changed.remove(quantity) } else { changed.insert(quantity) }
  }

  /// Computes derived figures anew until nothing changes: those of the relations that a changed
  /// figure stands in.
  ///
  /// - Parameter mayChange: whether a figure may get another amount.
  mutating func settle(where mayChange: (QuantityIndex) -> Bool = { _ in true }) {
    for _ in 0..<Self.rounds {
      let near = Set(changed.union(given).flatMap { reading.relations(of: $0) }).sorted()
      if !settle(near, where: mayChange) { return }
    }
  }

  /// Computes the derived figures of `relations` anew until nothing changes.
  mutating func settleAll(_ relations: [Int], where mayChange: (QuantityIndex) -> Bool) {
    for _ in 0..<Self.rounds {
      if !settle(relations, where: mayChange) { return }
    }
  }

  /// Computes the derived figures of `relations` anew, once each, in the order in which they were
  /// stated; whether anything changed.
  private mutating func settle(_ relations: [Int], where mayChange: (QuantityIndex) -> Bool) -> Bool {
    var hasChanged = false
    for index in relations where computation.outcome(of: reading.relation(index)) == .broken {
      for quantity in candidates(reading.relation(index), index) where !given.contains(quantity) && mayChange(quantity)
      {
        if recompute(quantity, by: reading.relation(index)) {
          hasChanged = true
          break
        }
      }
    }
    return hasChanged
  }

  /// The figures of a relation that may follow the others, the derived one first.
  private func candidates(_ relation: Relation, _ index: Int) -> [QuantityIndex] {
    guard relation.evidence == .stated || reading.outcomes[index] == .holds,
      !relation.quantities.contains(where: { reading.sheet.marks[$0] == .constant })
    else { return [] }
    if let (first, second) = reading.equalPair(index) {
      // Of two equal figures the one follows that has not moved.
      return changed.contains(first) || given.contains(first) ? [second] : [first]
    }
    if case .bound = relation.form { return [] }
    return [relation.derived]
  }

  private mutating func recompute(_ quantity: QuantityIndex, by relation: Relation) -> Bool {
    guard let value = computation.value(of: quantity, by: relation) else { return false }
    if reading.sheet.ledger.quantities[quantity].isDirection { return turn(quantity, to: value) }
    if value >= 0 {
      guard value != computation[quantity] else { return false }
      change(quantity, to: value)
      return true
    }
    guard let word = Self.direction(of: quantity, in: relation), turn(word, to: -computation[word]) else {
      return false
    }
    change(quantity, to: -value)
    return true
  }

  /// Turns a word of direction, if it can be turned.
  private mutating func turn(_ word: QuantityIndex, to value: Int128) -> Bool {
    guard value != 0, value != computation[word], reading.sheet.value(word) != 0,
      !reading.sheet.written(value, for: reading.sheet.marks[word]).isEmpty
    else { return false }
    change(word, to: value)
    return true
  }

  private static func direction(of quantity: QuantityIndex, in relation: Relation) -> QuantityIndex? {
    switch relation.form {
    case .linear(let operands): operands.first { $0.quantity == quantity }?.direction
    case .quotient(let rate, _, _): rate.quantity == quantity ? rate.direction : nil
    default: nil
    }
  }

  /// What has to be typed for the changed figures, except `left`, in the order of the text.
  func edits(without left: QuantityIndex? = nil) -> [TextEdit] {
    changed.filter { $0 != left }.sorted().flatMap { quantity in
      reading.sheet.edits(writing: computation[quantity], for: reading.sheet.marks[quantity])
    }.sorted { $0.range < $1.range }
  }
}
