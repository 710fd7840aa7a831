import Disclosure
import DisclosureSyntax
import DisclosureText
import Testing

/// What the narrative of a section says, one line for each tie between its figures.
func ties(_ section: String, title: String = "某局2025年度部门预算公开") -> [String] {
  let document = DisclosureDocument(SourceText("\(title)\n\n一、情况说明\n\n\(section)\n"))
  func show(_ index: StatementIndex?) -> String {
    guard let index else { return "?" }
    guard let numeral = document.numeral(index) else { return "·" }
    return document.runningText(index).string(in: numeral.digits)
  }
  let narrative = document.narrative
  var lines: [String] = []
  for breakdown in narrative.breakdowns {
    let parts = breakdown.parts.map(show).joined(separator: " + ")
    lines.append("\(show(breakdown.head)) \(breakdown.isFull ? "=" : "≥") \(parts)")
  }
  for share in narrative.shares { lines.append("\(show(share.rate))% = \(show(share.part)) / \(show(share.whole))") }
  for movement in narrative.movements {
    lines.append(
      "\(show(movement.current)) moved \(movement.unchanged == nil ? show(movement.change) : "0") (\(show(movement.rate))%) from \(show(movement.base))"
    )
  }
  for completion in narrative.completions {
    lines.append("\(show(completion.rate))% = \(show(completion.actual)) of \(show(completion.plan))")
  }
  for limit in narrative.limits { lines.append("\(show(limit.part)) ≤ \(show(limit.whole))") }
  for tie in narrative.restatements where tie.isStated { lines.append("\(show(tie.first)) == \(show(tie.second))") }
  return lines
}

@Suite("Ties of the narrative")
struct NarrativeTests {
  @Test(
    "titles of final accounts decide what a short text is",
    arguments: [
      ("某局2023年度“三公”经费支出决算情况说明", Profile.Kind.final), ("某局2023年度部门决算", .final), ("某局2024年部门预算情况说明", .budget),
    ])
  func kind(title: String, expected: Profile.Kind) {
    let text = "\(title)\n\n本年“三公”经费支出预算为20.00万元，实际支出为15.50万元。\n公务接待费预算为5.00万元，支出为4.00万元。\n"
    #expect(DisclosureDocument(SourceText(text)).profile.kind == expected)
  }

  @Test(
    "heads and breakdowns",
    arguments: [
      (
        "支出合计 2413.60 万元，其中：基本支出 813.60 万元，占 33.71%；项目支出 1600.00 万元，占 66.29%。",
        ["2413.60 = 813.60 + 1600.00", "33.71% = 813.60 / 2413.60", "66.29% = 1600.00 / 2413.60"]
      ),
      (
        "收入合计 2413.60 万元，其中：一般公共预算收入 2013.60 万元；政府性基金预算收入 300 万元；上年结转结余 100 万元。",
        ["2413.60 = 2013.60 + 300 + 100"]
      ),
      ("收入合计 1593.84 万元，其中：一般公共预算收入 1593.84 万元。", ["1593.84 ≥ 1593.84"]),
      (
        "一般公共预算财政拨款支出 1,200.00 万元，主要用于以下方面：社会保障和就业支出（类）180.00 万元，占 15.00%；卫生健康支出（类）1,020.00 万元，占 85.00%。",
        ["1,200.00 = 180.00 + 1,020.00", "15.00% = 180.00 / 1,200.00", "85.00% = 1,020.00 / 1,200.00"]
      ),
      (
        "支出合计 100 万元。其中：基本支出 60 万元，占 60%；项目支出 40 万元，占 40%。主要用于以下方面：教育支出 70 万元，占 70%；住房保障支出 30 万元，占 30%。",
        [
          "100 = 60 + 40", "100 = 70 + 30", "60% = 60 / 100", "40% = 40 / 100", "70% = 70 / 100", "30% = 30 / 100",
        ]
      ),
      (
        "基本支出 60 万元，其中：人员经费 50 万元，占 83.33%，主要包括：基本工资、津贴补贴；公用经费 10 万元，占 16.67%。",
        ["60 = 50 + 10", "83.33% = 50 / 60", "16.67% = 10 / 60"]
      ),
      ("政府采购预算 95.00 万元，其中：货物 25.00 万元、工程 0 万元、服务 70.00 万元。", ["95.00 = 25.00 + 0 + 70.00"]),
      ("共有车辆 7 辆，其中：应急保障用车 1 辆、执法执勤用车 2 辆、其他用车 4 辆；单价 100 万元（含）以上设备 2 台（套）。", ["7 = 1 + 2 + 4"]),
      (
        "建筑面积约为13459平方米，其中地上建筑面积为8103平方米（其中计容面积7998平方米，不计容面积105平方米），地下建筑面积为5356平方米，高度为29.8米。",
        ["8103 = 7998 + 105", "13459 = 8103 + 5356"]
      ),
      (
        "财政拨款支出预算100.00万元，其中：基本支出60.00万元（含上年结转5.00万元），项目支出40.00万元。",
        ["60.00 ≥ 5.00", "100.00 = 60.00 + 40.00"]
      ),
    ])
  func breakdowns(text: String, expected: [String]) {
    #expect(ties(text) == expected)
  }

  @Test(
    "comparisons",
    arguments: [
      (
        "2025 年收入总计 100 万元，支出总计 100 万元，与 2024 年预算相比，收支总计各增加 10 万元，增长 11.11%。",
        ["100 moved 10 (11.11%) from ?", "100 == 100"]
      ),
      (
        "2025 年收入总计 100 万元，支出总计 90 万元，与 2024 年预算相比，收入增加 10 万元，增长 11.11%。主要原因是：项目增加 3 万元；支出增加 5 万元，增长 5.88%。",
        ["100 moved 10 (11.11%) from ?", "90 moved 5 (5.88%) from ?", "100 == 90"]
      ),
      ("机关运行经费支出 126.00 万元，比 2024 年度增加 6.00 万元，增长 5.00%。", ["126.00 moved 6.00 (5.00%) from ?"]),
      (
        "“教育支出（类）普通教育（款）小学教育（项）”51.60 万元，主要用于教学。2024 年当年预算执行数为 48.00 万元，2025 年预算安排 51.60 万元，比 2024 年预算执行数增加 7.50%。",
        ["51.60 moved ? (7.50%) from 48.00", "51.60 == 51.60"]
      ),
      ("公务接待费 1.20 万元。与 2024 年预算持平。", ["1.20 moved 0 (?%) from ?"]),
      (
        "2024 年预算数为 80 万元，2025 年预算数为 100 万元，比 2024 年预算增加 20 万元，增长 25%。",
        ["100 moved 20 (25%) from 80"]
      ),
      ("基本支出 60 万元，项目支出 40 万元。主要原因是人员经费增加 20 万元，增长 30%。", []),
      ("支出合计 100 万元，其中：基本支出 60 万元，项目支出 40 万元，比上年增加 10 万元，增长 11.11%。", ["100 = 60 + 40", "? moved 10 (11.11%) from ?"]),
      ("公用经费 8.49 万元，与上年基本持平。", []),
    ])
  func comparisons(text: String, expected: [String]) {
    #expect(ties(text) == expected)
  }

  @Test(
    "completion",
    arguments: [
      ("年初预算为 52.40 万元，支出决算为 48.30 万元，完成年初预算的 92.18%。", ["92.18% = 48.30 of 52.40"]),
      (
        "年初预算为 0 万元，全年预算为 321.02 万元，支出决算为 307.82 万元，完成全年预算的 95.89%。决算数小于全年预算数。",
        ["95.89% = 307.82 of 321.02", "?% = 307.82 of 321.02"]
      ),
      ("全年预算合计 7.20 万元，支出合计 7.20 万元，预算执行率 100.00%。", ["100.00% = 7.20 of 7.20"]),
    ])
  func completion(text: String, expected: [String]) {
    #expect(ties(text, title: "某局2025年度部门决算公开") == expected)
  }

  @Test("the items behind 主要内容如下 make up the total")
  func items() {
    let text = """
      支出预算100.00万元，其中：财政拨款支出预算100.00万元，比2024年预算增加5.00万元。

      财政拨款支出主要内容如下：

      1. “教育支出（类）普通教育（款）小学教育（项）”科目60.00万元，主要用于教学。

      2. “住房保障支出-住房改革支出-住房公积金”科目40.00万元，主要用于公积金。
      """
    #expect(ties(text).contains("100.00 = 60.00 + 40.00"))
  }

  @Test("shares of what the words name, wherever it stands")
  func named() {
    let text = """
      政府采购支出总额100.00万元，其中：货物支出60.00万元、工程支出0.00万元、服务支出40.00万元。授予中小企业合同金额80.00万元，占政府采购支出总额的80.00%，其中：授予小微企业合同金额20.00万元，占授予中小企业合同金额的25.00%；货物采购授予中小企业合同金额占货物支出金额的50.00%。
      """
    let lines = ties(text, title: "某局2025年度部门决算公开")
    #expect(lines.contains("80.00% = 80.00 / 100.00"))
    #expect(lines.contains("25.00% = 20.00 / 80.00"))
    #expect(!lines.contains { $0.hasPrefix("50.00%") })
  }

  @Test("what is still being written ties nothing that is stated")
  func unfinished() {
    let document = DisclosureDocument(SourceText("某局2025年度部门预算公开\n\n支出合计100万元，其中：基本支出6"))
    #expect(document.narrative.statements.allSatisfy { !$0.statement.isFinished })
  }
}
