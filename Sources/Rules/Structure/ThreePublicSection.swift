import Disclosure
import DisclosureSyntax

/// The part of a narrative that explains the three public expenses: journeys abroad, cars and
/// receptions.
struct ThreePublicSection {
  /// The block of its heading.
  var heading: Int
  /// The blocks of its text.
  var blocks: Range<Int>

  /// The sections of `document` under a heading that names the three public expenses.
  static func sections(in document: DisclosureDocument) -> [ThreePublicSection] {
    let blocks = document.tree.blocks
    return document.outline.headings.compactMap { heading in
      guard TitleWords.contains(heading.words, TableSubject.threePublic.word), heading.words.last != 0x8868 else {
        return nil
      }
      let level = blocks[heading.block].block.numbering?.level ?? 1
      var end = heading.block + 1
      while end < blocks.count, !closes(blocks[end].block, level) { end += 1 }
      return ThreePublicSection(heading: heading.block, blocks: (heading.block + 1)..<end)
    }
  }

  private static func closes(_ block: Block, _ level: Int) -> Bool {
    switch block.kind {
    case .heading: block.numbering.map { $0.level <= level } ?? true
    case .paragraph: false
    case .note, .table, .tableTitle, .contents: true
    }
  }
}
