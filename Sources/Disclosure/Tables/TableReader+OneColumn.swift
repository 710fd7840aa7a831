import DisclosureSyntax
import DisclosureText
import Ledger

/// Tables whose cells stand on a line each: they are read where the arithmetic proves the rows.
extension TableReader {
  /// The cells from line `first` on as lines of rows: words or a code behind amounts begin the next row.
  func rowLines(_ lines: TableLines, from first: Int, without skipped: Set<Int>) -> TableLines {
    var result = TableLines()
    result.pieces = lines.pieces
    var start: Int?
    var number = 0
    var hasAmount = false
    func close(_ end: Int) {
      if let start { result.lines.append(TableLine(number: number, pieces: start..<end, hash: 0, hasFields: false)) }
      start = nil
      hasAmount = false
    }
    for line in first..<max(first, lines.count) {
      let range = lines.lines[line].pieces
      if skipped.contains(line) {
        close(range.lowerBound)
        continue
      }
      for index in range {
        let piece = lines.pieces[index]
        let isFollowedByWords = index + 1 < lines.pieces.count && lines.pieces[index + 1].kind == .text
        let begins = piece.kind == .text || piece.kind == .integer && piece.digits >= 3 && isFollowedByWords
        if begins, hasAmount { close(index) }
        if start == nil {
          start = index
          number = lines.lines[line].number
        }
        if !begins, piece.kind != .text, piece.kind != .integer || start != index { hasAmount = true }
      }
    }
    close(lines.lines.last?.pieces.upperBound ?? 0)
    return result
  }

  /// Whether nearly all rows begin with the code of an account, none beside another.
  func isCodedList(_ table: TableRows, _ head: TableHead) -> Bool {
    let coded = table.rows.count { $0.code?.isAccount == true && !$0.amounts.isEmpty }
    // Whole amounts cannot be told from codes and numbers of lines.
    return !head.isSideBySide && head.hasDecimals && coded >= 3 && coded * 4 >= table.rows.count * 3
      && table.rows.allSatisfy { row in
        row.amounts.count <= 12 && table.amounts[row.amounts].allSatisfy { $0.kind != .integer || $0.value == 0 }
      }
  }

  /// Whether the sums of a table show that its rows were put together as they were printed.
  func isProven(_ laws: [TableLaw], _ cells: [TableCell]) -> Bool {
    var (holds, breaks) = (0, 0)
    for law in laws where law.evidence == .stated && law.kind != .bound && law.kind != .growth {
      let total = ColumnGridReader.scaled(cells[law.total].piece, 4)
      let parts = law.parts.reduce(Int64(0)) { $0 + abs(ColumnGridReader.scaled(cells[$1].piece, 4)) }
      if total == 0, parts == 0 { continue }
      if abs(total - parts) <= Int64(law.parts.count + 1) * 100 { holds += 1 } else { breaks += 1 }
    }
    return holds >= 6 && breaks * 5 <= holds
  }
}
