/// The relations of a ledger, in the order they were stated.
///
/// The operands of all of them stand in one list, and a relation is put together when it is asked for:
/// thousands are stated, and few are looked at but for whether they hold.
@usableFromInline package struct RelationList: RandomAccessCollection, Sendable {
  /// What kind of relation it is: the forms of ``Relation/Form``.
  enum Kind: UInt8 {
    case linear, quotient, comparison, bound, undefinedRate, agreement
  }

  struct Head {
    let kind: Kind
    let evidence: Relation.Evidence
    let isExact: Bool
    let isLoose: Bool
    let derived: Int32
    let origin: Int32
    let start: Int32
    /// Where the denominator of a quotient begins, the rate and the numerator standing before it.
    let middle: Int32
    let end: Int32
  }

  private(set) var heads: [Head] = []
  @usableFromInline var operands: [Operand] = []

  /// Makes room for as many relations.
  mutating func reserveCapacity(_ count: Int) {
    heads.reserveCapacity(count)
    operands.reserveCapacity(count * 4)
  }

  @usableFromInline package var startIndex: Int { 0 }
  @usableFromInline package var endIndex: Int { heads.count }

  @usableFromInline package subscript(position: Int) -> Relation {
    let head = heads[position]
    return Relation(
      form: form(head), evidence: head.evidence, derived: Int(head.derived), origin: Int(head.origin),
      isExact: head.isExact, isLoose: head.isLoose)
  }

  private func form(_ head: Head) -> Relation.Form {
    let (start, middle, end) = (Int(head.start), Int(head.middle), Int(head.end))
    func quantity(_ offset: Int) -> QuantityIndex { operands[start + offset].quantity }
    switch head.kind {
    case .linear: return .linear(Operands(operands, start..<end))
    case .quotient:
      return .quotient(
        rate: operands[start], numerator: Operands(operands, start + 1..<middle),
        denominator: Operands(operands, middle..<end))
    case .comparison: return .comparison(direction: quantity(2), quantity(0), quantity(1))
    case .bound: return .bound(quantity(0), atMost: quantity(1), onIncrease: operands[start].direction)
    case .undefinedRate: return .undefinedRate(quantity(0), of: quantity(1))
    case .agreement: return .agreement(quantity(0), quantity(1))
    }
  }

  /// What a relation rests on.
  package func evidence(_ position: Int) -> Relation.Evidence { heads[position].evidence }

  /// Whether the document states a relation, so that where it is broken a figure is wrong.
  func accuses(_ position: Int) -> Bool { heads[position].evidence == .stated }

  /// The figure that a relation computes from its others.
  func derived(_ position: Int) -> QuantityIndex { Int(heads[position].derived) }

  /// Whether a relation holds to the last digit.
  func isExact(_ position: Int) -> Bool { heads[position].isExact }

  /// Whether a relation tells of no figure that it is the wrong one.
  func isLoose(_ position: Int) -> Bool { heads[position].isLoose }

  /// What kind of relation it is.
  func kind(_ position: Int) -> Kind { heads[position].kind }

  /// How many operands a relation has.
  func operandCount(of position: Int) -> Int { Int(heads[position].end - heads[position].start) }

  /// Whether a relation is a quotient.
  func isQuotient(_ position: Int) -> Bool { heads[position].kind == .quotient }

  /// Whether a relation is a bound.
  func isBound(_ position: Int) -> Bool { heads[position].kind == .bound }

  /// The operands of a sum; nil for any other relation.
  func sum(_ position: Int) -> Operands? {
    let head = heads[position]
    return head.kind == .linear ? Operands(operands, Int(head.start)..<Int(head.end)) : nil
  }

  /// The figure that a relation says is equal to `figure`, or the word of direction that must say the same, if that is
  /// all that it says.
  func equal(to figure: QuantityIndex, by position: Int) -> QuantityIndex? {
    let head = heads[position]
    guard head.end - head.start == 2 else { return nil }
    let (one, other) = (operands[Int(head.start)], operands[Int(head.start) + 1])
    switch head.kind {
    case .agreement: return one.quantity == figure ? other.quantity : one.quantity
    case .linear:
      guard one.isNegative != other.isNegative else { return nil }
      switch (one.direction, other.direction) {
      case (nil, nil): return one.quantity == figure ? other.quantity : one.quantity
      case (figure?, let word), (let word, figure?): return word
      default: return nil
      }
    case .quotient, .comparison, .bound, .undefinedRate: return nil
    }
  }

  /// Calls `body` with every figure and word of direction in a relation; one that stands twice is
  /// given twice.
  @inline(__always)
  func forEachQuantity(of position: Int, _ body: (QuantityIndex) -> Void) {
    let head = heads[position]
    for index in Int(head.start)..<Int(head.end) {
      let operand = operands[index]
      body(operand.quantity)
      if let direction = operand.direction { body(direction) }
    }
  }

  // MARK: Stating

  /// Adds a relation.
  mutating func append(_ relation: Relation) {
    let start = operands.count
    var middle = start
    let kind: Kind
    switch relation.form {
    case .linear(let all):
      kind = .linear
      operands.append(contentsOf: all)
    case .quotient(let rate, let numerator, let denominator):
      kind = .quotient
      operands.append(rate)
      operands.append(contentsOf: numerator)
      middle = operands.count
      operands.append(contentsOf: denominator)
    case .comparison(let direction, let left, let right):
      kind = .comparison
      for quantity in [left, right, direction] { operands.append(Operand(quantity)) }
    case .bound(let left, let right, let word):
      kind = .bound
      operands.append(Operand(left, direction: word))
      operands.append(Operand(right))
    case .undefinedRate(let left, let right):
      kind = .undefinedRate
      operands.append(Operand(left))
      operands.append(Operand(right))
    case .agreement(let left, let right):
      kind = .agreement
      operands.append(Operand(left))
      operands.append(Operand(right))
    }
    close(
      kind, relation.evidence, relation.derived, relation.origin, relation.isExact, relation.isLoose, from: start,
      middle)
  }

  /// Begins a relation whose operands stand behind those of all others until it is closed or dropped.
  @inlinable mutating func beginSum(_ total: QuantityIndex) { operands.append(Operand(total)) }

  /// Adds a part to the sum that was begun.
  @inlinable mutating func addPart(_ part: QuantityIndex) { operands.append(Operand(part, coefficient: -1)) }

  /// Adds the sum that was begun.
  mutating func closeSum(_ evidence: Relation.Evidence, origin: Int, isExact: Bool) {
    let start = closedEnd
    close(.linear, evidence, operands[start].quantity, origin, isExact, false, from: start, start)
  }

  /// Forgets the sum that was begun.
  mutating func dropSum() { operands.removeSubrange(closedEnd...) }

  /// Where the operands of the relations end.
  private var closedEnd: Int { heads.last.map { Int($0.end) } ?? 0 }

  /// Adds the relation that `total` is the sum of one part.
  mutating func append(sum total: QuantityIndex, of part: QuantityIndex, _ evidence: Relation.Evidence, origin: Int) {
    let start = operands.count
    operands.append(Operand(total))
    operands.append(Operand(part, coefficient: -1))
    close(.linear, evidence, total, origin, false, false, from: start, start)
  }

  private mutating func close(
    _ kind: Kind, _ evidence: Relation.Evidence, _ derived: QuantityIndex, _ origin: Int, _ isExact: Bool,
    _ isLoose: Bool, from start: Int, _ middle: Int
  ) {
    heads.append(
      Head(
        kind: kind, evidence: evidence, isExact: isExact, isLoose: isLoose, derived: Int32(truncatingIfNeeded: derived),
        origin: Int32(truncatingIfNeeded: origin), start: Int32(truncatingIfNeeded: start),
        middle: Int32(truncatingIfNeeded: middle), end: Int32(truncatingIfNeeded: operands.count)))
  }
}
