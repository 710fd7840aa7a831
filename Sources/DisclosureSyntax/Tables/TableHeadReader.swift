import DisclosureText

extension TableHead {
  /// Reads the head of a table: the lines before its first row.
  ///
  /// - Parameters:
  ///   - lines: the table's lines
  ///   - bytes: the text
  /// - Returns: the head and the index of the first line that belongs to a row.
  package static func read(_ lines: [TableLine], bytes: [UInt8]) -> (head: TableHead, first: Int) {
    var head = TableHead()
    var first = 0
    while first < lines.count, first < 400, !beginsRows(lines[first], bytes) {
      for piece in lines[first].pieces where piece.kind == .text {
        head.words.appendCharacters(of: piece.range, in: bytes)
      }
      first += 1
    }
    head.hasLineNumbers = head.contains("行次") || countsLines(lines[first...])
    let items = head.count(of: "项目", notBefore: "名单类支编金分代概")
    head.isSideBySide =
      (head.contains("收入") && head.contains("支出") && (items >= 2 || head.count(of: "金额") + head.count(of: "预算数") >= 2))
      || (head.count(of: "科目名称") >= 2 && head.count(of: "决算数") + head.count(of: "金额") + head.count(of: "预算数") >= 2)
    return (head, first)
  }

  /// Whether a bare number in each line is one more than in the line before, as 行次 are.
  private static func countsLines(_ lines: ArraySlice<TableLine>) -> Bool {
    var last: Int64 = -1
    var steps = 0
    var others = 0
    for line in lines.prefix(60) {
      guard let number = line.pieces.prefix(3).first(where: { $0.kind == .integer && $0.digits <= 3 && $0.value > 0 }),
        line.pieces.first?.kind == .text || line.pieces.first == number
      else { continue }
      if number.value == last + 1 { steps += 1 } else if last >= 0 { others += 1 }
      last = number.value
    }
    return steps >= 6 && steps >= others * 3
  }

  /// Whether the numbers of the columns stand in the line: `栏次 1 2 3`.
  package static func isColumnNumbers(_ line: TableLine) -> Bool {
    var expected: Int64 = 1
    var count = 0
    for piece in line.pieces {
      switch piece.kind {
      case .integer:
        if piece.value == 1, count > 0 { expected = 1 }
        guard piece.value == expected else { return false }
        expected += 1
        count += 1
      case .text:
        if piece.range.count > 9 { return false }
      default: return false
      }
    }
    return count >= 2
  }

  private static func beginsRows(_ line: TableLine, _ bytes: [UInt8]) -> Bool {
    if isColumnNumbers(line) { return false }
    guard let first = line.pieces.first else { return false }
    if line.pieces.contains(where: { $0.kind == .amount }) { return true }
    if first.kind == .integer, first.digits >= 3, first.digits != 4 { return true }
    if first.kind == .text {
      var units: [UInt16] = []
      units.appendCharacters(of: first.range, in: bytes, limit: 8)
      if let numbering = Numbering.read(units), numbering.level == 1 || numbering.level == 2 { return true }
    }
    return line.pieces.count { $0.kind == .integer } >= 2
      && line.pieces.contains { $0.kind == .integer && $0.value == 0 }
  }

  /// Whether the head has the characters of `word` behind each other.
  package func contains(_ word: StaticString) -> Bool { count(of: word) > 0 }

  /// How often the head has the characters of `word` behind each other.
  ///
  /// - Parameter followers: characters behind it with which it is another word
  package func count(of word: StaticString, notBefore followers: StaticString = "") -> Int {
    let others = Array("\(followers)".utf16)
    let pattern = Array("\(word)".utf16)
    guard words.count >= pattern.count else { return 0 }
    var found = 0
    for start in 0...(words.count - pattern.count) where words[start] == pattern[0] {
      let end = start + pattern.count
      if end < words.count, others.contains(words[end]) { continue }
      if words[start..<(start + pattern.count)].elementsEqual(pattern) { found += 1 }
    }
    return found
  }
}
