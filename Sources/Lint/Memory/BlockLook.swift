import Disclosure
import DisclosureSyntax

/// Something to be looked for in one block at a time.
///
/// What is seen in a block depends on its characters and on what the look holds, and its places are counted
/// from the beginning of the block: so it is still to be seen there when the text around it was edited.
///
///     struct YearsIn: BlockLook {
///       static var signals: BlockSignals { .year }
///       func sight(in text: BlockText) -> [Range<Int>]? { … }
///     }
///     for seen in memory.sights(YearsIn(), in: document) { … }
@usableFromInline package protocol BlockLook: Hashable, Sendable {
  /// What is to be seen.
  associatedtype Sight: Sendable

  /// The signals of which a block must have one for anything to be seen in it.
  static var signals: BlockSignals { get }

  /// What is to be seen in a block; nil where there is nothing.
  func sight(in text: BlockText) -> Sight?
}

/// Something to be looked for in one table at a time, with the same bounds.
@usableFromInline package protocol TableLook: Hashable, Sendable {
  /// What is to be seen.
  associatedtype Sight: Sendable

  /// What is to be seen in a table; nil where there is nothing.
  func sight(in table: TableText) -> Sight?
}

/// One table and its notes: all that a ``TableLook`` looks at.
@usableFromInline package struct TableText {
  /// The words of its title, as `TitleWords` has them.
  @usableFromInline package let words: [UInt16]
  /// The blocks of its rows and notes, in the order of the text.
  @usableFromInline package let numbers: [Int]
  private let document: DisclosureDocument

  @usableFromInline init(_ table: TableOutline, in document: DisclosureDocument) {
    words = table.words
    numbers = table.notes.isEmpty ? table.bodies : (table.bodies + table.notes).sorted()
    self.document = document
  }

  /// The block at a place among ``numbers``.
  package func block(_ place: Int) -> BlockText { document.blockText(numbers[place]) }
}

/// What was seen in a block.
@usableFromInline package struct BlockSight<Sight: Sendable>: Sendable {
  /// The number of the block.
  @usableFromInline package var block: Int
  /// What was seen.
  @usableFromInline package let sight: Sight

  /// Notes what was seen in a block.
  @inlinable
  package init(block: Int, sight: Sight) {
    self.block = block
    self.sight = sight
  }
}

/// What was seen in a table.
@usableFromInline package struct TableSight<Sight: Sendable>: Sendable {
  /// The blocks of the table, by whose places the sight names them.
  @usableFromInline package let blocks: [Int]
  /// What was seen.
  @usableFromInline package let sight: Sight

  /// Notes what was seen in a table.
  @inlinable
  package init(blocks: [Int], sight: Sight) {
    self.blocks = blocks
    self.sight = sight
  }
}
