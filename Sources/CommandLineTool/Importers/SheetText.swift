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
    var at = fields.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let start = bytes.count
    bytes += Array(sheet.utf8) + [0x0A]
    places.mark(.sheet(sheet, row: 1, column: 1), at: start)
    var row = 1
    var column = 1
    places.mark(.sheet(sheet, row: row, column: column), at: bytes.count)
    var isQuoted = false
    while at < fields.count {
      let byte = fields[at]
      at += 1
      if byte == UInt8(ascii: "\"") {
        if isQuoted, at < fields.count, fields[at] == UInt8(ascii: "\"") {
          bytes.append(byte)
          at += 1
        } else {
          isQuoted.toggle()
        }
      } else if isQuoted, byte == 0x0A || byte == 0x09 || byte == 0x0D {
        // A line broken inside a cell goes on, for a row is a line.
        if byte == 0x09 { bytes.append(0x20) }
      } else if byte == 0x09 || byte == 0x0A {
        bytes.append(byte)
        if byte == 0x0A { row += 1 }
        column = byte == 0x0A ? 1 : column + 1
        places.mark(.sheet(sheet, row: row, column: column), at: bytes.count)
      } else if byte != 0x0D {
        bytes.append(byte)
        if byte > 0x20 { hasText = true }
      }
    }
    bytes.append(0x0A)
  }
}
