import DisclosureGenerator
import Foundation

/// All that is known about a generated disclosure, to be written beside its text.
///
/// Offsets are of bytes in UTF-8; ranges are half open.
struct TruthFile: Codable {
  /// A figure: its bytes from the first character to the end of its last, and what it says.
  struct Printed: Codable {
    var start: Int
    var end: Int
    var text: String
    /// Fen for amounts, hundredths of a percent or of a point, a year, a count, +1 or −1.
    var value: Int
    var kind: String
  }

  /// An amount, a rate or a score in its true place.
  struct Cell: Codable {
    var figure: Int
    var start: Int
    var end: Int
    var text: String
    var row: Int
    var list: Int
    var code: String
    var label: String
    var column: [String]
    var columnIndex: Int
    var isTotal: Bool
    /// Where the copies begin that stand on the next page.
    var copies: [Int]
  }

  struct Table: Codable {
    var kind: String
    var title: String
    var unit: String
    var start: Int
    var end: Int
    var columns: [[String]]
    var cells: [Cell]
  }

  /// What ties figures, by their indices.
  struct Tie: Codable {
    var form: String
    var strength: String
    var figures: [Int]
  }

  /// A slip in a cell: the text beside this file's with one figure wrong.
  struct Planted: Codable {
    var kind: String
    var figure: Int
    /// The wrong figure's bytes in the wrong text.
    var start: Int
    var end: Int
    var wrong: String
    /// What contradicts it.
    var ties: [Tie]
  }

  /// The slip in the text `….wrong.txt`, where one was planted.
  var slip: Planted?
  var seed: UInt64
  var form: String
  var kind: String
  var entity: String
  var year: Int
  var isExact: Bool
  var figures: [Printed?]
  var tables: [Table]
  var ties: [Tie]

  init(_ disclosure: GeneratedDisclosure, seed: UInt64) {
    self.seed = seed
    form = "\(disclosure.dialect.form)"
    kind = "\(disclosure.facts.kind)"
    entity = disclosure.facts.entity
    year = disclosure.facts.year
    isExact = disclosure.facts.isExact
    figures = disclosure.figures.map { figure in
      let range = disclosure.range(of: figure.index)
      guard !range.isEmpty else { return nil }
      return Printed(
        start: range.lowerBound, end: range.upperBound, text: figure.printed, value: figure.value,
        kind: "\(figure.kind)")
    }
    tables = disclosure.tables.map { Self.table($0, of: disclosure) }
    ties = disclosure.ties.map(Self.tie)
  }

  private static func tie(_ tie: DisclosureGenerator.Tie) -> Tie {
    Tie(form: "\(tie.form)", strength: "\(tie.strength)", figures: tie.figures)
  }

  /// Notes that `slip` was planted.
  mutating func note(_ slip: Slip, in disclosure: GeneratedDisclosure) {
    let range = slip.range(in: disclosure.range(of: slip.figure))
    let value = disclosure.figures[slip.figure].value(of: slip.printed) ?? 0
    self.slip = Planted(
      kind: slip.kind.rawValue, figure: slip.figure, start: range.lowerBound, end: range.upperBound,
      wrong: slip.printed, ties: disclosure.refuted(slip.figure, value: value, strength: .tabular).map(Self.tie))
  }

  private static func table(_ table: PrintedTable, of disclosure: GeneratedDisclosure) -> Table {
    let cells = table.cells.map { cell in
      let range = disclosure.range(of: cell.figure)
      return Cell(
        figure: cell.figure, start: range.lowerBound, end: range.upperBound,
        text: disclosure.figures[cell.figure].printed, row: cell.row, list: cell.list, code: cell.code,
        label: cell.label,
        column: cell.column, columnIndex: cell.columnIndex, isTotal: cell.isTotal,
        copies: disclosure.copies[cell.figure] ?? [])
    }
    return Table(
      kind: table.kind.rawValue, title: table.title, unit: table.unit, start: table.range.lowerBound,
      end: table.range.upperBound, columns: table.columns, cells: cells)
  }

  /// The file's bytes, keys in the order of the alphabet.
  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }
}
