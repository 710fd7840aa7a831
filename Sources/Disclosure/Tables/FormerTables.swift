import DisclosureSyntax
import DisclosureText

/// What a table was read from, and where among all what was read in it begins.
struct TableReading: Sendable {
  /// Its lines and its title.
  let source: TableSource
  /// The unit of the table before it.
  let lastUnit: Unit?
  /// Its unit.
  var unit: Unit?
  /// Where its cells and its laws begin.
  let cells: Int
  let laws: Int

  init(source: TableSource, lastUnit: Unit?, cells: Int, laws: Int) {
    self.source = source
    self.lastUnit = lastUnit
    self.cells = cells
    self.laws = laws
  }
}

/// The tables of a text before it was edited, for those whose lines and title are as they were.
///
/// What is read in a table depends on its own characters, the unit of the table before it and nothing
/// else.
struct FormerTables {
  private let model: TableModel
  private let bytes: [UInt8]

  init(_ model: TableModel, in bytes: [UInt8]) {
    self.model = model
    self.bytes = bytes
  }

  /// A table that was read before.
  struct Known {
    fileprivate let number: Int
    /// Its unit.
    let unit: Unit?
  }

  /// The table that was read from the same as `reading`, table `number` of `count`.
  func reading(like reading: TableReading, _ number: Int, of count: Int, _ bytes: [UInt8]) -> Known? {
    // Counted from the beginning or from the end.
    for former in [number, number + model.readings.count - count] where model.readings.indices.contains(former) {
      if isSame(reading, model.readings[former], bytes) {
        return Known(number: former, unit: model.readings[former].unit)
      }
    }
    return nil
  }

  private func isSame(_ new: TableReading, _ old: TableReading, _ bytes: [UInt8]) -> Bool {
    let (own, other) = (new.source, old.source)
    guard new.lastUnit == old.lastUnit, own.unit == other.unit, own.title == other.title,
      own.lines.count == other.lines.count, own.lines.pieces.count == other.lines.pieces.count
    else { return false }
    guard let first = own.lines.pieces.first?.range.lower, let formerFirst = other.lines.pieces.first?.range.lower,
      let last = own.lines.pieces.last?.range.upper
    else { return true }
    let shift = first - formerFirst
    return bytes.hasBytes(at: first..<last, of: self.bytes, at: formerFirst)
      && own.lines.isSame(as: other.lines, movedBy: shift)
  }

  /// Appends what was read in a table to `model`, where it stands now.
  func append(_ known: Known, at reading: TableReading, to model: inout TableModel) {
    let former = self.model.readings[known.number]
    let next = known.number + 1 < self.model.readings.count ? self.model.readings[known.number + 1] : nil
    let number = model.tables.count
    let shift = reading.source.range.lower - former.source.range.lower
    let cellShift = reading.cells - former.cells
    let cells = former.cells..<(next?.cells ?? self.model.cells.count)
    for (cell, rest) in self.model.rests where cells.contains(cell) {
      model.rests[cell + cellShift] = rest.moved(by: shift)
    }
    for var cell in self.model.cells[cells] {
      cell.table = number
      cell.piece.range = cell.piece.range.moved(by: shift)
      model.cells.append(cell)
    }
    model.laws.append(
      self.model.laws, former.laws..<(next?.laws ?? self.model.laws.count), movedBy: cellShift)
    var table = self.model.tables[known.number]
    table.titleRange = reading.source.titleRange
    table.range = reading.source.range
    table.move(bytes: shift, cells: cellShift)
    model.tables.append(table)
  }
}

extension DisclosureTable {
  /// Follows an edit before the table.
  fileprivate mutating func move(bytes: Int, cells shift: Int) {
    if shift != 0 {
      cells = cells.lowerBound + shift..<cells.upperBound + shift
      for index in grid.indices where grid[index] >= 0 { grid[index] += shift }
      for index in entries.indices {
        entries[index].cells = entries[index].cells.lowerBound + shift..<entries[index].cells.upperBound + shift
      }
    }
    guard bytes != 0 else { return }
    for index in labels.indices { labels[index] = labels[index].moved(by: bytes) }
    for index in entries.indices {
      if let range = entries[index].row.code?.range { entries[index].row.code?.range = range.moved(by: bytes) }
      if let range = entries[index].row.secondCode?.range {
        entries[index].row.secondCode?.range = range.moved(by: bytes)
      }
    }
  }
}

extension TableLines {
  /// Whether the lines have the same pieces as others that stand so many bytes further up.
  fileprivate func isSame(as other: TableLines, movedBy shift: Int) -> Bool {
    guard lines.count == other.lines.count, pieces.count == other.pieces.count else { return false }
    // Where the bytes are the same, the pieces of a line are if the first is.
    for index in lines.indices {
      let (own, other) = (lines[index], other.lines[index])
      guard own.pieces == other.pieces, own.hash == other.hash, own.hasFields == other.hasFields else { return false }
    }
    for line in lines where !line.pieces.isEmpty {
      var piece = other.pieces[line.pieces.lowerBound]
      piece.range = piece.range.moved(by: shift)
      if piece != pieces[line.pieces.lowerBound] { return false }
    }
    return true
  }
}
