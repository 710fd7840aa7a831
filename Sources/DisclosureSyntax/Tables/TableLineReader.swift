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
    if reader.hasFields { reader.keepWordsWhole(from: first) }
    table.pieces = reader.pieces
    table.lines.append(
      TableLine(number: number, pieces: first..<reader.pieces.count, hash: line.hash, hasFields: reader.hasFields))
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
      if bytes[unchecked: at] == 0x20 {
        at += 1
        gap += 1
        narrow += 1
        wide += 1
        continue
      }
      let before = at
      let scalar = decodeScalar(bytes, &at)
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

  /// Reads the token that begins with `scalar`, which ends at `at`, to its end.
  private mutating func readToken(
    _ scalar: UInt32, from start: Int, _ at: inout Int, _ end: Int, in bytes: Span<UInt8>
  ) {
    first = scalar < 0x10000 ? UInt16(truncatingIfNeeded: scalar) : 0xD800
    var isNumeric = true
    var narrow = narrow
    var wide = wide
    var scalar = scalar
    while true {
      narrow += 1
      wide += scalar >= 0x1100 ? 2 : 1
      if !(scalar >= 0x30 && scalar <= 0x39) && scalar != 0x2E && scalar != 0x2C { isNumeric = false }
      guard at < end, bytes[unchecked: at] != 0x20 else { break }
      var next = at
      scalar = decodeScalar(bytes, &next)
      if separates(scalar) {
        // What takes no room inside a word does not divide it.
        while Mark.isInvisible(scalar), next < end { scalar = decodeScalar(bytes, &next) }
        if separates(scalar) { break }
      }
      at = next
    }
    self.narrow = narrow
    self.wide = wide
    take(TextRange(start, at), isNumeric: isNumeric, in: bytes)
    gap = 0
  }

  /// Appends what the token at `range` is.
  private mutating func take(_ range: TextRange, isNumeric: Bool, in bytes: Span<UInt8>) {
    guard isNumeric else { return takeMixed(range, bytes) }
    if let piece = Self.number(bytes, range) {
      append(piece)
    } else if let (left, right) = Self.glued(bytes, range) {
      append(left, columnsBehind: Int32(right.range.count))
      append(right)
    } else {
      append(TablePiece(kind: .text, range: range))
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
      if rest >= range.upper || Self.isDashes(bytes, range) {
        append(TablePiece(kind: .dash, range: range))
        return
      }
    }
    if first == 0x2D || first == 0xFF0D || first == 0x2212 {
      let rest = TextRange(range.lower + (first == 0x2D ? 1 : 3), range.upper)
      if var piece = Self.number(bytes, rest) {
        piece.isNegative = true
        piece.kind = piece.kind == .integer ? .amount : piece.kind
        append(piece)
        return
      }
    }
    let last = bytes[range.upper - 1]
    if last == 0x25, var piece = Self.number(bytes, TextRange(range.lower, range.upper - 1)) {
      piece.kind = .percentage
      append(piece)
      return
    }
    if let code = Self.leadingCode(bytes, range) {
      let words = TextRange(code.range.upper, range.upper)
      append(code, columnsBehind: Int32(words.count / 3))
      append(TablePiece(kind: .text, range: words))
      return
    }
    if let amount = Self.trailingAmount(bytes, range) {
      append(
        TablePiece(kind: .text, range: TextRange(range.lower, amount.range.lower)),
        columnsBehind: Int32(amount.range.count))
      append(amount)
      return
    }
    append(TablePiece(kind: .text, range: range))
  }

  /// A number that shares its cell with words is part of them: `2 期`.
  mutating func keepWordsWhole(from first: Int) {
    guard pieces.count > first + 1 else { return }
    var index = first
    while index < pieces.count {
      var end = index + 1
      while end < pieces.count, pieces[end].field == pieces[index].field { end += 1 }
      if end - index > 1, pieces[index..<end].contains(where: { $0.kind == .text }) {
        let isCoded = pieces[index].kind == .integer && pieces[index].digits >= 3
        for at in (isCoded ? index + 1 : index)..<end where pieces[at].kind != .amount || at < end - 1 {
          pieces[at].kind = .text
        }
      }
      index = end
    }
  }

  // MARK: Numbers

  private static func isDashes(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
    for at in range.lower..<range.upper where bytes[at] >= 0x30 && bytes[at] <= 0x39 { return false }
    return bytes[range.lower] == 0x2D || bytes[range.lower] >= 0xE0
  }

  /// The number that `range` is, or nil.
  static func number(_ bytes: Span<UInt8>, _ range: TextRange) -> TablePiece? {
    guard !range.isEmpty else { return nil }
    var piece = TablePiece(kind: .integer, range: range)
    var group = 0
    var hasPoint = false
    for at in range.lower..<range.upper {
      let byte = bytes[unchecked: at]
      if byte == 0x2E {
        if hasPoint || piece.digits == 0 || (piece.hasSeparators && group != 3) { return nil }
        hasPoint = true
      } else if byte == 0x2C {
        if hasPoint || piece.digits == 0 || group > 3 || (piece.hasSeparators && group != 3) { return nil }
        piece.hasSeparators = true
        group = 0
      } else if byte >= 0x30, byte <= 0x39 {
        if piece.digits >= 24 { return nil }
        piece.digits += 1
        if piece.digits <= 18 { piece.value = piece.value * 10 + Int64(byte - 0x30) }
        if hasPoint { piece.decimals += 1 } else { group += 1 }
      } else {
        return nil
      }
    }
    if piece.hasSeparators, !hasPoint, group != 3 { return nil }
    if hasPoint, piece.decimals == 0 || piece.decimals > 4 { return nil }
    if piece.digits > 18, hasPoint || piece.hasSeparators { return nil }
    if hasPoint || piece.hasSeparators { piece.kind = .amount }
    return piece
  }

  /// An amount and the account code that stands behind it without a blank: `0.002110105`.
  static func glued(_ bytes: Span<UInt8>, _ range: TextRange) -> (TablePiece, TablePiece)? {
    guard let point = (range.lower..<range.upper).first(where: { bytes[$0] == 0x2E }) else { return nil }
    let split = point + 3
    guard [3, 5, 7].contains(range.upper - split), let left = number(bytes, TextRange(range.lower, split)),
      let right = number(bytes, TextRange(split, range.upper)), right.kind == .integer, left.kind == .amount
    else { return nil }
    return (left, right)
  }

  /// The account code before words: `310资本性支出`.
  static func leadingCode(_ bytes: Span<UInt8>, _ range: TextRange) -> TablePiece? {
    var at = range.lower
    while at < range.upper, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
    let count = at - range.lower
    guard count == 3 || count == 5 || count == 7, at < range.upper, bytes[at] >= 0xE4, bytes[range.lower] >= 0x32,
      bytes[range.lower] <= 0x35
    else { return nil }
    return number(bytes, TextRange(range.lower, at))
  }

  /// The amount behind words: `合计1,593.84`.
  static func trailingAmount(_ bytes: Span<UInt8>, _ range: TextRange) -> TablePiece? {
    var at = range.upper
    while at > range.lower,
      (bytes[at - 1] >= 0x30 && bytes[at - 1] <= 0x39) || bytes[at - 1] == 0x2E || bytes[at - 1] == 0x2C
    {
      at -= 1
    }
    guard at > range.lower, at < range.upper, bytes[at - 1] >= 0x80, bytes[at] >= 0x30 else { return nil }
    guard let piece = number(bytes, TextRange(at, range.upper)), piece.kind == .amount else { return nil }
    return piece
  }
}
