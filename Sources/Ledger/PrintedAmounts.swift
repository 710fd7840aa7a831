/// How often each amount is printed in a document, to recognise one that is printed elsewhere.
///
/// A table of its own with open addressing: a dictionary of amounts would take longer to fill
/// than the diagnosis takes.
struct PrintedAmounts {
  private var amounts: [Int128] = []
  private var counts: [UInt16] = []
  /// For each slot the number of its amount, from 1; 0 for a free one.
  private var slots: [Int32]
  private let mask: Int
  /// How many different amounts are printed, by the bits that they take.
  private var sizes = [Int](repeating: 0, count: Int128.bitWidth + 1)

  /// The step of 万元 with two decimals.
  private static let hundredYuan: Int128 = 100_000_000

  /// Counts the amounts of `quantities`; those in yuan also as the prose has them in 万元.
  ///
  /// - Complexity: O(*quantities*).
  init(_ quantities: [Quantity]) {
    var size = 16
    while size < quantities.count * 4 { size *= 2 }
    mask = size - 1
    slots = [Int32](repeating: 0, count: size)
    amounts.reserveCapacity(size / 4)
    counts.reserveCapacity(size / 4)
    let all = quantities.span
    for index in all.indices where !all[index].isDirection {
      let (value, step) = (all[index].value, all[index].step)
      add(value)
      // A table in yuan shows again what the prose has in 万元.
      if step < Self.hundredYuan, value >= 1000 * Self.hundredYuan {
        let coarse = (value + Self.hundredYuan / 2) / Self.hundredYuan * Self.hundredYuan
        if coarse != value { add(coarse) }
      }
    }
  }

  private mutating func add(_ value: Int128) {
    let slot = slot(of: value)
    let number = Int(slots[slot]) - 1
    guard number >= 0 else {
      amounts.append(value)
      counts.append(1)
      slots[slot] = Int32(truncatingIfNeeded: amounts.count)
      sizes[Self.bits(value)] += 1
      return
    }
    if counts[number] < .max { counts[number] += 1 }
  }

  /// Where `value` stands, or the free place where it would.
  private func slot(of value: Int128) -> Int {
    let bits = UInt64(truncatingIfNeeded: value) ^ UInt64(truncatingIfNeeded: value >> 64)
    var slot = Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    let (slots, amounts) = (slots.span, amounts.span)
    // The mask leaves no place beyond the last.
    while case let number = slots[unchecked: slot], number > 0, amounts[Int(number) - 1] != value {
      slot = (slot &+ 1) & mask
    }
    return slot
  }

  private static func bits(_ value: Int128) -> Int { Int128.bitWidth - value.magnitude.leadingZeroBitCount }

  /// How many of a thousand amounts of the size of `value`, all multiples of `step`, are printed.
  func density(of value: Int128, step: Int128) -> Int {
    let bits = Self.bits(value)
    guard bits > 1, bits < 100 else { return 0 }
    let possible = max(1, (Int128(1) << (bits - 1)) / step)
    return Int(clamping: Int128(sizes[bits]) * 1000 / possible)
  }

  /// How often `value` is printed.
  subscript(value: Int128) -> Int {
    let number = Int(slots[slot(of: value)])
    return number > 0 ? Int(counts[number - 1]) : 0
  }
}
