import Lint

/// What all inputs of a run add up to.
struct RunTotals: Hashable, Sendable {
  /// The texts that were judged.
  var files = 0
  /// The inputs that could not be read.
  var unreadable = 0
  /// Findings by severity, from hint to error.
  private var findings = [Int](repeating: 0, count: Severity.allCases.count)
  /// What became of the relations.
  var relations = RelationCounts()
  /// How many figures were checked.
  var figures = FigureCounts()

  /// Creates totals of nothing.
  init() {}

  /// Creates the totals of one text.
  init(_ report: LintReport) {
    files = 1
    for finding in report.findings { findings[finding.severity.rawValue] += 1 }
    relations = report.relations
    figures = report.figures
  }

  /// The findings of a severity.
  func count(of severity: Severity) -> Int { findings[severity.rawValue] }

  /// Whether there is a finding of at least this severity.
  func hasFinding(from severity: Severity) -> Bool {
    findings[severity.rawValue...].contains { $0 > 0 }
  }

  /// Adds what another input gave.
  mutating func add(_ other: RunTotals) {
    files += other.files
    unreadable += other.unreadable
    for severity in findings.indices { findings[severity] += other.findings[severity] }
    relations.checked += other.relations.checked
    relations.hold += other.relations.hold
    relations.rounding += other.relations.rounding
    relations.broken += other.relations.broken
    relations.notCheckable += other.relations.notCheckable
    figures.total += other.figures.total
    figures.verified += other.figures.verified
  }
}
