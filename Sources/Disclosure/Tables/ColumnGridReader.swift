import DisclosureSyntax
import DisclosureText

/// Finds the columns of a list of rows.
///
/// Where cells are marked, or every row prints all columns, position decides. Otherwise the
/// longest rows show which columns there are, their amounts which column is the sum of which,
/// and each shorter row is placed by those sums, then by its place on the line.
struct ColumnGridReader {
  /// A printed amount; a dash counts as zero.
  struct Amount {
    /// Its value with as many decimals as the most precise amount.
    var value: Int64
    /// Its place among the printed amounts of its row.
    var index: Int
    /// The columns behind its last character.
    var edges: (narrow: Int32, wide: Int32)
    /// The cell of the line it stands in, -1 where cells are not marked.
    var field: Int
  }

  /// The amounts of all rows, row by row.
  var amounts: [Amount] = []
  /// The amounts of each row.
  var rows: [Range<Int>] = []
  /// The number of columns with zeros as printed, where zeros are left out of `rows`.
  var printedWidth: Int?
  let tolerance: Int64 = 1
  /// Whether the head says that a column is part of the one before it.
  let hasMemo: Bool
  /// Whether the head speaks of changes.
  let hasChanges: Bool
  /// What one unit is, in the last place of the most precise amount.
  let scale: Int64
  private let byField: Bool
  /// Whether the line keeps the columns by blanks.
  let byPosition: Bool
  /// The rows of the table, and which of them are read.
  let all: [TableEntry]
  let entries: [Int]

  /// Prepares to read the columns of some rows of a table, all of which have amounts.
  init(_ all: [TableEntry], _ head: TableHead, rows entries: [Int], cells: [TableCell], keepsColumns: Bool) {
    self.all = all
    self.entries = entries
    hasMemo = head.contains(HeadWords.amongThem)
    hasChanges = head.namesChanges
    var decimals = 0
    var count = 0
    var marked = 0
    for entry in entries {
      for cell in all[entry].cells {
        decimals = max(decimals, Int(cells[cell].piece.decimals))
        count += 1
        if cells[cell].piece.field >= 0 { marked += 1 }
      }
    }
    scale = (0..<min(decimals, 8)).reduce(1) { ten, _ in ten * 10 }
    byField = count > 0 && marked * 10 >= count * 9
    byPosition = keepsColumns && !byField
    amounts.reserveCapacity(count)
    rows.reserveCapacity(entries.count)
    for entry in entries {
      let start = amounts.count
      for cell in all[entry].cells {
        let piece = cells[cell].piece
        amounts.append(
          Amount(
            value: Self.scaled(piece, decimals), index: amounts.count - start,
            edges: (piece.narrowColumn, piece.wideColumn), field: Int(piece.field)))
      }
      rows.append(start..<amounts.count)
    }
  }

  static func scaled(_ piece: TablePiece, _ decimals: Int) -> Int64 {
    var value = piece.value
    for _ in Int(piece.decimals)..<max(decimals, Int(piece.decimals)) {
      value = value.multipliedReportingOverflow(by: 10).partialValue
    }
    return piece.isNegative ? -value : value
  }

  /// The amount of a row.
  func value(_ row: Int, _ amount: Int) -> Int64 { amounts[rows[row].lowerBound + amount].value }

  /// Reads the grid; nil where no row has amounts.
  func read() -> ColumnGrid? {
    guard !amounts.isEmpty else { return nil }
    if byField {
      let fields = amounts.map(\.field)
      let grid = readFields(fields)
      // Lines that lost the blank cells at their beginning stand in other cells each; their amounts tell more.
      guard let grid, grid.breaks >= 2, commonCells(fields, longest) == nil, let runs = readRuns(),
        runs.breaks < grid.breaks
      else { return grid }
      return runs
    }
    let runs = readRuns()
    let isCertain = runs.map { $0.placements.allSatisfy { $0.count == 1 } && $0.breaks == 0 } ?? false
    if byPosition, !isCertain, let clusters = clusters(), let grid = readFields(clusters) {
      // Where columns drift, the sums say so.
      guard let runs, runs.breaks < grid.breaks else { return grid }
    }
    return runs
  }

  /// The number of amounts in the longest row.
  var longest: Int { rows.reduce(0) { Swift.max($0, $1.count) } }
}
