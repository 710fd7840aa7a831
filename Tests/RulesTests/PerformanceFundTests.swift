import DisclosureText
import Lint
import Rules
import Testing

/// The money of forms of performance targets, against its own parts and the prose.
@Suite("Money of performance targets")
struct PerformanceFundTests {
  private func alarms(prose: String = "312.60", annual: String = "3,126,000.00", _ rows: String? = nil) -> [String] {
    let rows =
      rows ?? """
        项目资金总额 9,045,000.00 年度资金申请总额 \(annual)
        其中：财政资金 9,045,000.00 其中：当年财政拨款 2,726,000.00
        （元） 上年结转资金 400,000.00
        其他资金 0.00 其他资金 0.00
        """
    let text = """
      某局2025年度部门预算公开

      项目经费情况说明
      六、年度预算安排
      2025年度预算安排\(prose)万元，用于河道保洁。
      七、绩效目标
      详见项目绩效目标申报表。

      财政项目支出绩效目标申报表
      （2025年度）
      项目名称 河道保洁 项目性质 经常性项目
      \(rows)
      一级指标 二级指标 三级指标 年度指标值
      产出指标 数量指标 保洁河道完成率 =100.00(%)
      满意度指标 满意度指标 居民满意度 ≥90.00(%)
      """
    return Linter().lint(SourceText(Array(text.utf8))).findings.filter { $0.severity.isAlarm }
      .map { "\($0.rule): \($0.message.chinese)" }
  }

  @Test("is what its parts add to and what the prose says")
  func agreement() {
    let found = alarms()
    #expect(found.isEmpty, "\(found)")
    let slipped = alarms(annual: "3,216,000.00")
    #expect(slipped.count == 1 && slipped.first?.contains("“3,216,000.00”应为“3,126,000.00”") == true, "\(slipped)")
    let prose = alarms(prose: "321.60")
    #expect(prose.count == 1 && prose.first?.contains("“321.60万元”应为“312.60万元”") == true, "\(prose)")
  }

  @Test("is not added up where other money stands among its parts")
  func others() {
    let found = alarms(
      """
      年度资金总额 3,126,000.00
      其中：财政拨款 3,120,000.00
      单位自筹 6,000.00
      其他资金 0.00
      """)
    #expect(found.isEmpty, "\(found)")
  }
}
