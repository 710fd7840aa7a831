/// One row of a table while it is put together: its cells and the places they stand at.
struct TableRow {
  private var cells: [(text: [UInt8], place: ImportedPlace)] = []

  /// Adds the cell that follows.
  mutating func append(_ text: [UInt8], at place: ImportedPlace) { cells.append((text, place)) }

  /// Whether any cell holds something.
  var hasText: Bool { !filled.isEmpty }

  /// The cells that hold something.
  var filled: [[UInt8]] { cells.map(\.text).filter { $0.contains { $0 > 0x20 } } }

  /// Writes the row as a line, its cells parted by tabs; one with a single cell that holds
  /// something, as a title over the whole table is, without them.
  func write(to bytes: inout [UInt8], _ places: inout ImportedPlaces) {
    let filled = cells.filter { cell in cell.text.contains { $0 > 0x20 } }
    let written = filled.count == 1 ? filled : cells
    for (index, cell) in written.enumerated() {
      if index > 0 { bytes.append(0x09) }
      places.mark(cell.place, at: bytes.count)
      bytes += cell.text
    }
    bytes.append(0x0A)
  }
}
