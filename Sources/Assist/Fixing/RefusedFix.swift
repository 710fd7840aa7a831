import DisclosureText
import Lint

/// A repair that was not made.
package struct RefusedFix: Hashable, Sendable {
  /// The finding that stays.
  package let finding: Finding
  /// Its repair.
  package let fix: Fix
  /// Why it stays.
  package let reason: Reason
  /// Where the finding stands in the text after all repairs.
  package internal(set) var range: TextRange
  /// Where it stands in the text as it was given.
  package internal(set) var originalRange: TextRange

  /// Why a repair is not made.
  package enum Reason: Hashable, Sendable {
    /// This alarm would stand in the repaired text, and stands not in the one before.
    case alarm(Finding)
    /// The repair changes nothing.
    case unchanged
    /// The text was judged as often as it is at most, or the run was ended: what would come of the repair is not known.
    case unjudged
  }

  /// Creates the refusal of a repair in the text of its round.
  init(_ made: MadeFix, _ reason: Reason) {
    finding = made.finding
    fix = made.fix
    self.reason = reason
    range = finding.range
    originalRange = finding.range
  }

  /// What is left as it is, which repair was not made, and why.
  package var message: LocalizedText {
    let (left, repair) = (finding.message, fix.title)
    let outcome =
      switch reason {
      case .alarm(let alarm):
        LocalizedText(
          "会出现新的问题（\(alarm.rule)）：“\(alarm.message.chinese)”",
          "would raise a new alarm (\(alarm.rule)): “\(alarm.message.english)”")
      case .unchanged: LocalizedText("文本没有变化", "would change nothing")
      case .unjudged:
        LocalizedText(
          "会怎样未及核验，因为待改之处过多；可再运行一次", "was not tried, for there is too much to repair; run it once more")
      }
    return LocalizedText(
      "未作修改：“\(left.chinese)”；若\(repair.chinese)，\(outcome.chinese)",
      "not repaired: “\(left.english)”; to \(repair.english) \(outcome.english)")
  }
}
