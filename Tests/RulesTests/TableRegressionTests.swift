import DisclosureText
import Lint
import Rules
import Testing

/// Tables that once went wrong.
@Suite("Tables that once went wrong")
struct TableRegressionTests {
  private func report(_ section: String, title: String = "某局2025年度部门预算公开") -> LintReport {
    Linter().lint(SourceText("\(title)\n\n\(section)\n"))
  }

  @Test("a part of a column that only some rows fill is no sum of it, whichever row shows that it is less")
  func partOfAColumn() {
    let full = (1...14).map { "302\t01\t办公费\t502\t01\t办公经费\t\($0)1.25\t\($0)1.25\t\($0)1.25" }
    let rows = full + ["310\t03\t专用设备购置\t503\t06\t设备购置\t10.00\t10.00\t"]
    let found = report(
      """
      部门支出经济分类汇总表
      单位：万元
      部门预算支出经济分类科目\t\t\t政府预算支出经济分类科目\t\t\t总计\t一般公共预算\t\t事业收入
      类\t款\t科目名称\t类\t款\t科目名称\t小计\t其中：财政拨款
      \t\t合 计\t\t\t\t1077.50\t1077.50\t1067.50
      \(rows.joined(separator: "\n"))
      """
    ).findings
    #expect(!found.contains { $0.rule == "row-sum" }, "\(found)")
  }

  @Test("whole amounts that touch are told apart in the row that shows them")
  func touchingAmounts() {
    let found = report(
      """
      一般公共预算“三公”经费支出表
      单位：万元
      “三公”经费合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费
      \t\t小计\t公务用车购置费\t公务用车运行费\t
      48\t0\t33\t16\t17\t15

      五、“三公”经费预算情况说明

      “三公”经费预算48万元。
      1.因公出国（境）费0万元。
      2.公务接待费15万元。
      3.公务用车购置和运行维护费33万元，其中：公务用车购置费16万元；公务用车运行维护费17万元。
      """
    ).findings
    #expect(!found.contains { $0.rule == "narrative-table" }, "\(found)")
  }

  @Test("a total with what was carried over is not the revenue of the year")
  func carriedOver() {
    let report = report(
      """
      部门收支总表
      单位：万元
      收入 支出
      项目 预算数 项目 预算数
      一、一般公共预算拨款收入 4245.91 一、教育支出 4249.91
      二、事业收入 0.00 二、其他支出 0.00
      本年收入合计 4245.91 本年支出合计 4249.91
      上年结转结余 4.00 年终结转结余 0.00
      收入总计 4249.91 支出总计 4249.91

      部门收入总表
      单位：万元
      科目编码 科目名称 合计 上年结转 一般公共预算拨款收入
      合计 4249.91 4.00 4245.91
      205 教育支出 4249.91 4.00 4245.91
      20502 普通教育 4249.91 4.00 4245.91
      """)
    #expect(report.findings.filter(\.severity.isAlarm).isEmpty)
  }

  @Test("whole amounts beside each other are no codes of accounts")
  func wholeAmounts() {
    let report = report(
      """
      部门收支总表
      单位：万元
      收入 支出
      项目 预算数 项目 预算数
      一、一般公共预算拨款收入 2222 一、公共安全支出 1544
      二、政府性基金预算拨款收入 827 二、社会保障和就业支出 390
      三、国有资本经营预算拨款收入 0 三、卫生健康支出 239
      四、事业收入 307 四、城乡社区支出 613
      五、其他收入 28 五、住房保障支出 401
      六、上级补助收入 0 六、其他支出 214
      本年收入合计 3384 本年支出合计 3401
      上年结转结余 17 年终结转结余 0
      收入总计 3401 支出总计 3401
      """)
    #expect(report.findings.filter(\.severity.isAlarm).isEmpty)
    #expect(report.relations.checked >= 4)
  }

  @Test("a rate of change in a table is judged, up or down")
  func rateInTable() {
    let table =
      """
      一般公共预算支出表
      单位：万元
      科目编码 科目名称 2024年执行数 2025年预算数 比上年增减
      合计 基本支出 项目支出 增减额 增减%
      合计 2757.74 2749.72 1874.11 875.61 -8.02 -0.29
      205 教育支出 1361.97 1256.10 857.16 398.94 -105.87 -7.77
      20502 普通教育 1052.50 972.94 857.16 115.78 -79.56 -7.56
      20508 进修及培训 309.47 283.16 0.00 283.16 -26.31 -8.50
      208 社会保障和就业支出 1395.77 1493.62 1016.95 476.67 97.85 7.01
      20805 行政事业单位养老支出 995.77 1093.62 616.95 476.67 97.85 9.83
      20899 其他社会保障和就业支出 400.00 400.00 400.00 0.00 0.00 0.00
      """
    #expect(report(table).findings.filter(\.severity.isAlarm).isEmpty)
    for (right, wrong) in [("-7.56", "-5.76"), ("9.83", "8.93"), ("995.77", "959.77")] {
      let found = report(table.replacing(right, with: wrong)).findings.filter(\.severity.isAlarm)
      #expect(found.count == 1, "\(right): \(found.map(\.message.chinese))")
      let fixes = found.first?.fixes.filter(\.isPreferred).flatMap(\.edits).map(\.text) ?? []
      #expect(fixes == [right.hasPrefix("-") ? String(right.dropFirst()) : right])
    }
  }

  @Test("the one row of the three public expenses is judged by its own sums, whatever their order")
  func publicExpenses() {
    let head = "“三公”经费支出表\n单位：万元\n合计 因公出国（境）费 公务用车购置及运行费 公务接待费\n小计 公务用车购置费 公务用车运行费\n"
    #expect(report(head + "43.60 6.00 30.00 17.50 12.50 7.60").findings.filter(\.severity.isAlarm).isEmpty)
    #expect(report(head + "43.60 6.00 7.60 30.00 17.50 12.50").findings.filter(\.severity.isAlarm).isEmpty)
    let found = report(head + "43.60 6.00 30.00 11.50 12.50 7.60").findings.filter(\.severity.isAlarm)
    #expect(found.map(\.rule) == ["row-sum"])
  }
}
