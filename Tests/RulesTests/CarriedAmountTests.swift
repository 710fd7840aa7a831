import DisclosureText
import Lint
import Rules
import Testing

/// Tables with revenue beside expenditure that divide what was carried over, or items, on one side alone.
@Suite("Parts below the items of two sides")
struct CarriedAmountTests {
  private func alarms(_ table: String) -> [String] {
    Linter().lint(SourceText(Array("青禾市水务局2024年度部门决算公开\n\n\(table)\n".utf8))).findings
      .filter { $0.severity.isAlarm }.map { "\($0.rule): \($0.message.chinese)" }
  }

  /// What was carried over by fund, numbered as the revenue of the year is.
  private func funds(_ total: String) -> String {
    """
    财政拨款收入支出决算总表
    单位：万元
    项目 金额 项目 合计 一般公共预算 政府性基金预算
    一、一般公共预算财政拨款 200.00 一、农林水支出 150.00 150.00
    二、政府性基金预算财政拨款 30.00 二、住房保障支出 25.00 25.00
    三、国有资本经营预算财政拨款 三、其他支出 60.00 28.00 32.00
    本年收入合计 \(total) 本年支出合计 235.00 203.00 32.00
    年初财政拨款结转和结余 9.00 年末财政拨款结转和结余 4.00 1.00 3.00
    一、一般公共预算财政拨款 4.00
    二、政府性基金预算财政拨款 5.00
    三、国有资本经营预算财政拨款
    总计 239.00 总计 239.00 204.00 35.00
    """
  }

  @Test("of what was carried over are no more of the total")
  func carriedByFund() {
    #expect(alarms(funds("230.00")).isEmpty)
    let found = alarms(funds("203.00"))
    #expect(found.count == 1 && found.first?.contains("“203.00”应为“230.00”") == true, "\(found)")
  }

  @Test(
    "are of the side that has an amount to divide",
    arguments: [
      """
      上年结转 9.00 结转下年
        基本支出结转
        项目支出结转和结余 9.00
        经营结余
      总计 239.00 支出总计 239.00
      """,
      """
      年初结转和结余 9.00 年末结转和结余
      （一）财政拨款结转 6.00 （一）财政拨款结转
      （二）非财政拨款结转 3.00 （二）非财政拨款结转
      总计 239.00 总计 239.00
      """,
    ])
  func blankSide(end: String) {
    func table(_ amount: String) -> String {
      """
      收入支出决算总表
      单位：万元
      项目 决算数 项目 决算数
      一、一般公共预算财政拨款收入 200.00 一、农林水支出 150.00
      二、事业收入 \(amount) 二、住房保障支出 25.00
      三、其他收入 5.00 三、其他支出 64.00
      本年收入合计 230.00 本年支出合计 239.00
      \(end)
      """
    }
    #expect(alarms(table("25.00")).isEmpty)
    let found = alarms(table("52.00"))
    #expect(found.count == 1 && found.first?.contains("“52.00”应为“25.00”") == true, "\(found)")
  }

  @Test(
    "of items of one side are no items of the other",
    arguments: [
      """
      一、一般公共预算拨款收入 200.00 一、基本支出 150.00
      其中：经费拨款 190.00 二、项目支出
      纳入预算管理的非税收入拨款 10.00 三、事业单位经营支出
      二、政府性基金预算拨款收入 30.00 四、上缴上级支出 80.00
      """,
      """
      一、一般公共预算拨款收入 200.00 一、基本支出 150.00
      二、政府性基金预算拨款收入 30.00   工资福利支出 90.00
      三、财政专户管理资金收入   商品和服务支出 20.00
      四、单位资金收入   对个人和家庭的补助 40.00
        二、项目支出 80.00
      """,
    ])
  func unnumbered(rows: String) {
    let found = alarms(
      """
      部门收支总表
      单位：万元
      收入 支出
      项目 预算数 项目 预算数
      \(rows)
      本年收入合计 230.00 本年支出合计 230.00
      收入总计 230.00 支出总计 230.00
      """)
    #expect(found.isEmpty, "\(found)")
  }
}
