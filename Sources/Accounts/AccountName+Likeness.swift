extension AccountName {
  /// Its characters as UTF-16 code units.
  private var units: [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      // Nearly all are ideographs.
      guard lead >= 0xE0, lead < 0xF0, at + 2 < bytes.count else {
        if lead < 0x80 {
          units.append(UInt16(lead))
          at += 1
          continue
        }
        return Array(String(decoding: bytes, as: UTF8.self).utf16)
      }
      units.append(UInt16(lead & 0x0F) << 12 | UInt16(bytes[at + 1] & 0x3F) << 6 | UInt16(bytes[at + 2] & 0x3F))
      at += 3
    }
    return units
  }

  /// Whether a slip of the pen may make the one name of the other: a character more, less or
  /// another one, two in a long name, or the same characters in another order.
  ///
  /// - Complexity: O(*m* *n*).
  package func isSlip(of other: AccountName) -> Bool {
    guard bytes != other.bytes else { return false }
    let (left, right) = (units, other.units)
    let (shorter, longer) = (min(left.count, right.count), max(left.count, right.count))
    guard left != right, shorter >= 4, longer - shorter <= 2 else { return false }
    let limit = shorter >= 9 ? 2 : 1
    let shared = Self.shared(left, right)
    if left.count == right.count, left.count >= 5, shared == left.count { return true }
    // Every character that the other one lacks takes a slip.
    return longer - shared <= limit && Self.distance(left, right) <= limit
  }

  /// How many characters two names have in common, in whatever order.
  private static func shared(_ left: [UInt16], _ right: [UInt16]) -> Int {
    var rest = right
    var count = 0
    for unit in left {
      guard let at = rest.firstIndex(of: unit) else { continue }
      rest.swapAt(at, rest.count - 1)
      rest.removeLast()
      count += 1
    }
    return count
  }

  /// The number of characters to insert, remove or replace.
  private static func distance(_ left: [UInt16], _ right: [UInt16]) -> Int {
    var row = Array(0...right.count)
    for (i, unit) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let cost = unit == other ? diagonal : diagonal + 1
        diagonal = row[j + 1]
        row[j + 1] = min(cost, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }

  /// The name with 支出 at its end, or without it where it stands there: narratives add and
  /// drop the word.
  package var withOtherEnding: AccountName {
    let ending = Self.expenditure
    return AccountName(
      normalized: bytes.suffix(ending.count) == ending[...] ? Array(bytes.dropLast(ending.count)) : bytes + ending)
  }

  private static let expenditure = Array("支出".utf8)
}
