/// Puts sheets together, each behind a line with its name.
struct SheetText {
  /// The text so far.
  private(set) var bytes: [UInt8] = []
  /// Where its cells stand.
  private(set) var places = ImportedPlaces()
  /// Whether any cell holds something.
  private(set) var hasText = false

  /// Adds a sheet whose fields are parted by tabs and, where they hold one or a line end, stand
  /// between quotation marks.
  mutating func write(_ fields: [UInt8], sheet: String) {
    places.mark(.sheet(sheet, row: 1, column: 1), at: bytes.count)
    bytes += Array(sheet.utf8) + [0x0A]
    var at = fields.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var row = TableRow()
    var cell: [UInt8] = []
    var (line, column) = (1, 1)
    var isQuoted = false
    while at < fields.count {
      let byte = fields[at]
      at += 1
      if byte == UInt8(ascii: "\"") {
        let isDoubled = isQuoted && at < fields.count && fields[at] == byte
        if isDoubled { at += 1 }
        if isDoubled { cell.append(byte) } else { isQuoted.toggle() }
      } else if isQuoted {
        // A line broken inside a cell goes on, for a row is a line.
        if byte == 0x09 { cell.append(0x20) } else if byte != 0x0A && byte != 0x0D { cell.append(byte) }
      } else if byte == 0x09 || byte == 0x0A {
        row.append(cell, at: .sheet(sheet, row: line, column: column))
        cell = []
        column += 1
        if byte == 0x0A { end(&row, &line, &column) }
      } else if byte != 0x0D {
        cell.append(byte)
      }
    }
    if !cell.isEmpty || column > 1 {
      row.append(cell, at: .sheet(sheet, row: line, column: column))
      end(&row, &line, &column)
    }
    bytes.append(0x0A)
  }

  private mutating func end(_ row: inout TableRow, _ line: inout Int, _ column: inout Int) {
    if row.hasText { hasText = true }
    row.write(to: &bytes, &places)
    row = TableRow()
    line += 1
    column = 1
  }
}
