/// One way to put the amounts of a row into columns: for each column the amount's index, or nil.
///
/// Rows have few columns and are placed in many ways, so a placement takes no memory of its own.
struct Placement: Hashable {
  private var amounts = SIMD32<Int8>(repeating: -1)

  /// The amount in `column`; an amount is at most the 128th of its row.
  subscript(column: Int) -> Int? {
    get {
      let amount = amounts[column]
      return amount < 0 ? nil : Int(amount)
    }
    set { amounts[column] = newValue.map { Int8(clamping: $0) } ?? -1 }
  }

  /// The placement that puts the first amount into the first column, and so on.
  static func filled(_ columns: Int) -> Placement {
    var result = Placement()
    for column in 0..<columns { result[column] = column }
    return result
  }

  /// The placement with each amount replaced.
  func mapAmounts(_ columns: Int, _ transform: (Int) -> Int?) -> Placement {
    var result = Placement()
    for column in 0..<columns { result[column] = self[column].flatMap(transform) }
    return result
  }
}

/// The placements of one row that cannot be told apart, best first; nearly always one.
struct Placements: RandomAccessCollection {
  private var best = Placement()
  private var others: [Placement] = []
  /// How many there are.
  private(set) var count = 0

  /// None: the row does not fit.
  init() {}

  /// A single one.
  init(_ only: Placement) {
    best = only
    count = 1
  }

  /// Some, best first.
  init(_ placements: some Sequence<Placement>) {
    for placement in placements { append(placement) }
  }

  /// Adds one that is no better than the others.
  mutating func append(_ placement: Placement) {
    if count == 0 { best = placement } else { others.append(placement) }
    count += 1
  }

  /// Leaves out all of them.
  mutating func removeAll() {
    others.removeAll(keepingCapacity: true)
    count = 0
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }
  subscript(position: Int) -> Placement { position == 0 ? best : others[position - 1] }

  /// Whether all of them, of which there is one at least, have the same in a column.
  func isCertain(_ column: Int) -> Bool {
    count == 1 || others.allSatisfy { $0[column] == best[column] }
  }
}
