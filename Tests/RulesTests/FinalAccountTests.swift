import DisclosureText
import Lint
import Rules
import Testing

/// Final accounts whose sentences and tables leave something out.
@Suite("Final accounts")
struct FinalAccountTests {
  private func alarms(_ sections: String) -> [String] {
    let text = SourceText(Array("某局2025年度部门决算公开\n\n\(sections)\n".utf8))
    return Linter().lint(text).findings.filter { $0.severity.isAlarm }
      .map { "\($0.rule) \(text.string(in: $0.range)) \($0.fixes.first?.edits.first?.text ?? "-")" }
  }

  private static let table = """
    政府性基金预算财政拨款收入支出决算表
    单位：万元
    科目编码 科目名称 年初结转和结余 本年收入 本年支出 基本支出 项目支出 年末结转和结余
    212 城乡社区支出 0.00 61.30 61.30 0.00 61.30 0.00
    21208 国有土地使用权出让收入安排的支出 0.00 61.30 61.30 0.00 61.30 0.00
    2120803 城市建设支出 0.00 61.30 61.30 0.00 61.30 0.00

    """

  private func fund(_ amount: String, _ final: String) -> [String] {
    alarms(
      """
      \(Self.table)
      八、政府性基金预算财政拨款支出决算情况说明

      城乡社区支出（类）国有土地使用权出让收入安排的支出（款）城市建设支出（项）\(amount)万元，主要用于河道护坡。年初预算为0.00万元，支出决算为\(final)万元。决算数大于预算数的主要原因：年中追加。
      """)
  }

  @Test("the only account of a fund is compared with its row, where a list has nothing to be known by")
  func soleAccount() {
    #expect(fund("61.30", "61.30") == [])
    #expect(fund("63.10", "63.10") == ["narrative-table 63.10 61.30", "narrative-table 63.10 61.30"])
    #expect(fund("61.30", "63.10") == ["repeated-figure 63.10 61.30"])
  }

  private func item(_ amount: String, _ final: String) -> [String] {
    alarms(
      """
      五、一般公共预算财政拨款支出决算情况说明

      1.教育支出（类）普通教育（款）小学教育（项）\(amount)万元，主要用于校舍修缮。年初预算为52.40万元，支出决算为\(final)万元。决算数小于预算数的主要原因：工程结余。
      """)
  }

  @Test("the amount of an item and its final figure are one measure")
  func item() {
    #expect(item("48.30", "48.30") == [])
    #expect(item("48.30", "43.80").map { $0.prefix(15) } == ["repeated-figure"])
  }

  @Test("what an item calls its final figure takes the unit of the others")
  func unit() {
    let text = """
      1.教育支出（类）普通教育（款）小学教育（项）48.30万元。年初预算为52.40万元，支出决算为48.30。决算数小于预算数。

      本年支出合计90.00万元，其中：基本支出60.00万元；项目支出30.00万元。
      """
    #expect(alarms(text) == ["missing-unit 48.30 万元"])
  }

  /// The row of the three public expenses without its empty cells, below a head in fragments.
  private func expenses(_ row: String, _ reception: String) -> [String] {
    alarms(
      """
      财政拨款“三公”经费支出决算表
      单位：万元
      财政拨款“三公”经费
      公务用车购置及运行维护费
      因公出国
      合计 公务用车 公务用车 公务接待费
      （境）费 小计
      购置费 运行维护费
      预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数
      \(row)

      七、财政拨款“三公”经费支出决算情况说明

      “三公”经费支出决算为31.20万元，其中：因公出国（境）费决算为0.00万元；公务用车购置及运行维护费支出决算为31.20万元；公务接待费支出决算为\(reception)万元。公务用车购置支出18.00万元。公务用车运行维护支出13.20万元。
      """)
  }

  @Test("a budget beside a final figure is not what the text states, even if it states that amount")
  func budget() {
    let row = "44.60 31.20 42.50 31.20 18.00 18.00 24.50 13.20 2.10 0.00"
    #expect(expenses(row, "0.00") == [])
    #expect(expenses(row, "2.10") == ["sum-mismatch 2.10 0.00"])
  }

  @Test("half of a template's choice is a choice that was not made")
  func choices() {
    let text = """
      机关运行经费支出决算为48.30万元，比2024年度减增加2.10万元。年初预算为52.40万元，支出决算为48.30万元。决算数大于（小于）预算数的主要原因：会议减少。
      """
    #expect(alarms(text).map { $0.split(separator: " ")[1] } == ["减增加", "大于（小于）"])
  }

  @Test("a form feed alone divides two pages")
  func pages() {
    let pages = [
      "五、支出决算情况说明\n本年支出合计90.00万元，其中：基本支出60.00万元，占66.67%；项目支出", "30.00万元，占33.38%。\n注：本页为说明。",
      "收入支出决算总表\n单位：万元\n本年支出合计 90.00\n",
    ]
    let text = alarms(pages.joined(separator: "\n\u{0C}"))
    #expect(text.contains { $0.hasPrefix("wrong-share 33.38%") })
    #expect(alarms(pages.joined(separator: "\u{0C}")) == text)
  }

  /// The table of basic expenditure with the two expenses of its right side, of which one is wrapped.
  private func basic(_ running: String, _ other: String) -> [String] {
    alarms(
      """
      一般公共预算财政拨款基本支出决算表
      单位：万元
      科目编码 科目名称 决算数 科目编码 科目名称 决算数
      301 工资福利支出 60.00 302 商品和服务支出 30.00
      30101 基本工资 41.30 30201 办公费 12.60
      30102 津贴补贴 18.70 30217 公务接待费 1.20
      公务用车运行维
      30310 个人农业生产补贴 30231 \(running)
      护费
      30311 代缴社会保险费 30299 其他商品和服务支出 \(other)
      人员经费合计 60.00 公用经费合计 30.00

      七、财政拨款“三公”经费支出决算情况说明

      公务接待费支出1.20万元。公务用车运行维护支出13.20万元。
      """)
  }

  @Test("an expense of basic expenditure is not above what all appropriations spend on it")
  func bound() {
    #expect(basic("13.20", "3.00") == [])
    #expect(basic("14.20", "2.00").map { $0.split(separator: " ")[0] } == ["part-exceeds-whole"])
  }

  private func cars(_ sentence: String) -> [String] {
    let sections = [
      "第一部分 部门概况", "某局负责有关工作。", "第二部分 部门决算情况说明", "一、“三公”经费支出决算情况说明",
      "“三公”经费支出决算为7.10万元，其中：因公出国（境）费0.00万元，公务用车购置及运行维护费6.00万元，公务接待费1.10万元。\(sentence)", "第三部分 名词解释",
      "一、基本支出：指保障机构运转的支出。",
    ]
    return alarms(sections.joined(separator: "\n\n"))
  }

  @Test("final accounts divide what is spent on cars, which the name of both expenses does not")
  func cars() {
    #expect(cars("公务用车购置支出为0.00万元，公务用车运行维护支出6.00万元。") == [])
    #expect(cars("公务用车运行维护支出6.00万元。").map { $0.prefix(23) } == ["incomplete-three-public"])
  }
}
