import DisclosureText

/// Prose that stands where tables are read: behind them, or in a frame of its own.
extension BlockReader {
  /// Whether the line between pipes goes on with the prose of the one before: `| 支出包括教育支出和住房保障 |`.
  mutating func isFramed(_ line: Line) -> Bool {
    guard openKind == .paragraph, let last = lastUnit, !Mark.isStop(last), line.loneNumbers == 0, line.ideographs > 3
    else { return false }
    let range = proseRange(of: line)
    return !bytes[range.lower..<range.upper].contains(0x7C)
  }

  /// The line without the pipes at its ends.
  mutating func proseRange(of line: Line) -> TextRange {
    line.features.contains(.pipe) ? LineReader.onlyCell(of: line.content, bytes) : line.content
  }

  /// Whether the line divides the head of a table from its rows, `| --- | --- |`, where none has begun.
  @inline(__always)
  mutating func isLoneDivider(_ line: Line) -> Bool {
    guard line.features.contains(.pipe), line.ideographs == 0, openKind != .table else { return false }
    return bytes[line.content.lower..<line.content.upper].allSatisfy {
      $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20
    }
  }

  /// Whether the line behind a table goes on with the narrative rather than explaining the table: a sentence
  /// that gives an amount of something the narrative tells of.
  mutating func isNarrative(_ number: Int) -> Bool {
    let line = lines[number]
    guard line.sentenceMarks >= 2, line.width >= 30, !startsNote(line) else { return false }
    let text = units(of: line)
    guard text.indices.contains(where: { at in Self.measures.contains { text.holds($0, at: at) } }) else {
      return false
    }
    return text.indices.dropFirst().contains { at in
      Mark.isDigit(text[at - 1]) && (text[at] == 0x5143 || text[at] == 0x4E07)  // 元 万
    }
  }

  private static let measures = [
    "三公", "财政拨款", "总计", "收入合计", "支出合计", "机关运行经费", "政府采购支出", "收入预算", "支出预算", "收入决算", "支出决算", "公共预算支出", "公共预算收入",
    "基本支出", "项目支出",
  ].map { Array($0.utf16) }
}
