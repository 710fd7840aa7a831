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
    let possible = Self.disjoint(report, choice).filter { made in
      !made.fix.edits.contains { BrokenFigure.isRepeated(by: $0, in: bytes) }
    }
    accept(possible[...])
  }

  /// The repairs in the order of the text, without those that touch an earlier one. Equal edits
  /// of two findings are one repair of both.
  private static func disjoint(_ report: LintReport, _ choice: FixChoice) -> [MadeFix] {
    var result: [MadeFix] = []
    var taken: [TextEdit] = []
    for finding in report.findings {
      guard let fix = choice.fix(of: finding), !fix.edits.isEmpty, !areOverlapping(fix.edits) else { continue }
      let isFree = fix.edits.allSatisfy { edit in
        taken.allSatisfy { $0 == edit || !$0.range.touches(edit.range) }
      }
      guard isFree else { continue }
      taken += fix.edits
      result.append(MadeFix(finding: finding, fix: fix))
    }
    return result
  }

  private static func areOverlapping(_ edits: [TextEdit]) -> Bool {
    let sorted = edits.sorted { $0.range < $1.range }
    return zip(sorted, sorted.dropFirst()).contains { $0.range.overlaps($1.range) }
  }

  /// Accepts all of `fixes` if they go together with those accepted before, else each half of
  /// them.
  private mutating func accept(_ fixes: ArraySlice<MadeFix>) {
    if fixes.isEmpty { return }
    let edits = (accepted + fixes).flatMap(\.fix.edits)
    let text = TextEdit.apply(edits, to: original)
    guard let report = judge(SourceText(text)) else {
      refused += fixes.map { RefusedFix(finding: $0.finding, reason: .unjudged) }
      return
    }
    let harm = text == original ? nil : harm(in: report, of: edits, having: fixes)
    if text != original, harm == nil {
      accepted += fixes
      bytes = text
      after = report
    } else if fixes.count == 1 {
      refused += fixes.map { RefusedFix(finding: $0.finding, reason: harm.map(RefusedFix.Reason.alarm) ?? .unchanged) }
    } else {
      let middle = fixes.startIndex + fixes.count / 2
      accept(fixes[..<middle])
      accept(fixes[middle...])
    }
  }

  /// The first alarm that is new or stands where a repair was made; nil where the text is better.
  private func harm(in report: LintReport, of edits: [TextEdit], having fixes: ArraySlice<MadeFix>) -> Finding? {
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

/// Where ranges of a text stand after edits of it.
struct EditShift {
  private let edits: [TextEdit]

  /// Creates the shift of `edits`, of which equal ones are made once.
  init(_ edits: [TextEdit]) {
    var sorted: [TextEdit] = []
    for edit in edits.sorted(by: { $0.range < $1.range }) where edit != sorted.last { sorted.append(edit) }
    self.edits = sorted
  }

  /// The range after the edits; one that an edit replaces becomes what was put there.
  func moved(_ range: TextRange) -> TextRange {
    TextRange(moved(range.lower, isEnd: false), moved(range.upper, isEnd: true))
  }

  private func moved(_ offset: Int, isEnd: Bool) -> Int {
    var shift = 0
    for edit in edits {
      if edit.range.lower >= offset { break }
      if edit.range.upper > offset {
        // Inside: the end of the range is the end of what was put there, its start the start.
        return edit.range.lower + shift + (isEnd ? edit.text.utf8.count : 0)
      }
      shift += edit.text.utf8.count - edit.range.count
    }
    return offset + shift
  }
}
