import DisclosureText
import Lint
import Rules
import Testing

/// Tables with totals that are sums of other rows or columns than those beside them, or of none.
@Suite("Totals that need not be sums")
struct DoubtfulTotalTests {
  private func alarms(_ text: String) -> [Finding] {
    Linter().lint(SourceText(Array(text.utf8))).findings.filter { $0.severity.isAlarm }
  }

  /// A right text, and what makes it wrong.
  struct Sample: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    var slips: [(right: String, wrong: String)] = []
  }

  @Test("raise no alarm where they are right, and one where a digit is wrong", arguments: samples)
  func judged(_ sample: Sample) throws {
    #expect(alarms(sample.text).isEmpty)
    for (right, wrong) in sample.slips {
      let text = sample.text.replacing(right, with: wrong, maxReplacements: 1)
      try #require(text != sample.text)
      #expect(!alarms(text).isEmpty, "\(wrong)")
    }
  }

  private static let samples = [
    Sample(
      testDescription: "a budget that was spent to the last cent",
      text: """
        青禾市教育局2024年度部门决算公开
        机构运行信息表
        金额单位：万元
        项目 行次 预算数 决算统计数 项目 行次 决算统计数
        一、“三公”经费支出 1 四、机关运行经费 20 488.13
        （一）支出合计 2 49.15 21.18 （一）行政单位 21 488.13
        1．因公出国（境）费 3 13.38 0.00 （二）参照公务员法管理事业单位 22 0.00
        2．公务用车购置及运行维护费 4 20.62 20.62 五、资产信息 23
        （1）公务用车购置费 5 10.34 10.34 （一）车辆数合计（辆） 24 5
        （2）公务用车运行维护费 6 10.28 10.28 1．副部（省）级及以上领导用车 25 0
        3．公务接待费 7 15.15 0.56 2．主要负责人用车 26 0
        （1）国内接待费 8 0.00 3．机要通信用车 27 0
        二、会议费 18 0.00 0.00 2．政府采购工程支出 37 0.00
        三、培训费 19 1.95 1.95 3．政府采购服务支出 38 0.00
        """),
    Sample(
      testDescription: "a dash that heads what is counted below",
      text: """
        青禾市教育局2024年度部门决算公开
        机构运行信息表
        金额单位：万元
        | 项目 | 预算数 | 决算统计数 | 项目 | 决算统计数 |
        |---|---|---|---|---|
        | 一、“三公”经费支出 | — | — | 四、机关运行经费 | 544.97 |
        | （一）支出合计 | 40.54 | 8.70 | （一）行政单位 | 544.97 |
        | 1．因公出国（境）费 | 2.31 |  | （二）参照公务员法管理事业单位 |  |
        | 2．公务用车购置及运行维护费 | 17.78 |  | 五、资产信息 | — |
        | （1）公务用车购置费 | 17.78 |  | （一）车辆数合计（辆） | 3 |
        | （2）公务用车运行维护费 |  |  | 1．主要负责人用车 | 3 |
        | 3．公务接待费 | 20.45 | 8.70 | 2．执法执勤用车 | 0 |
        | 二、会议费 |  |  | （二）单价100万元（含）以上设备（不含车辆） | 0 |
        | 三、培训费 |  |  | 六、政府采购支出信息 | — |
        |  |  |  | （一）政府采购支出合计 | 64.01 |
        |  |  |  | （二）政府采购授予中小企业合同金额 | 64.01 |
        """),
    Sample(
      testDescription: "whole amounts in cells before words with a number",
      text: """
        青禾市教育局2024年度部门决算公开
        收入支出决算总表
        单位：万元
        | 项目 | 决算数 | 项目 | 决算数 |
        |---|---|---|---|
        | 一、一般公共预算拨款收入 | 6023.56 | 一、公共安全支出 | 1534.5 |
        | 二、政府性基金预算拨款收入 | 726 | 二、社会保障和就业支出 | 483.71 |
        | 三、国有资本经营预算拨款收入 |  | 三、卫生健康支出 | 1079.73 |
        | 四、事业收入 |  | 四、城乡社区支出 | 1856.45 |
        | 五、其他收入 | 86.63 | 五、住房保障支出 | 1941.88 |
        | 本年收入合计 | 6836.19 | 本年支出合计 | 6896.27 |
        | 六、上年结转结余 | 61.71 | 六、年终结转结余 | 1.63 |
        | 总计 | 6897.9 | 总计 | 6897.9 |
        """,
      slips: [("| 726 |", "| 736 |")]),
    Sample(
      testDescription: "a total that is blank where its parts are counted",
      text: """
        青禾市教育局2025年度部门预算公开
        政府采购预算表
        单位：万元
        项目名称 采购品目 数量 合计 一般公共预算 其他资金
        合计 86.00 80.00 6.00
        基层业务 打印机 5 6.00 0.00 6.00
        基层业务 印刷服务 1 30.00 30.00 0.00
        信息化建设 运行维护服务 1 50.00 50.00 0.00
        """),
    Sample(
      testDescription: "names of accounts that go on beside other rows",
      text: """
        青禾市教育局2024年度部门决算公开
        一般公共预算财政拨款基本支出决算表
        单位：万元
        人员经费 公用经费
        科目代码 科目名称 金额 科目代码 科目名称 金额 科目代码 科目名称 金额
        301 工资福利支出 390.00 302 商品和服务支出 60.00 310 资本性支出 5.00
        30101 基本工资 120.00 30201 办公费 10.00 31002 办公设备购置 5.00
        30102 津贴补贴 100.00 30207 邮电费 5.00 31003 专用设备购置
        30103 奖金 50.00 30211 差旅费 10.00 312 对企业补助
        30108 机关事业单位
        基本养老保险缴费 50.00 30228 工会经费 10.00 399 其他支出
        30109 职业年金缴费 20.00 30229 福利费 5.00
        30110 职工基本医疗
        保险缴费 20.00 30239 其他交通费用 20.00
        30113 住房公积金 30.00
        303 对个人和家庭
        的补助 10.00
        30302 退休费 10.00
        人员经费合计 400.00 公用经费合计 65.00
        """,
      slips: [("基本养老保险缴费 50.00", "基本养老保险缴费 80.00"), ("的补助 10.00", "的补助 70.00")]),
    Sample(
      testDescription: "parts that are named behind each unit",
      text: """
        青禾市教育局2025年度部门预算公开
        项目支出预算明细表
        单位：万元
        项目 合计 基本支出 项目支出
        青禾市教育局机关 1173.42 469.08 704.34
        其中：法律援助 59.10 59.10
        青禾市教育中心 3692.07 1099.44 2592.63
        其中：教师进修 1122.34 266.32 856.02
        合计 4865.49 1568.52 3296.97
        """,
      slips: [("青禾市教育中心 3692.07", "青禾市教育中心 3682.07")]),
    Sample(
      testDescription: "subtotals below their groups",
      text: """
        青禾市教育局2025年度部门预算公开
        专项业务经费预算表
        单位：万元
        | 单位名称 | 项目名称 | 合计 | 本年拨款 | 上年结转 |
        |---|---|---|---|---|
        | 合计 |  | 1875.18 | 1769.81 | 105.37 |
        | 青禾市教育局机关 | 办案经费 | 308.04 | 295.5 | 12.54 |
        | 青禾市教育局机关 | 社区矫正 | 674.33 | 674.33 | 0.00 |
        | 小计 |  | 982.37 | 969.83 | 12.54 |
        | 青禾市教育中心 | 办案经费 | 445.09 | 445.09 | 0.00 |
        | 青禾市教育中心 | 人民陪审员 | 92.83 | 0.00 | 92.83 |
        | 青禾市教育中心 | 物业管理 | 354.89 | 354.89 | 0.00 |
        | 小计 |  | 892.81 | 799.98 | 92.83 |
        """),
  ]
}
