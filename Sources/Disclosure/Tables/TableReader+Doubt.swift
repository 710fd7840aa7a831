import DisclosureSyntax
import DisclosureText
import Ledger

/// Sums that fail because an amount was lost on the way from the page to its row.
extension TableReader {
  /// Lets those of the `failing` sums prove nothing that miss by an amount, or two, of which it is not certain whose they
  /// are, and those that have a row without known columns among theirs.
  ///
  /// - Complexity: O(*n*²) for *n* uncertain amounts where a sum fails.
  mutating func doubt(_ failing: [(law: Int, miss: Int64)], of table: DisclosureTable, _ lines: TableLines) {
    var known: [Int64]?
    for (index, miss) in failing where model.laws[index].evidence == .stated {
      let law = model.laws[index]
      let loose = known ?? looseAmounts(of: table, lines)
      known = loose
      if explain(abs(miss), loose) || law.kind != .row && holdsUnreadRow(law, of: table) {
        model.laws.rest(index, on: .discovered)
      }
    }
  }

  /// The amount of a cell, with four decimals.
  private func amount(_ cell: CellIndex) -> Int64 { ColumnGridReader.scaled(model.cells[cell].piece, 4) }

  /// The amounts of the table that are in no row, or in one whose columns or whose side are not certain.
  private func looseAmounts(of table: DisclosureTable, _ lines: TableLines) -> [Int64] {
    var found: [Int64] = []
    // Where the amounts of the rows begin.
    var settled = AmountCounts(capacity: table.cells.count)
    for entry in table.entries {
      let isTotal = entry.role == .total || entry.role == .grandTotal
      let isOfEitherSide =
        entry.side != .whole && !isTotal && (entry.level == 0 || entry.row.label.count > 1)
        // Below the three public expenses stand counts.
        || entry.role == .foreign && table.expenses.isEmpty
      for cell in entry.cells {
        settled.add(Int64(model.cells[cell].piece.range.lower))
        let isLoose = isOfEitherSide || model.cells[cell].column == nil && entry.role != .foreign
        if isLoose, amount(cell) != 0 { found.append(amount(cell)) }
      }
    }
    // Numbers of columns and lines have one digit or two, and so have the parts of codes.
    for piece in lines.pieces
    where piece.kind == .amount || piece.kind == .integer && piece.digits > 2 && !piece.isAccountCode {
      if piece.value != 0, settled[Int64(piece.range.lower)] == 0 { found.append(ColumnGridReader.scaled(piece, 4)) }
    }
    return found
  }

  /// Whether one of some amounts, or two of them, are what a sum misses.
  private func explain(_ miss: Int64, _ amounts: [Int64]) -> Bool {
    if amounts.contains(miss) { return true }
    guard amounts.count <= Self.mostLoose else { return false }
    for (index, one) in amounts.enumerated() where amounts[(index + 1)...].contains(miss - one) { return true }
    return false
  }

  /// With more uncertain amounts two of them may make up anything.
  private static let mostLoose = 40

  /// Whether a row with amounts, but without columns, stands among the rows of a sum.
  private func holdsUnreadRow(_ law: TableLaw, of table: DisclosureTable) -> Bool {
    guard table.expenses.isEmpty else { return false }
    let rows = model.laws.parts(of: law).map { model.cells[$0].row } + [model.cells[law.total].row]
    guard let first = rows.min(), let last = rows.max(), last < table.entries.count else { return false }
    return table.entries[first...last].contains { entry in
      entry.role == .foreign && entry.cells.contains { amount($0) != 0 }
    }
  }
}

extension TableBuilder {
  /// The stated sums that miss by more than rounding makes up for.
  ///
  /// - Complexity: O(parts of all laws of the table).
  func failingSums() -> [(law: Int, miss: Int64)] {
    var failing: [(law: Int, miss: Int64)] = []
    for index in firstLaw..<laws.count {
      let law = laws[index]
      guard law.evidence == .stated, law.kind == .column || law.kind == .row || law.kind == .hierarchy else { continue }
      var miss = value(law.total)
      for place in law.parts { miss -= value(laws.parts[place]) }
      if abs(miss) > Int64(law.parts.count + 1) * 100 { failing.append((index, miss)) }
    }
    return failing
  }
}
