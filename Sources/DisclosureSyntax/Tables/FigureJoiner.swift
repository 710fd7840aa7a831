import DisclosureText

/// Puts the parts of figures together, line by line.
struct FigureJoiner {
  private(set) var lines: TableLines
  let bytes: [UInt8]
  let decimals: Int
  private(set) var rests: [Int: TextRange] = [:]
  private(set) var hasChanged = false

  init(lines: TableLines, bytes: [UInt8], decimals: Int) {
    self.lines = lines
    self.bytes = bytes
    self.decimals = decimals
  }

  var result: (lines: TableLines, rests: [Int: TextRange]) { (lines, rests) }

  /// Joins the figures of a line to those above it whose rests they are.
  mutating func join(_ line: Int, notBefore first: Int) {
    guard line > first, follows(line, line - 1), hasOpen(line - 1) || line - 2 >= first && hasOpen(line - 2) else {
      return
    }
    if lines.isWrapped(line), joinWrapped(line) { return }
    let own = numbers(line)
    guard !own.isEmpty else { return }
    if lines.lines[line - 1].hasFields { return joinLastField(of: line - 1, own, line) }
    let above = numbers(line - 1).filter { isOpen(lines.pieces[$0]) }
    if let pairs = pairs(above, own) {
      for (begin, rest) in pairs { put(rest, behind: begin) }
      remove(own, from: line)
    } else if line - 2 >= first, !lines.lines[line - 2].hasFields, follows(line - 1, line - 2), isRests(line),
      numbers(line - 2).count == lines.lines[line - 2].pieces.count,
      case let begins = numbers(line - 2).filter({ isOpen(lines.pieces[$0]) }),
      begins.count == lines.lines[line - 2].pieces.count, let pairs = pairs(begins, own, areBelow: true)
    {
      // Cells of one line stand in the middle of those of two.
      for (begin, rest) in pairs { put(rest, behind: begin) }
      remove(own, from: line)
      move(from: line - 2, to: line - 1)
    } else if !above.isEmpty, isRests(line), hasEvidence(above, own) {
      for index in above where lines.pieces[index].kind == .amount { lines.pieces[index].isUnread = true }
      remove(own, from: line)
      hasChanged = true
    }
  }

  /// Joins the first digits of a line to the figure that the end of the line before cuts off, with which all that
  /// follows them belongs to the row above; whether they make a figure.
  private mutating func joinWrapped(_ line: Int) -> Bool {
    guard let end = lines.lines[line - 1].pieces.last, let rest = lines.lines[line].pieces.first,
      whole(end, rest) != nil
    else { return false }
    put(rest, behind: end)
    let row = lines.lines[line - 1].pieces.map { lines.pieces[$0] }
    let others = lines.lines[line].pieces.dropFirst().map { lines.pieces[$0] }
    replace(line - 1, by: row + others)
    replace(line, by: [])
    return true
  }

  /// Joins what alone stands below a row of marked cells to the last of these: no cell begins a line there.
  private mutating func joinLastField(of row: Int, _ own: [Int], _ line: Int) {
    guard own.count == 1, lines.lines[line].pieces.count == 1, let last = lines.lines[row].pieces.last,
      numbers(row).last == last, isOpen(lines.pieces[last]), whole(last, own[0]) != nil
    else { return }
    put(own[0], behind: last)
    remove(own, from: line)
  }

  /// Whether a line is the very next one of the text: no blank line, and no page, ends between.
  private func follows(_ line: Int, _ before: Int) -> Bool {
    lines.lines[line].number == lines.lines[before].number + 1
  }

  /// The pieces of a line that look like figures or parts of them.
  private func numbers(_ line: Int) -> [Int] {
    lines.lines[line].pieces.filter { index in
      let piece = lines.pieces[index]
      return piece.kind == .integer || piece.kind == .amount || piece.isUnread
    }
  }

  /// Whether a piece may go on: it has fewer decimals than the others.
  private func isOpen(_ piece: TablePiece) -> Bool {
    piece.isUnread || piece.kind != .text && Int(piece.decimals) < decimals && piece.value != 0
  }

  /// Whether a line has a figure that may go on.
  private func hasOpen(_ line: Int) -> Bool {
    lines.lines[line].pieces.contains { index in
      let piece = lines.pieces[index]
      return (piece.kind == .integer || piece.kind == .amount || piece.isUnread) && isOpen(piece)
    }
  }

  /// Whether a line has nothing but what cannot be amounts of their own.
  private func isRests(_ line: Int) -> Bool {
    lines.pieces(of: line).allSatisfy { $0.isUnread || $0.kind == .integer && $0.digits <= 3 }
  }

  /// Whether a part shows by itself that a figure was broken.
  private func hasEvidence(_ above: [Int], _ own: [Int]) -> Bool {
    if own.contains(where: { lines.pieces[$0].isUnread }) { return true }
    // Who drops zeros prints no 1,736.0.
    return above.contains { index in
      let piece = lines.pieces[index]
      return piece.isUnread || piece.decimals > 0 && piece.value % 10 == 0
    }
  }

  /// Each rest with its only beginning; nil where one has none or more than one, or a broken beginning has no rest.
  private func pairs(_ above: [Int], _ own: [Int], areBelow: Bool = false) -> [(begin: Int, rest: Int)]? {
    guard !above.isEmpty, own.count <= above.count else { return nil }
    // However wide characters are counted.
    return pairs(above, own, \.wideColumn, areBelow) ?? pairs(above, own, \.narrowColumn, areBelow)
  }

  private func pairs(
    _ above: [Int], _ own: [Int], _ column: KeyPath<TablePiece, Int32>, _ areBelow: Bool
  ) -> [(begin: Int, rest: Int)]? {
    var result: [(begin: Int, rest: Int)] = []
    var taken: Set<Int> = []
    let isPlain = !own.contains { lines.pieces[$0].gap >= 2 }
    for rest in own {
      let begins = above.filter { begin in
        guard !taken.contains(begin), whole(begin, rest) != nil else { return false }
        // Where blanks do not keep the columns, only a part that is no number of its own tells what it is.
        let isTold = isPlain && (lines.pieces[begin].isUnread || lines.pieces[rest].isUnread)
        return isTold || isBelow(rest, begin, column)
      }
      let isClear = isPlain ? own.count == above.count && begins.first != nil : begins.count == 1
      guard isClear, let begin = begins.first else { return nil }
      // Two whole numbers may stand below each other.
      let (one, other) = (lines.pieces[begin], lines.pieces[rest])
      if !one.isUnread, one.decimals == 0, !other.isUnread { return nil }
      taken.insert(begin)
      result.append((begin, rest))
    }
    let isLeft = above.contains { lines.pieces[$0].isUnread && !taken.contains($0) }
    return isLeft || areBelow && taken.count < above.count ? nil : result
  }

  /// Whether one piece stands below another.
  private func isBelow(_ rest: Int, _ begin: Int, _ column: KeyPath<TablePiece, Int32>) -> Bool {
    let (one, other) = (lines.pieces[rest], lines.pieces[begin])
    let (end, otherEnd) = (one[keyPath: column], other[keyPath: column])
    return end - Int32(one.range.count) <= otherEnd + 1 && otherEnd - Int32(other.range.count) <= end + 1
  }

  /// The number that two parts make, with the usual decimals.
  private func whole(_ begin: Int, _ rest: Int) -> TablePiece? {
    let (one, other) = (lines.pieces[begin].range, lines.pieces[rest].range)
    guard one.count + other.count <= 24 else { return nil }
    let text = Array(bytes[one.lower..<one.upper] + bytes[other.lower..<other.upper])
    guard let piece = TableNumber.number(text.span, TextRange(0, text.count)), piece.kind == .amount,
      Int(piece.decimals) == decimals
    else { return nil }
    return piece
  }

  private mutating func put(_ rest: Int, behind begin: Int) {
    guard let whole = whole(begin, rest) else { return }
    var piece = lines.pieces[begin]
    piece.kind = .amount
    piece.value = whole.value
    piece.decimals = whole.decimals
    piece.digits = whole.digits
    piece.hasSeparators = whole.hasSeparators
    piece.isUnread = false
    lines.pieces[begin] = piece
    rests[piece.range.lower] = lines.pieces[rest].range
    hasChanged = true
  }

  /// Takes pieces out of a line.
  private mutating func remove(_ gone: [Int], from line: Int) {
    let kept = lines.lines[line].pieces.filter { !gone.contains($0) }.map { lines.pieces[$0] }
    replace(line, by: kept)
  }

  /// Puts the pieces of one line among those of the next, by their places.
  private mutating func move(from line: Int, to next: Int) {
    let all = Array(lines.pieces(of: line) + lines.pieces(of: next))
    replace(line, by: [])
    replace(next, by: all.sorted { $0.wideColumn < $1.wideColumn })
  }

  /// Gives a line other pieces, behind all there are.
  private mutating func replace(_ line: Int, by pieces: [TablePiece]) {
    let start = lines.pieces.count
    lines.pieces += pieces
    lines.lines[line].pieces = start..<lines.pieces.count
  }
}
