import DisclosureText

/// What an amount is said to be: a known measure, an account, or a name.
@usableFromInline package struct Subject: Hashable, Sendable {
  /// The known measure, if the words name one.
  package var measure: Term?
  /// The fund the measure is limited to.
  package var fund: Term?
  /// The budget or account the amount is taken from: initial budget, final figure …
  package var basis: Term?
  /// The year the words name.
  @usableFromInline var years = StatedYear()
  /// A hash of the words without years, numbering and words that say nothing; 0 for none.
  package var name: UInt64 = 0
  @usableFromInline var words = ShortRange(0..<0)
  /// Whether the words are an account chain.
  package var isAccount = false
  /// Whether the words begin with a class of expenditure: 卫生健康支出.
  package var isListed = false
  /// Whether words behind the measure narrow it to something else: 公务接待费用于外宾.
  package var isQualified = false

  /// The year the words name, as printed.
  @inlinable package var year: Int? {
    get { years.printed }
    set { years.printed = newValue }
  }

  /// 上年 is -1, 本年 is 0.
  @inlinable package var relativeYear: Int? {
    get { years.relative }
    set { years.relative = newValue }
  }

  /// Where the account chain or name stands, for comparing and for messages.
  @inlinable package var range: Range<Int> {
    get { words.range }
    set { words = ShortRange(newValue) }
  }

  /// Whether no word says what is measured.
  package var isEmpty: Bool { measure == nil && fund == nil && name == 0 }

  /// Whether both may be the same measure: the same known one under funds that do not
  /// differ, or the same name.
  package func matches(_ other: Subject) -> Bool {
    if let measure, let otherMeasure = other.measure {
      return measure == otherMeasure && (fund == nil || other.fund == nil || fund == other.fund)
    }
    if measure == nil, other.measure == nil, let fund, let otherFund = other.fund, name == other.name {
      return fund == otherFund
    }
    return name != 0 && name == other.name && measure == other.measure
  }
}

extension Term {
  /// Whether the term names something that is measured.
  package var isMeasure: Bool {
    rawValue >= Term.revenueExpenditureGrandTotal.rawValue && rawValue <= Term.performance.rawValue
  }
  /// Whether the term names all revenue or all expenditure, which a fund or a word narrows.
  package var isGeneralMeasure: Bool { isMeasure && rawValue <= Term.expenditure.rawValue }
  /// Whether the term names a fund.
  package var isFund: Bool {
    rawValue >= Term.appropriation.rawValue && rawValue <= Term.specialAccount.rawValue
  }
  /// Whether the term says which budget or account an amount comes from.
  package var isBasis: Bool {
    rawValue >= Term.initialBudget.rawValue && rawValue <= Term.final.rawValue
  }
}
