import Disclosure
import DisclosureSyntax
import DisclosureText

extension DocumentReading {
  /// The title of a cell's table and the words of its row.
  func cellName(_ index: CellIndex) -> String {
    let cell = document.tables.cells[index]
    let table = document.tables.tables[cell.table]
    let label = table.entries.indices.contains(cell.row) ? table.words(of: table.entries[cell.row]) : []
    return [table.title, String(decoding: label, as: UTF16.self)].filter { !$0.isEmpty }.joined(separator: " › ")
  }
}
