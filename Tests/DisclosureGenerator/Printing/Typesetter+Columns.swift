extension Typesetter {
  /// A cell of a page: the lines in it, and whether they end at the right edge of the column.
  private struct Box {
    var lines: [[Glyph]] = []
    var isAmount = false
  }

  /// Columns kept by blanks, page by page: each page has edges of its own.
  mutating func columns(_ table: Table, _ style: TableStyle) {
    var rows = table.rows
    if table.numbersColumns { rows.insert(table.columnNumbers, at: 0) }
    let hasPages = dialect.pageBreak != .none
    var first = 0
    var repeated: Table.Row?
    repeat {
      let last = hasPages ? min(rows.count, first + style.pageRows) : rows.count
      let boxes = rows[first..<last].map { row in
        row.enumerated().map { box($1, table.columns[$0], style) }
      }
      let edges = self.edges(table, boxes, style)
      if first == 0 { captions(table, width: edges.last?.upperBound ?? 40) }
      if first == 0 || style.repeatsHeader { header(table, edges, style) }
      if let repeated {
        copying = true
        put(repeated.enumerated().map { box($1, table.columns[$0], style) }, edges, style)
        copying = false
      }
      for row in boxes { put(row, edges, style) }
      first = last
      if first < rows.count {
        endPage()
        // A row that the page cuts in two stands in the text twice.
        repeated = style.repeatsRows ? rows[first - 1] : nil
      }
    } while first < rows.count
  }

  private mutating func captions(_ table: Table, width: Int) {
    for (index, caption) in table.captions.enumerated() {
      let glyphs = glyphs(caption)
      let room = max(0, width - measured(glyphs))
      let isUnit = index == table.captions.count - 1 && glyphs.first?.scalar == "单"
      place([(isUnit ? room : index == 0 ? room / 2 : 0, glyphs)])
    }
  }

  /// The columns that `glyphs` take, as the extractor counts wide characters.
  private func measured(_ glyphs: [Glyph]) -> Int { glyphs.reduce(0) { $0 + min($1.width, dialect.wideWidth) } }

  private mutating func box(_ cell: Passage?, _ column: Table.Column, _ style: TableStyle) -> Box {
    guard let cell else { return Box() }
    let glyphs = glyphs(cell)
    if column.role == .amount { return Box(lines: [glyphs], isAmount: true) }
    guard column.role == .name || column.role == .text, measured(glyphs) > style.labelWidth else {
      return Box(lines: [glyphs])
    }
    switch style.label {
    case .whole: return Box(lines: [glyphs])
    case .cut: return Box(lines: [Self.pieces(glyphs, width: style.labelWidth)[0]])
    case .before, .around: return Box(lines: Self.pieces(glyphs, width: style.labelWidth))
    }
  }

  /// Where every column of a page stands.
  private mutating func edges(_ table: Table, _ boxes: [[Box]], _ style: TableStyle) -> [Range<Int>] {
    var left = random.number(0...3)
    return table.columns.indices.map { column in
      let name = table.columns[column].path.last ?? ""
      let least = min(style.headerWidth, measured(name.unicodeScalars.map { Glyph(scalar: $0) }))
      let widest = boxes.flatMap { $0[column].lines }.map { measured($0) }.max() ?? 0
      let width = max(least, widest) + random.number(0...style.slack)
      defer { left += width + style.gap }
      return left..<left + width
    }
  }

  /// The names over the columns, each in as many lines as its column needs, in the middle of it.
  private mutating func header(_ table: Table, _ edges: [Range<Int>], _ style: TableStyle) {
    let header = table.header
    for (level, names) in header.enumerated() {
      var blocks: [(edges: Range<Int>, lines: [[Glyph]])] = []
      for (column, name) in names.enumerated() {
        guard let name else { continue }
        let span = table.span(at: level, from: column)
        let room = edges[column].lowerBound..<edges[column + span - 1].upperBound
        let width = max(2 * dialect.wideWidth, room.count)
        blocks.append((room, Self.pieces(glyphs("\(name)"), width: dialect.wideWidth == 1 ? 2 * width : width)))
      }
      let height = blocks.map(\.lines.count).max() ?? 0
      for line in 0..<height {
        place(
          blocks.compactMap { block in
            let index = line - (height - block.lines.count) / 2
            guard block.lines.indices.contains(index) else { return nil }
            let room = block.edges.count - measured(block.lines[index])
            return (block.edges.lowerBound + max(0, room / 2), block.lines[index])
          })
      }
      if random.chance(style.blankRows / 2) { put([]) }
    }
  }

  /// A row, its cells in the middle of its height.
  private mutating func put(_ row: [Box], _ edges: [Range<Int>], _ style: TableStyle) {
    let height = row.map(\.lines.count).max() ?? 1
    for line in 0..<max(1, height) {
      place(
        row.enumerated().compactMap { column, box in
          let index = line - (height - box.lines.count) / 2
          guard box.lines.indices.contains(index) else { return nil }
          let cell = box.lines[index]
          let left = box.isAmount ? edges[column].upperBound - measured(cell) : edges[column].lowerBound
          return (max(0, left), cell)
        })
    }
    if random.chance(style.blankRows) { put([]) }
  }

  /// One line with each of `parts` at its column, or behind the one before it.
  private mutating func place(_ parts: [(at: Int, glyphs: [Glyph])]) {
    var line: [Glyph] = []
    var used = 0
    for part in parts where !part.glyphs.isEmpty {
      let blanks = max(line.isEmpty ? 0 : 1, part.at - used)
      line += Array(repeating: Glyph(scalar: " "), count: blanks) + part.glyphs
      used += blanks + measured(part.glyphs)
    }
    put(line)
  }
}
