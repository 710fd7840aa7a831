extension Typesetter {
  /// Prints a table with bars between its cells.
  mutating func pipes(_ table: Table, _ style: TableStyle) {
    func row(_ cells: [Passage]) -> Passage { "| \(Passage.joined(cells, by: " | ")) |" }
    var spread = style
    spread.collapsesHeader = false
    let head = headerRows(table, spread)
    var lines = [row(head[0].map { $0 ?? "" }), row(table.columns.map { _ in "---" })]
    if head.count > 1, style.header == .lines {
      // All depths in one line, as a converter that knows one line only makes them.
      lines[0] = row(table.columns.map { "\($0.path.joined(separator: style.spreadsHeader ? "-" : "<br>"))" })
    } else {
      lines += head.dropFirst().map { row($0.map { $0 ?? "" }) }
    }
    if table.numbersColumns { lines.append(row(table.columnNumbers.map { $0 ?? "" })) }
    lines += table.rows.map { row($0.map { $0 ?? "" }) }
    for passage in lines {
      write(glyphs(passage))
      write(dialect.lineEnd)
    }
    write(dialect.lineEnd)
  }
}
