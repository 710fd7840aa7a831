import Assist
import DisclosureText
import Lint
import Rules
import Testing

@Suite("Repaired text")
struct FixedTextTests {
  func fixed(_ text: String, _ choice: FixChoice = .safe) -> FixedText {
    FixedText(SourceText("某局2025年度部门预算公开\n\n" + text), choice: choice, linter: Linter())
  }

  @Test("repairs of one round are made together, and nothing is left to repair")
  func rounds() {
    let text = """
      支出合计100.00万元，其中：基本支出60.00万元，占61.00%；项目支出40.00万元，占40.00%。

      202年度机关运行经费28.40万元，比2024年度减少1.60万元，增长5.33%。
      """
    let result = fixed(text)
    #expect(result.made.count == 3)
    #expect(result.report.findings.filter(\.severity.isAlarm) == [])
    let again = FixedText(SourceText(result.bytes), choice: .unsafe, linter: Linter())
    #expect(again.made == [])
    #expect(again.bytes == result.bytes)
  }

  @Test("a text without repairs is the same text")
  func unchanged() {
    let text = SourceText("某局2025年度部门预算公开\n\n支出合计100.00万元，其中：基本支出60.00万元，项目支出47.00万元。\n")
    for choice in [FixChoice.safe, .unsafe] {
      let result = FixedText(text, choice: choice, linter: Linter())
      #expect(result.bytes == text.bytes)
      #expect(result.made == [])
      #expect(!result.report.findings.isEmpty)
    }
  }

  @Test("which repair of a finding is made")
  func choice() {
    func finding(_ fixes: [(preferred: Bool, safe: Bool)]) -> Finding {
      Finding(
        rule: "wrong-share", severity: .error, range: TextRange(0, 1), message: LocalizedText("", ""),
        fixes: fixes.map { Fix(title: LocalizedText("", ""), isPreferred: $0.preferred, isSafe: $0.safe, edits: []) })
    }
    #expect(FixChoice.safe.fix(of: finding([(true, true)])) != nil)
    #expect(FixChoice.safe.fix(of: finding([(true, false)])) == nil)
    #expect(FixChoice.safe.fix(of: finding([(false, true)])) == nil)
    #expect(FixChoice.unsafe.fix(of: finding([(true, false)])) != nil)
    #expect(FixChoice.unsafe.fix(of: finding([(false, false)])) != nil)
    #expect(FixChoice.unsafe.fix(of: finding([(false, false), (false, false)])) == nil)
  }

  /// A judge that finds `a`, to be mended by `b`, and `b` where two of them stand.
  static func judge(_ text: SourceText) -> LintReport {
    let places = { (byte: UInt8) in text.bytes.indices.filter { text.bytes[$0] == byte } }
    func finding(_ rule: String, _ at: Int, _ replacement: String) -> Finding {
      let range = TextRange(at, at + 1)
      let edit = TextEdit(range: range, text: replacement)
      let fix = Fix(title: LocalizedText("", ""), isPreferred: true, isSafe: true, edits: [edit])
      return Finding(
        rule: rule, severity: .error, range: range, message: LocalizedText("", ""),
        fixes: replacement.isEmpty ? [] : [fix])
    }
    var findings = places(UInt8(ascii: "a")).map { finding("a", $0, "b") }
    let doubled = places(UInt8(ascii: "b"))
    if doubled.count > 1 { findings += doubled.map { finding("b", $0, "") } }
    findings += places(UInt8(ascii: "x")).map { finding("x", $0, "y") }
    findings += places(UInt8(ascii: "y")).map { finding("y", $0, "x") }
    findings += places(UInt8(ascii: "z")).map { finding("z", $0, "zz") }
    return LintReport(
      findings: findings.sorted { $0.range < $1.range },
      profile: ProfileSummary(kind: "budget", entity: nil, fiscalYear: nil), relations: RelationCounts(),
      figures: FigureCounts(), notes: [])
  }

  @Test("a repair that raises a new alarm is not made, the others are")
  func newAlarms() {
    let result = FixedText(SourceText("a.a.a"), choice: .safe, judge: Self.judge)
    #expect(String(decoding: result.bytes, as: UTF8.self) == "b.a.a")
    #expect(result.made.count == 1)
    #expect(result.refused.map(\.finding.range.lower) == [2, 4])
    #expect(
      result.refused.map { refused in
        if case .alarm(let alarm) = refused.reason { alarm.rule } else { "" }
      } == ["b", "b"])
  }

  @Test("what is refused is placed in the text as it was given and in the repaired one")
  func refusedPlaces() {
    func finding(_ rule: String, _ range: TextRange, _ text: String) -> Finding {
      let fix = Fix(
        title: LocalizedText("改为\(text)", "change it to \(text)"), isPreferred: true, isSafe: true,
        edits: [TextEdit(range: range, text: text)])
      return Finding(
        rule: rule, severity: .error, range: range, message: LocalizedText("有误", "wrong"),
        fixes: text.isEmpty ? [] : [fix])
    }
    func report(_ text: SourceText) -> LintReport {
      let string = String(decoding: text.bytes, as: UTF8.self)
      var findings = string.hasPrefix("ll") ? [finding("l", TextRange(0, 2), "l")] : []
      for (place, byte) in text.bytes.enumerated() {
        if byte == UInt8(ascii: "a") { findings.append(finding("a", TextRange(place, place + 1), "b")) }
        if byte == UInt8(ascii: "b") { findings.append(finding("b", TextRange(place, place + 1), "")) }
      }
      return LintReport(
        findings: findings, profile: ProfileSummary(kind: "budget", entity: nil, fiscalYear: nil),
        relations: RelationCounts(), figures: FigureCounts(), notes: [])
    }
    let result = FixedText(SourceText("ll.a"), choice: .safe, judge: report)
    #expect(String(decoding: result.bytes, as: UTF8.self) == "l.a")
    #expect(result.refused.map(\.range) == [TextRange(2, 3)])
    #expect(result.refused.map(\.originalRange) == [TextRange(3, 4)])
    #expect(
      result.refused.map(\.message.english) == [
        "not repaired: “wrong”; to change it to b would raise a new alarm (b): “wrong”"
      ])
  }

  @Test("repairs that go together are made together or not at all")
  func groups() {
    func report(_ text: SourceText, _ group: Int?) -> LintReport {
      let findings = text.bytes.indices.filter { text.bytes[$0] == UInt8(ascii: "a") }.map { at in
        Finding(
          rule: "a", severity: .error, range: TextRange(at, at + 1), message: LocalizedText("", ""),
          fixes: [
            Fix(
              title: LocalizedText("", ""), isPreferred: true, isSafe: true,
              edits: [TextEdit(range: TextRange(at, at + 1), text: "b")], group: group)
          ])
      }
      // Both repaired there is an alarm that was not there.
      let both = text.bytes == Array("b.b".utf8)
      let new = Finding(rule: "b", severity: .error, range: TextRange(1, 2), message: LocalizedText("", ""))
      return LintReport(
        findings: both ? [new] : findings, profile: ProfileSummary(kind: "budget", entity: nil, fiscalYear: nil),
        relations: RelationCounts(), figures: FigureCounts(), notes: [])
    }
    let apart = FixedText(SourceText("a.a"), choice: .safe) { report($0, nil) }
    #expect(String(decoding: apart.bytes, as: UTF8.self) == "b.a")
    let together = FixedText(SourceText("a.a"), choice: .safe) { report($0, 1) }
    #expect(String(decoding: together.bytes, as: UTF8.self) == "a.a")
    #expect(together.refused.count == 2)
  }

  @Test("of repairs that touch each other the first is made, of equal ones all")
  func touching() {
    func report(_ text: SourceText) -> LintReport {
      guard text.bytes.first == UInt8(ascii: "a") else { return Self.judge(SourceText("")) }
      let edits = [(0, 70, "x"), (70, 71, "y"), (0, 70, "x"), (72, 73, "z")]
      let findings = edits.map { edit in
        Finding(
          rule: "a", severity: .error, range: TextRange(edit.0, edit.1), message: LocalizedText("", ""),
          fixes: [
            Fix(
              title: LocalizedText("", ""), isPreferred: true, isSafe: true,
              edits: [TextEdit(range: TextRange(edit.0, edit.1), text: edit.2)])
          ])
      }
      return LintReport(
        findings: findings, profile: ProfileSummary(kind: "budget", entity: nil, fiscalYear: nil),
        relations: RelationCounts(), figures: FigureCounts(), notes: [])
    }
    let text = String(repeating: "a", count: 80)
    let fixed = FixedText(SourceText(text), choice: .safe, judge: report)
    #expect(String(decoding: fixed.bytes, as: UTF8.self) == "xaaz" + String(repeating: "a", count: 7))
    #expect(fixed.made.count == 3)
    #expect(fixed.made.map(\.range.lower) == [0, 0, 3])
  }

  @Test("repairs that undo each other, or leave their finding, come to an end")
  func circles() {
    let text = String(decoding: FixedText(SourceText("x"), choice: .safe, judge: Self.judge).bytes, as: UTF8.self)
    #expect(text == "x" || text == "y")
    #expect(FixedText(SourceText("z"), choice: .safe, judge: Self.judge).bytes.count < 64)
  }
}
