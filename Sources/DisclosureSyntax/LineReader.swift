import DisclosureText

/// Reads the lines of a text.
struct LineReader {
  /// Looks at every line once, but at those of the text before an edit that are as they were.
  ///
  /// - Complexity: O(*n*).
  static func lines(of bytes: [UInt8], index: LineIndex, after known: FormerLines? = nil) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(index.lineCount)
    let span = bytes.span
    let starts = index.starts
    // Every third line is empty.
    var blank = LineScan.line(span, 0, 0)
    var changed = starts.indices
    if let known {
      lines += known.former.lines[..<known.front]
      changed = known.front..<known.back
    }
    for number in changed {
      let start = starts[number]
      let end = number + 1 < starts.count ? starts[number + 1] : bytes.count
      if end - start <= 2, end - start > 0, bytes[start] == 0x0A || bytes[start] == 0x0D {
        blank.content = TextRange(start, start)
        lines.append(blank)
      } else {
        lines.append(LineScan.line(span, start, end))
      }
    }
    known?.appendBack(to: &lines)
    return lines
  }
}
