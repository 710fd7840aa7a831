import DisclosureText

/// Cuts the lines of a table into pieces.
enum TableLineReader {
  /// Reads the bytes from `start` to `end` as the next line of `table`.
  ///
  /// - Complexity: O(*n*).
  static func read(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, number: Int, like line: Line, into table: inout TableLines
  ) {
    let first = table.pieces.count
    var reader = TableLineState(
      hasTabs: line.features.contains(.tab), hasPipes: line.features.contains(.pipe), pieces: table.pieces)
    table.pieces = []
    reader.read(bytes, start, end)
    let cells = reader.dividedCells(from: first, bytes)
    if reader.hasFields, cells == 0 { reader.keepWordsWhole(from: first, bytes) }
    table.pieces = reader.pieces
    var read = TableLine(
      number: number, pieces: first..<reader.pieces.count, hash: line.hash, hasFields: reader.hasFields)
    read.dividedCells = cells
    table.lines.append(read)
  }
}
