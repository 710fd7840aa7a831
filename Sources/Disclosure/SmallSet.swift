/// A set of values that are few enough, below 128, for a bit of one number each: of terms and families of them.
///
/// The hashes of the standard library's sets cost more than all that is asked of the sets of a sentence.
struct SmallSet<Member: RawRepresentable<UInt8>>: ExpressibleByArrayLiteral, Equatable, Sendable {
  private var bits: UInt128 = 0

  /// The set of nothing.
  init() {}

  /// The set of some values.
  init(_ members: some Sequence<Member>) {
    for member in members { insert(member) }
  }

  init(arrayLiteral members: Member...) { self.init(members) }

  /// How many values there are.
  var count: Int { bits.nonzeroBitCount }

  /// Adds a value.
  mutating func insert(_ member: Member) { bits |= Self.bit(of: member) }

  /// Adds the values of another set.
  mutating func formUnion(_ other: SmallSet) { bits |= other.bits }

  /// Whether a value is among them.
  func contains(_ member: Member) -> Bool { bits & Self.bit(of: member) != 0 }

  /// Whether all of them are among others.
  func isSubset(of other: SmallSet) -> Bool { bits & ~other.bits == 0 }

  /// Whether all others are among them.
  func isSuperset(of other: SmallSet) -> Bool { other.isSubset(of: self) }

  private static func bit(of member: Member) -> UInt128 { 1 << UInt128(member.rawValue) }
}
