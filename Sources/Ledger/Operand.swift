/// A figure in a relation, with the sign it is counted with.
///
/// It is kept small, for a document has thousands of them.
@usableFromInline package struct Operand: Hashable, Sendable {
  @usableFromInline var figure: Int32
  /// The word of direction; -1 for none.
  @usableFromInline var word: Int32
  @usableFromInline var sign: Int8

  /// Creates an operand.
  @inlinable package init(_ quantity: QuantityIndex, coefficient: Int128 = 1, direction: QuantityIndex? = nil) {
    figure = Int32(truncatingIfNeeded: quantity)
    word = direction.map { Int32(truncatingIfNeeded: $0) } ?? -1
    sign = coefficient < 0 ? -1 : 1
  }

  /// The figure.
  package var quantity: QuantityIndex { Int(figure) }

  /// +1 or -1.
  package var coefficient: Int128 {
    get { Int128(sign) }
    set { sign = newValue < 0 ? -1 : 1 }
  }

  /// Whether it is taken away rather than added.
  var isNegative: Bool { sign < 0 }

  /// The word of direction that gives the figure its sign, if one does.
  package var direction: QuantityIndex? { word < 0 ? nil : Int(word) }
}

/// The operands of a sum, in order: a stretch of those that a ledger keeps in one list.
@usableFromInline package struct Operands: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
  private let storage: [Operand]
  private let start: Int
  /// How many there are.
  @usableFromInline package let count: Int

  /// The operands of `list`.
  package init(_ list: [Operand]) { self.init(list, 0..<list.count) }

  @usableFromInline package init(arrayLiteral elements: Operand...) { self.init(elements) }

  /// The operands of `list` at `range`.
  init(_ list: [Operand], _ range: Range<Int>) {
    storage = list
    start = range.lowerBound
    count = range.count
  }

  @usableFromInline package var startIndex: Int { 0 }
  @usableFromInline package var endIndex: Int { count }
  @usableFromInline package subscript(position: Int) -> Operand { storage[start + position] }
}

extension Operands: Hashable {
  @usableFromInline package static func == (left: Operands, right: Operands) -> Bool { left.elementsEqual(right) }

  @usableFromInline package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for operand in self { hasher.combine(operand) }
  }
}
