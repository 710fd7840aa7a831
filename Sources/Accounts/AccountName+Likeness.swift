extension AccountName {
  /// Its characters as UTF-16 code units.
  private var units: [UInt16] { Array(String(decoding: bytes, as: UTF8.self).utf16) }

  /// Whether a slip of the pen may make the one name of the other: a character more, less or
  /// another one, two in a long name, or the same characters in another order.
  ///
  /// - Complexity: O(*m* *n*).
  package func isSlip(of other: AccountName) -> Bool {
    let (left, right) = (units, other.units)
    guard left != right, min(left.count, right.count) >= 4, abs(left.count - right.count) <= 2 else { return false }
    if left.count == right.count, left.count >= 5, left.sorted() == right.sorted() { return true }
    return Self.distance(left, right) <= (min(left.count, right.count) >= 9 ? 2 : 1)
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
