import DisclosureText
import Rules

/// All repairs of a document that need no person to look at them.
package enum SafeFixes {
  /// The edits that make every safe repair, and those that they bring to light, in the order of the
  /// text; making them again changes nothing.
  package static func edits(_ text: SourceText, linter: Linter) -> [TextEdit] {
    differences(text.bytes, FixedText(text, choice: .safe, linter: linter).bytes)
  }

  /// The edits that turn `old` into `new`: the part of each line that differs.
  static func differences(_ old: [UInt8], _ new: [UInt8]) -> [TextEdit] {
    let (oldLines, newLines) = (LineIndex(old), LineIndex(new))
    guard oldLines.lineCount == newLines.lineCount else {
      return difference(old, TextRange(0, old.count), new, TextRange(0, new.count)).map { [$0] } ?? []
    }
    return (0..<oldLines.lineCount).compactMap { line in
      difference(old, oldLines.range(ofLine: line), new, newLines.range(ofLine: line))
    }
  }

  /// The edit of the bytes of `range` that differ from those of `newRange`, cut at characters; nil where none do.
  private static func difference(
    _ old: [UInt8], _ range: TextRange, _ new: [UInt8], _ newRange: TextRange
  ) -> TextEdit? {
    var prefix = 0
    let shorter = min(range.count, newRange.count)
    while prefix < shorter, old[range.lower + prefix] == new[newRange.lower + prefix] { prefix += 1 }
    if prefix == range.count, prefix == newRange.count { return nil }
    while prefix > 0, !startsCharacter(old, range.lower + prefix) || !startsCharacter(new, newRange.lower + prefix) {
      prefix -= 1
    }
    var suffix = 0
    while suffix < shorter - prefix, old[range.upper - 1 - suffix] == new[newRange.upper - 1 - suffix] { suffix += 1 }
    while suffix > 0, !startsCharacter(old, range.upper - suffix) { suffix -= 1 }
    let text = String(decoding: new[(newRange.lower + prefix)..<(newRange.upper - suffix)], as: UTF8.self)
    return TextEdit(range: TextRange(range.lower + prefix, range.upper - suffix), text: text)
  }

  private static func startsCharacter(_ bytes: [UInt8], _ offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}

extension LineIndex {
  /// The bytes of `line`, its line end included.
  fileprivate func range(ofLine line: Int) -> TextRange {
    TextRange(starts[line], line + 1 < lineCount ? starts[line + 1] : byteCount)
  }
}
