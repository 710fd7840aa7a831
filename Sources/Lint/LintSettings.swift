import Disclosure

/// What is configured of a check: which rules speak how loudly, and what is known of the
/// document.
///
///     var settings = LintSettings()
///     settings.levels["rounding-drift"] = .off
///     Linter(settings: settings).lint(text)
@usableFromInline package struct LintSettings: Hashable, Sendable {
  /// The level of each rule that does not have its own severity.
  package var levels: [String: RuleLevel] = [:]
  /// What is known of the document beforehand.
  package var expectation = ProfileExpectation()

  /// Creates settings under which every rule has its own severity.
  package init() {}

  /// The findings as configured: those of rules that are off are gone. Relations are evaluated
  /// all the same, for a figure is diagnosed by all of them.
  func applied(to findings: [Finding]) -> [Finding] {
    if levels.isEmpty { return findings }
    return findings.compactMap { finding in
      guard let level = levels[finding.rule] else { return finding }
      guard case .severity(let severity) = level else { return nil }
      var finding = finding
      finding.severity = severity
      return finding
    }
  }
}

/// How loudly a rule speaks.
@usableFromInline package enum RuleLevel: Hashable, Sendable {
  /// Not at all.
  case off
  /// With findings of this severity.
  case severity(Severity)

  /// The word used in the configuration.
  package var name: String {
    switch self {
    case .off: "off"
    case .severity(let severity): severity.name
    }
  }

  /// The level of that word.
  package init?(name: String) {
    guard let level = Self.all.first(where: { $0.name == name }) else { return nil }
    self = level
  }

  /// Every level, from the quietest to the loudest.
  package static let all: [RuleLevel] = [.off] + Severity.allCases.map { .severity($0) }
}
