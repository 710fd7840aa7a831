import DisclosureText

extension TableHead {
  /// Reads the head of a table: the lines before its first row.
  ///
  /// - Parameters:
  ///   - lines: the table's lines
  ///   - bytes: the text
  /// - Returns: the head and the index of the first line that belongs to a row.
  package static func read(_ lines: TableLines, bytes: [UInt8]) -> (head: TableHead, first: Int) {
    var head = TableHead()
    // The characters of nearly all heads, of which each may have three bytes.
    head.words.reserveCapacity(192)
    var first = 0
    while first < lines.count, first < 400 {
      let pieces = lines.pieces(of: first)
      if beginsRows(pieces, bytes) || endsInScore(pieces) && head.contains(HeadWords.score) { break }
      head.appendWords(of: pieces, bytes)
      first += 1
    }
    head.hasLineNumbers = head.contains(HeadWords.lineNumber) || countsLines(lines, from: first)
    let hasSides = head.contains(HeadWords.revenue) && head.contains(HeadWords.expenditure)
    let repeatsNames = head.count(of: HeadWords.accountName) >= 2
    if hasSides || repeatsNames {
      let items = head.count(of: HeadWords.item, notBefore: HeadWords.itemFollowers)
      let amounts = head.count(of: HeadWords.amount) + head.count(of: HeadWords.budget)
      head.isSideBySide =
        hasSides && (items >= 2 || amounts >= 2) || repeatsNames && head.count(of: HeadWords.final) + amounts >= 2
        || hasSides && standSideBySide(lines, from: first, bytes)
    }
    head.hasDecimals = hasDecimals(lines, from: first)
    head.hasRates =
      head.namesChanges && !head.contains(HeadWords.score) && !head.contains(HeadWords.indicator)
    head.hasSerials = head.contains(HeadWords.serial)
    return (head, first)
  }

  /// Appends the words among `pieces`, all at once.
  private mutating func appendWords(of pieces: ArraySlice<TablePiece>, _ bytes: [UInt8]) {
    var room = 0
    for index in pieces.indices where pieces[index].kind == .text { room += pieces[index].range.count }
    if room == 0 { return }
    // Every byte makes one unit at the most.
    words.append(addingCapacity: room) { units in
      units.withUnsafeMutableBufferPointer { units, count in
        for index in pieces.indices where pieces[index].kind == .text {
          let rest = UnsafeMutableBufferPointer(rebasing: units[count...])
          count += readCharacters(bytes.span, pieces[index].range, into: rest)
        }
      }
    }
  }

  /// Whether a bare number in each line is one more than in the line before, as 行次 are.
  private static func countsLines(_ lines: TableLines, from first: Int) -> Bool {
    var last: Int64 = -1
    var steps = 0
    var others = 0
    for line in (first..<max(first, lines.count)).prefix(60) {
      let range = lines.lines[line].pieces
      let number = range.prefix(3).first { index in
        lines.pieces[index].kind == .integer && lines.pieces[index].digits <= 3 && lines.pieces[index].value > 0
      }
      guard let number, number == range.lowerBound || lines.pieces[range.lowerBound].kind == .text else { continue }
      let value = lines.pieces[number].value
      if value == last + 1 { steps += 1 } else if last >= 0 { others += 1 }
      last = value
    }
    return steps >= 6 && steps >= others * 3
  }

  /// Whether words numbered 一、 stand behind amounts in several lines, or, where each cell has a line of its own,
  /// twice behind each other with the same number.
  private static func standSideBySide(_ lines: TableLines, from first: Int, _ bytes: [UInt8]) -> Bool {
    var found = 0
    var last: Numbering?
    for line in (first..<max(first, lines.count)).prefix(40) {
      let pieces = lines.pieces(of: line)
      if pieces.count == 1, let only = pieces.first, let own = numbering(of: only, bytes) {
        if own.level == last?.level, own.value == last?.value { found += 1 }
        last = own
        if found >= 2 { return true }
      }
      guard pieces.count >= 3, let second = pieces.dropFirst().first(where: { $0.kind == .text }),
        let amount = pieces.first(where: \.isNumber), amount.range.upper <= second.range.lower,
        isNumbered(second, bytes)
      else { continue }
      found += 1
      if found >= 2 { return true }
    }
    return false
  }

  /// Whether a piece begins with `一、` or `（一）`.
  private static func isNumbered(_ piece: TablePiece, _ bytes: [UInt8]) -> Bool {
    numbering(of: piece, bytes).map { $0.level == 1 || $0.level == 2 } ?? false
  }

  /// The number that the words of a piece begin with.
  private static func numbering(of piece: TablePiece, _ bytes: [UInt8]) -> Numbering? {
    guard piece.kind == .text, Numbering.canBegin(piece.first) else { return nil }
    return Numbering.read(charactersAt: piece.range, in: bytes)
  }

  /// Whether a line of bare numbers alone has amounts: not the numbers of columns, `1 2 3` or `7 8 9`.
  static func areAmounts(_ pieces: ArraySlice<TablePiece>) -> Bool {
    guard pieces.count >= 3, pieces.allSatisfy(\.isNumber), let first = pieces.first,
      pieces.contains(where: { $0.kind != .dash })
    else { return false }
    return !pieces.enumerated().allSatisfy { $1.kind == .integer && $1.value == first.value + Int64($0) }
  }

  /// Whether nearly all amounts of the lines have decimals.
  private static func hasDecimals(_ lines: TableLines, from first: Int) -> Bool {
    var with = 0
    var without = 0
    for line in first..<max(first, lines.count) {
      for index in lines.lines[line].pieces where lines.pieces[index].kind == .amount && lines.pieces[index].value != 0
      {
        if lines.pieces[index].decimals > 0 { with += 1 } else { without += 1 }
      }
    }
    return with >= 3 && without * 5 <= with
  }

  /// Whether the numbers of the columns stand in the line: `栏次 1 2 3`.
  package static func isColumnNumbers(_ pieces: ArraySlice<TablePiece>) -> Bool {
    var expected: Int64 = 1
    var count = 0
    for piece in pieces {
      switch piece.kind {
      case .integer:
        // The columns of the other side begin with 1 again; 1 1 are amounts.
        if piece.value == 1, expected > 2 { expected = 1 }
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

  /// Whether a line ends in a weight and a score: `投入管理指标 预算执行率 ≥90% 93% 10 10`.
  private static func endsInScore(_ pieces: ArraySlice<TablePiece>) -> Bool {
    pieces.count >= 5 && pieces.suffix(2).allSatisfy { $0.kind == .integer && $0.digits <= 3 }
      && pieces.count { $0.kind == .text } >= 3
  }

  private static func beginsRows(_ pieces: ArraySlice<TablePiece>, _ bytes: [UInt8]) -> Bool {
    if isColumnNumbers(pieces) { return false }
    guard let first = pieces.first else { return false }
    if pieces.contains(where: { $0.kind == .amount }) { return true }
    if first.kind == .integer, first.digits >= 3, first.digits != 4 { return true }
    if isNumbered(first, bytes) || areAmounts(pieces) { return true }
    return pieces.count { $0.kind == .integer } >= 2 && pieces.contains { $0.kind == .integer && $0.value == 0 }
  }

  /// Whether the head has the characters of `word` behind each other.
  package func contains(_ word: [UInt16]) -> Bool { words.position(of: word) != nil }

  /// How often the head has the characters of `word` behind each other.
  ///
  /// - Parameter followers: characters behind it with which it is another word
  package func count(of word: [UInt16], notBefore followers: [UInt16] = []) -> Int {
    var found = 0
    var from = 0
    while let start = words.position(of: word, from: from) {
      from = start + 1
      let end = start + word.count
      if end < words.count, followers.contains(words[end]) { continue }
      found += 1
    }
    return found
  }
}

extension TableHead {
  /// The years that the head names, in order; 上年 counts as the year 1, 本年 as the year 2.
  package var years: [Int] {
    var result: [Int] = []
    for index in words.indices where words[index] == 0x5E74 && index > 0 {
      switch words[index - 1] {
      case 0x4E0A, 0x53BB: result.append(1)
      case 0x672C, 0x5F53, 0x4ECA: result.append(2)
      default:
        let digits = words[max(0, index - 4)..<index]
        guard digits.count == 4, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { continue }
        result.append(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
      }
    }
    return result
  }
}
