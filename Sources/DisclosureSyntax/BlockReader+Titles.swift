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

  /// What names of public bodies end with.
  private static let nameEndings = Set("局部处室委院会办心所校站队厅署团馆社司府道镇乡园库联台组）".utf16)
}
