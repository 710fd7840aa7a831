/// Puts sheets together, one behind the other. The name of one that has no title of its own stands for it; another's
/// is no part of the text, where it would be taken for the beginning of the title below.
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
    let rows = Self.rows(of: fields, sheet: sheet)
    if rows.contains(where: \.hasText) { hasText = true }
    if !Self.hasTitle(rows) {
      places.mark(.sheet(sheet, row: 1, column: 1), at: bytes.count)
      bytes += Array(sheet.utf8) + [0x0A]
    }
    for row in rows { row.write(to: &bytes, &places) }
    bytes.append(0x0A)
  }

  /// Whether a title stands above the first row of several cells: one cell that is no label (`单位：万元`) and no
  /// number of a table (`公开02表`).
  private static func hasTitle(_ rows: [TableRow]) -> Bool {
    for row in rows {
      let filled = row.filled
      if filled.count > 1 { return false }
      if let cell = filled.first, cell.count > 12, !cell.contains(UInt8(ascii: ":")),
        !String(decoding: cell, as: UTF8.self).contains("：")
      {
        return true
      }
    }
    return false
  }

  private static func rows(of fields: [UInt8], sheet: String) -> [TableRow] {
    var rows: [TableRow] = []
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
        if byte == 0x0A {
          rows.append(row)
          row = TableRow()
          (line, column) = (line + 1, 1)
        }
      } else if byte != 0x0D {
        cell.append(byte)
      }
    }
    if !cell.isEmpty || column > 1 {
      row.append(cell, at: .sheet(sheet, row: line, column: column))
      rows.append(row)
    }
    return rows
  }
}
