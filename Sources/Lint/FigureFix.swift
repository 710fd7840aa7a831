import Disclosure
import DisclosureSyntax
import DisclosureText

/// Replaces characters of the running text in the file, keeping the line ends and blanks
/// inside them.
@usableFromInline package enum FigureFix {
  /// The edits that write `replacement` where `range` of `text` stands.
  ///
  /// A figure on one line is replaced whole. Of one split over lines only the characters that
  /// differ are touched, so that its break stays where it is. Full-width digits stay full width.
  package static func edits(_ range: Range<Int>, in text: RunningText, to replacement: String) -> [TextEdit] {
    let old = Array(text.units[range])
    let isWide = old.contains { $0 >= 0xFF10 && $0 <= 0xFF19 }
    var new = Array(replacement.utf16)
    if isWide { new = new.map { $0 >= 0x21 && $0 <= 0x7E && $0 != 0x2C ? $0 + 0xFEE0 : $0 } }
    guard old != new else { return [] }
    let pieces = text.pieces(of: range)
    if pieces.count == 1 { return [TextEdit(range: pieces[0], text: String(codeUnits: new[...]))] }
    var prefix = 0
    while prefix < min(old.count, new.count), old[prefix] == new[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < min(old.count, new.count) - prefix, old[old.count - 1 - suffix] == new[new.count - 1 - suffix] {
      suffix += 1
    }
    let changed = (range.lowerBound + prefix)..<(range.upperBound - suffix)
    let middle = Array(new[prefix..<(new.count - suffix)])
    if changed.isEmpty {
      // Inserted behind the character before it, or before the figure's first.
      let at =
        prefix > 0
        ? text.sourceRange(of: (changed.lowerBound - 1)..<changed.lowerBound).upper
        : text.sourceRange(of: range.lowerBound..<(range.lowerBound + 1)).lower
      return [TextEdit(range: TextRange(at, at), text: String(codeUnits: middle[...]))]
    }
    return distributed(middle, over: text.pieces(of: changed), in: text, changed)
  }

  /// The edits that write `replacement` where a cell of a table stands.
  ///
  /// One broken over two lines keeps as many characters on the first; full-width digits stay full width.
  package static func edits(ofCell index: CellIndex, in document: DisclosureDocument, to replacement: String)
    -> [TextEdit]
  {
    let range = document.tables.cells[index].piece.range
    var new = replacement
    if document.printedCell(index).utf16.contains(where: { $0 >= 0xFF10 && $0 <= 0xFF19 }) {
      new = String(codeUnits: replacement.utf16.map { $0 >= 0x21 && $0 <= 0x7E ? $0 + 0xFEE0 : $0 }[...])
    }
    guard let rest = document.tables.rests[index] else { return [TextEdit(range: range, text: new)] }
    let bytes = document.text.bytes
    return zip([range, rest], [String(new.prefix(range.count)), String(new.dropFirst(range.count))])
      .filter { !bytes[$0.lower..<$0.upper].elementsEqual($1.utf8) }.map { TextEdit(range: $0, text: $1) }
  }

  /// Gives each piece as many characters as it had, the last one the rest.
  private static func distributed(
    _ new: [UInt16], over pieces: [TextRange], in text: RunningText, _ range: Range<Int>
  ) -> [TextEdit] {
    var edits: [TextEdit] = []
    var from = 0
    var at = range.lowerBound
    for (number, piece) in pieces.enumerated() {
      var end = at
      while end < range.upperBound, text.sourceRange(of: end..<(end + 1)).upper <= piece.upper { end += 1 }
      let isLast = number == pieces.count - 1
      let length = isLast ? new.count - from : min(end - at, new.count - from)
      let part = Array(new[from..<(from + length)])
      if part != Array(text.units[at..<end]) {
        edits.append(TextEdit(range: piece, text: String(codeUnits: part[...])))
      }
      from += length
      at = end
    }
    return edits
  }
}
