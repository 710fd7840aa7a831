import Lint

/// A repair that was not made.
package struct RefusedFix: Hashable, Sendable {
  /// The finding that stays.
  package let finding: Finding
  /// Why it stays.
  package let reason: Reason

  /// Why a repair is not made.
  package enum Reason: Hashable, Sendable {
    /// This alarm would stand in the repaired text, and stands not in the one before.
    case alarm(Finding)
    /// The repair changes nothing.
    case unchanged
    /// The text was judged as often as it is at most, or the run was ended: what would come of the repair is not known.
    case unjudged
  }
}
