import Lint
import Testing

extension OneColumnTests {
  @Test("are rows of projects, of which two may have one name")
  func namesakes() {
    let table = { (amount: String) in
      """
      项目支出预算表 单位：万元 序号 项目名称 合计 一般公共预算拨款 政府性基金预算拨款 其他资金 合计 849.98 679.98 170.00
      1 一般行政管理事务专项经费 152.44 152.44 2 一般行政管理事务专项经费 92.98 92.98 3 行政运行专项经费 \(amount) 142.26
      4 城管执法专项经费 292.30 292.30 5 水利工程建设专项经费 170.00 170.00
      """
    }
    #expect(alarms(table("142.26")).isEmpty)
    let found = alarms(table("124.26"))
    #expect(found.count == 1 && found.first?.contains("“124.26”应为“142.26”") == true)
  }

  @Test("are projects by their names, with the total of each fund")
  func projects() {
    func text(_ amount: String) -> String {
      """
      2025年项目支出预算表 单位：万元 项目名称 合计 一般公共预算 政府性基金预算
      合计 284.30 189.70 94.60 数据采集费 78.10 78.10 培训费 57.30 \(amount) 场馆维护费 54.30 54.30 基金项目 94.60 94.60
      """
    }
    #expect(alarms(text("57.30")).isEmpty)
    #expect(report(text("57.30")).figures.verified >= 11)
    let found = alarms(text("75.30"))
    #expect(found.count == 1 && found.first?.contains("“75.30”应为“57.30”") == true, "\(found)")
  }

  @Test("are accounts with one amount each, where any one is wrong")
  func oneAmount() {
    func text(_ amount: String) -> String {
      """
      2025年一般公共预算基本支出表（按经济分类科目） 单位：元 科目编码 科目名称 基本支出
      301 工资福利支出 302.50 30101 基本工资 102.30 30103 奖金 \(amount) 302 商品和服务支出 400.60 30201 办公费 150.20
      30202 印刷费 250.40 303 对个人和家庭的补助 513.00 30301 离休费 201.70 30302 退休费 311.30 合计 1,216.10
      """
    }
    #expect(alarms(text("200.20")).isEmpty)
    #expect(alarms(text("204.20")).count == 1)
  }

  @Test("are two lists with funds where the head names the columns of one side 金额")
  func sidesByNumber() {
    func text(_ amount: String) -> String {
      """
      2025年财政拨款收支总体情况表 单位：元 收入 支出 项目 金额 项目 合计 一般公共预算 政府性基金
      一、一般公共预算拨款 5,411,120.00 一、教育支出 2,290,897.00 2,290,897.00 二、政府性基金预算拨款 1,200,000.00
      二、农林水支出 \(amount) 3,120,223.00 三、其他支出 1,200,000.00 1,200,000.00
      本年收入合计 6,611,120.00 本年支出合计 6,611,120.00 5,411,120.00 1,200,000.00
      收入总计 6,611,120.00 支出总计 6,611,120.00 5,411,120.00 1,200,000.00
      """
    }
    #expect(alarms(text("3,120,223.00")).isEmpty)
    let found = alarms(text("3,210,223.00"))
    #expect(found.count == 1 && found.first?.contains("“3,210,223.00”应为“3,120,223.00”") == true, "\(found)")
  }

  @Test("may have the number of a page behind the code of a class")
  func pageBehindCode() {
    func text(_ total: String) -> String {
      """
      部门支出总表 单位：万元 科目编码 科目名称 合计 基本支出 项目支出 合计 \(total) 900.00
      300.00 204 公共安全支出 930.00 630.00 8 300.00 20406 司法 930.00
      630.00 300.00 2040601 行政运行 630.00 9 630.00 0.00 2040604
      基层司法业务 100.00 0.00 100.00 2040605 普法宣传 10 110.00 0.00 110.00
      2040607 公共法律服务 90.00 0.00 90.00 208 11 社会保障和就业支出 150.00
      150.00 0.00 20805 行政事业单位养老支出 150.00 150.00 0.00 12 2080505
      机关事业单位基本养老保险缴费支出 100.00 100.00 0.00 2080506 机关事业单位职业年金缴费支出
      50.00 50.00 13 0.00 210 卫生健康支出 60.00 60.00 0.00 21011
      行政事业单位医疗 60.00 14 60.00 0.00 2101101 行政单位医疗 60.00 60.00 0.00
      221 住房保障支出 15 60.00 60.00 0.00 22102 住房改革支出 60.00 60.00 0.00
      2210201 16 住房公积金 60.00 60.00 0.00
      """
    }
    #expect(alarms(text("1,200.00")).isEmpty)
    let found = alarms(text("1,260.00"))
    #expect(found.count == 1 && found.first?.contains("“1,260.00”应为“1,200.00”") == true, "\(found)")
  }

  @Test("may end with an account without an amount before the totals of personnel and of operating funds")
  func blankBeforeTotal() {
    func text(_ amount: String) -> String {
      """
      一般公共预算财政拨款基本支出决算表 单位：万元 人员经费 公用经费 科目代码 科目名称 金额 科目代码 科目名称 金额
      301 工资福利支出 378.60 302 商品和服务支出 62.40 30101 基本工资 200.20 30201 办公费 22.30
      30102 津贴补贴 100.30 30207 邮电费 10.10 30113 住房公积金 78.10 30211 差旅费 \(amount)
      310 资本性支出 3.30 31002 办公设备购置 3.30 303 对个人和家庭的补助 212.00 30301 离休费 64.30
      30302 退休费 70.10 30305 生活补助 77.60 30309 奖励金 人员经费合计 590.60 公用经费合计 65.70
      """
    }
    #expect(alarms(text("30.00")).isEmpty)
    #expect(!alarms(text("38.00")).isEmpty)
  }
}
