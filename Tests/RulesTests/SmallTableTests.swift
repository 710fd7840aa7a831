import DisclosureText
import Lint
import Rules
import Testing

/// Tables of one row or a few: procurement, what is owned, services that are bought.
@Suite("Small tables")
struct SmallTableTests {
  private func alarms(_ text: String) -> [String] {
    Linter().lint(SourceText(Array("某局2025年度部门预算公开\n\n\(text)\n".utf8))).findings.filter { $0.severity.isAlarm }
      .map { "\($0.rule): \($0.message.chinese)" }
  }

  private func procurement(_ total: String) -> String {
    """
    九、政府采购预算情况说明

    2025年政府采购预算\(total)万元，其中：货物采购预算5.92万元、服务采购预算6.69万元等。

    2025年部门政府采购预算表
    单位：万元
    单位名称 合计 货物类 工程类 服务类
    合计 19.83 5.92 7.22 6.69
    某局 19.83 5.92 7.22 6.69
    """
  }

  @Test("say what the narrative says of procurement")
  func procurement() {
    #expect(alarms(procurement("19.83")).isEmpty)
    #expect(alarms(procurement("19.38")).map { $0.prefix(15) } == ["narrative-table"])
  }

  @Test("count pieces beside what they are worth, and raise nothing")
  func assets() {
    let found = alarms(
      """
      国有资产占有使用情况表
      单位：万元
      项目 数量 金额
      合计 15 420.50
      一、房屋（平方米） 3200 310.00
      二、车辆（辆） 4 62.30
      三、单价50万元以上通用设备（台） 1 48.20
      四、其他固定资产 10 20.00
      2025年政府购买服务预算表
      单位：万元
      购买服务项目名称 金额
      物业管理 12.30
      法律咨询 3.00
      合计 15.30
      """)
    #expect(found.isEmpty)
  }

  @Test("a figure whose unit is that of a few others is wrong only where it is long and repeated")
  func units() {
    let text = "2025年支出合计15938432.56元，其中：基本支出4138432.56元，项目支出11800000.00元，上缴上级支出0.00元。"
    #expect(alarms(text + "2025年收入合计15938432.56万元。").map { $0.prefix(9) } == ["unit-slip"])
    #expect(alarms(text + "单位价值100万元以上的设备2台。").isEmpty)
  }

  @Test("a line that the next page prints again is no row of a table")
  func repeatedLine() {
    let found = alarms(
      """
      财政拨款支出预算100.00万元，主要内容如下：

      1. “一般公共服务支出-统计信息事务-行政运行”科目60.00万元，主要用于单位运转。

      2. “农林水支出-农业农村-农业生产发展”科目 40.00

      - 1 -

      2. “农林水支出-农业农村-农业生产发展”科目 40.00

      万元，主要用于农业生产发展。
      """)
    #expect(found.isEmpty)
  }

  @Test(
    "numbers of things are the sum of kinds that leave nothing out",
    arguments: [
      ("本部门下属预算单位", "行政单位1个、公益一类事业单位", "参公管理事业单位1个"),
      ("2025年共安排项目", "其他运转类项目2个、特定目标类项目", "人员类项目0个"),
      ("纳入2025年部门预算编制范围的预算单位共", "局本级1个、二级预算单位", ""),
    ])
  func counts(head: String, parts: String, last: String) {
    func text(_ total: Int) -> String {
      "五、其他重要事项\n\n\(head)\(total)个，其中：\(parts)3个\(last.isEmpty ? "" : "、" + last)。"
    }
    let sum = 3 + (head.contains("项目") ? 2 : 1) + (last.hasSuffix("1个") ? 1 : 0)
    #expect(alarms(text(sum)).isEmpty)
    #expect(alarms(text(sum + 2)).map { $0.prefix(11) } == ["wrong-count"])
    // What is told of them need not be all.
    #expect(alarms("五、其他重要事项\n\n本部门下属预算单位9个，其中：行政单位1个、参公管理事业单位1个。").isEmpty)
  }

  @Test("a row whose first column is blank stands where its edges say, if that column is no total")
  func blankFirstColumn() {
    let found = alarms(
      """
      政府性基金预算财政拨款收入支出决算表
      单位：万元
      科目编码   科目名称                 年初结转       本年收入       本年支出       项目支出       年末结转
      21213      配套费安排的支出            34.71         355.04         385.61         385.61           4.14
      2121301    城市公共设施                34.71          19.22          49.79          49.79           4.14
      2121302    城市环境卫生                              335.82         335.82         335.82
                 合计                        34.71         355.04         385.61         385.61           4.14
      """)
    #expect(found.isEmpty)
  }

  @Test("a lone number that is no part of the figure above is not joined to it")
  func loneNumber() {
    for (number, gap) in [("9", ""), ("9", "\n"), ("12", "\n")] {
      let found = alarms(
        """
        一般公共预算“三公”经费支出表
        单位：万元
        项目 2025年预算数
        合计 66.55
        因公出国（境）费 10.35
        公务接待费 20.1
        \(gap)\(number)\(gap)
        公务用车购置及运行维护费 36.1
        """)
      #expect(found.isEmpty)
    }
  }

  @Test("rates of change with a sign are judged as those without")
  func signedRates() {
    let table = """
      “三公”经费对比表
      单位：万元
      项目 2024年预算数 2025年预算数 增减额 增减幅度
      合计 95.30 121.76 26.46 27.76%
      因公出国（境）费 7.50 11.90 4.40 58.67%
      公务接待费 51.83 45.28 -6.55 -12.64%
      公务用车购置及运行费 35.97 64.58 28.61 79.54%
      其中：公务用车运行费 35.97 48.45 12.48 34.70%
      公务用车购置费 0.00 16.13 16.13
      """
    #expect(alarms(table).isEmpty)
    for (right, wrong) in [("27.76", "27.67"), ("-12.64", "-21.64"), ("34.70", "37.40")] {
      #expect(alarms(table.replacing(right, with: wrong)).map { $0.prefix(12) } == ["wrong-growth"], "\(right)")
    }
  }

  @Test("the number of a row whose words stand above and below its amounts is no amount")
  func serials() {
    let table = """
      项目支出预算表
      单位：万元
      序号 项目名称 合计 一般公共预算拨款 政府性基金预算拨款 其他资金
      合计 873.68 323.97 549.71
      1 初中教育专项经费 192.10 192.10
      2 培训专项经费 131.87 131.87
      3 城市建设专项经费 435.85 435.85
      其他国有土地使用权出让
      4 113.86 113.86
      收入安排的专项经费
      """
    #expect(alarms(table).isEmpty)
    #expect(alarms(table.replacing("131.87 131.87", with: "131.87 138.17")).count == 1)
  }
}
