import DisclosureText

/// The lines of a text before it was edited, for those that stand in it as they did.
struct FormerLines {
  let former: SyntaxTree
  /// The lines before this one are the same.
  let front: Int
  /// The lines from this one on are the same as those so many lines further up, so many bytes before.
  let back: Int
  let lineShift: Int
  let byteShift: Int

  /// Compares the text of `former` with `bytes`.
  ///
  /// - Complexity: O(*n*).
  init(_ former: SyntaxTree, _ bytes: [UInt8], _ index: LineIndex) {
    self.former = former
    lineShift = index.lineCount - former.index.lineCount
    byteShift = bytes.count - former.bytes.count
    guard !former.lines.isEmpty else {
      (front, back) = (0, index.lineCount)
      return
    }
    let (head, tail) = Self.common(former.bytes, bytes)
    let (old, new) = (former.index.starts, index.starts)
    // A line is the same if all its bytes are and it ends where it did: the next one tells.
    var front = 0
    while front + 1 < min(old.count, new.count), old[front + 1] == new[front + 1], new[front + 1] <= head { front += 1 }
    self.front = front
    var back = new.count
    while back > front, back - 1 - lineShift >= 0, new[back - 1] >= bytes.count - tail,
      old[back - 1 - lineShift] + byteShift == new[back - 1]
    {
      back -= 1
    }
    self.back = back
  }

  /// Appends the lines behind the edit, where they stand now.
  func appendBack(to lines: inout [Line]) {
    // Of a text that is not edited none are kept.
    for var line in former.lines.dropFirst(back - lineShift) {
      line.content = TextRange(line.content.lower + byteShift, line.content.upper + byteShift)
      lines.append(line)
    }
  }

  /// How many bytes the two texts share at their beginning and, behind those, at their end.
  private static func common(_ old: [UInt8], _ new: [UInt8]) -> (head: Int, tail: Int) {
    old.withUnsafeBytes { old in
      new.withUnsafeBytes { new in
        let count = min(old.count, new.count)
        var head = 0
        while head + 32 <= count, !old.differs(at: head, from: new, at: head) { head += 32 }
        while head + 8 <= count,
          old.loadUnaligned(fromByteOffset: head, as: UInt64.self)
            == new.loadUnaligned(fromByteOffset: head, as: UInt64.self)
        {
          head += 8
        }
        while head < count, old[head] == new[head] { head += 1 }
        var tail = 0
        while tail + 32 <= count - head,
          !old.differs(at: old.count - tail - 32, from: new, at: new.count - tail - 32)
        {
          tail += 32
        }
        while tail + 8 <= count - head,
          old.loadUnaligned(fromByteOffset: old.count - tail - 8, as: UInt64.self)
            == new.loadUnaligned(fromByteOffset: new.count - tail - 8, as: UInt64.self)
        {
          tail += 8
        }
        while tail < count - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
        return (head, tail)
      }
    }
  }
}

/// The blocks of a text before it was edited, for those that have the same characters as they had.
struct FormerBlocks {
  private let former: SyntaxTree
  private let now: [Block]
  private let bytes: [UInt8]
  private let index: LineIndex
  /// The blocks before this one are the same, and those from `back` on.
  private var front = 0
  private var back: Int
  private let shift: Int

  /// Compares the blocks of `former` with `blocks`, from both ends.
  ///
  /// - Complexity: O(*n*).
  init(_ former: SyntaxTree, _ blocks: [Block], _ bytes: [UInt8], _ index: LineIndex) {
    self.former = former
    now = blocks
    self.bytes = bytes
    self.index = index
    shift = blocks.count - former.blocks.count
    back = blocks.count
    let count = min(blocks.count, former.blocks.count)
    while front < count, isSame(front, former.blocks[front]) { front += 1 }
    while back > front, back - 1 - shift >= 0, isSame(back - 1, former.blocks[back - 1 - shift]) { back -= 1 }
  }

  /// The blocks that are not the same, from the first to behind the last.
  var changed: Range<Int> { front..<back }

  /// The blocks that are the same, as they were read before, where they stand now; nil for the others.
  func blocks() -> [ReadBlock?] {
    var found: [ReadBlock?] = []
    found.reserveCapacity(now.count)
    for number in now.indices {
      if number < front {
        found.append(moved(former.blocks[number], to: now[number]))
      } else if number >= back {
        found.append(moved(former.blocks[number - shift], to: now[number]))
      } else {
        found.append(nil)
      }
    }
    return found
  }

  /// A block as it was read before, where it stands now.
  private func moved(_ old: ReadBlock, to block: Block) -> ReadBlock {
    let bytes = block.range.lower - old.block.range.lower
    let lines = (block.tableLines.first ?? 0) - (old.block.tableLines.first ?? 0)
    if bytes == 0, lines == 0, block.range == old.block.range, block.text == old.block.text { return old }
    return ReadBlock(
      block: block, isFinished: old.isFinished, tokens: old.tokens, numerals: old.numerals, statements: old.statements,
      tableLines: old.tableLines.moved(bytes: bytes, lines: lines), opening: old.opening)
  }

  private func isSame(_ number: Int, _ old: ReadBlock) -> Bool {
    let (new, old) = (now[number], old.block)
    guard new.kind == old.kind, new.numbering == old.numbering, new.isClosed == old.isClosed,
      new.text.units == old.text.units
    else { return false }
    return new.kind != .table || hasSameLines(new, old)
  }

  /// Whether the lines of two tables have the same bytes, from the beginning of the first on.
  private func hasSameLines(_ new: Block, _ old: Block) -> Bool {
    guard let first = new.tableLines.first, let formerFirst = old.tableLines.first,
      new.tableLines.count == old.tableLines.count,
      zip(new.tableLines, old.tableLines).allSatisfy({ $0 - first == $1 - formerFirst })
    else { return false }
    let start = index.starts[first]
    let formerStart = former.index.starts[formerFirst]
    guard new.range.upper - start == old.range.upper - formerStart,
      new.range.lower - start == old.range.lower - formerStart
    else { return false }
    return bytes.hasBytes(at: start..<new.range.upper, of: former.bytes, at: formerStart)
  }
}

extension TableLines {
  /// The lines of a table that stands so many bytes and lines further down.
  func moved(bytes: Int, lines: Int) -> TableLines {
    if bytes == 0, lines == 0 || self.lines.isEmpty { return self }
    var result = self
    for index in result.lines.indices { result.lines[index].number += lines }
    for index in result.pieces.indices {
      let range = result.pieces[index].range
      result.pieces[index].range = TextRange(range.lower + bytes, range.upper + bytes)
    }
    return result
  }
}
