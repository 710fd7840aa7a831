import DisclosureText

/// Cuts the lines of a table into pieces.
enum TableLineReader {
  /// Reads the bytes from `start` to `end` as the next line of `table`.
  ///
  /// - Complexity: O(*n*).
  static func read(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, number: Int, like line: Line, into table: inout TableLines
  ) {
    let first = table.pieces.count
    var reader = LineState(
      hasTabs: line.features.contains(.tab), hasPipes: line.features.contains(.pipe), pieces: table.pieces)
    table.pieces = []
    reader.read(bytes, start, end)
    let cells = reader.dividedCells(from: first, bytes)
    if reader.hasFields, cells == 0 { reader.keepWordsWhole(from: first, bytes) }
    table.pieces = reader.pieces
    var read = TableLine(
      number: number, pieces: first..<reader.pieces.count, hash: line.hash, hasFields: reader.hasFields)
    read.dividedCells = cells
    table.lines.append(read)
  }
}

/// A line while it is read.
private struct LineState {
  let hasTabs: Bool
  let hasPipes: Bool
  /// The pieces of the table so far.
  var pieces: [TablePiece]
  private var narrow: Int32 = 0
  private var wide: Int32 = 0
  private var field: Int16 = 0
  private var gap = 0
  private var first: UInt16 = 0

  var hasFields: Bool { hasTabs || hasPipes }

  init(hasTabs: Bool, hasPipes: Bool, pieces: [TablePiece]) {
    self.hasTabs = hasTabs
    self.hasPipes = hasPipes
    self.pieces = pieces
  }

  /// Reads the bytes from `start` to `end`.
  mutating func read(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    var at = start
    while at < end {
      let blanks = at
      while at < end, bytes[unchecked: at] == 0x20 { at &+= 1 }
      if at > blanks {
        let count = Int32(truncatingIfNeeded: at &- blanks)
        gap += at &- blanks
        narrow += count
        wide += count
        guard at < end else { break }
      }
      let before = at
      let scalar = decodeScalar(bytes, &at)
      if hasPipes, scalar == 0x3C, let next = lineBreakEnd(bytes, before, end) {
        at = next
        gap += 1
        continue
      }
      if !separates(scalar) {
        readToken(scalar, from: before, &at, end, in: bytes)
        continue
      }
      if Mark.isInvisible(scalar) { continue }
      gap += 1
      narrow += 1
      wide += scalar == 0x3000 ? 2 : 1
      // A line of more cells than can be numbered is no table; its last cells count as one.
      let isSeparator = hasTabs && scalar == 0x09 && !hasPipes || hasPipes && scalar == 0x7C
      if isSeparator, field < .max { field += 1 }
    }
  }

  /// Whether a token ends before the character.
  @inline(__always)
  private func separates(_ scalar: UInt32) -> Bool { Mark.isBlank(scalar) || hasPipes && scalar == 0x7C }

  /// Where `<br>`, which divides the lines of a cell, ends; nil where there is none.
  private func lineBreakEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard start + 4 <= end, bytes[start + 1] | 0x20 == 0x62, bytes[start + 2] | 0x20 == 0x72 else { return nil }
    return (start + 3..<min(end, start + 6)).first { bytes[$0] == 0x3E }.map { $0 + 1 }
  }

  /// Reads the token that begins with `scalar`, which ends at `at`, to its end.
  private mutating func readToken(
    _ scalar: UInt32, from start: Int, _ at: inout Int, _ end: Int, in bytes: Span<UInt8>
  ) {
    first = scalar < 0x10000 ? UInt16(truncatingIfNeeded: scalar) : 0xD800
    var isNumeric = scalar <= 0x39 && Self.isNumeric(UInt8(truncatingIfNeeded: scalar))
    var narrow = narrow &+ 1
    var wide = wide &+ (scalar >= 0x1100 ? 2 : 1)
    while at < end {
      let byte = bytes[unchecked: at]
      if Self.isNumeric(byte) {
        narrow &+= 1
        wide &+= 1
        at &+= 1
        continue
      }
      if byte == 0x20 || byte == 0x3C && hasPipes && lineBreakEnd(bytes, at, end) != nil { break }
      if byte &- 0xE4 <= 5 {
        let start = at
        while at &+ 3 < end, ideograph(fourBytes(bytes, at)) != nil { at &+= 3 }
        if at > start {
          isNumeric = false
          let count = Int32(truncatingIfNeeded: (at &- start) / 3)
          narrow &+= count
          wide &+= 2 &* count
          continue
        }
      }
      var next = at
      var scalar = decodeScalar(bytes, &next)
      if separates(scalar) {
        // What takes no room inside a word does not divide it.
        while Mark.isInvisible(scalar), next < end { scalar = decodeScalar(bytes, &next) }
        if separates(scalar) { break }
      }
      at = next
      narrow &+= 1
      wide &+= scalar >= 0x1100 ? 2 : 1
      if scalar > 0x39 || !Self.isNumeric(UInt8(truncatingIfNeeded: scalar)) { isNumeric = false }
    }
    self.narrow = narrow
    self.wide = wide
    take(TextRange(start, at), isNumeric: isNumeric, in: bytes)
    gap = 0
  }

  /// Whether it is a digit, a point or a separator.
  @inline(__always)
  private static func isNumeric(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 || byte == 0x2E || byte == 0x2C }

  /// Appends what the token at `range` is.
  private mutating func take(_ range: TextRange, isNumeric: Bool, in bytes: Span<UInt8>) {
    guard isNumeric else { return takeMixed(range, bytes) }
    if let piece = TableNumber.number(bytes, range) {
      append(piece)
    } else if let (left, right) = TableNumber.glued(bytes, range) {
      append(left, columnsBehind: Int32(right.range.count))
      append(right)
    } else {
      append(TableNumber.unread(bytes, range))
    }
  }

  private mutating func append(_ piece: TablePiece, columnsBehind: Int32 = 0) {
    var piece = piece
    piece.first = first
    piece.narrowColumn = narrow - columnsBehind
    piece.wideColumn = wide - columnsBehind
    piece.field = hasFields ? field : -1
    piece.gap = UInt16(clamping: gap)
    pieces.append(piece)
  }

  /// A token with other characters than digits: words, a percentage, a dash, a red figure,
  /// words with a code before or an amount behind.
  private mutating func takeMixed(_ range: TextRange, _ bytes: Span<UInt8>) {
    if range.count <= 6, first == 0x2D || first == 0x2014 || first == 0xFF0D || first == 0x2212 {
      let rest = range.lower + (first == 0x2D ? 1 : 3)
      if rest >= range.upper || TableNumber.isDashes(bytes, range) {
        append(TablePiece(kind: .dash, range: range))
        return
      }
    }
    if first == 0x2D || first == 0xFF0D || first == 0x2212 {
      let isRate = bytes[range.upper - 1] == 0x25
      let rest = TextRange(range.lower + (first == 0x2D ? 1 : 3), range.upper - (isRate ? 1 : 0))
      if var piece = TableNumber.number(bytes, rest) {
        piece.isNegative = true
        piece.kind = isRate ? .percentage : piece.kind == .integer ? .amount : piece.kind
        append(piece)
        return
      }
    }
    let last = bytes[range.upper - 1]
    if last == 0x25, var piece = TableNumber.number(bytes, TextRange(range.lower, range.upper - 1)) {
      piece.kind = .percentage
      append(piece)
      return
    }
    if let piece = TableNumber.wideNumber(bytes, range) {
      append(piece)
      return
    }
    if let code = TableNumber.leadingCode(bytes, range) {
      let words = TextRange(code.range.upper, range.upper)
      append(code, columnsBehind: Int32(words.count / 3))
      append(TablePiece(kind: .text, range: words))
      return
    }
    if let amount = TableNumber.trailingAmount(bytes, range) {
      append(
        TablePiece(kind: .text, range: TextRange(range.lower, amount.range.lower)),
        columnsBehind: Int32(amount.range.count))
      append(amount)
      return
    }
    if first &- 0x30 <= 9, let amount = TableNumber.leadingAmount(bytes, range) {
      let words = TextRange(amount.range.upper, range.upper)
      append(amount, columnsBehind: 2 * Int32(words.count / 3))
      var at = words.lower
      first = UInt16(clamping: decodeScalar(bytes, &at))
      append(TablePiece(kind: .text, range: words))
      return
    }
    append(TablePiece(kind: .text, range: range))
  }

  /// How many cells a line of dashes, which divides the head of a table from its rows, gives them; 0 where the
  /// line is none. Its pieces are taken out.
  mutating func dividedCells(from first: Int, _ bytes: Span<UInt8>) -> Int {
    guard hasPipes, pieces.count > first, pieces[first].first == 0x2D || pieces[first].first == 0x3A,
      pieces[first...].allSatisfy({ TableNumber.isRule(bytes, $0.range) })
    else { return 0 }
    let cells = pieces.count - first
    pieces.removeLast(cells)
    return cells
  }

  /// A number that shares its cell with words is part of them: `2 期`.
  mutating func keepWordsWhole(from first: Int, _ bytes: Span<UInt8>) {
    guard pieces.count > first + 1 else { return }
    var index = first
    while index < pieces.count {
      var end = index + 1
      while end < pieces.count, pieces[end].field == pieces[index].field { end += 1 }
      if end - index > 1, pieces[index..<end].contains(where: { $0.kind == .text }) {
        // `201 01 | 02 一般行政管理事务`: the rest of the code stands with the name.
        let isCoded =
          pieces[index].kind == .integer
          && (pieces[index].digits >= 3
            || pieces[index].digits == 2 && index >= first + 2 && pieces[index - 1].kind == .integer
              && pieces[index - 1].digits == 2 && pieces[index - 2].kind == .integer && pieces[index - 2].digits == 3)
        // `1,593.84 一、一般公共服务支出` are two cells.
        if end - index == 2, pieces[index].kind == .amount, Mark.isChineseNumeral(pieces[index + 1].first),
          TableNumber.begins(pieces[index + 1].range, bytes)
        {
          index = end
          continue
        }
        for at in (isCoded ? index + 1 : index)..<end where pieces[at].kind != .amount || at < end - 1 {
          pieces[at].kind = .text
        }
      }
      index = end
    }
  }
}
