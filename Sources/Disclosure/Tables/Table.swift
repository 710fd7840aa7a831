import DisclosureSyntax
import DisclosureText
import Ledger

/// The sides of a table that shows revenue beside expenditure.
@usableFromInline package enum TableSide: UInt8, Hashable, Sendable {
  /// The table has one side.
  case whole
  /// Revenue.
  case revenue
  /// Expenditure.
  case expenditure
  /// Expenditure once more, by nature, where a table has three sides.
  case nature
}

/// By which a table is told from all others as long as its rows and amounts are those that were read.
@usableFromInline package final class TableIdentity: Sendable {
  init() {}
}

/// A table of a disclosure, its amounts placed in rows and columns.
@usableFromInline package struct DisclosureTable: Sendable {
  /// What it has in common with the same table of the text after an edit elsewhere, and with no other.
  @usableFromInline package internal(set) var identity = TableIdentity()
  /// What it is about.
  package var kind: TableKind
  /// Its title, as printed, without blanks.
  package var title: String
  /// Where the title stands; nil where the table has none.
  package var titleRange: TextRange?
  /// The bytes from its first to its last line.
  package var range: TextRange
  /// The unit of its amounts.
  package var unit: Unit
  /// Whether its title or its head says so, rather than the table before it.
  package var statesUnit = false
  /// Its head.
  package var head: TableHead
  /// Its columns, for each side that has some.
  package var forests = BySide<ColumnForest>()
  /// What each column measures, where that is known.
  package var measures = BySide<[Term?]>()
  /// The fund of its amounts.
  package var fund: Term?
  /// Its rows.
  package var entries: [TableEntry] = []
  /// The cell in each column of each placed row, row by row; -1 where there is none. Rows without amounts share theirs.
  var grid: [CellIndex] = []
  /// The words of all rows.
  var words: [UInt16] = []
  /// The pieces of the words of all rows.
  package internal(set) var labels: [TextRange] = []
  /// Its cells.
  package var cells: Range<CellIndex> = 0..<0
  /// Where the three public expenses stand in rows, which row is which, for each time they are listed.
  var expenses: [[PublicExpenseRow: Int]] = []
  /// Whether its sums hold well enough that one which does not is a mistake of the writer.
  package var isReliable = true
}

extension DisclosureTable {
  /// The pieces of the words of a row.
  package func label(of entry: TableEntry) -> ArraySlice<TextRange> { labels[entry.row.label] }

  /// The words of a row without numbering and blanks.
  package func words(of entry: TableEntry) -> ArraySlice<UInt16> { words[entry.words] }

  /// The cell of a row in a column, where that is certain.
  package func cell(of entry: TableEntry, in column: Int) -> CellIndex? { cell(in: entry.columns, column) }

  /// The same for a row by its number, without a copy of it.
  func cell(ofRow row: Int, in column: Int) -> CellIndex? { cell(in: entries[row].columns, column) }

  private func cell(in columns: Range<Int>, _ column: Int) -> CellIndex? {
    guard column < columns.count else { return nil }
    let cell = grid[columns.lowerBound + column]
    return cell < 0 ? nil : cell
  }
}

/// Two readings of one amount: a cell, and the cells of another table that add to it.
@usableFromInline package struct CellTie: Hashable, Sendable {
  package var cell: CellIndex
  package var other: CellIndex
  /// What adds to `other`; nearly always nothing.
  package var more: [CellIndex] = []
  package var evidence: Relation.Evidence
}

/// An amount of the narrative and the cells that state it.
@usableFromInline package struct MentionTie: Hashable, Sendable {
  package var statement: StatementIndex
  package var cell: CellIndex
  /// What adds to `cell`; nearly always nothing.
  package var more: [CellIndex] = []
  package var evidence: Relation.Evidence
}

/// The tables of a disclosure and how their amounts hang together.
@usableFromInline package struct TableModel: Sendable {
  /// The tables, in the order of the text.
  @usableFromInline package var tables: [DisclosureTable] = []
  /// Every printed amount, in the order of the text.
  package var cells: [TableCell] = []
  /// Where the rest of each amount stands that is broken over two lines.
  package var rests: [CellIndex: TextRange] = [:]
  /// What each amount may stand for; nil where it cannot be judged.
  package var quantities: [Quantity?] = []
  /// What must hold within each table.
  package var laws = TableLaws()
  /// What must hold between tables.
  package var ties: [CellTie] = []
  /// What of that and of the next was found by columns of accounts.
  var matched = MatchedSeries()
  /// What must hold between narrative and tables.
  package var mentions: [MentionTie] = []
  /// What each table was read from, and what was read.
  var readings: [TableReading] = []
  /// Amounts of the narrative that are one slip of the pen away from what they repeat.
  package var echoes: [Restatement] = []
  /// What must hold in self-evaluations.
  package var evaluation = EvaluationModel()
}
