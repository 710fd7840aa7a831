import Accounts

/// How a document is put together: what its contents promise, the headings of its narrative,
/// its tables with their titles and notes.
///
/// Blocks are named by their index in the syntax tree.
@usableFromInline package struct Outline: Sendable {
  /// What the contents (目录) and the lists of annexes promise, in the order of the text.
  package internal(set) var entries: [Entry] = []
  /// The headings outside the contents.
  package internal(set) var headings: [Heading] = []
  /// The tables.
  @usableFromInline package internal(set) var tables: [TableOutline] = []
  /// The blocks of the contents, which say nothing themselves.
  package internal(set) var contents: Range<Int> = 0..<0
  /// The paragraphs outside the contents.
  package internal(set) var paragraphs: [Int] = []
  /// The notes among and below tables.
  package internal(set) var notes: [Int] = []
  /// The accounts that prose names from their class down, in the order of the text.
  package internal(set) var chains: [PlacedChain] = []
  /// The part of the document that explains terms, 名词解释.
  package internal(set) var glossary: Range<Int> = 0..<0

  /// The chains of one block.
  ///
  /// - Complexity: O(log *n*).
  package func chains(in block: Int) -> ArraySlice<PlacedChain> {
    var low = 0
    var high = chains.count
    while low < high {
      let middle = (low + high) / 2
      if chains[middle].block < block { low = middle + 1 } else { high = middle }
    }
    return chains[low...].prefix { $0.block == block }
  }

  /// Whether a block is one of ``paragraphs``.
  ///
  /// - Complexity: O(log *n*).
  package func isParagraph(_ block: Int) -> Bool { Self.contains(paragraphs, block) }

  /// Whether a block is one of ``notes``.
  ///
  /// - Complexity: O(log *n*).
  package func isNote(_ block: Int) -> Bool { Self.contains(notes, block) }

  private static func contains(_ blocks: [Int], _ block: Int) -> Bool {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle] < block { low = middle + 1 } else { high = middle }
    }
    return low < blocks.count && blocks[low] == block
  }

  /// A line of the contents or of a list of annexes.
  @usableFromInline package struct Entry: Sendable {
    /// Its block.
    package var block: Int
    /// Its words, as ``TitleWords`` has them.
    package var words: [UInt16]
    /// Whether it names a table.
    package var isTable: Bool
  }

  /// An account chain with its place.
  @usableFromInline package struct PlacedChain: Sendable {
    /// Its block.
    package var block: Int
    /// Its token.
    package var token: Int
    /// The names.
    package var chain: AccountChain
    /// The account they lead to; nil where the chart of accounts has no such path.
    package var account: Account?
  }

  /// A line that names what follows it.
  @usableFromInline package struct Heading: Sendable {
    /// Its block.
    package var block: Int
    /// Its words, as ``TitleWords`` has them.
    package var words: [UInt16]
  }
}

/// A table as the document's blocks have it.
@usableFromInline package struct TableOutline: Sendable {
  /// The block of its title; nil where it has none.
  package var title: Int?
  /// The words of the title, as ``TitleWords`` has them.
  package var words: [UInt16] = []
  /// Its title lines: number, name, department, unit.
  package var titles: [Int] = []
  /// The blocks of its rows.
  package var bodies: [Int] = []
  /// What is printed in the cells of each of these blocks.
  package var fillings: [Filling] = []
  /// The notes among and below its rows.
  package var notes: [Int] = []

  /// What is printed in its cells.
  package var filling: Filling { fillings.max() ?? .nothing }

  /// What is printed in its cells above the block `note`. What follows a note may belong to the
  /// next table, whose title was not known for one.
  package func filling(above note: Int) -> Filling {
    zip(bodies, fillings).filter { $0.0 < note }.map(\.1).max() ?? .nothing
  }

  /// What is printed in the cells of a table.
  @usableFromInline package enum Filling: Sendable {
    /// No number at all.
    case nothing
    /// Numbers that may be codes, or zeros.
    case unclear
    /// Amounts above zero.
    case amounts
  }
}
