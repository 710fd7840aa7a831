import Lint

/// Which repairs are made without asking.
package enum FixChoice: Hashable, Sendable {
  /// Those that may be made unseen: preferred and safe.
  case safe
  /// Also preferred ones that a person should look at, and the only one that a finding has.
  case unsafe

  /// The repair of `finding` that is made; nil where none is.
  package func fix(of finding: Finding) -> Fix? {
    let preferred = finding.fixes.first(where: \.isPreferred)
    switch self {
    case .safe: return preferred.flatMap { $0.isSafe ? $0 : nil }
    case .unsafe: return preferred ?? (finding.fixes.count == 1 ? finding.fixes.first : nil)
    }
  }
}
