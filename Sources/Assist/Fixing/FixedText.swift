import DisclosureText
import Lint
import Rules

/// A text after all repairs that could be made were made.
///
///     let fixed = FixedText(SourceText(bytes), choice: .safe, linter: Linter())
///     fixed.bytes       // the text with its repairs
///     fixed.made.count  // how many they are
///
/// Repairs are made in rounds. Those of a round are disjoint; the text is judged again with
/// them, and one that raises a new alarm, or does not remove its finding, is not made. The
/// rounds end where nothing can be repaired, or where the text was the same before.
package struct FixedText: Sendable {
  /// The text with its repairs; bytes that no repair touches are those of the file.
  package let bytes: [UInt8]
  /// The repairs in the order they were made.
  package let made: [MadeFix]
  /// The repairs that could have been made and were not.
  package let refused: [RefusedFix]
  /// What is wrong with the text now.
  package let report: LintReport

  /// Repairs `text`; what was not UTF-8 in the file, of which `original` are the bytes, stays.
  ///
  /// - Parameter isEnded: whether no more is to be done; what was repaired up to then is the result.
  /// - Complexity: a lint for each round, and some for each repair that is refused, ``maximumJudgements`` at most.
  package init(
    _ text: SourceText, original: [UInt8]? = nil, choice: FixChoice, linter: Linter,
    isEnded: @escaping () -> Bool = { false }
  ) {
    self.init(text, original: original, choice: choice, isEnded: isEnded) { linter.lint($0) }
  }

  /// Repairs `text` by the reports of `judge`.
  package init(
    _ text: SourceText, original: [UInt8]? = nil, choice: FixChoice, isEnded: @escaping () -> Bool = { false },
    judge: @escaping (SourceText) -> LintReport
  ) {
    var left = Self.maximumJudgements
    func judgeAgain(_ text: SourceText) -> LintReport? {
      guard left > 0, !isEnded() else { return nil }
      left -= 1
      return judge(text)
    }
    var bytes = original ?? text.bytes
    var report = judge(text)
    var made: [MadeFix] = []
    var refused: [RefusedFix] = []
    var seen: Set<[UInt8]> = [bytes]
    // Where ranges of the text stood before the rounds, the last one first.
    var undone: [EditShift] = []
    for _ in 0..<Self.maximumRounds {
      let round = FixRound(bytes: bytes, report: report, choice: choice, judge: judgeAgain)
      refused = round.refused.map { refused in
        var refused = refused
        refused.originalRange = undone.reduce(refused.range) { $1.moved($0) }
        return refused
      }
      guard !round.accepted.isEmpty, seen.insert(round.bytes).inserted else { break }
      let shift = EditShift(round.accepted.flatMap(\.fix.edits))
      undone.insert(shift.undone, at: 0)
      for index in refused.indices { refused[index].range = shift.moved(refused[index].range) }
      for index in made.indices { made[index].range = shift.moved(made[index].range) }
      made += round.accepted.map { accepted in
        var accepted = accepted
        accepted.range = shift.moved(accepted.range)
        return accepted
      }
      bytes = round.bytes
      report = round.after
    }
    self.bytes = bytes
    self.made = made
    self.refused = refused
    self.report = report
  }

  /// A repair lets others come to light a few times, never endlessly.
  private static let maximumRounds = 10

  /// How often a text is judged at most: to find the few repairs that do harm takes some ten times for each, and a text
  /// in which nearly all do is for a person.
  private static let maximumJudgements = 80
}

/// A repair that was made.
package struct MadeFix: Hashable, Sendable {
  /// The finding it repaired, in the text of its round.
  package let finding: Finding
  /// The repair.
  package let fix: Fix
  /// Where what was put in stands: in the text after all repairs.
  package internal(set) var range: TextRange

  /// Creates the repair `fix` of `finding`, in the text of its round.
  init(finding: Finding, fix: Fix) {
    self.finding = finding
    self.fix = fix
    range = fix.edits.map(\.range).min() ?? finding.range
  }
}
