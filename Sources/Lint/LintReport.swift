import Disclosure
import DisclosureText

/// What linting one document gave.
@usableFromInline package struct LintReport: Sendable {
  /// The findings, by the start of their range, then by its end, then by rule.
  package var findings: [Finding]
  /// What kind of document it is, of whom and of which year.
  package var profile: ProfileSummary
  /// What became of the relations.
  package var relations: RelationCounts
  /// How many printed figures stand in at least one relation that was checked.
  package var figures: FigureCounts
  /// What a reader of the report should know: that the text is no disclosure, that a bound
  /// was reached. Plain sentences.
  package var notes: [LocalizedText]
  /// The disclosures of a file that holds several, in the order of the text; empty for one.
  package var disclosures: [ReportedDisclosure] = []
  /// Where the lines of the text begin, for those who say on which line a finding stands; of no text
  /// where the report was not made from one.
  package var lines = LineIndex([])

  /// Creates a report.
  package init(
    findings: [Finding], profile: ProfileSummary, relations: RelationCounts, figures: FigureCounts,
    notes: [LocalizedText]
  ) {
    self.findings = findings
    self.profile = profile
    self.relations = relations
    self.figures = figures
    self.notes = notes
  }
}

extension LintReport {
  /// The report on what is not judged.
  package static let nothing = LintReport(
    findings: [], profile: ProfileSummary(kind: "unknown", entity: nil, fiscalYear: nil), relations: RelationCounts(),
    figures: FigureCounts(), notes: [])
}

/// One disclosure of a file that holds several.
@usableFromInline package struct ReportedDisclosure: Hashable, Sendable {
  /// Whose it is, of what kind and year.
  package let profile: ProfileSummary
  /// The byte of the file that it begins with.
  package let start: Int
}

/// Whose document it is, in words for a report.
@usableFromInline package struct ProfileSummary: Hashable, Sendable {
  /// `budget`, `final` or `unknown`.
  package var kind: String
  /// The department or unit, as its document writes it.
  package var entity: String?
  /// The year the document is about.
  package var fiscalYear: Int?
  /// Whether it speaks for one unit (单位) rather than for a department with its units (部门).
  package var isUnit: Bool

  /// Creates a summary.
  package init(kind: String, entity: String?, fiscalYear: Int?, isUnit: Bool = false) {
    self.kind = kind
    self.entity = entity
    self.fiscalYear = fiscalYear
    self.isUnit = isUnit
  }

  /// Creates the summary of a profile.
  package init(_ profile: Profile) {
    self.init(
      kind: profile.kind.rawValue, entity: profile.entity, fiscalYear: profile.fiscalYear, isUnit: profile.isUnit)
  }
}

/// How many relations had which outcome.
@usableFromInline package struct RelationCounts: Hashable, Sendable {
  /// All that could be evaluated.
  package var checked = 0
  /// Those whose printed figures compute exactly.
  package var hold = 0
  /// Those that hold for amounts that round to the printed ones.
  package var rounding = 0
  /// Those that no such amounts satisfy.
  package var broken = 0
  /// Those with an operand that could not be read.
  package var notCheckable = 0

  /// Creates counts of nothing.
  package init() {}
}

/// How many figures were read and how many of them were checked.
@usableFromInline package struct FigureCounts: Hashable, Sendable {
  /// The printed figures that state a measure.
  package var total = 0
  /// Those that stand in at least one relation that was checked.
  package var verified = 0

  /// Creates counts of nothing.
  package init() {}
}
