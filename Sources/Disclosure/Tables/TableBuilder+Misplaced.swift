import DisclosureSyntax
import Ledger

/// Amounts that may stand in other columns, or on the other side, than they were read in.
extension TableBuilder {
  /// Whether a sum that misses by `miss` may fail because an amount was taken for another column's or side's: it comes
  /// out without one of its parts, or it stands beside another side in a table with rows that nothing tells the side
  /// of, and no slip explains it.
  func isMisplaced(_ law: TableLaw, _ parts: [Int64], _ miss: Int64, isSlip: Bool) -> Bool {
    let row = cells[law.total].row
    let isBeside = table.entries[row].side != .whole
    // A cell that is marked is in its column.
    guard isBeside || cells[law.total].piece.field < 0 else { return false }
    if parts.count >= 2, parts.contains(where: { $0 == -miss }) { return true }
    return isBeside && !isSlip && hasDoubtfulSides
  }

  /// Whether the table has amounts in rows that nothing tells the side of: without a number or a telling word, as parts
  /// of those before them are.
  private var hasDoubtfulSides: Bool {
    table.entries.contains { entry in
      !entry.cells.isEmpty && !entry.row.isSideKnown && entry.level == 0 && (entry.role == .item || entry.role == .memo)
    }
  }
}
