import Accounts
import DisclosureSyntax
import DisclosureText

/// What one block says of the document by its own characters, wherever it stands.
///
/// It is read once: after an edit the facts of the blocks that are as they were are taken over.
@usableFromInline package struct BlockFacts: Sendable {
  /// The words of what may be a title, as ``TitleWords`` has them; nil where it is too long for one, or ends a
  /// sentence.
  private let words: [UInt16]?
  /// The unit of amounts that a title or a line of its own states.
  let unit: Unit?
  /// The table that a title is about which calls it one.
  let description: TableDescription?
  /// What is printed in the cells of a table.
  let filling: TableOutline.Filling
  /// What a title says of the kind of the document.
  let evidence: ProfileEvidence
  /// Where it names a department as its own.
  let mention: EntityMention?
  /// The accounts that prose names from their class down, with their tokens.
  let chains: [Chain]

  /// An account as the block names it.
  struct Chain: Sendable {
    let token: Int
    let chain: AccountChain
    let account: Account?
    /// Whether the names are all that stands there, so that an amount behind them is of this account.
    let isPlain: Bool
  }

  /// The account that the words of an amount name by a chain, which they may go on behind; nil where that has to be
  /// read.
  func account(_ words: Range<Int>, in block: ReadBlock) -> Int64?? {
    for index in chains.indices where chains[index].isPlain {
      let range = block.tokens[chains[index].token].range
      // What stands behind an item is not read.
      let isWhole =
        range == words
        || range.lowerBound == words.lowerBound && range.upperBound <= words.upperBound
          && chains[index].chain.names.count == 3
      if isWhole { return .some(chains[index].account.map { Int64($0.code.digits) }) }
    }
    return nil
  }

  /// Reads what a block says.
  init(_ block: ReadBlock) {
    let kind = block.block.kind
    let units = block.block.text.units
    let isTitle = kind == .heading || kind == .tableTitle
    let mayBeTitle = units.count <= Self.shortLength && !Self.endsSentence(units.last)
    words = isTitle || kind == .contents || mayBeTitle ? Self.words(units, block.block.numbering) : nil
    unit = isTitle || kind == .paragraph && units.count < 40 ? TableSourceReader.unit(in: units) : nil
    description = isTitle && units.contains(OutlineReader.table) ? TableSourceReader.description(units) : nil
    filling = kind == .table || kind == .contents ? OutlineReader.filling(block) : .nothing
    evidence = isTitle ? ProfileEvidence(units) : ProfileEvidence()
    mention = EntityReader.mention(in: block, isAtFront: false)
    chains = kind == .paragraph || kind == .note ? OutlineReader.chains(block) : []
  }

  private static func words(_ units: [UInt16], _ numbering: Numbering?) -> [UInt16] {
    TitleWords.tableWords(units, from: numbering?.length ?? 0)
  }

  /// The words of the block that the facts are of.
  fileprivate func words(of block: ReadBlock) -> [UInt16] {
    words ?? Self.words(block.block.text.units, block.block.numbering)
  }

  /// Whether a sentence, or a part of one, ends with the character: 。 and ；.
  private static func endsSentence(_ unit: UInt16?) -> Bool { unit == 0x3002 || unit == 0xFF1B }

  /// The characters of a line that may be a title.
  private static let shortLength = 60

  /// The facts of all blocks of a tree; `former` are those of the tree it was read after.
  ///
  /// - Complexity: O(*n*) for the characters of the blocks that changed.
  static func facts(of tree: SyntaxTree, after former: [BlockFacts]?) -> [BlockFacts] {
    guard let former, let kept = tree.kept else { return tree.blocks.map { BlockFacts($0) } }
    var facts: [BlockFacts] = []
    facts.reserveCapacity(tree.blocks.count)
    facts += former[..<kept.changed.lowerBound]
    facts += tree.blocks[kept.changed].map { BlockFacts($0) }
    facts += former[(kept.changed.upperBound - kept.shift)...]
    return facts
  }
}

extension DisclosureDocument {
  /// The words of a block without its number, by which a title is known again.
  ///
  /// - Complexity: O(1), O(*n*) for what cannot be one.
  package func titleWords(_ block: Int) -> [UInt16] { facts[block].words(of: tree.blocks[block]) }
}

extension OutlineReader {
  /// The words of a block without its number, by which a title is known again.
  func titleWords(_ at: Int) -> [UInt16] { facts[at].words(of: blocks[at]) }
}
