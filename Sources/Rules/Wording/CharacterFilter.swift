/// A few characters, told from nearly all others by the halves of their code units.
///
/// It takes two loads from a table of 512 bytes, which stays at hand where one for all characters would not.
struct CharacterFilter {
  /// For each lower and, behind these, for each upper half the groups, of eight, of the characters that have it.
  private let groups: [UInt8]

  /// The filter for some characters.
  init(_ characters: some Sequence<UInt16>) {
    var groups = [UInt8](repeating: 0, count: 0x200)
    for unit in characters {
      let group: UInt8 = 1 << (unit >> 8 & 7)
      groups[Int(unit & 0xFF)] |= group
      groups[0x100 + Int(unit >> 8)] |= group
    }
    self.groups = groups
  }

  /// Whether a character may be one of them: true for all of them and hardly any other.
  @inline(__always)
  func mayHold(_ unit: UInt16) -> Bool {
    let groups = groups.span
    // Every half has its place.
    return groups[unchecked: Int(unit & 0xFF)] & groups[unchecked: 0x100 + Int(unit >> 8)] != 0
  }
}
