import DisclosureSyntax
import DisclosureText
import Ledger

/// A disclosure, understood: what it is, what its prose says, and what its figures may stand for.
///
/// It never changes, and is a class only so that handing it over does not copy its hundred lists.
@usableFromInline package final class DisclosureDocument: Sendable {
  /// The text it was read from.
  @usableFromInline package let text: SourceText
  /// Its lines.
  package let lines: LineIndex
  /// Its blocks, words and statements.
  @usableFromInline package let tree: SyntaxTree
  /// What each of its blocks says by itself.
  package let facts: [BlockFacts]
  /// What each of its blocks is and has, for looks that go past most of them.
  @usableFromInline package let signals: [BlockSignals]
  /// What it is, of whom, of which year.
  package let profile: Profile
  /// Where it names a department as its own, in the order of the text.
  package let entityMentions: [EntityMention]
  /// What was known of it beforehand.
  package let expectation: ProfileExpectation
  /// How it is put together.
  @usableFromInline package let outline: Outline
  /// What its prose says, tied together.
  @usableFromInline package let narrative: Narrative
  /// Its tables, and how their amounts hang together with each other and with the prose.
  @usableFromInline package let tables: TableModel
  /// Its tables before anything beyond each of them was read in them, for the text after the next edit; nothing where
  /// it is not to be edited.
  private let tablesByThemselves: TableModel
  /// The statements whose amount is printed in the wrong unit, with the right one. Everything else is judged
  /// as if they were repaired.
  package let unitSlips: [StatementIndex: Unit]
  /// The items that its prose describes.
  package let items: [DescribedItem]
  /// How its amounts are written.
  private let customs: WritingCustoms

  /// Reads `text`.
  ///
  /// - Parameter former: the document before it was edited. What did not change is taken over from it,
  ///   which is quicker and gives the same.
  /// - Parameter isEdited: whether the text may be edited, and what is needed to follow an edit is kept.
  /// - Parameter lines: the lines of the text, where they are known.
  /// - Complexity: O(*n*).
  package init(
    _ text: SourceText, lines: LineIndex? = nil, expecting expectation: ProfileExpectation = ProfileExpectation(),
    after former: DisclosureDocument? = nil, isEdited: Bool = false
  ) {
    self.text = text
    self.expectation = expectation
    let lines = lines ?? LineIndex(text.bytes)
    self.lines = lines
    tree = SyntaxTree(text, lines: lines, after: former?.tree, isEdited: isEdited)
    let facts = BlockFacts.facts(of: tree, after: former?.facts)
    self.facts = facts
    signals = BlockSignals.signals(of: tree, after: former?.signals)
    let (profile, mentions) = Profile.read(tree, facts, signals, expecting: expectation)
    self.profile = profile
    entityMentions = mentions
    var outlineReader = OutlineReader(tree, facts)
    outline = profile.isDisclosure ? outlineReader.read() : Outline()
    var reader = NarrativeReader(tree, profile)
    var narrative = profile.isDisclosure ? reader.read() : Narrative()
    narrative.accounts = Self.accounts(of: narrative.statements, tree.blocks, facts)
    self.narrative = narrative
    items = DescribedItem.items(in: tree, outline)
    let customs = WritingCustoms(tree)
    self.customs = customs
    let known = former.map { FormerTables($0.tablesByThemselves, in: $0.text.bytes) }
    let tables = profile.isDisclosure ? Self.tables(of: text, tree, facts, after: known) : TableModel()
    unitSlips = UnitSlips(tree: tree, narrative: narrative, tables: tables).find()
    // Where they are not kept they are taken over, not copied.
    tablesByThemselves = isEdited ? tables : TableModel()
    self.tables = tables.together(
      text, tree, profile, narrative, customs, after: former?.tables, isEdited: isEdited)
  }

  /// The account that the words of each statement name.
  private static func accounts(
    of statements: [PlacedStatement], _ blocks: [ReadBlock], _ facts: [BlockFacts]
  ) -> [Int64?] {
    statements.indices.map { index in
      let subject = statements[index].statement.subject
      // Nearly all name something else; a block is looked at for an account alone.
      guard subject.measure == nil, !subject.range.isEmpty else { return nil }
      let block = statements[index].block
      if subject.isAccount, let known = facts[block].account(subject.range, in: blocks[block]) { return known }
      return MentionReader.account(of: subject, in: blocks[block])
    }
  }

  private static func tables(
    of text: SourceText, _ tree: SyntaxTree, _ facts: [BlockFacts], after former: FormerTables? = nil
  ) -> TableModel {
    var sources = TableSourceReader(tree, facts)
    var reader = TableReader(bytes: text.bytes)
    return reader.read(TableSource.dividingForms(sources.read(), in: text.bytes), after: former)
  }

  /// Its tables, read once more: for those who measure how long that takes.
  package func tablesReadAgain() -> TableModel {
    Self.tables(of: text, tree, facts).together(text, tree, profile, narrative, customs)
  }

  /// The statement at `index`.
  @inlinable
  package func statement(_ index: StatementIndex) -> Statement { narrative.statements[index].statement }

  /// The printed number of a statement, or nil where a word says it all.
  package func numeral(_ index: StatementIndex) -> Numeral? {
    let placed = narrative.statements[index]
    return placed.statement.numeral.map { tree.blocks[placed.block].numerals[$0] }
  }

  /// The running text of the block that a statement stands in.
  package func runningText(_ index: StatementIndex) -> RunningText {
    tree.blocks[narrative.statements[index].block].block.text
  }

  /// What the number of a statement may stand for, or nil where it is beyond every measure.
  package func quantity(_ index: StatementIndex) -> Quantity? {
    guard var numeral = numeral(index) else { return nil }
    let statement = statement(index)
    // The two amounts say to which side a difference lies.
    // `减少 0.50 万元（-7.14%）` says twice that it is less.
    let isDecrease = statement.role == .rate && statement.direction == .down && statement.depth > 0
    if statement.role == .difference || isDecrease { numeral.isNegative = false }
    if let unit = unitSlips[index] { numeral.unit = unit }
    return customs.quantity(of: numeral, isRate: statement.lacksPercentSign, isChange: statement.role == .change)
  }

  /// The decimals with which the amount of `numeral` is known, which may be more than are printed.
  package func effectiveDecimals(_ numeral: Numeral) -> Int { customs.effectiveDecimals(numeral) }
}

extension DisclosureDocument {
  /// What the amount of a cell may stand for, in millionths of a yuan.
  package func quantity(ofCell index: CellIndex) -> Quantity? { tables.quantities[index] }

  /// The digits of a cell, as printed.
  package func printedCell(_ index: CellIndex) -> String {
    let range = tables.cells[index].piece.range
    let printed = String(decoding: text.bytes[range.lower..<range.upper], as: UTF8.self)
    guard let rest = tables.rests[index] else { return printed }
    return printed + String(decoding: text.bytes[rest.lower..<rest.upper], as: UTF8.self)
  }

  /// The bytes of a cell, from its first to its last part where it is broken over two lines.
  package func range(ofCell index: CellIndex) -> TextRange {
    let range = tables.cells[index].piece.range
    return tables.rests[index].map { TextRange(range.lower, $0.upper) } ?? range
  }
}
