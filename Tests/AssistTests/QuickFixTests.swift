import Assist
import DisclosureText
import Lint
import Testing

@Suite("Quick fixes")
struct QuickFixTests {
  static func finding(_ range: TextRange, _ titles: [String], preferred: String? = nil) -> Finding {
    Finding(
      rule: "wrong-share", severity: .error, range: range, message: LocalizedText("", ""),
      fixes: titles.map { title in
        Fix(title: LocalizedText(title, title), isPreferred: title == preferred, isSafe: true, edits: [])
      })
  }

  static let report = LintReport(
    findings: [
      finding(TextRange(10, 15), ["a", "b"]), finding(TextRange(12, 20), ["c", "d"], preferred: "d"),
      finding(TextRange(20, 20), ["e"], preferred: "e"), finding(TextRange(30, 31), []),
    ],
    profile: ProfileSummary(kind: "unknown", entity: nil, fiscalYear: nil), relations: RelationCounts(),
    figures: FigureCounts(), notes: [])

  @Test(
    "those that the range touches, preferred ones first",
    arguments: [
      (TextRange(0, 9), ""), (TextRange(0, 10), "ab"), (TextRange(10, 10), "ab"), (TextRange(15, 15), "dabc"),
      (TextRange(16, 17), "dc"), (TextRange(20, 20), "dec"), (TextRange(20, 25), "dec"), (TextRange(21, 40), ""),
      (TextRange(0, 99), "deabc"),
    ])
  func touching(range: TextRange, titles: String) {
    let fixes = QuickFix.all(in: Self.report, touching: range)
    #expect(fixes.map(\.fix.title.chinese).joined() == titles)
    #expect(fixes.allSatisfy { Self.report.findings[$0.findingIndex] == $0.finding })
  }

  @Test("an index that no finding has is left out")
  func unknownIndex() {
    #expect(QuickFix.all(in: Self.report, findingIndices: [9, 0]).map(\.fix.title.english) == ["a", "b"])
  }
}
