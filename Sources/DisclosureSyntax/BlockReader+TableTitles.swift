import DisclosureText

/// Lines that announce a table.
extension BlockReader {
  /// Whether the line announces a table: its title, its number or its unit.
  @inline(__always)
  mutating func isTableMarker(_ number: Int) -> Bool {
    let line = lines[number]
    guard line.sentenceMarks == 0, line.width <= 70 else { return false }
    if line.features.contains(.target) || line.isBlank { return false }
    if Mark.isSemicolon(line.last) || Mark.isColon(line.last) { return false }
    if line.features.contains(.unitLabel) { return line.width < 60 }
    if line.last == HeadingWords.table {
      let text = units(of: line)
      if let numbering = Numbering.read(text), numbering.level != 4 {
        guard amongTables ? numbering.level > 0 : numbering.level > 2 else { return false }
        return amongTables && numbering.level > 2 || announcesTable(number)
      }
      // `附表1 部门收支总表` may be a line of a list.
      if text.first == HeadingWords.annex { return text.count > 4 && announcesTable(number) }
      return !(text.first.map { Mark.isOpeningBracket($0) || $0 == 0x2D } ?? false)
    }
    if Mark.isDigit(line.last) { return isDesignation(line) && standsBesideTitle(number) }
    guard Mark.isClosingBracket(line.last) || Mark.isClosingTitle(line.last) else { return false }
    let text = units(of: line)
    return (HeadingWords.tableNameLength(text) != nil || HeadingWords.saysWhichTable(text)) && announcesTable(number)
  }

  /// Whether a unit or cells follow at once, as they do behind `二、部门收入总表`, the title of a table, and not
  /// behind a line of a list of tables. The number of the table may stand between them, `公开02表`, and its
  /// department.
  private mutating func announcesTable(_ number: Int) -> Bool {
    var at = number
    for _ in 0..<Self.titleLines {
      guard let next = nextLine(at) else { return false }
      let line = lines[next]
      if !line.features.isDisjoint(with: [.unitLabel, .tab, .pipe]) { return true }
      guard line.width <= Self.titleLineWidth, line.sentenceMarks == 0 else { return false }
      if isLabelled(line) { return true }
      guard isTableNumber(line) else { return false }
      at = next
    }
    return false
  }

  /// Whether the line can only be the number of a table: `附表1`, `表3-1`, `Z01`, `CS01_1`.
  private mutating func isDesignation(_ line: Line) -> Bool {
    guard line.width <= Self.numberWidth, line.loneNumbers == 0 else { return false }
    let isLatin = line.first &- 0x41 < 26
    guard isLatin || line.first == HeadingWords.annex || line.first == HeadingWords.table || line.first == 0x516C else {
      return false  // 公
    }
    let text = units(of: line)
    guard let digit = text.firstIndex(where: Mark.isDigit), digit < 5,
      text[digit...].allSatisfy({ Mark.isDigit($0) || $0 == 0x2D || $0 == 0x5F })
    else { return false }
    return isLatin ? text[..<digit].allSatisfy { $0 &- 0x41 < 26 } : text[digit - 1] == HeadingWords.table
  }

  /// Whether the title of a table follows on the next line, or has just been read.
  private mutating func standsBesideTitle(_ number: Int) -> Bool {
    if openKind == nil, blocks.last?.kind == .tableTitle { return true }
    guard let next = nextLine(number), !lines[next].features.contains(.unitLabel) else { return false }
    return !Mark.isDigit(lines[next].last) && isTableMarker(next)
  }

  /// Whether the line is the number of a table: `公开02表`, `附表3`.
  private mutating func isTableNumber(_ line: Line) -> Bool {
    guard line.width <= Self.numberWidth, line.last == HeadingWords.table || Mark.isDigit(line.last) else {
      return false
    }
    let text = units(of: line)
    return text.contains(HeadingWords.table) && text.contains(where: Mark.isDigit) && Numbering.read(text) == nil
  }

  /// Whether the line says whose table it is: `编制单位：某局`.
  private mutating func isLabelled(_ line: Line) -> Bool {
    let text = units(of: line)
    return Self.owners.contains { owner in
      text.starts(with: owner) && text.count > owner.count && Mark.isColon(text[owner.count])
    }
  }

  private static let owners = ["部门", "单位", "编制单位", "编制部门", "部门名称", "单位名称", "填报单位", "填报部门", "预算单位", "公开部门", "公开单位"]
    .map { Array($0.utf16) }
  /// The lines between the title of a table and its unit at most, with the unit.
  private static let titleLines = 3
  private static let titleLineWidth = 40
  private static let numberWidth = 10
}
