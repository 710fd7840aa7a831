import DisclosureText
import Lint
import Rules
import Testing

/// Tables of which an extractor printed one column after the other, and prose that it printed between pipes.
@Suite("Columns one after the other")
struct ColumnRunsTests {
  private func report(_ text: String) -> LintReport { Linter().lint(SourceText(Array(text.utf8))) }

  private func alarms(_ text: String) -> [String] {
    report(text).findings.filter { $0.severity.isAlarm }.map { "\($0.rule): \($0.message.chinese)" }
  }

  /// Six accounts and their total in three columns.
  private func columns(_ amount: String = "8.50", last: String = "15.00") -> String {
    let cells =
      "205 20508 2050803 206 20607 2060702 教育支出 进修及培训 培训支出 科学技术支出 科学技术普及 科普活动 合计 "
      + "23.50 23.50 23.50 7.10 7.10 7.10 30.60 8.50 \(amount) 8.50 7.10 7.10 7.10 15.60 "
      + "15.00 15.00 15.00 0.00 0.00 0.00 \(last)"
    return "某局2025年度部门预算公开\n\n2025年部门支出预算总表\n单位：万元\n科目编码\n科目名称\n合计\n基本支出\n项目支出\n"
      + cells.split(separator: " ").joined(separator: "\n") + "\n"
  }

  @Test("are rows where every column has as many amounts as there are codes, and nothing where one has fewer")
  func codes() {
    #expect(alarms(columns()).isEmpty)
    #expect(report(columns()).figures.verified >= 18)
    let found = alarms(columns("8.60"))
    #expect(found.count == 1 && found.first?.contains("“8.60”应为“8.50”") == true, "\(found)")
    let short = report(columns("8.60", last: ""))
    #expect(short.figures.verified == 0 && !short.findings.contains { $0.severity.isAlarm })
  }

  @Test("prose between pipes is prose")
  func pipes() {
    func text(_ share: String) -> String {
      """
      | 青禾市档案局2025年度部门预算公开 |
      | --- |
      | 一、收支预算总体情况 |
      | 2025年收入总计800.00万元，支出总计800.00万元，其中：基本支出500.00万元，占\(share)；项目支出300.00万元，占37.50%。 |

      """
    }
    #expect(alarms(text("62.50%")).isEmpty)
    let found = alarms(text("61.00%"))
    #expect(found.count == 1 && found.first?.contains("“61.00%”应为“62.50%”") == true, "\(found)")
  }

  @Test(
    "an amount whose point is off, or that is in another unit, is put right where a sum tells",
    arguments: [
      "5,000.00", "50,000.00", "50.00", "5,000,000.00",
    ])
  func shifted(amount: String) {
    let right = "某局2025年度部门预算公开\n\n2025年支出合计800.00万元，其中：基本支出500.00万元，占62.50%；项目支出300.00万元，占37.50%。\n"
    #expect(alarms(right).isEmpty)
    let found = alarms(right.replacing("500.00万元", with: "\(amount)万元"))
    #expect(found.count == 1 && found.first?.contains("“\(amount)万元”应为“500.00万元”") == true, "\(found)")
  }
}
