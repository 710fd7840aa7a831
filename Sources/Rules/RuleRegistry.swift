import Lint

/// All rules that exist.
///
/// The order of the relation rules decides which one names a finding that several could.
@usableFromInline package enum RuleRegistry {
  /// The rules whose relations the ledger judges.
  static let relationRules: [any RelationRule] = [
    SumMismatch(), WrongCount(), RepeatedFigure(), WrongShare(), WrongGrowth(), WrongChange(), WrongCompletion(),
    WrongDirection(), PartExceedsWhole(), SharesNotWhole(), RowSum(), AccountHierarchy(), ColumnSum(), Unbalanced(),
    ScoreSum(), NarrativeTable(), CrossTable(),
  ]

  /// The rules that judge by themselves.
  static let documentRules: [any DocumentRule] = [
    ZeroBaseGrowth(), UnitSlip(), IdleChange(), MissingPercentSign(), WrongYear(), BrokenYear(), DepartmentOrUnit(),
    Placeholder(), ChooseOne(), DoubledText(), HalfWidth(),
    AccountNameRule(), AccountMapping(), ItemList(), CopiedDescription(), WrongDirection(),
    EmptyNote(), UnexplainedEmptyTable(), MissingTable(), WrongEntity(), BrokenNumbering(), MissingUnit(),
    IncompleteThreePublic(), MissingReason(), UndefinedTerm(), UnknownAccount(), ContentsMismatch(), MissingSection(),
  ]

  /// The rules that check a document against others.
  static let comparisonRules: [any ComparisonRule] = [PriorYear(), BudgetAgainstFinal()]

  /// The description of every rule, by category and name.
  package static let all: [RuleInfo] =
    Set(
      relationRules.map { type(of: $0).info } + documentRules.map { type(of: $0).info }
        + comparisonRules.map { type(of: $0).info }
        + [RoundingDrift.info, UnreadableText.info]
    ).sorted { ($0.category.rawValue, $0.name) < ($1.category.rawValue, $1.name) }
}
