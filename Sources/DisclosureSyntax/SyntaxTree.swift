import DisclosureText

/// A block with what was read in it.
///
/// It never changes, and is a class only so that the rules, which walk over all blocks many times,
/// do not copy its parts.
package final class ReadBlock: Sendable {
  /// The block.
  package let block: Block
  /// Its words, figures and marks.
  package let tokens: [Token]
  /// Its printed numbers.
  package let numerals: [Numeral]
  /// What its sentences say; empty for tables and notes.
  package let statements: [Statement]
  /// The lines of a table, cut into pieces; empty for all other blocks.
  package let tableLines: TableLines
  /// The list whose items are the blocks behind this one: its text ends in `其中：`.
  package let opening: Statement.ListOpening?

  init(
    block: Block, tokens: [Token] = [], numerals: [Numeral] = [], statements: [Statement] = [],
    tableLines: TableLines = TableLines(), opening: Statement.ListOpening? = nil
  ) {
    self.block = block
    self.tokens = tokens
    self.numerals = numerals
    self.statements = statements
    self.tableLines = tableLines
    self.opening = opening
  }
}

/// A document as its syntax gives it: blocks, words, figures, statements.
package struct SyntaxTree: Sendable {
  /// The blocks, in the order of the text.
  package let blocks: [ReadBlock]

  /// Reads a text. Never fails: what has no known form becomes text.
  ///
  /// - Complexity: O(*n*).
  package init(_ text: SourceText, lines: LineIndex) {
    var reader = BlockReader(bytes: text.bytes, index: lines)
    let found = reader.read()
    let last = found.lastIndex { $0.kind == .paragraph }
    blocks = found.enumerated().map { number, block in
      block.kind == .table
        ? Self.readTable(block, text.bytes, lines, reader.lines)
        : Self.read(block, isLast: number == last && last == found.count - 1)
    }
  }

  private static func readTable(
    _ block: Block, _ bytes: [UInt8], _ index: LineIndex, _ lines: [Line]
  ) -> ReadBlock {
    let span = bytes.span
    var result = TableLines()
    result.lines.reserveCapacity(block.tableLines.count)
    result.pieces.reserveCapacity(block.tableLines.count * 4)
    for number in block.tableLines {
      let line = lines[number]
      TableLineReader.read(
        span, index.starts[number], line.content.upper, number: number, like: line, into: &result)
    }
    return ReadBlock(block: block, tableLines: result)
  }

  private static func read(_ block: Block, isLast: Bool) -> ReadBlock {
    guard block.kind != .table, block.kind != .contents else {
      return ReadBlock(block: block)
    }
    var lexer = Lexer(block.text, from: block.numbering?.length ?? 0)
    lexer.read()
    var statements: [Statement] = []
    var opening: Statement.ListOpening?
    if block.kind == .paragraph, !lexer.numerals.isEmpty || lexer.tokens.contains(where: Self.opensStatement) {
      var parser = StatementParser(units: lexer.units, tokens: lexer.tokens, numerals: lexer.numerals)
      statements = parser.read(isClosed: block.isClosed || (!isLast && endsOpenly(block)))
      opening = parser.opening
    }
    return ReadBlock(
      block: block, tokens: lexer.tokens, numerals: lexer.numerals, statements: statements, opening: opening)
  }

  private static func opensStatement(_ token: Token) -> Bool {
    switch token.kind {
    case .term(.unchanged), .term(.greater), .term(.less), .term(.amongThem), .term(.following), .term(.including): true
    default: false
    }
  }

  /// Whether the block ends with a mark that says its sentence goes on elsewhere on purpose.
  private static func endsOpenly(_ block: Block) -> Bool {
    guard let last = block.text.units.last else { return true }
    return Mark.isSemicolon(last) || Mark.isColon(last)
  }
}
