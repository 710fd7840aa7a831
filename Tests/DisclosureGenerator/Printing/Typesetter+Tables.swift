extension Typesetter {
  /// Prints `table` the way the dialect prints tables.
  mutating func print(_ table: Table) {
    let start = bytes.count
    let style = TableStyle.random(dialect.form, using: &random)
    switch dialect.form {
    case _ where dialect.scatters:
      for caption in table.captions { flow(caption) }
      scatter(table)
    case .wrapped:
      for caption in table.captions { flow(caption) }
      stream(table, style)
    case .tabbed:
      for caption in table.captions { flow(caption) }
      tabs(table, style)
    case .columns: columns(table, style)
    case .markdown:
      for caption in table.captions { flow(caption) }
      pipes(table, style)
    }
    for note in table.notes { flow(note) }
    if table.isContinuation, let range = tableRanges.popLast() {
      tableRanges.append(range.lowerBound..<bytes.count)
    } else {
      tableRanges.append(start..<bytes.count)
    }
  }

  /// The characters of `passage` without blanks around its figures.
  mutating func glyphs(_ passage: Passage) -> [Glyph] { Glyph.line(of: passage, blanks: 0, using: &random) }

  /// `glyphs` in pieces of at most `width` columns.
  static func pieces(_ glyphs: [Glyph], width: Int) -> [[Glyph]] {
    var pieces: [[Glyph]] = [[]]
    var used = 0
    for glyph in glyphs {
      if used + glyph.width > width, !pieces[pieces.count - 1].isEmpty, !glyph.isClosing {
        pieces.append([])
        used = 0
      }
      pieces[pieces.count - 1].append(glyph)
      used += glyph.width
    }
    return pieces
  }

  // MARK: Text of a PDF

  private mutating func stream(_ table: Table, _ style: TableStyle) {
    let head = streamHeader(table, style)
    for glyphs in head { line(glyphs) }
    pageHead = style.repeatsHeader ? head : []
    if table.numbersColumns { streamRow(table.columnNumbers, table, style) }
    for row in table.rows { streamRow(row, table, style) }
    pageHead = []
  }

  private mutating func streamHeader(_ table: Table, _ style: TableStyle) -> [[Glyph]] {
    let lines = table.header.map { $0.compactMap { $0 } }
    switch style.header {
    case .lines: return lines.map { glyphs("\($0.joined(separator: " "))") }
    case .names: return lines.flatMap { $0 }.map { glyphs("\($0)") }
    case .fragments:
      var fragments = lines.flatMap { $0 }.flatMap { name in
        Self.pieces(glyphs("\(name)"), width: 2 * random.number(2...4))
      }
      for index in fragments.indices.dropLast() where random.chance(12) { fragments.swapAt(index, index + 1) }
      var joined: [[Glyph]] = []
      for fragment in fragments {
        if !joined.isEmpty, random.chance(20) {
          joined[joined.count - 1] += [Glyph(scalar: " ")] + fragment
        } else {
          joined.append(fragment)
        }
      }
      return joined
    }
  }

  /// A row of PDF text: empty cells are gone, a long label stands on several lines or is cut off.
  private mutating func streamRow(_ row: Table.Row, _ table: Table, _ style: TableStyle) {
    var before: [[Glyph]] = []
    var middle: [Glyph] = []
    var after: [[Glyph]] = []
    for (column, cell) in row.enumerated() {
      guard let cell else { continue }
      let glyphs = glyphs(cell)
      let role = table.columns[column].role
      let isWide = (role == .name || role == .text) && glyphs.reduce(0) { $0 + $1.width } > style.labelWidth
      var part = glyphs
      if isWide {
        let pieces = Self.pieces(glyphs, width: style.labelWidth)
        switch style.label {
        case .whole: break
        case .cut: part = pieces[0]
        case .before:
          // What stands before the label belongs to its first line.
          before.append((middle.isEmpty ? [] : middle + [Glyph(scalar: " ")]) + pieces[0])
          before += pieces.dropFirst().dropLast()
          middle = []
          part = pieces[pieces.count - 1]
          if random.chance(60) {
            before.append(part)
            part = []
          }
        case .around:
          let half = (pieces.count + 1) / 2
          before += pieces[..<half]
          after += pieces[half...]
          part = []
        }
      }
      if part.isEmpty { continue }
      if !middle.isEmpty { middle += Array(repeating: Glyph(scalar: " "), count: style.cellGap) }
      middle += part
    }
    for glyphs in before { line(glyphs) }
    if !middle.isEmpty { line(middle) }
    for glyphs in after { line(glyphs) }
  }

  /// Every cell on a line of its own, row by row or column by column: what no reader can put
  /// together again.
  private mutating func scatter(_ table: Table) {
    let rows = table.header.map { $0.map { $0.map { "\($0)" as Passage } } } + table.rows
    let isByColumn = random.chance(50)
    let cells = isByColumn ? table.columns.indices.flatMap { column in rows.map { $0[column] } } : rows.flatMap { $0 }
    for case .some(let cell) in cells { line(glyphs(cell)) }
  }

  // MARK: Cells between marks

  /// The lines of the header with a cell for every column, or for those that are not empty.
  func headerRows(_ table: Table, _ style: TableStyle) -> [Table.Row] {
    table.header.enumerated().map { level, names in
      var row: Table.Row = []
      for (column, name) in names.enumerated() {
        let path = table.columns[column].path
        if let name {
          row.append("\(name)")
        } else if style.spreadsHeader, level < path.count {
          row.append("\(path[level])")
        } else if style.collapsesHeader, level >= path.count {
          continue
        } else {
          row.append(nil)
        }
      }
      return row
    }
  }

  private mutating func tabs(_ table: Table, _ style: TableStyle) {
    var rows = headerRows(table, style)
    let head = rows.map { glyphs(.joined($0.map { $0 ?? "" }, by: "\t")) }
    if table.numbersColumns { rows.append(table.columnNumbers) }
    rows += table.rows.map { row in
      zip(row, table.columns).map { cell, column in
        guard let cell, style.label == .cut, column.role == .name else { return cell }
        return cut(cell, width: style.labelWidth)
      }
    }
    var hasLost = false
    for (index, row) in rows.enumerated() {
      if index >= head.count { pageHead = style.repeatsHeader && !style.losesFields ? head : [] }
      if index > head.count, isPageFull { hasLost = style.losesFields }
      let row = hasLost && row[0] == nil ? Array(row.dropFirst()) : row
      line(glyphs(.joined(row.map { $0 ?? "" }, by: "\t")))
    }
    pageHead = []
  }

  /// The beginning of a label that has no figures in it.
  private func cut(_ passage: Passage, width: Int) -> Passage {
    var scalars = String.UnicodeScalarView()
    var used = 0
    for case .words(let words) in passage.pieces {
      for scalar in words.unicodeScalars {
        used += Glyph(scalar: scalar).width
        if used > width { return "\(String(scalars))" }
        scalars.append(scalar)
      }
    }
    return passage
  }
}
