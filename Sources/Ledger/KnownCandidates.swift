/// The repairs of figures, kept while repairs of others are tried.
///
/// What mends a figure depends on the relations it stands in and on those of the figures that must say the
/// same. The state of a relation is a number made of the figures in it that were changed, and of whether it
/// is given up; it is zero as the document has it, and the same whenever the changes are.
struct KnownCandidates {
  /// What was found for a figure in one state of its relations.
  private struct Entry {
    var state: UInt64
    var copies: [QuantityIndex]
    var candidates: [Candidate]
  }

  /// The state of each relation.
  private var states: [UInt64]
  /// What was found for each figure, the latest last.
  private var entries: [[Entry]]
  /// The states that are kept for one figure.
  private static let most = 4

  /// Nothing is known yet.
  init(relations: Int, figures: Int) {
    states = [UInt64](repeating: 0, count: relations)
    entries = [[Entry]](repeating: [], count: figures)
  }

  /// What was found for `figure` with its relations as they are now.
  subscript(figure: QuantityIndex, neighbours: Neighbours) -> [Candidate]? {
    for entry in entries[figure].reversed() where entry.state == state(figure, entry.copies, neighbours) {
      return entry.candidates
    }
    return nil
  }

  /// Keeps what was found for `figure` and the `copies` that say the same.
  mutating func keep(
    _ candidates: [Candidate], of figure: QuantityIndex, _ copies: [QuantityIndex], _ neighbours: Neighbours
  ) {
    if entries[figure].count == Self.most { entries[figure].removeFirst() }
    entries[figure].append(
      Entry(state: state(figure, copies, neighbours), copies: copies, candidates: candidates))
  }

  /// Notes that a figure of `relations` was changed.
  mutating func change(
    _ figure: QuantityIndex, from before: Int128, to after: Int128, in relations: ArraySlice<Int>
  ) {
    let difference = Self.mixed(figure, after) &- Self.mixed(figure, before)
    for relation in relations { states[relation] &+= difference }
  }

  /// Notes that a relation is given up, or is no longer.
  mutating func giveUp(_ relation: Int, _ isGivenUp: Bool) {
    let difference = Self.mixed(relation, -1)
    states[relation] = isGivenUp ? states[relation] &+ difference : states[relation] &- difference
  }

  /// The state of all relations of some figures.
  private func state(_ figure: QuantityIndex, _ copies: [QuantityIndex], _ neighbours: Neighbours) -> UInt64 {
    var sum: UInt64 = 0
    for relation in neighbours[figure] { sum &+= Self.spread(states[relation]) &* UInt64(relation + 1) }
    for copy in copies {
      for relation in neighbours[copy] { sum &+= Self.spread(states[relation]) &* UInt64(relation + 1) }
    }
    return sum
  }

  /// A number for a figure that says `value`.
  private static func mixed(_ figure: Int, _ value: Int128) -> UInt64 {
    spread(UInt64(truncatingIfNeeded: value) &+ spread(UInt64(figure) &+ 1))
  }

  /// Spreads the bits of a number over all others (SplitMix64, Steele, Lea and Flood, 2014); zero stays zero.
  private static func spread(_ number: UInt64) -> UInt64 {
    var mixed = number
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
