import Disclosure
import DisclosureSyntax
import DisclosureText

/// A table as it was read: its kind, its columns, and where each amount stands.
package struct FigureTable: Hashable, Sendable {
  /// What it is about.
  package let kind: TableKind
  /// Its title, without blanks.
  package let title: String
  /// The unit of its amounts.
  package let unit: Unit
  /// Whether its sums hold well enough to show a mistake.
  package let isReliable: Bool
  /// Its columns, for each side.
  package let columns: [FigureColumns]
  /// Its rows.
  package let rows: [FigureRow]
  /// Where it stands.
  package let range: TextRange

  init(_ index: Int, of document: DisclosureDocument, at place: FigurePlace) {
    let table = document.tables.tables[index]
    kind = table.kind
    title = table.title
    unit = table.unit
    isReliable = table.isReliable
    range = table.range.moved(by: place.bytes)
    columns = [TableSide.whole, .revenue, .expenditure, .nature].compactMap { side in
      table.forests[side].map { FigureColumns(side: side, forest: $0, measures: table.measures[side] ?? []) }
    }
    rows = table.entries.map { FigureRow($0, of: table, in: document, at: place) }
  }
}

/// The columns of one side of a table.
package struct FigureColumns: Hashable, Sendable {
  /// The side.
  package let side: TableSide
  /// For each column the column it is a part of, or -1.
  package let parents: [Int]
  /// The columns that are a part of another without being summed.
  package let memos: [Int]
  /// What each column measures, where that is known.
  package let measures: [Term?]

  init(side: TableSide, forest: ColumnForest, measures: [Term?]) {
    self.side = side
    parents = forest.parents
    memos = forest.memos.sorted()
    self.measures = measures
  }
}

/// A row of a table.
package struct FigureRow: Hashable, Sendable {
  /// What it is to the others.
  package let role: TableEntry.Role
  /// The side it stands on.
  package let side: TableSide
  /// How many rows stand before it on its line.
  package let band: Int
  /// Its code.
  package let code: String?
  /// Its words, without blanks.
  package let label: String
  /// The row it is a part of.
  package let parent: Int?
  /// Its amounts.
  package let cells: [FigureCell]

  init(_ entry: TableEntry, of table: DisclosureTable, in document: DisclosureDocument, at place: FigurePlace) {
    role = entry.role
    band = entry.row.side
    side = entry.side
    code = entry.row.code.map { code in
      let digits = String(code.value)
      return digits
    }
    label = String(codeUnits: table.words(of: entry)[...])
    parent = entry.parent
    cells = entry.cells.map { index in
      let cell = document.tables.cells[index]
      return FigureCell(
        index: index + place.cells, figure: document.printedCell(index), column: cell.column,
        isDash: cell.piece.kind == .dash, range: cell.piece.range.moved(by: place.bytes))
    }
  }
}

/// A printed amount of a table.
package struct FigureCell: Hashable, Sendable {
  /// Its number among all cells of the file.
  package let index: CellIndex
  /// Its digits.
  package let figure: String
  /// Its column; nil where it is not certain.
  package let column: Int?
  /// Whether it is a dash, which is no figure.
  package let isDash: Bool
  /// Where it stands.
  package let range: TextRange
}
