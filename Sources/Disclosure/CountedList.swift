import DisclosureSyntax
import DisclosureText

/// Names that the text lists one by one, and the figures that say how many there are:
/// `行政单位 1 家，事业单位 2 家，具体包括：1. …；2. …；3. …`.
@usableFromInline package struct CountedList: Sendable {
  /// The figures that together count the list: one, or one for each kind.
  package var counts: [StatementIndex]
  /// How many of the list none of the figures counts: 1 where `本部以及下属 2 家` leaves the body itself out.
  package var uncounted: Int
  /// How many names are listed.
  package var number: Int
  /// The bytes of the words that introduce it.
  package var range: TextRange
}

/// Finds the lists of names whose number the text gives.
///
/// A list counts only where nothing leaves its end open: numbered items from the first to the last, or names in
/// one sentence, each of which is that of an office, without 等 behind them.
struct CountedListReader {
  let tree: SyntaxTree
  let statements: [PlacedStatement]
  /// What the totals are among the counts; their parts are not counted again.
  let breakdowns: [Breakdown]
  private var lists: [CountedList] = []

  init(_ tree: SyntaxTree, _ statements: [PlacedStatement], _ breakdowns: [Breakdown]) {
    self.tree = tree
    self.statements = statements
    self.breakdowns = breakdowns
  }

  /// The lists, in the order of the text.
  ///
  /// - Complexity: O(*s*) for *s* statements, and the length of the sentences that count something.
  mutating func read() -> [CountedList] {
    var at = 0
    while at < statements.count {
      guard isCount(at) else {
        at += 1
        continue
      }
      var end = at + 1
      while end < statements.count, isCount(end), statements[end].block == statements[at].block,
        statements[end].statement.sentence == statements[at].statement.sentence
      {
        end += 1
      }
      take(at..<end)
      at = end
    }
    return lists
  }

  /// Whether the statement counts bodies or offices: `5 个`, `3 家`.
  private func isCount(_ index: StatementIndex) -> Bool {
    let statement = statements[index].statement
    guard statement.role == .level, statement.isFinished, let number = statement.numeral else { return false }
    let numeral = tree.blocks[statements[index].block].numerals[number]
    return (numeral.unit == .piece || numeral.unit == .establishment) && numeral.decimals == 0
  }

  private func numeral(_ index: StatementIndex) -> Numeral? {
    let placed = statements[index]
    return placed.statement.numeral.map { tree.blocks[placed.block].numerals[$0] }
  }

  private mutating func take(_ group: Range<StatementIndex>) {
    let block = statements[group.lowerBound].block
    let units = tree.blocks[block].block.text.units
    guard let last = numeral(group.upperBound - 1), let first = numeral(group.lowerBound) else { return }
    let names = ListIntroduction(units, behind: last.range.upperBound)
    guard let names else {
      takeSubordinates(group, units)
      return
    }
    let isOfBodies = ListIntroduction.countsOffices(units, first.range, last.range)
    guard isOfBodies else { return }
    var counts = Array(group)
    if counts.count > 1, let total = breakdowns.first(where: { $0.head == group.lowerBound }) {
      guard total.parts.allSatisfy(group.contains) else { return }
      counts = [group.lowerBound]
    }
    let found: Int?
    if names.start < units.count {
      found = counts.count == 1 ? inline(units, from: names.start) : nil
    } else {
      found = items(behind: block)
    }
    guard let found else { return }
    let range = tree.blocks[block].block.text.sourceRange(of: names.words)
    lists.append(CountedList(counts: counts, uncounted: 0, number: found, range: range))
    if let open = subordinates, block - open.block <= 1, names.start == units.count, counts.count > 1 {
      lists.append(CountedList(counts: [open.index], uncounted: 1, number: found, range: range))
    }
    subordinates = nil
  }

  /// `本部以及下属 4 家预算单位`, for the list in the next paragraph.
  private var subordinates: (index: StatementIndex, block: Int)?

  private mutating func takeSubordinates(_ group: Range<StatementIndex>, _ units: [UInt16]) {
    guard group.count == 1, let numeral = numeral(group.lowerBound),
      ListIntroduction.leavesOutOwn(units[..<numeral.range.lowerBound])
    else { return }
    subordinates = (group.lowerBound, statements[group.lowerBound].block)
  }

  /// The numbered items behind a block, all of one level and counted from 1; nil where they do not end clearly.
  private func items(behind block: Int) -> Int? {
    var at = block + 1
    guard let level = tree.blocks[safely: at]?.block.numbering?.level, (2...5).contains(level) else { return nil }
    var number = 0
    while let item = tree.blocks[safely: at]?.block, let numbering = item.numbering, numbering.level == level,
      numbering.value == number + 1, item.kind != .table
    {
      let text = item.text.units
      guard ListIntroduction.isName(text[min(numbering.length, text.count)...]), item.doubled == nil else { return nil }
      number += 1
      at += 1
    }
    guard number >= 2 else { return nil }
    if let next = tree.blocks[safely: at]?.block {
      // A page that breaks the list, or an item that was not understood.
      guard next.kind != .table, next.numbering.map({ $0.level < level }) ?? (next.kind != .paragraph) else {
        return nil
      }
    }
    return number
  }

  /// The names from `start` to the end of the sentence; nil where one of them is none or more may follow.
  private func inline(_ units: [UInt16], from start: Int) -> Int? {
    guard let number = ListIntroduction.offices(units[start...]), number >= 2 else { return nil }
    return number
  }
}

extension [ReadBlock] {
  /// The block at `index`, if there is one.
  subscript(safely index: Int) -> ReadBlock? { index < count ? self[index] : nil }
}
