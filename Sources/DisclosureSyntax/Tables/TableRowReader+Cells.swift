/// Rows of marked cells whose words have a line end within.
extension TableRowReader {
  /// How many cells of the row that waits for its amounts stand before this line, if its words go on here: a line end
  /// within a cell leaves the code on the line before, and moves what is behind as many cells to the left.
  ///
  ///     30199 | 其他工资
  ///     福利支出 | 50199 | 其他工资福利支出 | 12.00
  ///
  /// - Parameter former: how many of them stand before the line before, where the row began earlier
  mutating func cells(before pieces: ArraySlice<TablePiece>, _ former: Int16) -> Int16? {
    guard let first = pieces.first, first.kind == .text, first.field == 0, row.amounts.isEmpty, let code = row.code,
      !row.label.isEmpty, present == row.lines.upperBound + 1, !isNumbered(first),
      let before = lines.pieces(of: present - 1).last, before.kind == .text, before.field > 0, let last = pieces.last
    else { return nil }
    let cells = former + before.field
    guard last.isNumber else {
      // The words of the other classification are broken too.
      for index in pieces.indices where pieces[index].kind == .integer {
        if isCounterpart(self.code(pieces, index, 1), of: code) { return cells }
      }
      return nil
    }
    let full = table.rows.last { $0.code != nil && !$0.amounts.isEmpty }
    return full.flatMap { table.amounts[$0.amounts].last }?.field == cells + last.field ? cells : nil
  }
}
