import DisclosureText

/// A stretch of the document that is read as one: a heading, a paragraph, a table.
@usableFromInline package struct Block: Sendable {
  /// What a block is.
  @usableFromInline package enum Kind: Hashable, Sendable {
    /// A line that names what follows.
    case heading
    /// Running prose, one paragraph or one numbered item.
    case paragraph
    /// Prose among the tables: `注：…`, `说明：…`, a long cell.
    case note
    /// The title line of a table.
    case tableTitle
    /// Lines of a table; left as they are.
    case table
    /// A line of the contents with its dot leaders.
    case contents
  }

  /// What it is.
  package var kind: Kind
  /// The number before it.
  package var numbering: Numbering?
  /// Its characters without line ends, blanks and page furniture; empty for a table.
  @usableFromInline package var text: RunningText
  /// The bytes from the first to behind the last character.
  package var range: TextRange
  /// The lines of a table, from 0, without page furniture; empty for all other blocks.
  package var tableLines: [Int] = []
  /// Where it stands a second time, right behind itself, on the same page; no other block has that text.
  package var doubled: TextRange?
  /// Whether the last sentence has its stop; what has none may still be being written.
  package var isClosed: Bool

  /// What stands in the place of a block that was taken out of a list.
  static var none: Block {
    Block(kind: .paragraph, text: RunningText(base: 0), range: TextRange(0, 0), isClosed: true)
  }
}
