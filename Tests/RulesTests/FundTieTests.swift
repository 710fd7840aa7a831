import DisclosureText
import Lint
import Rules
import Testing

/// 财政拨款收支总表 against the tables of the funds.
@Suite("Appropriations by fund")
struct FundTieTests {
  private static let total = "收入总计 13,091,120 支出总计 13,091,120 9,411,120 3,680,000"

  private func alarms(_ appropriations: String, total: String = total) -> [String] {
    report(appropriations, total: total).findings.filter { $0.severity.isAlarm }
      .map { "\($0.rule): \($0.message.chinese)" }
  }

  /// The rows of the classes below their first line, each with its total and its funds.
  private func rows(
    culture: String = "995,420 300,000", security: String = "2,932,700",
    communities: String = "四、城乡社区支出 8,613,000 5,233,000 3,380,000"
  ) -> String {
    """
    1,295,420 \(culture)
    二、政府性基金预算 3,680,000 二、社会保障和就业支出 2,932,700 \(security)
    三、国有资本经营预算 三、卫生健康支出 250,000 250,000
    \(communities)
    """
  }

  private func report(_ appropriations: String, total: String) -> LintReport {
    let text = """
      某局2025年度部门预算公开

      2025年部门财政拨款收支预算总表
      单位：元
      财政拨款收入 财政拨款支出
      项目 预算数 项目 合计 一般公共预算 政府性基金预算 国有资本经营预算
      一、一般公共预算 9,411,120 一、文化旅游体育与传媒支出 \(appropriations)
      \(total)

      2025年部门一般公共预算支出功能分类预算表
      单位：元
      科目编码 科目名称 合计 基本支出 项目支出
      207 文化旅游体育与传媒支出 995,420 995,420
      20701 文化和旅游 995,420 995,420
      2070109 群众文化 995,420 995,420
      208 社会保障和就业支出 2,932,700 2,932,700
      20805 行政事业单位养老支出 2,932,700 2,932,700
      2080505 机关事业单位基本养老保险缴费支出 2,932,700 2,932,700
      210 卫生健康支出 250,000 250,000
      21011 行政事业单位医疗 250,000 250,000
      2101101 行政单位医疗 250,000 250,000
      212 城乡社区支出 5,233,000 1,233,000 4,000,000
      21201 城乡社区管理事务 5,233,000 1,233,000 4,000,000
      2120101 行政运行 5,233,000 1,233,000 4,000,000
      合计 9,411,120 5,411,120 4,000,000

      2025年部门政府性基金预算支出功能分类预算表
      单位：元
      科目编码 科目名称 合计 基本支出 项目支出
      207 文化旅游体育与传媒支出 300,000 300,000
      20707 国家电影事业发展专项资金安排的支出 300,000 300,000
      2070701 资助国产影片放映 300,000 300,000
      212 城乡社区支出 3,380,000 3,380,000
      21208 国有土地使用权出让收入安排的支出 3,380,000 3,380,000
      2120803 城市建设支出 3,380,000 3,380,000
      合计 3,680,000 3,680,000
      """
    return Linter().lint(SourceText(text))
  }

  @Test("what is spent on a class of accounts from each fund is what the fund's table says")
  func agreement() {
    let report = report(rows(), total: Self.total)
    #expect(report.findings.isEmpty, "\(report.findings)")
    #expect(report.figures.total == 60 && report.figures.verified == 60)
  }

  @Test("an amount in the row of another class is found though all rows and columns add up")
  func moved() {
    let found = alarms(rows(culture: "695,420 600,000", communities: "四、城乡社区支出 8,613,000 5,533,000 3,080,000"))
    #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("cross-table") }, "\(found)")
  }

  @Test("an amount of one fund in another's column is found though the row adds up")
  func exchanged() {
    let found = alarms(rows(security: "2,332,700 600,000"))
    #expect(found == ["cross-table: 表间不符：后文为 2,932,700，此处为 2,332,700"])
  }

  @Test("the words of a class may be wrapped around its amounts, and a column may have zeros only")
  func wrapped() {
    func rows(_ amounts: String) -> String {
      """
      1,295,420 995,420 300,000 0
      二、政府性基金预算 3,680,000 二、社会保障和就业支出 2,932,700 2,932,700 0 0
      三、卫生健
      \(amounts)
      康支出
      四、城乡社区支出 8,613,000 5,233,000 3,380,000 0
      """
    }
    let right = alarms(rows("250,000 250,000 0 0"))
    #expect(right.isEmpty, "\(right)")
    let found = alarms(rows("250,000 205,000 45,000 0"))
    #expect(found.contains("cross-table: 表间不符：后文为 250,000，此处为 205,000"), "\(found)")
  }

  @Test("what was carried over in one table alone accuses nobody")
  func carriedOver() {
    let total = "收入总计 13,211,120 支出总计 13,211,120 9,531,120 3,680,000"
    func rows(_ amount: String) -> String {
      self.rows(communities: "上年结转 120,000 四、城乡社区支出 8,733,000 \(amount) 3,380,000")
    }
    let right = report(rows("5,353,000"), total: total)
    #expect(right.findings.isEmpty, "\(right.findings)")
    #expect(right.figures.total == 61 && right.figures.verified == 61)
    let wrong = alarms(rows("5,335,000"), total: total)
    #expect(wrong.count == 1 && wrong.first?.contains("“5,335,000”应为“5,353,000”") == true, "\(wrong)")
  }
}
