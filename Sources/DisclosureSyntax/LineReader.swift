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
        let line = LineScan.line(span, start, end)
        lines.append(line.features.contains(.pipe) ? unframed(line, bytes) : line)
      }
    }
    known?.appendBack(to: &lines)
    return lines
  }

  /// A line of prose, or a heading, that stands between pipes as the only cell of its row, without the pipes:
  /// `| 2023 年度…，…。 |  |`. Converters print whole pages so.
  private static func unframed(_ line: Line, _ bytes: [UInt8]) -> Line {
    guard line.sentenceMarks > 0 || HeadingWords.mayEndHeading(line.last) || line.last == 0x7C, line.ideographs > 3
    else {
      return line
    }
    let range = onlyCell(of: line.content, bytes)
    guard !range.isEmpty, !bytes[range.lower..<range.upper].contains(0x7C) else { return line }
    let own = LineScan.line(bytes.span, range.lower, range.upper)
    if own.sentenceMarks > 0 { return own.ideographs >= proseIdeographs ? own : line }
    guard HeadingWords.mayEndHeading(own.last) else { return line }
    var units: [UInt16] = []
    units.appendCharacters(of: own.content, in: bytes)
    guard let numbering = Numbering.read(units), numbering.level <= 2, HeadingWords.endsHeading(units) else {
      return line
    }
    return own
  }

  /// The text without pipes and blanks at its ends.
  static func onlyCell(of range: TextRange, _ bytes: [UInt8]) -> TextRange {
    var range = range
    while range.lower < range.upper, bytes[range.lower] == 0x7C || bytes[range.lower] == 0x20 { range.lower += 1 }
    while range.lower < range.upper, bytes[range.upper - 1] == 0x7C || bytes[range.upper - 1] == 0x20 {
      range.upper -= 1
    }
    return range
  }

  /// The fewest ideographs of a cell that is prose.
  private static let proseIdeographs = 10
}
