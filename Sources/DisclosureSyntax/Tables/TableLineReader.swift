import DisclosureText

/// Cuts the lines of a table into pieces.
struct TableLineReader {
  private var lines: [TableLine] = []
  private var state: TableLineState

  /// Prepares to read so many lines.
  init(capacity: Int) {
    lines.reserveCapacity(capacity)
    state = TableLineState(capacity: capacity * 6)
  }

  /// The lines read so far.
  var table: TableLines { TableLines(lines: lines, pieces: state.pieces) }

  /// Reads the bytes from `start` to `end` as the next line.
  ///
  /// - Complexity: O(*n*).
  mutating func read(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, number: Int, like line: Line) {
    let first = state.pieces.count
    state.begin(hasTabs: line.features.contains(.tab), hasPipes: line.features.contains(.pipe))
    state.read(bytes, start, end)
    let cells = state.dividedCells(from: first, bytes)
    if state.hasFields, cells == 0 { state.keepWordsWhole(from: first, bytes) }
    var read = TableLine(
      number: number, pieces: first..<state.pieces.count, hash: line.hash, hasFields: state.hasFields)
    read.dividedCells = cells
    lines.append(read)
  }
}
