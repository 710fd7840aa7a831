/// How grave a finding is, from the least to the most.
@usableFromInline package enum Severity: Int, Hashable, Sendable, CaseIterable {
  /// A matter of style.
  case hint
  /// Worth knowing; nothing is wrong.
  case information
  /// Probably wrong; a person should look.
  case warning
  /// Wrong whatever way the figures were rounded.
  case error

  /// Whether a finding of this severity is an alarm, which fails the check.
  package var isAlarm: Bool { self >= .warning }

  /// The word used in reports and in the configuration.
  package var name: String {
    switch self {
    case .hint: "hint"
    case .information: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }
}

extension Severity: Comparable {
  /// Orders from hint to error.
  @usableFromInline package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}
