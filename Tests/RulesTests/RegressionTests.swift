import DisclosureText
import Lint
import Rules
import Testing

/// Texts that once went wrong.
@Suite("Texts that once went wrong")
struct RegressionTests {
  private func report(_ section: String, title: String = "某局2025年度部门预算公开") -> LintReport {
    Linter().lint(SourceText("\(title)\n\n\(section)\n"))
  }

  @Test(
    "titles, quotations and brackets may cross",
    arguments: ["支出合计10万元，（5万元（5万元《））》）。", "（“（类）））”5万元。", "《（5万元》）。", "“（类）（5万元”）。"])
  func crossing(text: String) {
    _ = report(text)
  }

  @Test("a fix that would break what holds is not preferred")
  func sideEffects() {
    let found = report("支出合计100.00万元，其中：基本支出60.00万元，占60.00%；项目支出45.00万元，占45.00%。").findings
    #expect(found.contains { $0.severity == .error })
    #expect(found.allSatisfy { finding in finding.fixes.allSatisfy { !$0.isPreferred } })
  }

  @Test("negative amounts are not judged")
  func negative() {
    let found = report("支出合计100.00万元，其中：基本支出-60.00万元；项目支出50.00万元。").findings
    #expect(found.isEmpty)
  }

  @Test("what fell to nothing may be left out, so that the other changes add to another one")
  func fallenToNothing() {
    let found = report(
      """
      一般公共预算支出7005.96万元，较上年减少7.70万元，其中：
      工资福利支出（301）3791.09万元，较上年减少15.72万元；
      商品和服务支出（302）2885.21万元，较上年增加0.89万元；
      对个人和家庭的补助（303）329.66万元，较上年减少0.96万元。
      """
    ).findings
    #expect(!found.contains { $0.severity.isAlarm }, "\(found)")
  }

  @Test(
    "lists that may leave others out are no sums",
    arguments: [
      "收入合计1亿2000万元，其中：财政拨款收入1亿元，事业收入2000万元。",
      "收入合计120.00万元，其中财政拨款收入100.00万元，占83.33%。", "机关运行经费500.00万元，其中：办公费200.00万元、印刷费50.00万元、差旅费150.00万元、其他交通费用50.00万元。",
      "支出预算1500.00万元，其中：教育支出1000.00万元，社会保障和就业支出300.00万元，住房保障支出100.00万元等。",
      "收入预算1100.00万元，比上年增加100.00万元，主要是财政拨款收入增加90.00万元、事业收入增加30.00万元。",
    ])
  func partialLists(text: String) {
    let found = report(text).findings.filter { $0.severity.isAlarm }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("the budget beside a final figure is no copy of it")
  func budgetBesideFinal() {
    let found = report(
      """
      财政拨款“三公”经费支出决算表
      单位：万元
      项目\t预算数\t决算数
      合计\t15.00\t10.50
      1.因公出国（境）费\t0.00\t0.00
      2.公务用车购置及运行维护费\t10.00\t8.10
      3.公务接待费\t5.00\t2.40

      七、财政拨款“三公”经费支出决算情况说明

      2024年度财政拨款“三公”经费支出年初预算为15.00万元，支出决算为10.50万元，完成年初预算的70.00%。
      """, title: "某局2024年度部门决算公开"
    ).findings
    #expect(!found.contains { $0.severity.isAlarm }, "\(found)")
  }

  @Test(
    "a wrong first digit of a total, or of a part, is found beside parts that rounding moves by one of the last",
    arguments: [
      ("226.09", ["107.33", "23.70", "73.87", "48.39", "1.22", "28.95", "1.58", "12.05", "29.01"]),
      ("10.72", ["3.78", "1.15", "0.02", "0.49", "0.68", "0.48", "1.48", "8.43", "0.20"]),
    ])
  func besideRounding(total: String, parts: [String]) {
    let found = report(
      """
      一般公共预算基本支出表
      单位：万元
      科目编码\t科目名称\t合计
      \t合计\t\(total)
      \(parts.map { "30101\t基本工资\t\($0)" }.joined(separator: "\n"))
      """
    ).findings
    #expect(found.contains { $0.rule == "column-sum" && $0.severity == .error }, "\(found)")
  }

  @Test("no rate explains a change as large as the amount")
  func hugeRate() {
    let found = report("机关运行经费10.00万元，比2024年度增加9.99万元，增长3.00%。").findings
    #expect(found.contains { $0.rule == "wrong-growth" && $0.severity == .error })
  }

  @Test("completion of a budget of nothing is said to be impossible")
  func nothingPlanned() {
    let found = report("年初预算为0万元，支出决算为5.00万元，完成年初预算的95.00%。", title: "某局2025年度部门决算公开").findings
    #expect(found.map(\.rule) == ["wrong-completion"])
    #expect(found.first?.message.chinese.contains("预算数为 0万元") == true)
  }

  @Test("digits cut off instead of rounded are wrong, and the message says so")
  func cutOff() {
    let found = report("支出合计307.82万元，其中：基本支出278.40万元，占90.44%；项目支出29.42万元，占9.55%。").findings
    #expect(found.filter { $0.severity.isAlarm }.map(\.rule) == ["wrong-share"])
    #expect(found.first { $0.rule == "wrong-share" }?.message.chinese.contains("舍去") == true)
    #expect(!found.contains { $0.rule == "rounding-drift" })
  }

  @Test("a year split over lines keeps its line end when it is repaired")
  func splitYear() {
    let text = SourceText("某局2025年度部门预算公开\n\n2025年收入总计10万元，支出总计10万元，与20\n23年预算相比，收支总计各增加1万元，增长11.11%。\n")
    let edits = Linter().lint(text).findings.filter { $0.rule == "wrong-year" }.flatMap { $0.fixes.flatMap(\.edits) }
    let repaired = String(decoding: TextEdit.apply(edits, to: text.bytes), as: UTF8.self)
    #expect(repaired.contains("与20\n24年预算相比"))
  }

  @Test("what is being typed raises nothing")
  func typed() {
    for text in [
      "支出合计100万元，其中：基本支出6", "支出合计100万元，其中：基本支出60万元；项目支出", "收入总计10万元，与2023年", "增加6.", "机关运行经费10万元，比2024年度增加6.00万元，增长5",
    ] {
      #expect(Linter().lint(SourceText("某局2025年度部门预算公开\n\n\(text)")).findings.isEmpty, "\(text)")
    }
  }

  @Test("a text that is no disclosure gets no finding, and the report says so")
  func noDisclosure() {
    let report = Linter().lint(SourceText("一封信\n\n支出合计100万元，其中：基本支出60万元；项目支出50万元。\n"))
    #expect(report.findings.isEmpty)
    #expect(report.notes.count == 1)
  }

  @Test("many contradictions that hang together are said not to have been searched")
  func limited() {
    let parts = (0..<80).map { "第\($0)项工作支出\($0).00万元，占99.99%" }.joined(separator: "；")
    let report = report("支出合计100.00万元，主要用于以下方面：\(parts)。")
    #expect(report.notes.count == 1)
  }
}
