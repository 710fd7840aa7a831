import DisclosureText

/// Titles of two lines.
extension BlockReader {
  /// Whether the line is the rest of a title whose first line names the body alone:
  ///
  ///     青禾镇人民政府
  ///     2023年度“三公”经费决算情况
  mutating func endsTitle(_ number: Int) -> Bool {
    let line = lines[number]
    guard openKind == .paragraph, line.sentenceMarks == 0, line.width <= 50, Mark.isDigit(line.first),
      let name = text.last, Self.nameEndings.contains(name), text.characters.count <= 40,
      text.characters.allSatisfy({ Mark.isIdeograph($0) || Mark.isOpeningBracket($0) || Mark.isClosingBracket($0) })
    else { return false }
    return HeadingWords.isExpenseTitle(units(of: line))
  }

  /// How many blocks a page may print above its text.
  static let opening = 12

  /// Whether the line says when a page on the web was put there, to the minute: `发布时间：2022-08-28 10:11 来源：财政局`.
  mutating func isTimeOfPage(_ line: Line) -> Bool {
    guard line.sentenceMarks == 0, line.width >= 12, line.width <= 80, openKind != .table,
      !line.features.contains(.pipe), case let text = units(of: line),
      let year = text.indices.dropLast(4).first(where: { text[$0..<($0 + 4)].allSatisfy(Mark.isDigit) }),
      Self.dateMarks.contains(text[year + 4])
    else { return false }
    return text[(year + 5)...].indices.dropLast(2).contains { at in
      Mark.isColon(text[at]) && Mark.isDigit(text[at - 1]) && Mark.isDigit(text[at + 1]) && Mark.isDigit(text[at + 2])
    }
  }

  private static let dateMarks = Set("-/.－年".utf16)

  /// What names of public bodies end with.
  private static let nameEndings = Set("局部处室委院会办心所校站队厅署团馆社司府道镇乡园库联台组）".utf16)
}
