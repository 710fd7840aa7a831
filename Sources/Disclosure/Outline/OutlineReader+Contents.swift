import DisclosureSyntax
import DisclosureText

extension OutlineReader {
  /// Finds the contents and takes their lines.
  ///
  /// Contents end where their first line stands again, at the head of what it promises. Lines
  /// with dot leaders need no such proof.
  mutating func readContents() {
    guard let head = blocks.prefix(Self.front).firstIndex(where: { Self.isContentsHead($0.block) }) else { return }
    var entries: [Int] = []
    var at = head + 1
    while at < blocks.count, at - head < Self.longest {
      let block = blocks[at].block
      if block.kind == .table || (block.kind == .paragraph && block.text.count > 60) { break }
      if entries.contains(where: { repeats($0, at) }) { break }
      entries.append(at)
      at += 1
    }
    let led = entries.filter { blocks[$0].block.kind == .contents }
    if led.count >= 2, let last = led.last {
      outline.contents = head..<(last + 1)
      for entry in led { append(entry) }
    } else if at < blocks.count, let first = entries.first, entries.contains(where: { repeats($0, at) }), at > first + 1
    {
      outline.contents = head..<at
      for entry in entries { append(entry) }
    }
  }

  /// Takes a list of annexes, `附件：` with the names of tables behind it.
  ///
  /// - Returns: the block behind the list, or nil where none begins at `at`.
  mutating func readAnnexList(_ at: Int) -> Int? {
    guard blocks[at].block.kind == .paragraph || blocks[at].block.kind == .heading,
      blocks[at].block.text.units.starts(with: Self.annex)
    else { return nil }
    var end = at + 1
    while end < blocks.count, isListedTable(end) { end += 1 }
    guard end - at > 3 else { return nil }
    for entry in (at + 1)..<end { append(entry) }
    return end
  }

  private func isListedTable(_ at: Int) -> Bool {
    let block = blocks[at].block
    return block.kind == .paragraph && block.numbering != nil && block.text.count <= 60
      && titleWords(at).last == Self.table
  }

  private mutating func append(_ at: Int) {
    let words = titleWords(at)
    // The rest of a line that was too long is no entry of its own; `第五部分 附件` is one.
    guard words.count >= 3 || words.count == 2 && blocks[at].block.numbering?.level == 0 else { return }
    outline.entries.append(Outline.Entry(block: at, words: words, isTable: words.last == Self.table))
  }

  /// Whether the line at `at` is the one at `entry` once more, with or without the number of its page.
  private func repeats(_ entry: Int, _ at: Int) -> Bool {
    let (first, second) = (blocks[entry].block, blocks[at].block)
    guard first.text.count > 3 else { return false }
    // The first part begins only once, whatever it is called: 部门概况 is 某局概况 in the text.
    if let part = first.numbering, part.level == 0, part.value == 1, second.numbering == part { return true }
    guard first.numbering == second.numbering else { return false }
    if first.text.units == second.text.units { return true }
    guard first.text.units.last.map(Mark.isDigit) ?? false, second.kind == .heading || second.kind == .paragraph else {
      return false
    }
    let words = titleWords(entry)
    return words.count > 3 && words == titleWords(at)
  }

  private static func isContentsHead(_ block: Block) -> Bool {
    (block.kind == .heading || block.kind == .paragraph) && block.text.count < 60
      && block.text.units.suffix(2).elementsEqual(contentsWord)
  }

  private static let contentsWord = Array("目录".utf16)
  private static let annex = Array("附件".utf16)
  /// Contents stand among the first blocks, and are no longer than this.
  private static let front = 15
  private static let longest = 120
}
