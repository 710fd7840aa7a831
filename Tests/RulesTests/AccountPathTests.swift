import DisclosureText
import Lint
import Rules
import Testing

/// Accounts that the narrative names from their class down, in the ways in which writers mark the levels, and
/// codes in brackets behind names.
@Suite("Paths of accounts")
struct AccountPathTests {
  private func findings(_ text: String) -> [Finding] {
    Linter().lint(SourceText("青禾县林业局2031年度部门预算公开\n\n" + text)).findings
  }

  private func names(_ text: String) -> [String] {
    findings(text).filter(\.severity.isAlarm).map(\.rule)
  }

  @Test(
    "marks that stand behind the names of other levels",
    arguments: [
      "教育支出（款）普通教育（类）小学教育（项）10.00万元。",
      "教育支出（类）普通教育（项）小学教育（款）10.00万元。",
      "教育支出（类）普通教育（款）小学教育（款）10.00万元。",
    ])
  func wrongMarks(text: String) {
    #expect(names(text) == ["account-name"])
  }

  @Test("an account that another one was made of later stood elsewhere before")
  func movedLater() {
    let text = "1.社会保障和就业支出（类）民政管理事务（款）拥军优属（项）支出决算20.00万元。\n"
    func alarms(_ year: Int) -> [String] {
      Linter().lint(SourceText("青禾县民政局\(year)年度部门决算公开\n\n" + text)).findings.filter(\.severity.isAlarm).map(\.rule)
    }
    #expect(alarms(2016) == [])
    #expect(alarms(2022) == ["account-name"])
  }

  @Test("swapped marks are one slip with one repair")
  func swapped() throws {
    let text = "教育支出（款）普通教育（类）小学教育（项）10.00万元。\n"
    let finding = try #require(findings(text).first { $0.rule == "account-name" })
    #expect(finding.fixes.first?.edits.map(\.text) == ["类", "款"])
  }

  @Test(
    "marks that may stand so",
    arguments: [
      "普通教育（款）小学教育（项）10.00万元。",
      "教育支出（类）小学教育（项）10.00万元。",
      "其他支出（款）其他支出（项）10.00万元。",
      "教育支出（类）普通教育（款）小学教育（项）、初中教育（项）10.00万元。",
      "“教育支出”类“普通教育”款“小学教育”项10.00万元，主要用于小学的日常运转。",
      "开展“一村一品”类项目和“名师”类“精品”课程建设，支出10.00万元。",
    ])
  func rightMarks(text: String) {
    #expect(findings(text).filter { $0.rule == "account-name" }.isEmpty)
  }

  @Test("names in quotation marks with their levels are a path as those in brackets are")
  func quoted() {
    let pension = "“社会保障和就业支出”类“行政事业单位养老支出”款“机关事业单位基本养老保险缴费支出”项30.00万元，主要用于缴纳基本养老保险费。"
    let annuity = "“社会保障和就业支出”类“行政事业单位养老支出”款“机关事业单位职业年金缴费支出”项15.00万元，主要用于缴纳"
    #expect(names(pension + "\n\n" + annuity + "基本养老保险费。") == ["copied-description"])
    #expect(names(pension + "\n\n" + annuity + "职业年金。").isEmpty)
  }

  @Test(
    "codes in brackets behind names of accounts",
    arguments: [
      ("工资福利支出（301）20.00万元，商品和服务支出（302）10.00万元。", 0),
      ("工资福利支出（301）20.00万元，商品和服务支出（303）10.00万元。", 1),
      ("对个人和家庭的补助支出（303）20.00万元，林业和草原（21302）10.00万元。", 0),
      ("水利（21302）10.00万元。", 1),
      ("采购复印纸（302）箱，租用教室（208）间。", 0),
      ("住房保障支出（22102）10.00万元。", 0),
    ])
  func bracketedCodes(text: String, count: Int) {
    #expect(findings(text).count { $0.rule == "account-name" } == count)
  }

  @Test(
    "rows that stand twice below one account",
    arguments: [
      // Parts of one sum.
      (["2130201  行政运行  30.00", "2130207  森林资源管理  20.00", "2130207  森林资源管理  10.00"], 1),
      // The end of a page printed the row twice.
      (["2130201  行政运行  40.00", "2130207  森林资源管理  20.00", "2130207  森林资源管理  20.00"], 0),
      // A table by project.
      (["2130201  行政运行  30.00", "2130207  森林资源管理 巡护  20.00", "2130207  森林资源管理 监测  10.00"], 0),
    ])
  func repeatedRows(rows: [String], count: Int) {
    let table =
      ["2031年一般公共预算支出预算表", "单位：万元", "科目编码  科目名称  合计", "213  农林水支出  60.00", "21302  林业和草原  60.00"]
      + rows + ["221  住房保障支出  40.00", "22102  住房改革支出  40.00", "2210201  住房公积金  40.00", "合计  100.00"]
    #expect(findings(table.joined(separator: "\n") + "\n").count { $0.rule == "account-name" } == count)
  }

  @Test(
    "an item with the name of another and the amount of one that no item names",
    arguments: [
      ("行政运行（项）60.00万元", 1), ("森林资源管理（项）60.00万元", 0),
      // A list by project: the amounts are those of no other account.
      ("行政运行（项）25.00万元", 0),
    ])
  func repeatedItems(second: String, count: Int) {
    let table = """
      2031年一般公共预算支出预算表
      单位：万元
      科目编码  科目名称  合计
      213  农林水支出  90.00
      21302  林业和草原  90.00
      2130201  行政运行  30.00
      2130207  森林资源管理  60.00
      221  住房保障支出  40.00
      22102  住房改革支出  40.00
      2210201  住房公积金  40.00
      合计  130.00

      """
    let items = ["农林水支出（类）林业和草原（款）行政运行（项）30.00万元", "农林水支出（类）林业和草原（款）" + second, "住房保障支出（类）住房改革支出（款）住房公积金（项）40.00万元"]
    let list = items.enumerated().map { "\($0 + 1).\($1)。" }.joined(separator: "\n\n")
    let found = findings(table + "\n一、支出情况说明\n\n" + list + "\n").filter { $0.rule == "account-name" }
    #expect(found.count == count, "\(found)")
  }

  @Test(
    "sentences with figures that stand twice in one section, and items that say the same of each",
    arguments: [
      ("", "办公设备按规定更新。", 1), ("1.", "2.", 0), ("", "\n\n二、机关运行经费变化情况说明\n\n办公设备按规定更新。", 0),
    ])
  func repeatedSentences(first: String, second: String, count: Int) {
    let sentence = "2031年机关运行经费预算126.00万元，比2030年增加6.00万元，增长5.00%，主要原因是人员增加。"
    let text = "一、机关运行经费情况说明\n\n\(first)\(sentence)\n\n办公用房的维修另行安排。\n\n\(second)\(sentence)\n"
    #expect(findings(text).count { $0.rule == "doubled-text" } == count)
  }
}
