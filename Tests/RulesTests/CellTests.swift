import DisclosureText
import Lint
import Rules
import Testing

/// What cells of tables hold beside plain amounts, in every way of marking them.
@Suite("Cells of tables")
struct CellTests {
  private func alarms(_ lines: [String]) -> [String] {
    report(lines).findings.filter { $0.severity.isAlarm }.map { "\($0.rule): \($0.message.chinese)" }
  }

  private func report(_ lines: [String]) -> LintReport {
    let text = "某局2025年度部门预算公开\n\n" + lines.joined(separator: "\n") + "\n"
    return Linter().lint(SourceText(text))
  }

  /// Rows whose cells are divided by `separator`, which may close each row.
  private func rows(_ cells: [[String]], _ separator: String, closed: Bool) -> [String] {
    cells.map { $0.joined(separator: separator) + (closed ? separator : "") }
  }

  /// The public expenses of two years with the rate of change.
  private func expenses(_ total: String) -> [[String]] {
    [
      ["项目", "2024年预算数", "2025年预算数", "增减幅度"],
      ["合计", "82.40", total, "-23.42%"],
      ["1.因公出国（境）费", "12.60", "0", "-100%"],
      ["2.公务接待费", "9.30", "8.20", "-11.83%"],
      ["3.公务用车购置及运行费", "60.50", "54.90", "-9.26%"],
      ["其中：（1）公务用车购置费", "20.20", "17.80", "-11.88%"],
      ["（2）公务用车运行费", "40.30", "37.10", "-7.94%"],
    ]
  }

  @Test(
    "rates that fell are no words of a row",
    arguments: [(" ", false), ("\t", false), (" | ", false), (" | ", true)])
  func fallen(_ separator: String, _ closed: Bool) {
    func found(_ total: String) -> [String] {
      alarms(["2025年“三公”经费预算表", "单位：万元"] + rows(expenses(total), separator, closed: closed))
    }
    #expect(found("63.10").isEmpty)
    let wrong = found("61.30")
    #expect(wrong.count == 1 && wrong.first?.contains("“61.30”应为“63.10”") == true, "\(wrong)")
  }

  @Test("the rest of a code may stand in the cell of the name")
  func codes() {
    func found(_ amount: String) -> [String] {
      alarms([
        "2025年部门支出预算总表", "单位：万元", "| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |", "| --- | --- | --- | --- | --- |",
        "| 205 | 教育支出 | 23.50 | 8.50 | 15.00 |", "| 205 08 | 进修及培训 | 23.50 | 8.50 | 15.00 |",
        "| 205 08 | 02 干部教育 | 11.40 | 8.50 | 2.90 |", "| 205 08 | 03 培训支出 | 12.10 | 0 | \(amount) |",
        "| 207 | 文化旅游体育与传媒支出 | 60.20 | 41.20 | 19.00 |", "| 207 01 | 文化和旅游 | 60.20 | 41.20 | 19.00 |",
        "| 207 01 | 01 行政运行 | 41.20 | 41.20 | 0 |", "| 207 01 | 04 图书馆 | 19.00 | 0 | 19.00 |",
        "| 合计 |  | 83.70 | 49.70 | 34.00 |",
      ])
    }
    #expect(found("12.10").isEmpty)
    let wrong = found("21.10")
    #expect(wrong.count == 1 && wrong.first?.contains("“21.10”应为“12.10”") == true, "\(wrong)")
  }

  @Test("amounts beside the three public expenses are none of their columns where the head is in fragments")
  func beside() {
    func lines(_ total: String) -> [String] {
      [
        "2025年部门“三公”经费和机关运行经费预算表", "单位：万元", "“三公”经费预算数", "机关运行经费预算",
        "数合计 因公出国（境）费 公务接待费 公务用车购置及运行费", "小计 购置费 运行费", "\(total) 41.00 5.50 213.20",
        "二、“三公”经费预算情况说明", "2025年“三公”经费预算数为46.50万元，其中：因公出国（境）费41.00万元，公务接待费5.50万元。",
        "三、机关运行经费", "2025年机关运行经费预算为213.20万元。",
      ]
    }
    let right = report(lines("46.50"))
    #expect(right.findings.isEmpty, "\(right.findings)")
    #expect(right.figures.total == 8 && right.figures.verified == 8)
    #expect(alarms(lines("64.50")) == ["narrative-table: 表文不符：后文为 46.50万元，此处为 64.50；“64.50”应为“46.50”"])
  }

  @Test("the first of whole figures of the three public expenses is no account's code")
  func whole() {
    func found(_ amounts: String) -> [String] {
      alarms([
        "一般公共预算“三公”经费支出表", "单位：万元", "“三公”经费合计 因公出国（境）费 公务用车购置及运行费 公务接待费",
        "小计 公务用车购置费 公务用车运行费", amounts,
      ])
    }
    #expect(found("205 0 110 18 92 95").isEmpty)
    #expect(found("205 0 110 18 29 95").map { $0.prefix(7) } == ["row-sum"])
  }

  @Test("a unit that makes all amounts of a table ten thousand times too small or too large is wrong")
  func unit() {
    func found(_ unit: String, _ amounts: String) -> [String] {
      alarms([
        "2025年“三公”经费预算表", "单位：\(unit)", "合计 因公出国（境）费 公务用车购置及运行费 公务接待费", "小计 购置费 运行费", amounts,
        "二、“三公”经费预算情况说明",
        "2025年“三公”经费预算数为47.30万元，其中：因公出国（境）费0万元，公务用车购置及运行费41.60万元，其中：购置费18.20万元，运行费23.40万元；公务接待费5.70万元。",
      ])
    }
    let (large, small) = ("473000 0 416000 182000 234000 57000", "47.30 0 41.60 18.20 23.40 5.70")
    #expect(found("万元", small).isEmpty)
    #expect(found("元", large).isEmpty)
    // A table with a cell on each line may take the unit of the one before it.
    let apart = report(
      [
        "2025年支出预算表", "单位：元", "科目编码 科目名称 合计", "205 教育支出 912,300.00", "合计 912,300.00", "2025年部门“三公”经费和机关运行经费预算表",
        "编制部门：某局", "单位:万元", "“三公”经费预算数", "合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费", "机关运行经费预算", "数", "小计", "购置费",
        "运行费", "47.30", "0", "5.70", "41.60", "18.20", "23.40", "213.20", "二、“三公”经费预算情况说明",
        "2025年“三公”经费预算数为47.30万元，其中：公务用车购置及运行费41.60万元，公务接待费5.70万元。", "三、机关运行经费", "2025年机关运行经费预算为213.20万元。",
      ])
    #expect(apart.findings.isEmpty, "\(apart.findings)")
    #expect(apart.relations.hold == 4 && apart.figures.verified == 11)
    #expect(found("元", small) == ["unit-slip: 单位有误：本表的金额以“万元”计，单位写作“元”"])
    #expect(found("万元", large) == ["unit-slip: 单位有误：本表的金额以“元”计，单位写作“万元”"])
  }

  @Test("a page that holds nothing but a table of the three public expenses is a disclosure")
  func alone() {
    func found(_ amount: String) -> [String] {
      let text = """
        某县2025年度部门“三公”经费预算情况表
        单位：元
        项目 2024年预算数 2025年预算数
        一、支出合计 361200 \(amount)
        1、因公出国（境）费用 0 0
        2、公务接待费 153200 141800
        3、公务用车费 208000 206400
        其中：（1）公务用车运行维护费 108000 106400
        （2）公务用车购置 100000 100000
        """
      return Linter().lint(SourceText(Array(text.utf8))).findings.filter { $0.severity.isAlarm }.map(\.rule)
    }
    #expect(found("348200").isEmpty)
    #expect(found("384200") == ["column-sum"])
  }
}
