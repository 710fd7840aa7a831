import DisclosureText

/// A block with what was read in it.
///
/// It never changes, and is a class only so that the rules, which walk over all blocks many times,
/// do not copy its parts.
@usableFromInline package final class ReadBlock: Sendable {
  /// The block.
  @usableFromInline package let block: Block
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
  /// Whether its last sentence was taken for finished.
  let isFinished: Bool

  init(
    block: Block, isFinished: Bool = true, tokens: [Token] = [], numerals: [Numeral] = [], statements: [Statement] = [],
    tableLines: TableLines = TableLines(), opening: Statement.ListOpening? = nil
  ) {
    self.isFinished = isFinished
    self.block = block
    self.tokens = tokens
    self.numerals = numerals
    self.statements = statements
    self.tableLines = tableLines
    self.opening = opening
  }
}

/// A document as its syntax gives it: blocks, words, figures, statements.
@usableFromInline package struct SyntaxTree: Sendable {
  /// The blocks, in the order of the text.
  @usableFromInline package let blocks: [ReadBlock]
  /// By which it is told from other trees.
  @usableFromInline package let identity = TreeIdentity()
  /// Which of the blocks are those of the text before it was edited; nil where it was read from nothing.
  @usableFromInline package let kept: KeptBlocks?
  /// The text it was read from.
  let bytes: [UInt8]
  /// Where its lines begin, also those that only a form feed divides.
  package let index: LineIndex
  /// How its lines look, and how it was divided into blocks; nothing where it is not to be edited.
  let lines: [Line]
  let division: BlockDivision

  /// Reads a text. Never fails: what has no known form becomes text.
  ///
  /// - Parameter former: the tree of the text before it was edited. What did not change is taken over
  ///   from it, which is quicker and gives the same.
  /// - Parameter isEdited: whether the text may be edited, and what is needed to follow an edit is kept.
  /// - Complexity: O(*n*).
  package init(
    _ text: SourceText, lines index: LineIndex, after former: SyntaxTree? = nil, isEdited: Bool = false
  ) {
    bytes = text.bytes
    let index = index.dividedAtPages(of: text.bytes)
    self.index = index
    let known = former.map { FormerLines($0, text.bytes, index) }
    let lines = LineReader.lines(of: text.bytes, index: index, after: known)
    var reader = BlockReader(bytes: text.bytes, lines: lines, isEdited: isEdited)
    var found = reader.read(after: known)
    self.lines = isEdited ? lines : []
    division = isEdited ? reader.division : BlockDivision()
    reader.blocks = []
    let last = found.lastIndex { $0.kind == .paragraph }
    var same: [ReadBlock?] = []
    var changed = 0..<found.count
    if let former {
      let known = FormerBlocks(former, found, text.bytes, index)
      same = known.blocks()
      changed = known.changed
    }
    var blocks: [ReadBlock] = []
    blocks.reserveCapacity(found.count)
    var lexer = Lexer()
    let count = found.count
    for number in found.indices {
      let block = found.taken(number)
      let isFinished = Self.isFinished(block, isLast: number == last && last == count - 1)
      if number < same.count, let known = same[number], known.isFinished == isFinished {
        blocks.append(known)
        continue
      }
      // What was read at the end of a text may go on by now.
      if number < changed.lowerBound { changed = number..<changed.upperBound }
      if number >= changed.upperBound { changed = changed.lowerBound..<number + 1 }
      if block.kind == .table {
        blocks.append(Self.readTable(block, text.bytes, index, lines))
      } else {
        blocks.append(Self.read(block, isFinished: isFinished, with: &lexer))
      }
    }
    self.blocks = blocks
    kept = former.map {
      KeptBlocks(former: $0.identity, changed: changed, shift: count - $0.blocks.count)
    }
  }

  /// Whether the last sentence of a block is finished; the last one of a text may still be being written.
  private static func isFinished(_ block: Block, isLast: Bool) -> Bool {
    block.kind != .paragraph || block.isClosed || (!isLast && endsOpenly(block))
  }

  private static func readTable(
    _ block: consuming Block, _ bytes: [UInt8], _ index: LineIndex, _ lines: [Line]
  ) -> ReadBlock {
    let span = bytes.span
    var reader = TableLineReader(capacity: block.tableLines.count)
    for number in block.tableLines {
      let line = lines[number]
      reader.read(span, index.starts[number], line.content.upper, number: number, like: line)
    }
    return ReadBlock(block: block, tableLines: reader.table)
  }

  private static func read(_ block: consuming Block, isFinished: Bool, with lexer: inout Lexer) -> ReadBlock {
    guard block.kind != .table, block.kind != .contents else {
      return ReadBlock(block: block)
    }
    lexer.read(block.text, from: block.numbering?.length ?? 0)
    // Copies have no room beside them.
    let tokens = lexer.tokens.withUnsafeBufferPointer { Array($0) }
    let numerals = lexer.numerals.withUnsafeBufferPointer { Array($0) }
    var statements: [Statement] = []
    var opening: Statement.ListOpening?
    if block.kind == .paragraph, !numerals.isEmpty || tokens.contains(where: Self.opensStatement) {
      var parser = StatementParser(units: block.text.units, tokens: tokens, numerals: numerals)
      statements = parser.read(isClosed: isFinished)
      opening = parser.opening
    }
    return ReadBlock(
      block: block, isFinished: isFinished, tokens: tokens, numerals: numerals, statements: statements,
      opening: opening)
  }

  private static func opensStatement(_ token: Token) -> Bool {
    switch token.kind {
    case .term(.unchanged), .term(.none), .term(.greater), .term(.less), .term(.amongThem), .term(.following),
      .term(.including):
      true
    default: false
    }
  }

  /// Whether the block ends with a mark that says its sentence goes on elsewhere on purpose.
  private static func endsOpenly(_ block: Block) -> Bool {
    guard let last = block.text.units.last else { return true }
    return Mark.isSemicolon(last) || Mark.isColon(last)
  }
}

extension [Block] {
  /// Takes a block out of the list without copying it; none stays in its place.
  fileprivate mutating func taken(_ index: Int) -> Block {
    var block = Block.none
    swap(&block, &self[index])
    return block
  }
}
