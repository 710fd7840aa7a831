import DisclosureSyntax
import DisclosureText

/// One block and the bytes it stands in: all that is looked at by what depends on nothing else of the text.
///
/// It holds the document and not the block, so that going from one block to the next counts no references.
@usableFromInline package struct BlockText {
  @usableFromInline let document: DisclosureDocument
  @usableFromInline let number: Int

  /// Takes block `number` of a document.
  @inlinable
  package init(_ number: Int, of document: DisclosureDocument) {
    self.document = document
    self.number = number
  }

  /// The block.
  @inlinable package var block: ReadBlock { document.tree.blocks[number] }

  /// The characters of the block; none of a table. They are retained each time they are asked for.
  @inlinable package var units: [UInt16] { block.block.text.units }

  /// The bytes of the text.
  @inlinable package var bytes: [UInt8] { document.text.bytes }

  /// The characters of a cell of a table.
  package func text(ofCell cell: Int) -> RunningText {
    RunningText(charactersAt: block.tableLines.pieces[cell].range, in: bytes)
  }

  /// Reads the characters of a cell of a table, for what need not know where they stand, in the place of others.
  package func read(_ cell: Int, into units: inout [UInt16]) {
    let range = block.tableLines.pieces[cell].range
    units.removeAll(keepingCapacity: true)
    units.appendCharacters(of: range, in: bytes)
    // Beyond the basic plane a character is two units in running text.
    if units.withUnsafeBufferPointer({ $0.contains(0xD800) }) { units = text(ofCell: cell).units }
  }

  /// The characters of a line of a table, with the blanks between its cells left out.
  package func text(ofLine line: Int) -> RunningText {
    let pieces = block.tableLines.pieces(of: line)
    guard let start = pieces.first?.range.lower, let end = pieces.last?.range.upper else { return RunningText(base: 0) }
    return RunningText(charactersAt: TextRange(start, end), in: bytes)
  }

  /// Calls `body` with the characters of the block, which may hold `word`, or of each of its cells that do, and with
  /// the number of the cell.
  ///
  /// Cells are read only where the bytes of `word` stand in them, and those that a narrow
  /// column wraps inside the word are not found.
  ///
  /// - Complexity: O(*n*).
  package func forEachStretch(holding word: SearchedWord, _ body: (_ units: [UInt16], _ cell: Int?) -> Void) {
    if block.block.kind != .table {
      body(units, nil)
      return
    }
    var characters: [UInt16] = []
    let (block, bytes) = (block, bytes)
    let pieces = block.tableLines.pieces
    let range = block.block.range
    var from = range.lower
    while let at = bytes.position(of: word.bytes, from: from, to: range.upper) {
      from = at + word.bytes.count
      // The last piece that begins before the word, if it is the one that holds it.
      var low = 0
      var high = pieces.count
      while low < high {
        let middle = (low + high) / 2
        if pieces[middle].range.lower <= at { low = middle + 1 } else { high = middle }
      }
      guard low > 0, case let piece = pieces[low - 1], piece.kind == .text, piece.range.upper >= from else { continue }
      read(low - 1, into: &characters)
      body(characters, low - 1)
      from = piece.range.upper
    }
  }
}

/// A word that is looked for in blocks.
@usableFromInline package struct SearchedWord: Hashable, Sendable {
  /// Its characters.
  package let units: [UInt16]
  fileprivate let bytes: [UInt8]

  /// Takes a word.
  package init(_ word: String) {
    units = Array(word.utf16)
    bytes = Array(word.utf8)
  }

  /// Takes the characters of a word.
  package init(_ units: [UInt16]) { self.init(String(codeUnits: units[...])) }
}

extension DisclosureDocument {
  /// A block by itself.
  package func blockText(_ number: Int) -> BlockText { BlockText(number, of: self) }

  /// The characters of a block, or of one of its cells.
  package func runningText(ofBlock block: Int, cell: Int?) -> RunningText {
    cell.map { blockText(block).text(ofCell: $0) } ?? tree.blocks[block].block.text
  }

  /// The characters of the cell that stands at `range`.
  package func runningText(of range: TextRange) -> RunningText {
    RunningText(charactersAt: range, in: text.bytes)
  }
}
