/// A disclosure that is consistent by construction, with all that is known about its figures.
///
///     let disclosure = GeneratedDisclosure(seed: 7)
///     let slip = disclosure.slip(.mistypedDigit, seed: 1)
///
/// The same seed always gives the same document.
package struct GeneratedDisclosure: Sendable {
  /// The text in UTF-8.
  package let bytes: [UInt8]
  /// The figures in it; one that a wording left out has no offsets.
  package let figures: [Figure]
  /// For every figure where each character of it and of its unit stands.
  package let offsets: [[Int]]
  /// What ties the figures that stand in the text.
  package let ties: [Tie]
  /// For every figure the indices of its ties.
  private let tiesOfFigures: [[Int]]
  /// How it is printed.
  package let dialect: Dialect
  /// What it tells of.
  package let facts: DisclosureFacts

  /// The tables in it, in the order of the text.
  package let tables: [PrintedTable]
  /// For figures in rows that are printed again on a new page, where the copies begin.
  package let copies: [Int: [Int]]

  /// Writes the disclosure of `seed`.
  package init(seed: UInt64, hasTables: Bool) { self.init(seed: seed, tables: hasTables ? .some : .omitted) }

  /// Writes the disclosure of `seed`, with tables as the seed has it or with those of `choice`.
  ///
  /// - Parameter scatters: whether every cell of a table stands on a line of its own.
  package init(seed: UInt64, tables choice: TableChoice? = nil, scatters: Bool = false) {
    var random = SplitMix64(state: seed)
    let facts = DisclosureFacts.random(using: &random)
    var dialect = Dialect.random(using: &random)
    dialect.scatters = scatters
    var writer = DisclosureWriter(facts: facts, random: random)
    let layout = random.pick(DisclosureWriter.Layout.allCases)
    writer.write(
      layout, tables: choice ?? (random.chance(40) ? .some : .omitted), isColumns: dialect.form == .columns)
    var typesetter = Typesetter(dialect: dialect, figures: writer.figures.count, random: writer.random)
    for block in writer.blocks { typesetter.print(block) }
    self.facts = writer.facts
    self.dialect = dialect
    bytes = typesetter.bytes
    figures = writer.figures
    offsets = typesetter.offsets
    tables = Self.placed(writer.tables, typesetter)
    copies = typesetter.copies
    let ties = (writer.ties + writer.equalities).filter { tie in
      tie.figures.allSatisfy { !typesetter.offsets[$0].isEmpty }
    }
    self.ties = ties
    tiesOfFigures = ties.indices.reduce(into: Array(repeating: [], count: figures.count)) { lists, tie in
      for figure in Set(ties[tie].figures) { lists[figure].append(tie) }
    }
  }

  /// Where the figure `index` stands, from its first character to the end of its last.
  package func range(of index: Int) -> Range<Int> {
    guard let first = offsets[index].first, let last = offsets[index].last else { return 0..<0 }
    return first..<end(of: last)
  }

  /// The end of the character at `offset`.
  package func end(of offset: Int) -> Int {
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// The ties of `strength` or stronger that are refuted when figure `index` reads `value`.
  package func refuted(_ index: Int, value: Int, strength: Tie.Strength = .stated) -> [Tie] {
    tiesOfFigures[index].map { ties[$0] }.filter { tie in
      tie.strength.rawValue <= strength.rawValue
        && tie.isRefuted(in: figures) { $0 == index ? value : figures[$0].value }
    }
  }
}

extension GeneratedDisclosure {
  /// The tables with the bytes they stand in, and only the figures that were printed.
  private static func placed(_ tables: [PrintedTable], _ typesetter: Typesetter) -> [PrintedTable] {
    zip(tables, typesetter.tableRanges).map { table, range in
      var table = table
      table.cells.removeAll { typesetter.offsets[$0.figure].isEmpty }
      table.range = range
      return table
    }
  }
}
