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
    /// The entry before it of the same figure; -1 for the first.
    var former: Int
  }

  /// The state of each relation.
  private var states: [UInt64]
  /// What was found, in the order in which it was.
  private var entries: [Entry] = []
  /// The last entry of each figure; -1 where there is none.
  private var latest: [Int]
  /// The states of one figure that are looked at.
  private static let most = 4

  /// Nothing is known yet.
  init(relations: Int, figures: Int) {
    states = [UInt64](repeating: 0, count: relations)
    latest = [Int](repeating: -1, count: figures)
  }

  /// What was found for `figure` with its relations as they are now.
  subscript(figure: QuantityIndex, neighbours: Neighbours) -> [Candidate]? {
    var number = latest[figure]
    for _ in 0..<Self.most where number >= 0 {
      if entries[number].state == state(figure, entries[number].copies, neighbours) {
        return entries[number].candidates
      }
      number = entries[number].former
    }
    return nil
  }

  /// Keeps what was found for `figure` and the `copies` that say the same.
  mutating func keep(
    _ candidates: [Candidate], of figure: QuantityIndex, _ copies: [QuantityIndex], _ neighbours: Neighbours
  ) {
    entries.append(
      Entry(
        state: state(figure, copies, neighbours), copies: copies, candidates: candidates, former: latest[figure]))
    latest[figure] = entries.count - 1
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
