import DisclosureText
import Lint
import Rules
import Testing

/// Accounts in tables that are too wide for the examples of the rule, which stand in narrow lines as well.
@Suite("Accounts of wide tables")
struct AccountTableTests {
  private func alarms(_ text: String) -> [String] {
    Linter().lint(SourceText(Array(text.utf8))).findings.filter { $0.severity.isAlarm }
      .map { "\($0.rule): \($0.message.chinese)" }
  }

  @Test("a class at the number of another one in the form of final accounts is misnamed")
  func form() {
    func text(_ name: String) -> String {
      """
      某局2024年度部门决算公开

      收入支出决算总表
      单位：万元

      收入  支出
      项目  行次  金额  项目  行次  金额
      一、一般公共预算财政拨款收入  1  150.00  五、教育支出  36  50.00
      二、政府性基金预算财政拨款收入  2  0.00  八、\(name)  39  30.00
      三、国有资本经营预算财政拨款收入  3  0.00  九、卫生健康支出  40  20.00
      八、其他收入  8  0.00  十九、住房保障支出  50  50.00
      本年收入合计  27  150.00  本年支出合计  58  150.00
      总计  31  150.00  总计  62  150.00

      """
    }
    #expect(alarms(text("社会保障和就业支出")).isEmpty)
    let found = alarms(text("卫生健康支出"))
    #expect(found.count == 1 && found.first?.contains("应为“社会保障和就业支出”（208）") == true, "\(found)")
  }

  @Test("a digit of a code is wrong where the sums of all columns tell", arguments: ["2130414", "213031"])
  func code(wrong: String) {
    func text(_ code: String) -> String {
      """
      某局2025年部门预算公开

      2025年一般公共预算支出预算表
      单位：万元

      科目编码  科目名称  合计  基本支出  项目支出
      213  农林水支出  380.00  180.00  200.00
      21303  水利  380.00  180.00  200.00
      2130301  行政运行  180.00  180.00  0.00
      \(code)  防汛  200.00  0.00  200.00
      221  住房保障支出  40.00  40.00  0.00
      22102  住房改革支出  40.00  40.00  0.00
      2210201  住房公积金  40.00  40.00  0.00
      合计  420.00  220.00  200.00

      """
    }
    #expect(alarms(text("2130314")).isEmpty)
    let found = alarms(text(wrong))
    #expect(found.count == 1 && found.first?.hasPrefix("account-name: ") == true, "\(found)")
  }
}
