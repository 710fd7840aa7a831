import DisclosureText
import Lint
import Rules
import Testing

/// What stands beside figures and words and speaks for them: reasons, and the names of whose amounts follow.
@Suite("Witnesses beside figures")
struct ReasonWitnessTests {
  private func findings(_ section: String) -> [Finding] {
    Linter().lint(SourceText("某局2025年度部门预算公开\n\n\(section)\n")).findings
  }

  @Test("of two words that contradict each other the reason tells the wrong one")
  func contradiction() throws {
    let text = "2025年收入预算2784.49万元，比2024年预算增加6.27万元，下降0.2%，主要原因是在职人员增加。"
    let found = findings(text).filter { $0.rule == "wrong-direction" }
    #expect(found.count == 1)
    #expect(found.first?.fixes.first?.edits.first?.text == "增长")
    #expect(found.first?.fixes.first?.isPreferred == true)
    let other = findings(text.replacing("增加。", with: "减少。")).filter { $0.rule == "wrong-direction" }
    #expect(other.first?.fixes.first?.edits.first?.text == "减少")
  }

  @Test("a reason may have a sentence of its own, next to the change")
  func ownSentence() {
    let text = "2025年收入预算2784.49万元，比2024年预算增加6.27万元，下降0.2%。主要是在职人员增加。"
    let found = findings(text).filter { $0.rule == "wrong-direction" }
    #expect(found.first?.fixes.first { $0.isPreferred }?.edits.first?.text == "增长")
    let later = findings(text.replacing("主要是", with: "其中基本支出2000.00万元。主要是")).filter { $0.rule == "wrong-direction" }
    #expect(!later.isEmpty && later.allSatisfy { finding in finding.fixes.allSatisfy { !$0.isPreferred } })
  }

  @Test("no word is turned against the reason of its own sentence")
  func bornOut() {
    let found = findings("2025年人员经费800.00万元，与2024年相比减少200.00万元，降低33.33%，主要原因是人员减少。")
    #expect(found.contains { $0.severity == .error })
    #expect(found.allSatisfy { finding in finding.fixes.allSatisfy { !$0.isPreferred } })
  }

  @Test("a reason alone accuses nobody")
  func alone() {
    let found = findings("2025年收入预算2784.49万元，比2024年预算增加6.27万元，增长0.2%，主要原因是在职人员减少。")
    #expect(!found.contains { $0.severity == .error }, "\(found)")
  }

  @Test("items below the name of another body repeat nothing")
  func otherBody() {
    let list = "某局本级预算5127.40万元，包括人员支出3018.25万元、公用支出406.35万元、项目支出1702.80万元。"
    let items = "（一）人员支出318.25万元，主要是在职人员工资福利支出。\n（二）公用支出46.35万元，主要包括公用综合定额经费。"
    let heading = "一、部门支出预算情况\n"
    #expect(findings("\(heading)\(list)\n\n某局服务中心\n\n\(items)").allSatisfy { $0.rule != "repeated-figure" })
    #expect(findings("\(heading)\(list)\n\(items)").contains { $0.rule == "repeated-figure" })
  }
}
