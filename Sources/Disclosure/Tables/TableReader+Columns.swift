import DisclosureSyntax

/// What the columns of a table say of its amounts.
extension TableReader {
  /// Marks the columns of the amounts that are certain.
  mutating func markColumns(of table: DisclosureTable) {
    for row in table.entries.indices {
      let columns = table.entries[row].columns
      for place in columns where table.grid[place] >= 0 {
        model.cells[table.grid[place]].column = place - columns.lowerBound
      }
    }
  }

  /// Marks the amounts that say by how much something changed.
  mutating func markChanges(of table: DisclosureTable) {
    for (side, forest) in table.forests.entries {
      guard let change = forest.change else { continue }
      for entry in table.entries where entry.side == side {
        if let cell = table.cell(of: entry, in: change.amount) { model.cells[cell].isChange = true }
        if let cell = change.rate.flatMap({ table.cell(of: entry, in: $0) }) {
          model.cells[cell].isChange = true
          model.cells[cell].unit = .percent
        }
      }
    }
  }
}
