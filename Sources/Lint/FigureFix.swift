import Disclosure
import DisclosureSyntax
import DisclosureText

/// Replaces characters of the running text in the file, keeping the line ends and blanks
/// inside them.
enum FigureFix {
  /// The edits that write `replacement` where `range` of `text` stands.
  ///
  /// A figure split over lines keeps its pieces: each takes as many characters as it had, the
  /// last one the rest. Full-width digits stay full width.
  static func edits(_ range: Range<Int>, in text: RunningText, to replacement: String) -> [TextEdit] {
    let old = Array(text.units[range])
    let isWide = old.contains { $0 >= 0xFF10 && $0 <= 0xFF19 }
    var new = Array(replacement.utf16)
    if isWide { new = new.map { $0 >= 0x21 && $0 <= 0x7E && $0 != 0x2C ? $0 + 0xFEE0 : $0 } }
    let pieces = text.pieces(of: range)
    var edits: [TextEdit] = []
    var from = 0
    var at = range.lowerBound
    for (number, piece) in pieces.enumerated() {
      var end = at
      while end < range.upperBound, text.sourceRange(of: end..<(end + 1)).upper <= piece.upper { end += 1 }
      let isLast = number == pieces.count - 1
      let length = isLast ? new.count - from : min(end - at, new.count - from)
      let part = Array(new[from..<(from + max(0, length))])
      if part != Array(text.units[at..<end]) {
        edits.append(TextEdit(range: piece, text: String(decoding: part, as: UTF16.self)))
      }
      from += max(0, length)
      at = end
    }
    return edits
  }
}
