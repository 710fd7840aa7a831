import DisclosureText
import Lint
import Rules
import Testing

/// Tables as extractors and converters print them.
@Suite("Tables that were extracted")
struct ExtractedTableTests {
  private func alarms(_ text: String) -> [String] {
    Linter().lint(SourceText(Array("某局2025年度部门预算公开\n\n\(text)\n".utf8))).findings.filter { $0.severity.isAlarm }
      .map { "\($0.rule): \($0.message.chinese)" }
  }

  /// Two cells that were taken for one, divided by a mark for a new line.
  private func merged(_ amount: String) -> String {
    """
    2025年收支预算总表

    单位：万元

    |收入|收入<br>支出|支出|
    |---|---|---|
    |项目|预算数<br>项目|预算数|
    |一、财政拨款收入|31.20<br>一、农林水支出|\(amount)|
    |二、事业收入|-<br>二、卫生健康支出|4.50|
    |三、其他收入|1.60<br>三、住房保障支出|3.10|
    |收入总计|32.80<br>支出总计|32.80|
    """
  }

  @Test("two cells divided by a mark for a new line are two")
  func lineBreaks() {
    #expect(alarms(merged("25.20")).isEmpty)
    #expect(alarms(merged("52.20")).map { $0.prefix(10) } == ["column-sum"])
  }

  /// One table in three parts, of which each has cells of its own.
  private func parts(_ amount: String) -> String {
    """
    2025年部门支出预算总表
    单位：元

    | 类 款 | 项 | 科目名称 | 合计 | 基本支出 | | 项目支出 | |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | 201 | 一般公共服务支出 | | 2,932,700 | | 0 | 2,932,700 | |
    | 201 05 | 统计信息事务 | | 2,932,700 | | 0 | 2,932,700 | |
    | 201 05 | 07 专项普查活动 | | 2,932,700 | | 0 | 2,932,700 | |
    | 208 | 社会保障和就业支出 | | 1,604,064 | \(amount) | | 235,900 | |
    | 208 05 | 行政事业单位养老支出 | | 1,604,064 | 1,368,164 | | 235,900 | |
    | 208 05 | 01 行政单位离退休 | | 1,368,164 | 1,368,164 | | | 0 |

    | 208 05 | 99 其他行政事业单位养老支出 | 235,900 | 0 | 235,900 |
    | --- | --- | --- | --- | --- |
    | 221 | 住房保障支出 | 705,199 | 705,199 | 0 |
    | 221 02 | 住房改革支出 | 705,199 | 705,199 | 0 |
    | 221 02 | 01 住房公积金 | 705,199 | 705,199 | 0 |

    | 合计 | 5,241,963 | 2,073,363 | 3,168,600 |
    | --- | --- | --- | --- |
    """
  }

  @Test("parts with other cells are one table, whose columns the sums tell")
  func parts() {
    #expect(alarms(parts("1,368,164")).isEmpty)
    #expect(alarms(parts("1,638,164")).first?.contains("“1,638,164”应为“1,368,164”") == true)
  }

  @Test("a title whose number stands apart is a title")
  func titles() {
    let found = alarms(
      """
      表 10 项目支出表
      单位：万元
      项目名称 单位名称 合计 本年拨款
      档案整理项目 某局 1.03 1.03
      普查工作项目 某局 5.00 5.00
      表 11 政府采购预算表
      单位：万元
      单位名称 合计 货物类 工程类 服务类
      说明：本部门没有相关支出，故本表无数据。
      """)
    #expect(found.isEmpty, "\(found)")
  }

  @Test("a name that two accounts have is in the list where one of them is")
  func names() {
    let found = alarms(
      """
      一般公共预算基本支出150.00万元。其中：公用经费150.00万元，主要包括：办公费、差旅费、工会经费、办公设备购置。

      2025年一般公共预算基本支出预算表
      单位：万元
      科目编码 科目名称 合计
      30201 办公费 50.00
      30211 差旅费 30.00
      30228 工会经费 20.00
      31002 办公设备购 50.00
      合计 150.00
      """)
    #expect(found.isEmpty, "\(found)")
  }
}
