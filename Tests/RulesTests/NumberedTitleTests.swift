import DisclosureText
import Lint
import Rules
import Testing

/// Tables whose titles are numbered as headings are, and what is counted beside others.
@Suite("Numbered titles, and numbers beside others")
struct NumberedTitleTests {
  private func report(_ section: String) -> LintReport {
    Linter().lint(SourceText("某局2025年部门预算公开\n\n\(section)\n"))
  }

  private static let tables = """
    一、部门收入预算总表

    单位：万元

    科目编码\t科目名称\t合计\t一般公共预算拨款\t其他收入
    \t合计\t340.50\t300.50\t40.00
    2130301\t行政运行\t220.10\t200.10\t20.00
    2130302\t一般行政管理事务\t120.40\t100.40\t20.00

    二、部门支出预算总表

    单位：万元

    科目编码\t科目名称\t合计\t基本支出\t项目支出
    \t合计\t340.50\t220.10\t120.40
    2130301\t行政运行\t220.10\t220.10\t
    2130302\t一般行政管理事务\t120.40\t\t120.40
    """

  @Test("each numbered title begins a table of its own")
  func titles() {
    let right = report(Self.tables)
    #expect(right.findings.filter(\.severity.isAlarm).isEmpty, "\(right.findings)")
    let wrong = report(Self.tables.replacing("120.40\t\t120.40", with: "120.40\t\t124.00"))
    #expect(wrong.findings.count(where: { $0.severity == .error }) == 1, "\(wrong.findings)")
  }

  @Test("a row with the same slip in its total and its only part is found")
  func rowOfSlips() {
    let found = report(Self.tables.replacing("220.10\t220.10\t", with: "202.10\t202.10\t")).findings
    #expect(found.contains { $0.severity == .error }, "\(found)")
  }

  @Test("whoever is counted behind a semicolon, or besides, is none of those before")
  func counted() {
    for others in ["；离退休人员95人，其中：离休1人、退休94人。", "，另有编外聘用人员120人。"] {
      let text = "一、人员情况\n某局在职人员81人，其中：行政人员36人、事业人员45人\(others)"
      #expect(report(text).findings.filter(\.severity.isAlarm).isEmpty, "\(others)")
    }
  }

  @Test("no share is repaired to more than the whole")
  func whole() {
    let found = report("一、绩效\n项目支出总额2291.13万元，5个项目共涉及资金2391.13万元，占项目支出总额的100%。").findings
    #expect(
      found.allSatisfy { finding in
        finding.fixes.allSatisfy { !$0.edits.contains { $0.text.contains("104") } || !$0.isPreferred }
      })
  }
}
