import DisclosureText

/// How often whole numbers were counted: a table with a slot for each, quicker than a dictionary with
/// its hashes that nobody can guess. Numbers that were made to collide make it slow, not wrong, and no
/// more than the probes of ``limit`` for each.
struct AmountCounts {
  private var slots: [(value: Int64, count: Int)]
  private var mask: Int
  /// The slots that are taken.
  private var used = 0
  /// What found no slot near its own.
  private var others: [Int64: Int] = [:]
  private static let limit = 16

  /// Has room for `capacity` different numbers.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(filledWith: (0, 0), count: size)
    mask = size - 1
  }

  /// How often `value` was counted.
  subscript(value: Int64) -> Int {
    slot(of: value).map { slots[$0].count } ?? others[value, default: 0]
  }

  /// Counts `value` once more.
  mutating func add(_ value: Int64) { add(value, 1) }

  /// Takes `count`, which is above zero, for `value` instead of what was counted before.
  mutating func set(_ value: Int64, to count: Int) {
    add(value, count - self[value])
  }

  /// Counts `value` if it was not counted before; whether that is so.
  mutating func insert(_ value: Int64) -> Bool {
    guard let slot = slot(of: value) else {
      others[value, default: 0] += 1
      return others[value] == 1
    }
    if slots[slot].count > 0 { return false }
    take(slot, for: value, 1)
    return true
  }

  private mutating func add(_ value: Int64, _ count: Int) {
    guard let slot = slot(of: value) else {
      others[value, default: 0] += count
      return
    }
    if slots[slot].count > 0 { slots[slot].count += count } else { take(slot, for: value, count) }
  }

  /// Takes a slot that is free.
  private mutating func take(_ slot: Int, for value: Int64, _ count: Int) {
    slots[slot] = (value, count)
    used += 1
    if used * 2 > slots.count { grow() }
  }

  /// Makes room for twice as many numbers.
  private mutating func grow() {
    let (known, more) = (slots, others)
    slots = Array(filledWith: (0, 0), count: 2 * known.count)
    others = [:]
    mask = slots.count - 1
    used = 0
    for (value, count) in known where count > 0 { add(value, count) }
    for (value, count) in more { add(value, count) }
  }

  /// The slot that holds `value` or is free for it.
  private func slot(of value: Int64) -> Int? {
    var slot = Int(truncatingIfNeeded: (UInt64(bitPattern: value) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    for _ in 0..<Self.limit {
      if slots[slot].count == 0 || slots[slot].value == value { return slot }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
