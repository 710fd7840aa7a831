import DisclosureSyntax
import DisclosureText

/// Puts the cells of a table together to rows that was printed column by column: codes or names one under the other,
/// then all amounts of the first column, then all of the second.
///
///     201 / 20103 / 2010301 / … / 合计 / 95.00 / 95.00 / 60.00 / 基本支出 / 60.00 / 60.00 / 60.00 …
///
/// Nothing but the counts tells the rows: only where every column has as many amounts as there are codes or names
/// are there any.
struct ColumnRunsReader {
  /// The rows.
  private(set) var table = TableRows()
  /// The words of no row, which are those of the head.
  var head: [TextRange] = []
  /// Whether revenue stands before expenditure, each with names of its own.
  var isSideBySide = false

  let bytes: [UInt8]
  var cells: [Cell] = []

  /// What stands on a line.
  struct Cell {
    var kind: Kind
    var piece: TablePiece
    var line: Int
  }

  enum Kind { case code, words, amount }

  /// Reads the cells of all lines; nil where the counts do not agree.
  ///
  /// - Complexity: O(pieces).
  init?(_ lines: TableLines, in bytes: [UInt8]) {
    self.bytes = bytes
    guard take(lines) else { return nil }
    let starts = codeRuns()
    guard starts.isEmpty ? !hasCodes && readLists() : readCodes(starts) else { return nil }
  }

  // MARK: Cells

  /// Whether all lines have cells that a table printed by columns has.
  private mutating func take(_ lines: TableLines) -> Bool {
    var last: Int64 = 0
    for line in 0..<lines.count where !TableHead.isColumnNumbers(lines.pieces(of: line)) {
      for piece in lines.pieces(of: line) {
        switch piece.kind {
        case .text: cells.append(Cell(kind: .words, piece: piece, line: line))
        case .amount, .dash: cells.append(Cell(kind: .amount, piece: piece, line: line))
        case .percentage: return false
        case .integer where piece.isAccountCode: cells.append(Cell(kind: .code, piece: piece, line: line))
        case .integer where piece.value == 0: cells.append(Cell(kind: .amount, piece: piece, line: line))
        case .integer:
          // The numbers of lines count up; a year is none.
          guard piece.value == last + 1 || piece.value == 1 || cells.isEmpty else { return false }
          last = piece.value
        }
      }
    }
    return true
  }

  private var hasCodes: Bool { cells.contains { $0.kind == .code } }

  // MARK: Accounts

  /// Where three codes or more stand one under the other.
  private func codeRuns() -> [Int] {
    cells.indices.filter { index in
      cells[index].kind == .code && (index == 0 || cells[index - 1].kind != .code) && index + 2 < cells.count
        && cells[index + 1].kind == .code && cells[index + 2].kind == .code
    }
  }

  /// Reads what stands between each run of codes and the next one, as pages do.
  private mutating func readCodes(_ starts: [Int]) -> Bool {
    head = cells[..<starts[0]].filter { $0.kind == .words }.map(\.piece.range)
    guard !cells[..<starts[0]].contains(where: { $0.kind != .words }) else { return false }
    var width: Int?
    for (number, start) in starts.enumerated() {
      let part = start..<(number + 1 < starts.count ? starts[number + 1] : cells.count)
      let codes = cells[part].prefix { $0.kind == .code }
      let rest = cells[codes.endIndex..<part.upperBound]
      guard !rest.contains(where: { $0.kind == .code }) else { return false }
      let amounts = rest.filter { $0.kind == .amount }.map(\.piece)
      guard let count = rowCount(codes.count, rest), amounts.count >= count, amounts.count / count <= 12,
        width ?? amounts.count / count == amounts.count / count
      else { return false }
      width = amounts.count / count
      append(Array(codes), rest, amounts, rows: count)
    }
    return true
  }

  /// The rows of a part with as many codes: one more where it has the total; nil where the columns do not agree.
  private func rowCount(_ codes: Int, _ rest: ArraySlice<Cell>) -> Int? {
    let runs = runs(of: rest)
    guard !runs.isEmpty else { return nil }
    let fitting = [codes, codes + 1].filter { count in runs.allSatisfy { $0.count.isMultiple(of: count) } }
    // As many columns as codes would agree with both.
    return fitting.count == 1 ? fitting[0] : fitting.first { count in runs.contains { $0.count == count } }
  }

  /// The amounts that stand one under the other without words between.
  private func runs(of part: ArraySlice<Cell>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in part.indices where part[index].kind == .amount {
      if runs.last?.upperBound == index {
        runs[runs.count - 1] = runs[runs.count - 1].lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  private mutating func append(_ codes: [Cell], _ rest: ArraySlice<Cell>, _ amounts: [TablePiece], rows: Int) {
    let hasTotal = rows > codes.count
    let scaled = amounts[..<rows].map { ColumnGridReader.scaled($0, 4) }
    let most = scaled.max() ?? 0
    // Where the total is no more than its first part, the words tell where it stands.
    let namesTotal = rest.first { $0.kind == .words }.map { RowWords.isTotal($0.piece.range, in: bytes) } ?? false
    let isFirst = scaled[0] == scaled[rows - 1] ? namesTotal : scaled[0] == most
    head += rest.filter { $0.kind == .words && $0.piece.range.count <= Self.headBytes }.map(\.piece.range)
    for row in 0..<rows {
      let code = hasTotal ? isFirst ? row - 1 : row : row
      let isTotal = hasTotal && (isFirst ? row == 0 : row == rows - 1)
      let own = stride(from: row, to: amounts.count, by: rows).map { amounts[$0] }
      append(own, isTotal ? nil : codes[code].piece, words: nil, at: isTotal ? codes[0].line : codes[code].line)
    }
  }

  /// The most bytes of the words over a column.
  private static let headBytes = 36

  // MARK: Rows

  mutating func append(_ amounts: [TablePiece], _ code: TablePiece?, words: TablePiece?, at line: Int) {
    var row = TableRow(lines: line...line)
    if let code { row.code = RowCode(value: code.value, digits: Int(code.digits), range: code.range) }
    row.label = table.labels.count..<table.labels.count + (words == nil ? 0 : 1)
    row.ownLabel = row.label.lowerBound
    row.amounts = table.amounts.count..<table.amounts.count + amounts.count
    row.isNumbered = words.map { Mark.isChineseNumeral($0.first) } ?? false
    if let words { table.labels.append(words.range) }
    table.amounts += amounts
    table.rows.append(row)
  }
}
