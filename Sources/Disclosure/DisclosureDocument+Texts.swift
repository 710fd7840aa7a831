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
    for number in tree.blocks.indices {
      if tree.blocks[number].block.kind != .table {
        if TitleWords.contains(tree.blocks[number].block.text.units, units) {
          found.append(TextStretch(text: tree.blocks[number].block.text, block: number, isCell: false))
        }
        continue
      }
      for piece in tree.blocks[number].tableLines.pieces where piece.kind == .text && holds(piece.range, bytes) {
        found.append(TextStretch(text: runningText(of: piece.range), block: number, isCell: true))
      }
    }
    return found
  }

  /// The characters of the cell that stands at `range`.
  package func runningText(of range: TextRange) -> RunningText {
    var cell = RunningText(base: range.lower)
    cell.reserveCapacity(range.count / 2)
    text.bytes.withUnsafeBufferPointer { bytes in
      var at = range.lower
      while at < range.upper {
        // The bytes are valid UTF-8.
        let lead = UInt32(bytes[at])
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard at + length <= range.upper else { break }
        var scalar = length == 1 ? lead : lead & (0x7F >> UInt32(length))
        for offset in 1..<max(1, length) { scalar = scalar << 6 | UInt32(bytes[at + offset] & 0x3F) }
        if !Mark.isBlank(scalar) { cell.append(scalar, at: at) }
        at += length
      }
    }
    return cell
  }

  private func holds(_ range: TextRange, _ word: [UInt8]) -> Bool {
    guard let last = word.last else { return false }
    return text.bytes.withUnsafeBufferPointer { bytes in
      // The last byte of a character tells more than the first, which many share.
      var end = range.lower + word.count - 1
      while end < range.upper {
        if bytes[end] == last {
          var length = 1
          while length < word.count, bytes[end - length] == word[word.count - 1 - length] { length += 1 }
          if length == word.count { return true }
        }
        end += 1
      }
      return false
    }
  }
}
