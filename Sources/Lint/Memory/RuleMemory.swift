import Disclosure
import DisclosureSyntax
import DisclosureText

/// What a rule saw in the blocks and tables of a text, for the text after the next edit.
///
/// It belongs to the tree it was seen in, and is used for a tree that was read after that one alone: whoever
/// hands over the memory of another text gets what reading it anew gives.
@usableFromInline package struct RuleMemory: Sendable {
  /// Whether what is seen is wanted once more.
  @usableFromInline package let isKept: Bool
  /// What looks saw in the blocks of the text, for ``sights(_:in:)`` alone.
  @usableFromInline package var blocks: [any Sendable] = []
  /// What looks saw in tables, for ``sights(_:in:)`` alone.
  @usableFromInline package var tables: [any Sendable] = []
  /// What looks saw in the rows of tables, for ``sights(_:in:)`` alone.
  @usableFromInline package var rows: [any Sendable] = []

  /// Creates a memory of nothing.
  ///
  /// - Parameter isKept: whether what is seen is wanted once more.
  package init(isKept: Bool = false) { self.isKept = isKept }

  /// What `look` sees in the blocks of a document, in the order of the text.
  ///
  /// - Complexity: O(blocks that changed, and sights).
  @inlinable
  package mutating func sights<Look: BlockLook>(
    _ look: Look, in document: DisclosureDocument
  ) -> [BlockSight<Look.Sight>] {
    let tree = document.tree
    let place = blocks.firstIndex { $0 is SeenInBlocks<Look> }
    let known = place.flatMap { blocks[$0] as? SeenInBlocks<Look> }
    var sights: [BlockSight<Look.Sight>] = []
    if let known, known.look == look, known.tree === tree.identity { return known.sights }
    if let known, known.look == look, let kept = tree.kept, kept.former === known.tree {
      var isBehind = false
      for var seen in known.sights {
        guard let number = kept.number(of: seen.block) else { continue }
        if !isBehind, number >= kept.changed.upperBound {
          Self.see(look, kept.changed, in: document, &sights)
          isBehind = true
        }
        seen.block = number
        sights.append(seen)
      }
      if !isBehind { Self.see(look, kept.changed, in: document, &sights) }
    } else {
      Self.see(look, tree.blocks.indices, in: document, &sights)
    }
    if isKept { Self.note(SeenInBlocks(look: look, tree: tree.identity, sights: sights), at: place, in: &blocks) }
    return sights
  }

  /// Looks at those blocks of `range` that have one of the signals of the look.
  @inlinable @inline(never)
  package static func see<Look: BlockLook>(
    _ look: Look, _ range: Range<Int>, in document: DisclosureDocument, _ sights: inout [BlockSight<Look.Sight>]
  ) {
    let (all, wanted) = (document.signals, Look.signals)
    let signals = all.span
    for number in range where !signals[number].isDisjoint(with: wanted) {
      if let sight = look.sight(in: BlockText(number, of: document)) {
        sights.append(BlockSight(block: number, sight: sight))
      }
    }
  }

  /// What `look` sees in the tables of a document, in the order of the text.
  ///
  /// - Complexity: O(tables that changed, and blocks of all tables).
  @inlinable
  package mutating func sights<Look: TableLook>(
    _ look: Look, in document: DisclosureDocument
  ) -> [TableSight<Look.Sight>] {
    let tree = document.tree
    let place = tables.firstIndex { $0 is SeenInTables<Look> }
    let known = place.flatMap { tables[$0] as? SeenInTables<Look> }.flatMap { $0.look == look ? $0 : nil }
    let kept = known.flatMap { known in tree.kept.flatMap { $0.former === known.tree ? $0 : nil } }
    var sights: [TableSight<Look.Sight>] = []
    var seen: [SeenInTables<Look>.Seen] = []
    if isKept { seen.reserveCapacity(document.outline.tables.count) }
    var next = 0
    for table in document.outline.tables {
      let text = TableText(table, in: document)
      var sight: Look.Sight?
      if let known, let kept, let place = known.place(of: text, from: &next, kept) {
        sight = known.tables[place].sight
      } else {
        sight = look.sight(in: text)
      }
      if let sight { sights.append(TableSight(blocks: text.numbers, sight: sight)) }
      if isKept { seen.append(SeenInTables.Seen(words: text.words, numbers: text.numbers, sight: sight)) }
    }
    if isKept { Self.note(SeenInTables(look: look, tree: tree.identity, tables: seen), at: place, in: &tables) }
    return sights
  }

  /// Takes down what was seen in the place of what was seen before.
  @usableFromInline package static func note(_ seen: some Sendable, at place: Int?, in known: inout [any Sendable]) {
    if let place { known[place] = seen } else { known.append(seen) }
  }
}

/// What a look saw in the blocks of a text.
@usableFromInline package final class SeenInBlocks<Look: BlockLook>: Sendable {
  /// What was looked for.
  @usableFromInline package let look: Look
  /// The tree of the text.
  @usableFromInline package let tree: TreeIdentity
  /// What was seen.
  @usableFromInline package let sights: [BlockSight<Look.Sight>]

  /// Takes down what was seen.
  @inlinable
  package init(look: Look, tree: TreeIdentity, sights: [BlockSight<Look.Sight>]) {
    self.look = look
    self.tree = tree
    self.sights = sights
  }
}

/// What a look saw in the tables of a text.
@usableFromInline package final class SeenInTables<Look: TableLook>: Sendable {
  /// One table, with what was seen in it.
  @usableFromInline package struct Seen: Sendable {
    @usableFromInline let words: [UInt16]
    @usableFromInline let numbers: [Int]
    @usableFromInline let sight: Look.Sight?

    @inlinable
    init(words: [UInt16], numbers: [Int], sight: Look.Sight?) {
      self.words = words
      self.numbers = numbers
      self.sight = sight
    }
  }

  /// What was looked for.
  @usableFromInline package let look: Look
  /// The tree of the text.
  @usableFromInline package let tree: TreeIdentity
  /// The tables, in the order of the text.
  @usableFromInline package let tables: [Seen]

  /// Takes down what was seen.
  @inlinable
  package init(look: Look, tree: TreeIdentity, tables: [Seen]) {
    self.look = look
    self.tree = tree
    self.tables = tables
  }

  /// The place of a table among those seen, if it is one of them as it was: not before `next`, which is
  /// moved behind it.
  @usableFromInline
  func place(of text: TableText, from next: inout Int, _ kept: KeptBlocks) -> Int? {
    guard let first = text.numbers.first else { return nil }
    while next < tables.count {
      let seen = tables[next]
      guard let start = seen.numbers.first, let number = kept.number(of: start) else {
        next += 1
        continue
      }
      if number > first { return nil }
      next += 1
      guard number == first, seen.numbers.count == text.numbers.count, seen.words == text.words else { continue }
      let isSame = zip(seen.numbers, text.numbers).allSatisfy { kept.number(of: $0) == $1 }
      return isSame ? next - 1 : nil
    }
    return nil
  }
}
