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
  /// The stretches that hold `word`, in the order of the text.
  ///
  /// Cells are read only where the bytes of `word` stand in them, and those that a narrow
  /// column wraps inside the word are not found.
  ///
  /// - Complexity: O(*n*).
  package func stretches(holding word: String) -> [TextStretch] {
    let units = Array(word.utf16)
    let bytes = Array(word.utf8)
    var found: [TextStretch] = []
    for (number, block) in tree.blocks.enumerated() {
      if block.block.kind != .table {
        if TitleWords.contains(block.block.text.units, units) {
          found.append(TextStretch(text: block.block.text, block: number, isCell: false))
        }
        continue
      }
      for line in block.tableLines {
        for piece in line.pieces where piece.kind == .text && piece.range.count >= bytes.count {
          if holds(piece.range, bytes) {
            found.append(TextStretch(text: runningText(of: piece.range), block: number, isCell: true))
          }
        }
      }
    }
    return found
  }

  /// The characters of the cell that stands at `range`.
  package func runningText(of range: TextRange) -> RunningText {
    var cell = RunningText(base: range.lower)
    var at = range.lower
    for scalar in String(decoding: text.bytes[range.lower..<range.upper], as: UTF8.self).unicodeScalars {
      if !Mark.isBlank(scalar.value) { cell.append(scalar.value, at: at) }
      at += UTF8.width(scalar)
    }
    return cell
  }

  private func holds(_ range: TextRange, _ word: [UInt8]) -> Bool {
    let bytes = text.bytes
    var at = range.lower
    while at + word.count <= range.upper {
      if bytes[at] == word[0], bytes[at + 1] == word[1], bytes[at..<(at + word.count)].elementsEqual(word) {
        return true
      }
      at += 1
    }
    return false
  }
}
