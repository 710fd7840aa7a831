import DisclosureText
import Lint
import Rules
import Testing

/// Names that accounts had until years before the document's.
@Suite("Former names of accounts")
struct FormerNameTests {
  private func found(_ prose: String, year: Int = 2025, row: String = "207 文化旅游体育与传媒支出") -> [String] {
    let text = """
      某局\(year)年度部门预算公开

      \(year)年一般公共预算支出预算表
      单位：万元

      科目编码 科目名称 合计 基本支出 项目支出
      \(row) 50.00 40.00 10.00
      20701 文化和旅游 50.00 40.00 10.00
      2070104 图书馆 50.00 40.00 10.00
      合计 50.00 40.00 10.00

      一般公共预算支出情况说明

      \(prose)

      """
    return Linter().lint(SourceText(text)).findings.filter { $0.rule == "account-name" }
      .map { "\($0.severity.name): \($0.message.chinese)" }
  }

  private let hint = "hint: 科目名称已改：“文化体育与传媒支出”现为“文化旅游体育与传媒支出”（207），本文件表中即用此名"

  @Test("are out of date where the document's own table has the present one", arguments: [2020, 2025])
  func former(_ year: Int) {
    #expect(found("文化体育与传媒支出50.00万元，占100.00%。", year: year) == [hint])
    #expect(found("1.文化体育与传媒支出（类）文化和旅游（款）图书馆（项）50.00万元。", year: year) == [hint])
  }

  @Test("are right in their own years and for a year thereafter", arguments: [2018, 2019])
  func ownYears(_ year: Int) { #expect(found("文化体育与传媒支出50.00万元，占100.00%。", year: year).isEmpty) }

  @Test("are what the whole document uses where its table has them too")
  func throughout() {
    #expect(found("文化体育与传媒支出50.00万元，占100.00%。", row: "207 文化体育与传媒支出").isEmpty)
    #expect(found("文化旅游体育与传媒支出50.00万元，占100.00%。").isEmpty)
  }
}
