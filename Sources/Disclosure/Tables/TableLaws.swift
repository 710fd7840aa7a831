import Ledger

/// What must hold between the cells of one table.
@usableFromInline package struct TableLaw: Hashable, Sendable {
  /// What kind of law it is.
  @usableFromInline package enum Kind: Hashable, Sendable {
    /// A column is the sum of others, in one row.
    case row
    /// A total is the sum of the rows below or above it.
    case column
    /// An account is the sum of the accounts below it.
    case hierarchy
    /// Revenue and expenditure balance.
    case balance
    /// A part is not above its whole.
    case bound
    /// A rate is the change from the second part to the first over the second.
    case growth
  }

  // Places are kept in four bytes each, as in ``TableCell``.
  @usableFromInline let ownTotal: Int32
  @usableFromInline let ownParts: Range<Int32>
  /// What kind of law it is.
  package let kind: Kind
  /// What it rests on.
  package var evidence: Relation.Evidence

  init(kind: Kind, total: CellIndex, parts: Range<Int>, evidence: Relation.Evidence) {
    self.kind = kind
    ownTotal = Int32(truncatingIfNeeded: total)
    ownParts = Int32(truncatingIfNeeded: parts.lowerBound)..<Int32(truncatingIfNeeded: parts.upperBound)
    self.evidence = evidence
  }

  /// The cell that hangs together with the parts.
  @inlinable package var total: CellIndex { Int(ownTotal) }

  /// Where its parts stand among ``TableLaws/parts``.
  @inlinable package var parts: Range<Int> { Int(ownParts.lowerBound)..<Int(ownParts.upperBound) }
}

/// What must hold within tables.
///
/// The parts of all laws stand behind each other in one list: a law has no memory of its own.
@usableFromInline package struct TableLaws: Sendable {
  /// The laws, in the order in which they were stated.
  package private(set) var list: [TableLaw] = []
  /// The parts of all laws.
  package private(set) var parts: [CellIndex] = []
  /// Where the parts of the next law begin.
  private var start = 0

  /// Creates an empty list.
  init() {}

  /// The number of laws.
  package var count: Int { list.count }

  /// Whether there is no law.
  package var isEmpty: Bool { list.isEmpty }

  /// The places of the laws.
  package var indices: Range<Int> { 0..<list.count }

  /// A law.
  package subscript(index: Int) -> TableLaw { list[index] }

  /// The parts of a law.
  package func parts(of law: TableLaw) -> ArraySlice<CellIndex> { parts[law.parts] }

  // MARK: Stating

  /// Makes room for some laws.
  mutating func reserveCapacity(_ capacity: Int) {
    list.reserveCapacity(capacity)
    parts.reserveCapacity(capacity * 4)
  }

  /// Adds a part to the law that is stated next.
  mutating func add(_ part: CellIndex) { parts.append(part) }

  /// The parts of the law that is stated next, as indices into ``parts``.
  var pending: Range<Int> { start..<parts.count }

  /// Leaves out the parts of the law that would have been stated next.
  mutating func dropPending() { parts.removeLast(parts.count - start) }

  /// States that `total` hangs together with the parts that were added.
  mutating func state(_ kind: TableLaw.Kind, _ total: CellIndex, _ evidence: Relation.Evidence) {
    list.append(TableLaw(kind: kind, total: total, parts: pending, evidence: evidence))
    start = parts.count
  }

  /// States that `total` hangs together with `part`.
  mutating func state(_ kind: TableLaw.Kind, _ total: CellIndex, of part: CellIndex, _ evidence: Relation.Evidence) {
    add(part)
    state(kind, total, evidence)
  }

  /// States the laws of `others`, their cells so many places further on.
  mutating func append(_ others: TableLaws, _ range: Range<Int>, movedBy shift: Int) {
    for index in range {
      let law = others.list[index]
      for place in law.parts { parts.append(others.parts[place] + shift) }
      state(law.kind, law.total + shift, law.evidence)
    }
  }

  /// Lets laws rest on something else: those from `first` on for which `isMeant` is true.
  mutating func rest(from first: Int, on evidence: Relation.Evidence, where isMeant: (TableLaw) -> Bool) {
    for index in first..<list.count where isMeant(list[index]) { list[index].evidence = evidence }
  }

  /// Lets one law rest on something else.
  mutating func rest(_ index: Int, on evidence: Relation.Evidence) { list[index].evidence = evidence }

  /// Leaves out the laws from `first` on.
  mutating func removeAll(from first: Int) {
    guard first < list.count else { return }
    start = list[first].parts.lowerBound
    parts.removeLast(parts.count - start)
    list.removeLast(list.count - first)
  }

  /// Leaves out the laws for which `isMeant` is true.
  mutating func removeAll(where isMeant: (TableLaw) -> Bool) { list.removeAll(where: isMeant) }
}
