import DisclosureSyntax
import DisclosureText
import Ledger

/// How often amounts are printed, and which may be slips for others.
extension MentionReader {
  /// Whether one amount is a slip for the other: one digit off, of some length, and one of them
  /// printed nowhere else. Amounts of different scope are printed more than once.
  func isSlip(_ one: Quantity, _ other: Quantity) -> Bool {
    guard one.isOneSlip(from: other), isLong(one), isLong(other) else { return false }
    return occurrences(of: one.value) < 2 || occurrences(of: other.value) < 2
  }

  /// How often an amount is printed, as it is in 万元.
  ///
  /// - Complexity: O(amounts of the document) for each of the first few amounts, O(1) for all others.
  func occurrences(of value: Int128) -> Int {
    let coarse = coarse(value)
    // Nearly all documents have one or two amounts that are asked for; a table of all costs as much as twenty of them.
    guard counted < 8, coarse > 0, coarse < .max / 100_000_000 else { return everywhere[coarse] }
    counted += 1
    let lower = Int128(coarse) * 100_000_000 - 50_000_000
    let range = lower..<lower + 100_000_000
    var count = 0
    for amount in model.quantities where amount.map({ range.contains($0.value) }) ?? false { count += 1 }
    for statement in narrative.statements.indices {
      if let value = statementQuantity(statement)?.value, range.contains(value) { count += 1 }
    }
    return count
  }

  /// Whether an amount that the narrative repeats is a slip for one that several tables show while none shows the
  /// other.
  func isCopiedSlip(_ amount: Quantity, of total: Quantity) -> Bool {
    guard amount.isOneSlip(from: total), isLong(amount), isLong(total) else { return false }
    return inTables[coarse(amount.value)] == 0 && inTables[coarse(total.value)] > 2
  }

  func isLong(_ quantity: Quantity) -> Bool { quantity.value >= 1000 * quantity.step }

  /// An amount as it is printed in 万元.
  func coarse(_ value: Int128) -> Int64 {
    let shifted = value + 50_000_000
    return Int64(exactly: shifted).map { $0 / 100_000_000 } ?? Int64(clamping: shifted / 100_000_000)
  }

  func countInTables() -> AmountCounts {
    var result = AmountCounts(capacity: model.cells.count)
    for case let amount? in model.quantities { result.add(coarse(amount.value)) }
    return result
  }

  func countOccurrences() -> AmountCounts {
    var result = AmountCounts(capacity: model.cells.count + narrative.statements.count)
    for case let amount? in model.quantities { result.add(coarse(amount.value)) }
    for statement in narrative.statements.indices {
      if let value = statementQuantity(statement)?.value { result.add(coarse(value)) }
    }
    return result
  }
}
