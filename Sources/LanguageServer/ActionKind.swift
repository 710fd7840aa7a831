/// The kinds of code actions.
///
/// What only silences a finding is no repair of it: a client that makes the only quick fix without
/// asking must not do that, so it has a kind of its own.
enum ActionKind {
  /// Repairs a finding.
  static let quickFix = "quickfix"
  /// Makes all safe repairs of the document.
  static let fixAll = "source.fixAll.budgetlint"
  /// Computes the derived figures of a paragraph anew.
  static let recompute = "refactor.rewrite.recompute"
  /// Adds a finding to those that are known.
  static let ignore = "configure.ignore"
  /// Sets how loudly a rule speaks.
  static let severity = "configure.severity"

  /// All kinds, as the client is told of them.
  static let all = [quickFix, fixAll, recompute, ignore, severity]
}
