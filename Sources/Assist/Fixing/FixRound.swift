import DisclosureText
import Lint

/// One round of repairs of a text: the disjoint ones that together raise no new alarm.
struct FixRound {
  /// The repairs that are made.
  private(set) var accepted: [MadeFix] = []
  /// The findings whose repairs are not.
  private(set) var refused: [RefusedFix] = []
  /// The text with the repairs.
  private(set) var bytes: [UInt8]
  /// What is wrong with it.
  private(set) var after: LintReport

  private let original: [UInt8]
  private let before: LintReport
  /// Judges a text; nil where no more is to be judged.
  private let judge: (SourceText) -> LintReport?

  /// Chooses among the repairs of `report` on `bytes`.
  init(bytes: [UInt8], report: LintReport, choice: FixChoice, judge: @escaping (SourceText) -> LintReport?) {
    original = bytes
    before = report
    self.judge = judge
    self.bytes = bytes
    after = report
    accept(Self.disjoint(report, choice, bytes)[...])
  }

  /// The repairs in the order of the text, without those that touch an earlier one, in groups of those that are only
  /// made together. Equal edits of two findings are one repair of both.
  ///
  /// - Complexity: O(*n* log *n*) for *n* repairs.
  private static func disjoint(_ report: LintReport, _ choice: FixChoice, _ bytes: [UInt8]) -> [[MadeFix]] {
    var groups: [[MadeFix]] = []
    var places: [Int: Int] = [:]
    for finding in report.findings {
      guard let fix = choice.fix(of: finding), !fix.edits.isEmpty else { continue }
      let made = MadeFix(finding: finding, fix: fix)
      guard let group = fix.group else {
        groups.append([made])
        continue
      }
      if let place = places[group] {
        groups[place].append(made)
      } else {
        places[group] = groups.count
        groups.append([made])
      }
    }
    var taken = TakenEdits()
    return groups.filter { group in
      let mayBeMade = group.allSatisfy { made in
        !areOverlapping(made.fix.edits)
          && made.fix.edits.allSatisfy { taken.isFree($0) && !BrokenFigure.isRepeated(by: $0, in: bytes) }
      }
      if mayBeMade { for made in group { made.fix.edits.forEach { taken.take($0) } } }
      return mayBeMade
    }
  }

  private static func areOverlapping(_ edits: [TextEdit]) -> Bool {
    let sorted = edits.sorted { $0.range < $1.range }
    return zip(sorted, sorted.dropFirst()).contains { $0.range.overlaps($1.range) }
  }

  /// Accepts all of `groups` if they go together with what was accepted before, else each half of
  /// them.
  private mutating func accept(_ groups: ArraySlice<[MadeFix]>) {
    if groups.isEmpty { return }
    let fixes = groups.flatMap { $0 }
    let edits = (accepted + fixes).flatMap(\.fix.edits)
    let text = TextEdit.apply(edits, to: original)
    guard let report = judge(SourceText(text)) else {
      refused += fixes.map { RefusedFix($0, .unjudged) }
      return
    }
    let harm = text == original ? nil : harm(in: report, of: edits, having: fixes)
    if text != original, harm == nil {
      accepted += fixes
      bytes = text
      after = report
    } else if groups.count == 1 {
      refused += fixes.map { RefusedFix($0, harm.map(RefusedFix.Reason.alarm) ?? .unchanged) }
    } else {
      let middle = groups.startIndex + groups.count / 2
      accept(groups[..<middle])
      accept(groups[middle...])
    }
  }

  /// The first alarm that is new or stands where a repair was made; nil where the text is better.
  private func harm(in report: LintReport, of edits: [TextEdit], having fixes: [MadeFix]) -> Finding? {
    let shift = EditShift(edits)
    // A figure that had an alarm may have it under another name when its neighbour is right.
    let known = Set(before.findings.filter(\.severity.isAlarm).map { shift.moved($0.range) })
    var repaired: [TextRange: Set<String>] = [:]
    for made in accepted + fixes { repaired[shift.moved(made.finding.range), default: []].insert(made.finding.rule) }
    return report.findings.first { finding in
      if let rules = repaired[finding.range] { return finding.severity.isAlarm || rules.contains(finding.rule) }
      return finding.severity.isAlarm && !known.contains(finding.range)
    }
  }
}
