import DisclosureText
import Lint
import Rules
import Testing

/// Tables whose rows stand beside blank cells: what nothing tells the side or the total of is not added up.
@Suite("Rows beside blank cells")
struct CarriedPartTests {
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
      testDescription: "dates behind amounts",
      text: """
        青禾市教育局2024年度部门决算公开
        附件：2024年度政府采购合同情况表
        序号 合同名称 合同金额（元） 签订日期
        1 办公设备采购 186,500.00 2024-03-15
        2 物业服务 360,000.00 2024-01-01
        3 系统运维 253,500.00 2024-05-20
        合计 800,000.00
        """),
    Sample(
      testDescription: "totals of personnel and of operating funds",
      text: """
        青禾市教育局2024年度部门决算公开
        六、一般公共预算财政拨款基本支出决算情况说明
        2024年度一般公共预算财政拨款基本支出460.00万元，其中：人员经费400.00万元；公用经费60.00万元。
        一般公共预算财政拨款基本支出决算表
        公开06表
        部门：青禾市教育局 单位：万元
        人员经费 公用经费
        科目编码 科目名称 决算数 科目编码 科目名称 决算数 科目编码 科目名称 决算数
        301 工资福利支出 390.00 302 商品和服务支出 60.00 310 资本性支出 0.00
        30101 基本工资 220.00 30201 办公费 10.00 31002 办公设备购置 0.00
        30102 津贴补贴 100.00 30207 邮电费 25.00 31003 专用设备购置 0.00
        30103 奖金 70.00 30211 差旅费 25.00
        303 对个人和家庭的补助 10.00
        30302 退休费 10.00
        人员经费合计 400.00 公用经费合计 60.00
        """,
      slips: [("人员经费合计 400.00", "人员经费合计 480.00")]),
    Sample(
      testDescription: "page numbers behind rows that end in a blank cell",
      text: """
        青禾市教育局2025年度部门预算公开
        部门收支总表
        单位：万元
        收入 支出
        项目 预算数 项目 预算数
        一、一般公共预算拨款 1,000.00 一、一般公共服务支出
        二、政府性基金预算拨款 二、外交支出
        三、国有资本经营预算拨款 三、国防支出

        5

        四、财政专户管理资金 四、公共安全支出
        五、事业收入 五、教育支出
        六、其他收入 20.00 六、科学技术支出 900.00
        七、文化旅游体育与传媒支出
        八、社会保障和就业支出 80.00
        九、卫生健康支出 20.00
        十、住房保障支出 20.00
        本年收入合计 1,020.00 本年支出合计 1,020.00
        收入总计 1,020.00 支出总计 1,020.00
        """,
      slips: [("六、科学技术支出 900.00", "六、科学技术支出 960.00")]),
    Sample(
      testDescription: "parts of what is carried over in two funds",
      text: """
        青禾市教育局2024年度部门决算公开
        财政拨款收入支出决算总表
        单位：万元
        项目 金额 项目 合计 一般公共预算 政府性基金预算
        一、一般公共预算财政拨款 176.31 一、公共安全支出 90.00 90.00
        二、政府性基金预算财政拨款 2.09 二、社会保障和就业支出 60.00 60.00
        三、国有资本经营预算财政拨款 三、其他支出 34.87 27.34 7.53
        本年收入合计 178.40 本年支出合计 184.87 177.34 7.53
        年初财政拨款结转和结余 7.31 年末财政拨款结转和结余 0.84 0.84
        一、一般公共预算财政拨款 1.87
        二、政府性基金预算财政拨款 5.44
        三、国有资本经营预算财政拨款
        总计 185.71 总计 185.71 178.18 7.53
        """,
      slips: [("本年收入合计 178.40", "本年收入合计 178.90")]),
    Sample(
      testDescription: "parts of what is carried over beside a blank side",
      text: """
        青禾市教育局2025年度部门预算公开
        部门收支总表
        单位：万元
        收入 支出
        项目 预算数 项目 预算数
        一、一般公共预算 1,000.00 一、公共安全支出 945.00
        二、政府性基金 50.00 二、社会保障和就业支出 80.00
        三、其他支出 55.00
        本年收入合计 1,050.00 本年支出合计 1,080.00
        四、上年结转 30.00 结转下年
        1.一般公共预算结转 25.00
        2.政府性基金结转 5.00
        收入总计 1,080.00 支出总计 1,080.00
        """,
      slips: [("支出合计 1,080.00", "支出合计 1,030.00")]),
    Sample(
      testDescription: "unnumbered parts beside a blank side",
      text: """
        青禾市教育局2025年度部门预算公开
        部门收支总表
        单位：万元
        收入 支出
        项目 预算数 项目 预算数
        一、一般公共预算拨款收入 456.73 一、基本支出 585.60
        其中：经费拨款 424.37 二、项目支出
        纳入预算管理的非税收入拨款 32.36 三、事业单位经营支出
        二、政府性基金预算拨款收入 195.10 四、上缴上级支出 66.23
        本年收入合计 651.83 本年支出合计 651.83
        收入总计 651.83 支出总计 651.83
        """,
      slips: [("本年支出合计 651.83", "本年支出合计 657.83")]),
    Sample(
      testDescription: "parts of what is carried over whose other side is blank",
      text: """
        青禾市教育局2024年度部门决算公开
        收入支出决算总表
        单位：万元
        项目 决算数 项目 决算数
        一、一般公共预算拨款收入 4014.45 一、公共安全支出 378.69
        二、政府性基金预算拨款收入 二、社会保障和就业支出 175.67
        三、事业收入 248.98 三、卫生健康支出 316.25
        四、其他收入 2.05 四、城乡社区支出 1597.91
        五、住房保障支出 1804.66
        本年收入合计 4265.48 本年支出合计 4273.18
        上年结转 7.70 结转下年
          基本支出结转
          项目支出结转和结余 7.70
          经营结余
        总计 4273.18 支出总计 4273.18
        """,
      slips: [("四、城乡社区支出 1597.91", "四、城乡社区支出 1547.91")]),
  ]
}
