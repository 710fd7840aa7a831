import DisclosureText

/// Divides a document into blocks: headings, paragraphs, tables, notes.
///
/// Page furniture, and what stands in the text a second time because a page cut it off, are
/// left out. A paragraph is held together by its sentence: a line that does not end one goes
/// on in the next line that is no heading, no numbered item and no row of a table, whatever
/// blank lines, page numbers and form feeds stand between.
///
/// What only looks at lines is mutating too: a method that changes nothing would be given a copy of this structure.
struct BlockReader {
  let bytes: [UInt8]
  let lines: [Line]
  /// The width of a full line of prose.
  let wrapWidth: Int
  /// The lines that hold a number of a run of page numbers and nothing else.
  let pageNumbers: Set<Int>

  var blocks: [Block] = []
  /// What the block being read is; nil where none is.
  private(set) var openKind: Block.Kind?
  /// What else is known of it, which counts only while one is read: an optional would be copied at each look at it.
  var open = OpenBlock()
  /// Its characters.
  var text = RunningTextReader()
  /// Whether the tables have begun and no heading has ended them yet.
  var amongTables = false
  /// The last line that the present block took; behind the present one for a wrapped heading.
  private var lastTaken = 0
  /// The prose lines read so far, to find those that a page end printed twice.
  var history: [Int] = []
  /// For each value of the last bits of a hash how many of them there were when one had it last.
  var lastPlaces = [Int32](filledWith: .min, count: 256)
  /// The characters of the line that was looked at last, and where it begins.
  var looked: (start: Int, units: [UInt16]) = (-1, [])
  private let notesPauses: Bool
  /// The places at which no block was open.
  var pauses: [BlockDivision.Pause] = []

  /// The lines of a block.
  struct OpenBlock {
    fileprivate(set) var numbering: Numbering?
    var lastLine = 0
    var range = TextRange(0, 0)
    fileprivate(set) var tableLines: [Int] = []
    var doubled: TextRange?
  }

  /// - Parameter isEdited: whether the text may be divided again behind an edit.
  init(bytes: [UInt8], lines: [Line], isEdited: Bool) {
    notesPauses = isEdited
    self.bytes = bytes
    self.lines = lines
    var width = 0
    for line in lines where line.sentenceMarks > 0 && line.width < 200 { width = max(width, line.width) }
    wrapWidth = width
    pageNumbers = Self.pageNumbers(lines, bytes)
  }

  /// The blocks, in the order of the text; before and behind an edit they are those of the text before it.
  ///
  /// - Complexity: O(*n*).
  mutating func read(after known: FormerLines? = nil) -> [Block] {
    blocks.reserveCapacity(lines.count / 3)
    history.reserveCapacity(lines.count / 2)
    let known = known.flatMap { isComparable($0) ? $0 : nil }
    var number = known.map { resume($0) } ?? 0
    while number < lines.count {
      if openKind == nil {
        if let known, takeOver(number, known) { return blocks }
        if notesPauses, pauses.last?.blocks != blocks.count { notePause(number) }
      }
      let line = lines[number]
      if line.isBlank {
        number += 1
        continue
      }
      if let end = repetitionLength(at: number) {
        number = doubledEnd(from: number) ?? end
        continue
      }
      lastTaken = number
      take(number)
      number = lastTaken + 1
    }
    close()
    return blocks
  }

  private mutating func take(_ number: Int) {
    let line = lines[number]
    if isFurniture(number) || isLoneDivider(line) || isHeaderInFigure(number) { return }
    if line.features.contains(.leaders) {
      emit(.contents, number)
      return
    }
    if continuesSentence(number) {
      extend(number)
      return
    }
    if blocks.count < Self.opening, isTimeOfPage(line) {
      emit(.paragraph, number)
      return
    }
    if isTableLine(number) {
      takeTableLine(number)
      return
    }
    let numbering = numbering(of: line)
    if isTableMarker(number) {
      close()
      amongTables = true
      emit(.tableTitle, number)
      return
    }
    if let rest = wrappedHeadingEnd(number, numbering) {
      begin(.heading, number, numbering)
      extend(rest)
      close()
      amongTables = false
      lastTaken = rest
      return
    }
    if blocks.isEmpty, endsTitle(number) {
      extend(number)
      openKind = .heading
      close()
      return
    }
    if isHeading(number, numbering) {
      emit(.heading, number, numbering)
      amongTables = false
      return
    }
    if amongTables, numbering == nil || openKind == .table, line.sentenceMarks == 0, !startsNote(line) {
      takeTableLine(number)
      return
    }
    if numbering == nil, openKind == .paragraph || openKind == .note, !startsParagraph(number, after: open.lastLine) {
      extend(number)
      return
    }
    if amongTables, isNarrative(number) { amongTables = false }
    begin(amongTables ? .note : .paragraph, number, numbering)
  }

  // MARK: Building blocks

  private mutating func takeTableLine(_ number: Int) {
    amongTables = true
    if openKind == .table {
      open.range.upper = lines[number].content.upper
      open.lastLine = number
      open.tableLines.append(number)
      return
    }
    close()
    let range = lines[number].content
    text.begin(at: range.lower)
    openKind = .table
    open = OpenBlock(lastLine: number, range: range)
    open.tableLines.reserveCapacity(32)
    open.tableLines.append(number)
  }

  private mutating func emit(_ kind: Block.Kind, _ number: Int, _ numbering: Numbering? = nil) {
    begin(kind, number, numbering)
    close()
  }

  private mutating func begin(_ kind: Block.Kind, _ number: Int, _ numbering: Numbering?) {
    close()
    let range = proseRange(of: lines[number])
    text.begin(at: range.lower)
    text.append(bytes, range)
    openKind = kind
    open = OpenBlock(numbering: numbering, lastLine: number, range: range)
  }

  private mutating func extend(_ number: Int) {
    let range = proseRange(of: lines[number])
    text.append(bytes, range)
    open.lastLine = number
    open.range.upper = range.upper
  }

  private mutating func close() {
    guard let kind = openKind else { return }
    openKind = nil
    let isClosed = text.last.map { Mark.isStop($0) } ?? true
    var tableLines: [Int] = []
    swap(&tableLines, &open.tableLines)
    blocks.append(
      Block(
        kind: kind, numbering: open.numbering, text: text.end(), range: open.range, tableLines: tableLines,
        doubled: open.doubled, isClosed: isClosed))
  }
}
