import Lint

/// All rules that exist.
package enum RuleRegistry {
  /// The description of every rule, by category and name.
  package static let all: [RuleInfo] = []
}
