import DisclosureSyntax
import Ledger

/// Amounts that may stand in other columns, or on the other side, than they were read in.
extension TableBuilder {
  /// Whether a sum that misses by `miss` may fail because an amount was taken for another column's or side's: its total
  /// is a dash, it comes out without one of its parts, the total has fewer amounts than they, or it stands beside another
  /// side in a table with rows that nothing tells the side of, and no slip explains it.
  func isMisplaced(_ law: TableLaw, _ parts: [Int64], _ miss: Int64, isSlip: Bool) -> Bool {
    // `五、资产信息 —` heads what is counted below.
    if cells[law.total].piece.kind == .dash { return true }
    let row = cells[law.total].row
    let isBeside = table.entries[row].side != .whole
    // A cell that is marked is in its column.
    guard isBeside || cells[law.total].piece.field < 0 else { return false }
    if parts.count >= 2, isBeside || !isSlip, parts.contains(where: { $0 == -miss }) { return true }
    let amounts = table.entries[row].cells.count
    let isShort =
      cells[law.total].piece.field < 0
      && laws.parts(of: law).contains { table.entries[cells[$0].row].cells.count > amounts }
    return isShort || isBeside && !isSlip && hasDoubtfulSides
  }

  /// Whether the table has amounts in rows that nothing tells the side of: without a number or a telling word, as parts
  /// of those before them are.
  private var hasDoubtfulSides: Bool {
    table.entries.contains { entry in
      !entry.cells.isEmpty && !entry.row.isSideKnown && entry.level == 0 && (entry.role == .item || entry.role == .memo)
    }
  }

  /// Whether some rows need not be what a row is the sum of: parts of those before them, `其中：物业管理`, or the rows
  /// behind a subtotal where each stands below its group, and so the last at the end of the table.
  func isOfOthers(_ parts: ArraySlice<Int>, _ parent: Int) -> Bool {
    if parts.contains(where: { table.entries[$0].role == .memo && !table.entries[$0].cells.isEmpty }) { return true }
    guard isSubtotal(parent), let last = table.entries.lastIndex(where: { !$0.cells.isEmpty }) else { return false }
    return last != parent && isSubtotal(last)
  }

  private func isSubtotal(_ row: Int) -> Bool {
    table.entries[row].role == .total && table.words(of: table.entries[row]).elementsEqual("小计".utf16)
  }
}
