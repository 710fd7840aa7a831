import DisclosureText

/// How a text was divided into blocks, for dividing it again after an edit.
struct BlockDivision: Sendable {
  /// A place between two lines at which no block was open: from there on the blocks depend on the lines
  /// that follow and on what stands here.
  struct Pause: Sendable {
    /// The next line.
    var line: Int
    /// The blocks and the prose lines before it.
    var blocks: Int
    var history: Int
    /// Whether the tables had begun.
    var amongTables: Bool
  }

  /// The pauses, in the order of the text.
  var pauses: [Pause] = []
  /// The prose lines.
  var history: [Int] = []
  /// The width of a full line of prose.
  var wrapWidth = -1
  /// The lines that hold a page number.
  var pageNumbers: Set<Int> = []
}

/// Before and behind an edit a text is divided as it was.
extension BlockReader {
  /// What there is to know for dividing the text again.
  var division: BlockDivision {
    BlockDivision(pauses: pauses, history: history, wrapWidth: wrapWidth, pageNumbers: pageNumbers)
  }

  mutating func notePause(_ number: Int) {
    pauses.append(
      BlockDivision.Pause(line: number, blocks: blocks.count, history: history.count, amongTables: amongTables))
  }

  /// Whether what is decided by all lines together is as it was.
  mutating func isComparable(_ known: FormerLines) -> Bool {
    let former = known.former.division
    guard former.wrapWidth == wrapWidth else { return false }
    let formerBack = known.back - known.lineShift
    return pageNumbers.allSatisfy { line in
      line < known.front
        ? former.pageNumbers.contains(line)
        : line < known.back || former.pageNumbers.contains(line - known.lineShift)
    }
      && former.pageNumbers.allSatisfy { line in
        line < known.front
          ? pageNumbers.contains(line) : line < formerBack || pageNumbers.contains(line + known.lineShift)
      }
  }

  /// The line to begin with: the blocks before it are taken over.
  mutating func resume(_ known: FormerLines) -> Int {
    let former = known.former.division
    let limit = limit(before: known.front)
    guard let last = former.pauses.lastIndex(where: { $0.line <= limit }) else { return 0 }
    let pause = former.pauses[last]
    pauses = Array(former.pauses[...last])
    blocks += known.former.blocks[..<pause.blocks].lazy.map(\.block)
    history = Array(former.history[..<pause.history])
    for (place, line) in history.enumerated().suffix(Self.memory) {
      noteHash(lines[line].hash, place + 1)
    }
    amongTables = pause.amongTables
    return pause.line
  }

  /// The last line before which nobody has looked at line `front`.
  ///
  /// A line is decided on by looking at some of the next eight; lines that may repeat earlier ones are
  /// compared up to the fourteenth that is neither blank nor a page number, as no line wider than 12 is.
  private mutating func limit(before front: Int) -> Int {
    var line = front - Self.sight - 1
    var wide = 0
    while line > 0 {
      if lines[line].width > 12 { wide += 1 }
      if wide > Self.memory { return line }
      line -= 1
    }
    return 0
  }

  /// Takes over the blocks from line `number` on, if the text is as it was before the edit from there on
  /// and so is what was read before.
  mutating func takeOver(_ number: Int, _ known: FormerLines) -> Bool {
    guard number >= known.back, blocks.count >= 8 else { return false }
    let former = known.former.division
    let line = number - known.lineShift
    guard let place = former.pauses.partitioning(where: { $0.line >= line }), former.pauses[place].line == line,
      former.pauses[place].amongTables == amongTables, former.pauses[place].blocks >= 8
    else { return false }
    let pause = former.pauses[place]
    let own = history.suffix(Self.memory)
    let other = former.history[..<pause.history].suffix(Self.memory)
    guard own.count == Self.memory, other.count == Self.memory,
      zip(own, other).allSatisfy({ $0 >= known.back && $0 - known.lineShift == $1 })
    else { return false }
    let (blockShift, historyShift) = (blocks.count - pause.blocks, history.count - pause.history)
    for var pause in former.pauses[place...] {
      pause.line += known.lineShift
      pause.blocks += blockShift
      pause.history += historyShift
      pauses.append(pause)
    }
    history += former.history[pause.history...].lazy.map { $0 + known.lineShift }
    for read in known.former.blocks[pause.blocks...] {
      blocks.append(read.block.moved(bytes: known.byteShift, lines: known.lineShift))
    }
    return true
  }

  /// How many prose lines back lines that are repeated are looked for.
  static let memory = 14
  /// How many lines ahead the next line is looked for.
  static let sight = 8
}

extension Block {
  /// The block where it stands so many bytes and lines further down.
  fileprivate func moved(bytes: Int, lines: Int) -> Block {
    var block = self
    block.range = TextRange(range.lower + bytes, range.upper + bytes)
    block.text.base += bytes
    block.doubled = doubled.map { TextRange($0.lower + bytes, $0.upper + bytes) }
    if lines != 0 { for index in block.tableLines.indices { block.tableLines[index] += lines } }
    return block
  }
}

extension Array {
  /// The first index whose element satisfies `predicate`, by which the array is divided; nil where none does.
  fileprivate func partitioning(where predicate: (Element) -> Bool) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low < count ? low : nil
  }
}
