import DisclosureText

/// What a sentence says about one figure.
///
/// One sentence holds one to a dozen statements: an amount, how much it changed, at what rate,
/// what share of what it is.
@usableFromInline package struct Statement: Hashable, Sendable {
  /// What kind of thing is said.
  package var role: Role
  /// Whether the figure rose or fell.
  package var direction: Direction?
  /// The list that begins with this statement.
  package var opening: ListOpening?
  /// Whether one figure is said of several measures: 各增加.
  package var isEach = false
  /// Whether it stands in a reason, a purpose or a definition, where figures state other
  /// measures than the subject's.
  package var isAside: Bool
  /// Whether a reason was given earlier in the sentence, so that what follows may belong to it.
  package var isBehindReason = false
  /// Whether its sentence is finished and could be read to the end.
  package var isFinished = true
  /// Whether a percentage lacks its sign.
  package var lacksPercentSign = false
  /// Whether the comparison ends behind the amount: `与 2021 年度 90 万元相比，`.
  package var isComparedAmount = false
  /// Whether a share is one of the amount right before it: `占支出合计 90 万元的 40%`.
  package var isOfPrinted = false
  /// Whether a clause of its own names what it is said of, in words that are no measure:
  /// `其中，教育支出受增人影响，较上年增加 5 万元`.
  package var isOfUnread = false
  /// The number of the list item it begins, in the middle of a paragraph.
  package var isItem = false
  // What is looked at most stands in the first 64 bytes.
  @usableFromInline var numeralIndex: Int32 = -1
  @usableFromInline var place: Place
  /// What the figure is said of; empty where the words before it leave that to the context.
  package var subject: Subject
  @usableFromInline var wordRange = ShortRange(nil)
  /// With what the figure is compared.
  package var reference: Reference?
  /// What the share is a share of, where it is said.
  package var whole: Subject?

  /// What kind of thing a statement says.
  @usableFromInline package enum Role: UInt8, Hashable, Sendable {
    /// An amount: `支出合计 100 万元`.
    case level
    /// A difference: `增加 5 万元`.
    case change
    /// A rate of change: `增长 5%`.
    case rate
    /// A share: `占 40%`.
    case share
    /// A completion rate: `完成年初预算的 98%`.
    case completion
    /// A difference from the budget: `预决算差异率 -2.5%`.
    case difference
    /// No change: `与 2024 年预算持平`.
    case unchanged
    /// Final figure against budget in words: `决算数小于预算数`.
    case planComparison
    /// A direction is named again before its reason: `下降的原因是`.
    case label
    /// A measure is taken up again: `财政拨款支出预算中，`.
    case reopening
    /// There is none: `无使用政府性基金预算拨款安排的支出`.
    case absence
    /// A figure whose place in the sentence is not understood.
    case unclear
  }

  /// Which way a figure went.
  @usableFromInline package enum Direction: Int8, Hashable, Sendable {
    case down = -1
    case same = 0
    case up = 1
  }

  /// How a list is introduced.
  @usableFromInline package enum ListOpening: UInt8, Hashable, Sendable {
    /// 其中
    case amongThem
    /// 以下方面, 主要内容如下
    case following
    /// 包括
    case including
    /// an opening bracket
    case bracket
    /// 收入包括, behind the total of revenue and expenditure
    case revenues
    /// 支出包括, behind the total of revenue and expenditure
    case expenditures
    /// …中，: the list of a measure that is taken up again
    case reopening
  }

  /// With what a figure is compared: a year's budget, execution or final figure.
  @usableFromInline package struct Reference: Hashable, Sendable {
    /// Which figure of that year, or which budget of the same year.
    package var basis: Term?
    @usableFromInline var years: StatedYear
    @usableFromInline var words: ShortRange

    init(year: Int? = nil, relativeYear: Int? = nil, basis: Term? = nil, range: Range<Int>) {
      years = StatedYear(printed: year, relative: relativeYear)
      self.basis = basis
      words = ShortRange(range)
    }

    /// The year as printed.
    @inlinable package var year: Int? {
      get { years.printed }
      set { years.printed = newValue }
    }

    /// 上年 is -1.
    @inlinable package var relativeYear: Int? {
      get { years.relative }
      set { years.relative = newValue }
    }

    /// Where it stands in the running text.
    @inlinable package var range: Range<Int> {
      get { words.range }
      set { words = ShortRange(newValue) }
    }

    /// Whether it is the same year's budget rather than another year's figure.
    package var isPlan: Bool { year == nil && relativeYear == nil && basis != nil }
  }
}
