import DisclosureText
import Lint
import Rules
import Testing

/// Tables of the three public expenses of which an extractor printed every cell on a line of its own.
@Suite("Tables of the three public expenses with one cell a line")
struct OneColumnExpenseTests {
  private func alarms(cells: String) -> [String] { alarms(cells.split(separator: " ").joined(separator: "\n")) }

  private func alarms(_ text: String) -> [String] {
    Linter().lint(SourceText(Array("某局2025年度部门预算公开\n\n\(text)\n".utf8))).findings
      .filter { $0.severity.isAlarm }.map { "\($0.rule): \($0.message.chinese)" }
  }

  @Test("are one row of the three public expenses")
  func publicExpenses() {
    func text(_ amount: String) -> String {
      """
      2025年部门“三公”经费和机关运行经费预算表 单位：万元 “三公”经费预算数 机关运行经费预算 数 合计 因公出国(境)费 公务接待费
      公务用车购置及运行费 小计 购置费 运行费 12.35 0.00 2.15 10.20 0.00 \(amount) 150.40
      一、“三公”经费预算情况说明 2025年“三公”经费预算数为12.35万元。其中：因公出国（境）费0万元；公务接待费2.15万元；公务用车购置及运行费10.20万元，其中：公务用车购置费0万元，公务用车运行费10.20万元。
      """
    }
    #expect(alarms(cells: text("10.20")).isEmpty)
    let found = alarms(cells: text("12.00"))
    #expect(found.count == 1 && found.first?.hasPrefix("narrative-table") == true, "\(found)")
  }

  @Test("are one row of whole amounts behind a head that has no number")
  func wholeAmounts() {
    func text(_ total: Int) -> String {
      """
      2025年“三公”经费支出预算表 单位：万元 “三公”经费合计 因公出国（境）费 公务用车购置及运行费 公务接待费 小计 公务用车购置费 公务用车运行费
      \(total) 0 55 40 15 5
      """
    }
    #expect(alarms(cells: text(60)).isEmpty)
    let found = alarms(cells: text(66))
    #expect(found.count == 1 && found.first?.hasPrefix("row-sum") == true, "\(found)")
  }

  @Test("are the three public expenses one under the other")
  func publicExpenseRows() {
    func text(_ amount: String) -> String {
      """
      2025年“三公”经费预算表 单位：万元 项目 2024年预算数 2025年预算数 合计 14.40 12.35 一、因公出国（境）费 0.00 0.00
      二、公务接待费 3.20 2.15 三、公务用车购置及运行费 11.20 \(amount) 1.公务用车购置费 0.00 0.00 2.公务用车运行维护费 11.20 10.20
      """
    }
    #expect(alarms(cells: text("10.20")).isEmpty)
    let found = alarms(cells: text("12.00"))
    #expect(found.count == 1 && found.first?.contains("12.00") == true, "\(found)")
  }

  @Test(
    "are the three public expenses, whole amounts among others, blank cells dropped, marks of cells left",
    arguments: ["", " |", "\n|"])
  func thinPublicExpenseRows(mark: String) {
    func text(_ amount: String) -> String {
      let cells = [
        "2025年“三公”经费预算表", "单位：万元", "项目", "2024年预算数", "2025年预算数", "合计", "36", amount,
        "1、因公出国（境）费", "2、公务接待费", "20", "15.5", "3、公务用车购置及运行费", "16", "14.2", "其中：（1）公务用车购置费",
        "（2）公务用车运行费", "16", "14.2",
      ]
      return (cells[..<2] + cells[2...].map { $0 + mark }).joined(separator: "\n")
    }
    #expect(alarms(text("29.7")).isEmpty)
    let found = alarms(text("27.9"))
    #expect(found.count == 1 && found.first?.contains("“27.9”应为“29.7”") == true, "\(found)")
  }
}
