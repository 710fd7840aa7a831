import DisclosureSyntax
import DisclosureText

/// A stretch of the document whose characters belong together: a heading, a paragraph, the words
/// of one cell.
package struct TextStretch: Sendable {
  /// Its characters.
  package var text: RunningText
  /// The block it stands in.
  package var block: Int
  /// Whether it is a cell of a table, where names are cut off and wrapped.
  package var isCell: Bool
}

extension DisclosureDocument {
  /// The stretches that hold `word` and whose characters are wanted, in the order of the text.
  ///
  /// Cells are read only where the bytes of `word` stand in them, and those that a narrow
  /// column wraps inside the word are not found.
  ///
  /// - Complexity: O(*n*).
  package func stretches(
    holding word: String, where isWanted: ([UInt16]) -> Bool = { _ in true }
  ) -> [TextStretch] {
    let units = Array(word.utf16)
    let bytes = Array(word.utf8)
    var found: [TextStretch] = []
    for number in tree.blocks.indices {
      if tree.blocks[number].block.kind != .table {
        let characters = tree.blocks[number].block.text.units
        if TitleWords.contains(characters, units), isWanted(characters) {
          found.append(TextStretch(text: tree.blocks[number].block.text, block: number, isCell: false))
        }
        continue
      }
      appendCells(holding: bytes, of: number, where: isWanted, to: &found)
    }
    return found
  }

  /// The characters of the cell that stands at `range`.
  package func runningText(of range: TextRange) -> RunningText {
    RunningText(charactersAt: range, in: text.bytes)
  }

  /// Appends the words of the cells of a table that hold the bytes of a word and are wanted.
  private func appendCells(
    holding word: [UInt8], of block: Int, where isWanted: ([UInt16]) -> Bool, to found: inout [TextStretch]
  ) {
    var characters: [UInt16] = []
    let pieces = tree.blocks[block].tableLines.pieces
    let range = tree.blocks[block].block.range
    let bytes = text.bytes
    var from = range.lower
    while let at = bytes.position(of: word, from: from, to: range.upper) {
      from = at + word.count
      // The last piece that begins before the word, if it is the one that holds it.
      var low = 0
      var high = pieces.count
      while low < high {
        let middle = (low + high) / 2
        if pieces[middle].range.lower <= at { low = middle + 1 } else { high = middle }
      }
      guard low > 0, case let piece = pieces[low - 1], piece.kind == .text, piece.range.upper >= from else { continue }
      if bytes[piece.range.lower..<piece.range.upper].contains(where: { $0 >= 0xF0 }) {
        // Beyond the basic plane a character is two units in running text.
        characters = runningText(of: piece.range).units
      } else {
        characters.removeAll(keepingCapacity: true)
        characters.appendCharacters(of: piece.range, in: bytes)
      }
      if isWanted(characters) {
        found.append(TextStretch(text: runningText(of: piece.range), block: block, isCell: true))
      }
      from = piece.range.upper
    }
  }
}
