import Disclosure
import DisclosureText
import Lint
import Rules
import Testing

/// What a whole document has to have, and what its contents, numbers and notes say of each other.
@Suite("Structure of a whole disclosure")
struct StructureTests {
  private func findings(_ text: String, isSubmitted: Bool = false) -> [Finding] {
    var settings = LintSettings()
    settings.expectation.isWhole = isSubmitted
    return Linter(settings: settings).lint(SourceText(text)).findings
  }

  private func alarms(_ text: String, isSubmitted: Bool = false) -> [String] {
    findings(text, isSubmitted: isSubmitted).filter(\.severity.isAlarm).map(\.rule)
  }

  private static let names = [
    "部门收支总表", "部门收入总表", "部门支出总表", "财政拨款收支总表", "一般公共预算支出表", "一般公共预算基本支出表", "一般公共预算“三公”经费支出表", "政府性基金预算支出表",
  ]

  private static func table(_ name: String, unit: String = "单位：万元") -> String {
    let rows =
      name.contains("三公")
      ? "合计  5.40\n因公出国（境）费  0.00\n公务用车购置费  0.00\n公务用车运行费  3.00\n公务接待费  2.40" : "行政运行  50.00\n事业运行  16.20\n合计  66.20"
    return "\(name)\n部门：青禾县林业局  \(unit)\n项目  预算数\n\(rows)\n"
  }

  private static let narrative = """
    第二部分 2031年部门预算情况说明

    一、收支总体情况

    收入总计66.20万元，支出总计66.20万元，其中：基本支出66.20万元。

    二、“三公”经费情况

    2031年“三公”经费预算5.40万元。

    （一）因公出国（境）费0.00万元。

    （二）公务用车购置及运行费3.00万元，其中：购置费0.00万元，运行费3.00万元。

    （三）公务接待费2.40万元，比上年减少0.90万元，下降27.27%，主要原因是接待减少。

    三、其他事项

    （一）机关运行经费。2031年机关运行经费预算16.20万元，与上年持平。

    （二）政府采购。2031年政府采购预算8.00万元，其中：货物8.00万元。

    （三）国有资产。年末共有车辆2辆。

    （四）绩效。项目均设定绩效目标。

    第三部分 名词解释

    一、财政拨款收入：指本级财政当年拨付的资金。

    二、机关运行经费：指日常公用经费。

    三、“三公”经费：指因公出国（境）费、公务用车购置及运行费和公务接待费。
    """

  private static func disclosure(
    listed: [String] = names, tables: [String] = names.map { table($0) }, narrative: String = narrative
  ) -> String {
    """
    青禾县林业局2031年部门预算公开

    目录

    第一部分 2031年部门预算表
    \(listed.enumerated().map { "\($0 + 1)．\($1)" }.joined(separator: "\n"))
    第二部分 2031年部门预算情况说明
    第三部分 名词解释

    第一部分 2031年部门预算表

    \(tables.joined(separator: "\n"))
    \(narrative)
    """
  }

  @Test("a whole document raises nothing")
  func whole() {
    #expect(alarms(Self.disclosure()) == [])
    #expect(alarms(Self.disclosure(), isSubmitted: true) == [])
  }

  @Test("eight tables are prescribed, which the gate asks for and a draft need not have")
  func prescribedTables() {
    let five = Self.disclosure(listed: Array(Self.names.prefix(5)), tables: Self.names.prefix(5).map { Self.table($0) })
    #expect(alarms(five) == [])
    #expect(alarms(five, isSubmitted: true) == ["missing-table"])
  }

  @Test("what the narrative has to speak of is not what tables and explained terms name")
  func subjects() {
    let agency = "（一）机关运行经费。2031年机关运行经费预算16.20万元，与上年持平。\n\n"
    let without = Self.disclosure(narrative: Self.narrative.replacing(agency, with: ""))
    #expect(alarms(without) == [])
    #expect(alarms(without, isSubmitted: true).contains("missing-section"))
    let lines = Self.narrative.split(separator: "\n\n").filter { line in
      !["“三公”经费情况", "“三公”经费预算", "因公出国（境）费0", "购置费0", "公务接待费2"].contains { line.contains($0) }
    }
    let silent = Self.disclosure(narrative: lines.joined(separator: "\n\n"))
    #expect(alarms(silent, isSubmitted: true).contains("missing-section"))
  }

  @Test("a table between others that the contents leave out, and one that they name otherwise")
  func contents() {
    var listed = Self.names
    listed.remove(at: 2)
    #expect(alarms(Self.disclosure(listed: listed)) == ["contents-mismatch"])
    listed = Self.names
    listed[2] = "部门项目支出总表"
    #expect(alarms(Self.disclosure(listed: listed)) == ["missing-table"])
  }

  @Test("the one table without a unit")
  func unit() {
    var tables = Self.names.map { Self.table($0) }
    tables[2] = Self.table(Self.names[2], unit: "")
    #expect(alarms(Self.disclosure(tables: tables)) == ["missing-unit"])
  }

  @Test(
    "amounts without a unit, and numbers that are none",
    arguments: [
      ("机关运行经费预算16.20万元", "机关运行经费预算16.20", true),
      ("项目均设定绩效目标。", "涉及项目2个，金额20.00。", true), ("项目均设定绩效目标。", "人均支出3.50，满意度98.50%。", false),
    ])
  func amounts(_ part: String, _ instead: String, _ isWrong: Bool) {
    let found = alarms(Self.disclosure(narrative: Self.narrative.replacing(part, with: instead)))
    #expect(found.contains("missing-unit") == isWrong, "\(found)")
  }

  @Test(
    "numbers that those around them contradict",
    arguments: [
      ("（二）公务用车", "（一）公务用车", true), ("（二）政府采购", "（三）政府采购", true), ("三、“三公”经费：", "二、“三公”经费：", true),
      ("第三部分 名词解释\n\n", "第二部分 名词解释\n\n", true), ("二、“三公”经费情况", "二．“三公”经费情况", false),
    ])
  func numbers(_ part: String, _ instead: String, _ isWrong: Bool) {
    let found = alarms(Self.disclosure(narrative: Self.narrative.replacing(part, with: instead)))
    #expect(found.contains("broken-numbering") == isWrong, "\(found)")
  }

  @Test("an item of the three public expenses that only a reason names is left out")
  func reasons() {
    let text = Self.narrative.split(separator: "\n\n").filter { !$0.contains("公务接待费2") }
      .joined(separator: "\n\n").replacing("预算5.40万元。", with: "预算5.40万元，比上年减少，主要原因是压减公务接待费。")
    let found = findings(Self.disclosure(narrative: text)).filter { $0.rule == "incomplete-three-public" }
    #expect(found.count == 1)
    #expect(found.first?.message.english.contains("receptions") == true)
  }

  @Test("a reason or a list that names receptions is no section on the three public expenses")
  func receptions() {
    let kept = Self.narrative.split(separator: "\n\n").filter { line in
      !["“三公”经费情况", "“三公”经费预算", "因公出国（境）费0", "购置费0", "公务接待费2"].contains { line.contains($0) }
    }
    let text = kept.joined(separator: "\n\n").replacing(
      "与上年持平。", with: "与上年持平，主要包括办公费、差旅费、公务接待费、公务用车运行维护费。")
    let found = findings(Self.disclosure(narrative: text), isSubmitted: true)
    #expect(found.contains { $0.rule == "missing-section" && $0.message.english.contains("three public") })
  }

  @Test("a part of the contents with a short name that the text does not have")
  func shortPart() {
    let listed = Self.disclosure().replacing("第三部分 名词解释\n\n第一部分", with: "第三部分 名词解释\n第四部分 附件\n\n第一部分")
    #expect(findings(listed).filter { $0.rule == "contents-mismatch" }.map(\.severity) == [.hint])
    #expect(findings(listed + "\n\n第四部分 附件\n\n附表见后。\n").filter { $0.rule == "contents-mismatch" } == [])
  }

  @Test("cars that are not divided, before submission")
  func undividedCars() {
    let text = Self.narrative.replacing("，其中：购置费0.00万元，运行费3.00万元", with: "")
    func found(_ tables: [String], _ isSubmitted: Bool) -> [Severity] {
      findings(Self.disclosure(tables: tables, narrative: text), isSubmitted: isSubmitted)
        .filter { $0.rule == "incomplete-three-public" }.map(\.severity)
    }
    let tables = Self.names.map { Self.table($0) }
    #expect(found(tables, false) == [])
    #expect(found(tables, true) == [.hint])
    #expect(found(tables.filter { !$0.contains("三公") }, true) == [.hint])
  }

  @Test("changes of which none has a reason are hinted at once")
  func withoutReasons() {
    let text = Self.narrative.replacing("，主要原因是接待减少", with: "")
    let found = findings(Self.disclosure(narrative: text)).filter { $0.rule == "missing-reason" }
    #expect(found.map(\.severity) == [.hint])
    #expect(findings(Self.disclosure()).filter { $0.rule == "missing-reason" } == [])
  }
}
