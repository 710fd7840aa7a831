import DisclosureSyntax
import DisclosureText

/// Finds out what the statements of a document are about, and ties them together.
///
/// Statements are taken in the order of the text. The reader remembers what an elliptic
/// statement leaves out: the last amount, the lists that are open, the comparison that still
/// holds. See ``ListStack`` for which list an amount belongs to.
struct NarrativeReader {
  /// What is read: a class, for the reader is copied wherever what changes it looks something up.
  private final class Source {
    let tree: SyntaxTree
    let profile: Profile

    init(_ tree: SyntaxTree, _ profile: Profile) {
      self.tree = tree
      self.profile = profile
    }
  }

  private let source: Source
  var tree: SyntaxTree { source.tree }
  var profile: Profile { source.profile }
  var narrative = Narrative()
  var lists = ListStack()
  /// The statements of the present section and paragraph.
  var sectionStart = 0
  var paragraphStart = 0
  var section = 0
  /// The fund that the heading of the section limits it to, if it is not the general public budget.
  var sectionFund: Term?
  /// The list that the block before opened for its items.
  var pendingOpening: Statement.ListOpening?
  /// Whether a heading rather than a word opened it, so that its figures must show whether it is full.
  var pendingIsShown = false
  /// The changes whose parts are being listed, those in brackets last.
  var openChanges: [ChangeList] = []
  /// The total that each share is a share of, by its part.
  var shareWholes: [StatementIndex: StatementIndex] = [:]
  /// The amounts that a change or a rate was tied to.
  var moved: Set<StatementIndex> = []
  /// The first amount above zero from other funds than appropriations.
  var firstOtherFund: StatementIndex?
  /// A movement whose rate may still follow.
  var openMovement: Int?
  /// The amounts that the open movement may be of, where its words leave that open.
  var openChoice: Choice?
  /// A completion rate whose plan is not printed.
  var openCompletion: (rate: StatementIndex, actual: StatementIndex)?
  /// Shares of a whole that neither words nor a list name, with their parts.
  var looseShares: [(part: StatementIndex, rate: StatementIndex)] = []
  /// Shares below a part whose own share has no known total, with that part.
  var nestedShares: [(part: StatementIndex, rate: StatementIndex, parent: StatementIndex)] = []
  /// The first items of the lists that divide a total which is not known.
  var divisionsWithoutTotal: [StatementIndex] = []
  /// The sentence that gives another year's total, and that year.
  var otherYear: (block: Int, sentence: Int, year: Int)?
  /// The amounts of the document's own year, once all statements are taken.
  var levels: [StatementIndex] = []
  /// The list that divides another year's total.
  var otherYearParts: Breakdown?
  /// The parts of another year's totals.
  var otherYearItems: Set<StatementIndex> = []

  init(_ tree: SyntaxTree, _ profile: Profile) {
    source = Source(tree, profile)
  }

  /// Reads the narrative.
  ///
  /// - Complexity: O(*s* · *w*) for *s* statements and sections of *w* statements.
  mutating func read() -> Narrative {
    narrative.statements.reserveCapacity(tree.blocks.reduce(0) { $0 + $1.statements.count })
    for (number, block) in tree.blocks.enumerated() {
      switch block.block.kind {
      case .heading: enter(block)
      case .paragraph: take(block, number)
      case .table, .tableTitle, .note:
        closeLists()
        tieLooseShares()
        pendingOpening = nil
      case .contents: break
      }
    }
    closeLists()
    settleChanges()
    tieLooseShares()
    tieMentions()
    var counted = CountedListReader(tree, narrative.statements, narrative.breakdowns)
    narrative.countedLists = counted.read()
    return narrative
  }

  private mutating func enter(_ block: ReadBlock) {
    closeLists()
    tieLooseShares()
    pendingOpening = nil
    let level = block.block.numbering?.level ?? 0
    if level <= 1 {
      section += 1
      sectionStart = narrative.statements.count
      sectionFund = nil
      for case .term(let term) in block.tokens.lazy.map(\.kind) where term == .governmentFund || term == .stateCapital {
        sectionFund = term
      }
    } else if isOfUses(block) {
      pendingOpening = .including
      pendingIsShown = true
    }
  }

  private mutating func take(_ block: ReadBlock, _ number: Int) {
    openMovement = nil
    openCompletion = nil
    settleChanges()
    let shares = looseShares.count
    let numbering = block.block.numbering
    if let numbering, numbering.level < 6 {
      while let level = lists.itemLevel, numbering.level < level { closeItemList() }
      if let level = lists.itemLevel, numbering.level == level {
        closeInnerLists()
        lists.beginItem(numbering.value)
      } else if let pendingOpening, lists.itemLevel == nil || opensItems {
        openItemList(pendingOpening, level: numbering.level, isShown: pendingIsShown)
        lists.beginItem(numbering.value)
        self.pendingOpening = nil
      } else if let level = lists.itemLevel, numbering.level > level, numbering.value == 1, pendingOpening == nil,
        opensItems
      {
        // `1.本年收入合计 90 万元。（1）一般公共预算拨款收入 60 万元 …`: an item of items.
        openItemList(.amongThem, level: numbering.level, isShown: true)
        lists.beginItem(numbering.value)
      }
    }
    if pendingIsShown {
      pendingIsShown = false
      pendingOpening = nil
    }
    paragraphStart = narrative.statements.count
    for position in block.statements.indices {
      let index = narrative.statements.count
      narrative.statements.append(
        PlacedStatement(statement: block.statements[position], block: number, section: section))
      if let pendingOpening, self[index].opening == nil {
        narrative.statements[index].statement.opening = pendingOpening
      }
      if self[index].isAside, isOfShare(index, position, block.statements) {
        narrative.statements[index].statement.isAside = false
      }
      pendingOpening = nil
      take(index)
    }
    tieFlow()
    settleOtherYear()
    if looseShares.count == shares { tieLooseShares() }
    if let opening = block.opening { pendingOpening = opening }
  }

  /// Whether the statement, which is at `position` of its block, is a share or what the next one is a share of.
  private func isOfShare(_ index: StatementIndex, _ position: Int, _ statements: [Statement]) -> Bool {
    if position + 1 < statements.count, isShared(self[index], by: statements[position + 1]) { return true }
    return self[index].role == .share && position > 0 && isShared(statements[position - 1], by: self[index])
  }

  /// Whether the amount is the final figure of the budget right before it, or the budget of the expense, both behind a
  /// reason: `原因是厉行节约；其中：公务接待费全年预算 2 万元，决算 1 万元`.
  private func followsPlan(_ index: StatementIndex) -> Bool {
    guard index > paragraphStart, self[index].subject.isEmpty, self[index].subject.basis != nil else { return false }
    let before = self[index - 1]
    return before.role == .level && !before.isAside && before.isBehindReason && before.part == self[index].part
      && before.depth == self[index].depth && (isPlan(index - 1) || before.subject.measure != nil && isPlan(index))
  }

  private mutating func take(_ index: StatementIndex) {
    let statement = self[index]
    if statement.isAside { return listReason(index) }
    if statement.role == .level, takeGap(index) { return }
    if statement.isBehindReason, statement.role == .level, statement.subject.measure == nil,
      Family(statement.subject) == nil, !isItemOfList(index), !followsPlan(index)
    {
      // An amount that explains: 二是新增专项业务费 4.73 万元.
      narrative.statements[index].statement.isAside = true
      return
    }
    switch statement.role {
    case .level: takeLevel(index)
    case .change: takeChange(index)
    case .rate: takeRate(index)
    case .unchanged: takeUnchanged(index)
    case .share: takeShare(index)
    case .completion: takeCompletion(index)
    case .difference: takeDifference(index)
    case .planComparison: takePlanComparison(index)
    case .label: takeLabel(index)
    case .reopening: takeReopening(index)
    case .absence: break
    case .unclear: lists.damage(statement.sentence, narrative.statements[index].block)
    }
  }
}
