import DisclosureSyntax
import DisclosureText
import Ledger

/// How often amounts are printed, and which may be slips for others.
extension MentionReader {
  /// Whether one amount is a slip for the other: one digit off, of some length, and one of them
  /// printed nowhere else. Amounts of different scope are printed more than once.
  mutating func isSlip(_ one: Quantity, _ other: Quantity) -> Bool {
    guard one.isOneSlip(from: other), isLong(one), isLong(other) else { return false }
    return occurrences[coarse(one.value)] < 2 || occurrences[coarse(other.value)] < 2
  }

  /// Whether an amount that the narrative repeats is a slip for one that several tables show while none shows the
  /// other.
  mutating func isCopiedSlip(_ amount: Quantity, of total: Quantity) -> Bool {
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
    for cell in model.cells.indices {
      if let value = cellQuantity(cell)?.value { result.add(coarse(value)) }
    }
    return result
  }

  func countOccurrences() -> AmountCounts {
    var result = AmountCounts(capacity: model.cells.count + narrative.statements.count)
    for cell in model.cells.indices {
      if let value = cellQuantity(cell)?.value { result.add(coarse(value)) }
    }
    for statement in narrative.statements.indices {
      if let value = statementQuantity(statement)?.value { result.add(coarse(value)) }
    }
    return result
  }
}
