extension Typesetter {
  /// Prints `table` the way the dialect prints tables.
  mutating func print(_ table: Table) {
    for caption in table.captions { flow(caption) }
    switch dialect.form {
    case .wrapped:
      line(glyphs(.joined(table.header.map { "\($0)" }, by: " ")))
      for row in table.rows { wrappedRow(row) }
    case .tabbed:
      line(glyphs(.joined(table.header.map { "\($0)" }, by: "\t")))
      for row in table.rows { line(glyphs(.joined(row.map { $0 ?? "" }, by: "\t"))) }
    case .columns: columns(table)
    case .markdown: pipes(table)
    }
    for note in table.notes { flow(note) }
  }

  private mutating func glyphs(_ passage: Passage) -> [Glyph] { Glyph.line(of: passage, blanks: 0, using: &random) }

  /// A row of PDF text: empty cells are gone, a long label stands on lines of its own.
  private mutating func wrappedRow(_ row: Table.Row) {
    let cells = row.compactMap { $0 }
    if random.chance(15), let label = cells.first(where: { $0.figures.isEmpty }) {
      let rest = cells.drop { $0.figures.isEmpty }
      line(glyphs(label))
      line(glyphs(.joined(Array(cells.dropFirst().prefix(cells.count - rest.count - 1)) + rest, by: " ")))
    } else {
      line(glyphs(.joined(cells, by: " ")))
    }
  }

  /// Columns kept by blanks: labels to the left, amounts to the right.
  private mutating func columns(_ table: Table) {
    let header = table.header.map { Optional(Passage(stringLiteral: $0)) }
    let rows = ([header] + table.rows).map { $0.map { $0.map { glyphs($0) } ?? [] } }
    let widths = table.header.indices.map { column in
      rows.map { $0[column].reduce(0) { $0 + $1.width } }.max() ?? 0
    }
    for row in rows {
      var result: [Glyph] = []
      for (column, cell) in row.enumerated() {
        let gap = Array(repeating: Glyph(scalar: " "), count: widths[column] - cell.reduce(0) { $0 + $1.width } + 2)
        result += cell.contains { $0.figure >= 0 } ? gap + cell : cell + gap
      }
      while result.last?.scalar == " " { result.removeLast() }
      line(result)
    }
  }

  private mutating func pipes(_ table: Table) {
    func row(_ cells: [Passage]) -> Passage { "| \(Passage.joined(cells, by: " | ")) |" }
    var lines = [row(table.header.map { "\($0)" }), row(table.header.map { _ in "---" })]
    lines += table.rows.map { row($0.map { $0 ?? "" }) }
    for passage in lines {
      write(glyphs(passage))
      write(dialect.lineEnd)
    }
    write(dialect.lineEnd)
  }
}
