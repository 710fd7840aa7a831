import DisclosureSyntax

/// The index of a statement among all statements of the narrative.
@usableFromInline package typealias StatementIndex = Int

/// A statement with its place in the document.
@usableFromInline package struct PlacedStatement: Sendable {
  /// What is said.
  @usableFromInline package var statement: Statement
  /// The block it stands in.
  package var block: Int
  /// The section of the narrative, counted from 0; a heading of the two highest levels begins one.
  package var section: Int
}

/// A total and the parts that 其中 gives it.
@usableFromInline package struct Breakdown: Sendable {
  /// The total.
  package var head: StatementIndex
  /// The parts, in the order of the text.
  package var parts: [StatementIndex]
  /// Whether the parts are all there is: then they add to the total, otherwise each is at
  /// most the total.
  package var isFull: Bool
  /// Whether the total never has other parts than these, so that none was there in another year
  /// and is left out now: 基本支出 and 项目支出, but not functions or sources.
  package var isClosed = false
}

/// A share and what it is a share of.
@usableFromInline package struct Share: Sendable {
  /// The percentage.
  package var rate: StatementIndex
  /// The part.
  package var part: StatementIndex
  /// The whole.
  package var whole: StatementIndex
}

/// How an amount moved against an earlier one.
@usableFromInline package struct Movement: Hashable, Sendable {
  /// The change as an amount.
  package var change: StatementIndex?
  /// The change as a rate.
  package var rate: StatementIndex?
  /// The statement that nothing changed.
  package var unchanged: StatementIndex?
  /// The amount afterwards.
  package var current: StatementIndex?
  /// The amount before, where it is printed.
  package var base: StatementIndex?

  /// The statements that say so, without the amounts.
  package var words: [StatementIndex] { [change, rate, unchanged].compactMap { $0 } }
}

/// What was spent against what was planned.
@usableFromInline package struct Completion: Sendable {
  /// The completion rate; nil where only a word compares the two.
  package var rate: StatementIndex?
  /// The word, `决算数小于预算数`; nil where only a rate compares the two.
  package var word: StatementIndex?
  /// The final figure.
  package var actual: StatementIndex
  /// The budget that the sentence names.
  package var plan: StatementIndex
}

/// A completion rate beside what was spent above or below a plan that is not printed:
/// `完成年初预算的 118.47%，比年初预算增加 230.25 万元`.
@usableFromInline package struct ImpliedCompletion: Sendable {
  /// The completion rate.
  package var rate: StatementIndex
  /// The final figure.
  package var actual: StatementIndex
  /// The difference from the plan, with its word of direction.
  package var change: StatementIndex
}

/// What came in, what went out and what is left: `年初结转 A，本年收入 B，本年支出 C，年末结转 D`.
@usableFromInline package struct FlowBalance: Sendable {
  /// What there was and what came in.
  package var inflows: [StatementIndex]
  /// What went out and what is left, the last of them at the end of the year.
  package var outflows: [StatementIndex]
}

/// Two amounts of one measure and how far apart they are: `决算数 120 万元，年初预算 100 万元，差额 20 万元`.
@usableFromInline package struct Gap: Sendable {
  /// The amount that is printed first.
  package var one: StatementIndex
  /// The amount behind it.
  package var other: StatementIndex
  /// How far apart they are; which is the larger, they say themselves.
  package var amount: StatementIndex
}

/// Two figures that state one measure.
@usableFromInline package struct Restatement: Sendable {
  /// The first mention.
  package var first: StatementIndex
  /// The second mention.
  package var second: StatementIndex
  /// Whether the text itself makes them one measure, rather than the reader.
  package var isStated: Bool
  /// Why they must be equal.
  package var reason: Reason

  /// Why two figures must be equal.
  @usableFromInline package enum Reason: Sendable {
    /// The same measure is named again.
    case sameMeasure
    /// Revenue and expenditure balance.
    case balance
    /// An item's amount and its 预算安排.
    case itemAndAllocation
  }
}

/// A change and the changes of the parts that 其中 gives it: `增加 10 万元，其中：基本支出增加 4 万元，…`.
@usableFromInline package struct ChangeBreakdown: Sendable {
  /// The change of the total.
  package var head: StatementIndex
  /// The changes of all its parts.
  package var parts: [StatementIndex]
}

/// An amount of which the text says elsewhere that there is none.
@usableFromInline package struct Absence: Sendable {
  /// The amount.
  package var amount: StatementIndex
  /// The words that say there is none.
  package var words: StatementIndex
}

/// A figure that cannot exceed another.
@usableFromInline package struct Limit: Sendable {
  /// The part.
  package var part: StatementIndex
  /// What it is a part of.
  package var whole: StatementIndex
}

/// What the prose of a disclosure says about its figures, and how they hang together.
@usableFromInline package struct Narrative: Sendable {
  /// Every statement, in the order of the text.
  @usableFromInline package var statements: [PlacedStatement] = []
  /// The account that the words of each statement name.
  var accounts: [Int64?] = []
  /// Totals with their parts.
  package var breakdowns: [Breakdown] = []
  /// Shares with part and whole.
  package var shares: [Share] = []
  /// Changes and rates with what they are changes of.
  package var movements: [Movement] = []
  /// Rates of change whose base is not printed, and the amounts that changed.
  package var loneRates: [(rate: StatementIndex, current: StatementIndex)] = []
  /// Completion of budgets.
  package var completions: [Completion] = []
  /// Completion of budgets that are not printed.
  package var impliedCompletions: [ImpliedCompletion] = []
  /// Rates of completion of budgets that the prose does not print, and the final figures.
  package var openCompletions: [(rate: StatementIndex, actual: StatementIndex)] = []
  /// Words that set final figures against budgets that are not printed.
  package var unprintedPlans: [UnprintedPlan] = []
  /// Directions that are named again before their reason.
  package var labels: [ReasonLabel] = []
  /// How far final figures are from budgets, as rates.
  package var differences: [Completion] = []
  /// How far apart amounts are, as an amount.
  package var gaps: [Gap] = []
  /// What came in, went out and is left.
  package var flows: [FlowBalance] = []
  /// Figures that must be equal.
  package var restatements: [Restatement] = []
  /// Changes with the changes of their parts, where the parts are all there is.
  package var changeBreakdowns: [ChangeBreakdown] = []
  /// Amounts of which the text says that there are none.
  package var absences: [Absence] = []
  /// Figures that are part of others.
  package var limits: [Limit] = []
  /// Lists of names with the figures that count them.
  package var countedLists: [CountedList] = []
}
