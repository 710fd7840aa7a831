import DisclosureText
import Lint
import Rules
import Testing

/// Tables of final accounts whose heads and names are wrapped around what belongs to them.
@Suite("Wrapped tables of final accounts")
struct FinalTableTests {
  private func alarms(_ text: String) -> [String] {
    let source = SourceText(Array("某局2024年度部门决算\n\n\(text)\n".utf8))
    return Linter().lint(source).findings.filter { $0.severity.isAlarm }.map { finding in
      let words = String(decoding: source.bytes[finding.range.lower..<finding.range.upper], as: UTF8.self)
      return "\(finding.rule) \(words)"
    }
  }

  /// Basic expenditure side by side, codes in two parts, some names above and below their amounts.
  private func basic(salary: String = "42.10", journeys: String = "1.30", list: String = "办公费、因公出国（境）费用") -> String {
    """
    一般公共预算财政拨款基本支出决算表
    单位：万元
    经济分
    经济分类
    类科目
    科目编码 科目名称 决算数 科目名称 决算数
    编码
    类 款 类 款
    301 工资福利支出 73.60 302 商品和服务支出 13.90
    301 01 基本工资 \(salary) 302 01 办公费 8.20
    机关事业单位基本
    301 08 21.40 302 07 邮电费 0.00
    养老保险缴费
    费 因公出国（境）费
    301 12 其他社会保障缴费 10.10 302 12 \(journeys)
    用
    303 对个人和家庭的补助 6.20 302 28 工会经费 4.40
    303 02 退休费 6.20 310 资本性支出 0.00
    人员经费合计 79.80 公用经费合计 13.90

    六、一般公共预算财政拨款基本支出决算情况说明

    一般公共预算财政拨款基本支出93.70万元，其中：人员经费79.80万元，公用经费13.90万元，主要包括：\(list)、工会经费。
    """
  }

  @Test("a code in two parts whose name stands above and below it is no amount")
  func codes() {
    #expect(alarms(basic()) == [])
    #expect(alarms(basic(salary: "47.10")).map { $0.prefix(17) } == ["account-hierarchy"])
    #expect(alarms(basic(journeys: "1.80")).map { $0.prefix(17) } == ["account-hierarchy"])
    #expect(alarms(basic(list: "办公费、邮电费、因公出国（境）费用")) == ["item-list 邮电费"])
  }

  /// Revenue and expenditure of appropriations, with what of the carry-over is of each fund.
  private func carried(_ general: String, _ funds: String, head: String = "512.37") -> String {
    """
    财政拨款收入支出决算总表
    单位：万元
    收入 支出
    项目 行次 金额 项目 行次 合计 一般公共预算财政拨款 政府性基金预算财政拨款 国有资本经营预算财政拨款
    一、一般公共预算财政拨款 1 838.68 一、一般公共服务支出 5 638.68 638.68 0.00 0.00
    二、政府性基金预算财政拨款 2 0.00 二、教育支出 6 120.00 120.00 0.00 0.00
    三、国有资本经营预算财政拨款 3 0.00 三、住房保障支出 7 80.00 80.00 0.00 0.00
    本年收入合计 27 838.68 本年支出合计 59 838.68 838.68 0.00 0.00
    年初财政拨款结转和结余 28 \(head) 年末财政拨款结转和结余 60 512.37 301.12 211.25 0.00
    一般公共预算财政拨款 29 \(general) 61
    政府性基金预算财政拨款 30 \(funds) 62
    国有资本经营预算财政拨款 31 0.00 63
    总计 32 1,351.05 总计 64 1,351.05 1,139.80 211.25 0.00
    """
  }

  @Test("what was carried over is the sum of the funds that are listed behind it")
  func carriedOver() {
    #expect(alarms(carried("301.12", "211.25")) == [])
    #expect(alarms(carried("301.12", "217.25")) == ["column-sum 217.25"])
    #expect(alarms(carried("310.12", "211.25")) == ["column-sum 310.12"])
    #expect(alarms(carried("301.12", "211.25", head: "512.87")) == ["column-sum 512.87"])
    // What is left out is no slip.
    #expect(alarms(carried("0.00", "0.00")) == [])
  }

  /// The row of the three public expenses, whose head names cars above its neighbours.
  private func expenses(_ row: String) -> [String] {
    alarms(
      """
      财政拨款“三公”经费支出决算表
      单位：万元
      财政拨款“三公”经费
      公务用车购置及运行维护费
      合计 因公出国（境）费 公务接待费
      小计 公务用车购置费 公务用车运行维护费
      预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数
      \(row)
      """)
  }

  @Test("what stands over several columns does not tell the order of its neighbours")
  func cars() {
    #expect(expenses("34.20 27.30 0.00 0.00 32.10 26.40 0.00 0.00 32.10 26.40 2.10 0.90") == [])
    let slips = [
      ("14.20 27.30 0.00 0.00 32.10 26.40 0.00 0.00 32.10 26.40 2.10 0.90", "14.20"),
      ("34.20 27.30 0.00 0.00 32.10 62.40 0.00 0.00 32.10 26.40 2.10 0.90", "62.40"),
      ("34.20 27.30 0.00 0.00 23.10 26.40 0.00 0.00 32.10 26.40 2.10 0.90", "23.10"),
    ]
    for (row, slip) in slips { #expect(expenses(row) == ["row-sum \(slip)"]) }
  }

  @Test("the budgets of the three public expenses may stand in their table alone")
  func plans() {
    func section(_ cars: String, _ reception: String) -> [String] {
      let row = "34.20 27.30 0.00 0.00 32.10 26.40 0.00 0.00 32.10 26.40 2.10 0.90"
      return expenses(
        """
        \(row)

        七、财政拨款“三公”经费支出决算情况说明

        “三公”经费财政拨款支出年初预算为34.20万元，支出决算为27.30万元，完成预算的79.82%，其中：因公出国（境）费决算为0.00万元，完成预算的0.00%；公务用车购置及运行维护费支出决算为26.40万元，完成预算的\(cars)；公务接待费支出决算为0.90万元，完成预算的\(reception)。
        """)
    }
    #expect(section("82.24%", "42.86%") == [])
    #expect(section("84.22%", "42.86%") == ["wrong-completion 84.22%"])
    #expect(section("82.24%", "52.86%") == ["wrong-completion 52.86%"])
  }

  @Test("below each expense stand its budget and its final figure, whichever cells are blank")
  func pairs() {
    let head = [
      ["财政拨款“三公”经费"] + Array(repeating: "", count: 11),
      ["合计", "", "因公出国（境）费", "", "公务用车购置及运行维护费", "", "", "", "", "", "公务接待费", ""],
      ["", "", "", "", "小计", "", "公务用车购置费", "", "公务用车运行维护费", "", "", ""],
      Array(repeating: ["预算数", "决算数"], count: 6).flatMap { $0 },
    ]
    func marked(_ slip: (Int, String)? = nil) -> [String] {
      var row = ["34.20", "26.40", "", "", "32.10", "26.40", "", "", "32.10", "26.40", "2.10", ""]
      if let slip { row[slip.0] = slip.1 }
      let lines = (head + [row]).map { $0.joined(separator: "\t") }
      return alarms("财政拨款“三公”经费支出决算表\n单位：万元\n" + lines.joined(separator: "\n"))
    }
    #expect(marked() == [])
    for slip in [(0, "32.20"), (5, "24.60"), (10, "1.20")] { #expect(marked(slip) == ["row-sum \(slip.1)"]) }
    #expect(expenses("34.20 27.30 32.10 26.40 32.10 26.40 2.10 0.90") == [])
    #expect(expenses("32.40 27.30 32.10 26.40 32.10 26.40 2.10 0.90") == ["row-sum 32.40"])
    #expect(expenses("34.20 23.70 32.10 26.40 32.10 26.40 2.10 0.90") == ["row-sum 23.70"])
  }

  @Test("a class of many accounts proves a table whose cells stand on a line each")
  func cells() {
    func column(_ salary: String) -> [String] {
      let cells =
        "科目编码 科目名称 决算数 科目编码 科目名称 决算数 301 工资福利支出 73.60 302 商品和服务支出 13.90 30101 基本工资 \(salary) 30201 办公费 8.20 30108 "
        + "机关事业单位基本养老保险缴费 21.40 30207 邮电费 1.30 30112 其他社会保障缴费 10.10 30228 工会经费 4.40 303 对个人和家庭的补助 6.20 310 "
        + "资本性支出 2.50 30302 退休费 6.20 31002 办公设备购置 2.50 人员经费合计 79.80 公用经费合计 16.40"
      let lines = cells.split(separator: " ").joined(separator: "\n")
      return alarms("一般公共预算财政拨款基本支出决算表\n单位：万元\n" + lines)
    }
    #expect(column("42.10") == [])
    #expect(column("47.10").map { $0.prefix(17) } == ["account-hierarchy"])
  }

  @Test("an item's purpose ends where a clause gives its budget and its final figure")
  func purposes() {
    func items(_ budget: String, _ final: String) -> [String] {
      alarms(
        """
        五、一般公共预算财政拨款支出决算情况说明

        （三）一般公共预算财政拨款支出决算具体情况

        一般公共预算财政拨款支出年初预算为94.30万元，支出决算为91.40万元，完成年初预算的96.92%。其中：

        1.农林水支出（类）水利（款）水利工程运行与维护（项），主要用于泵站养护等项目支出，年初预算为\(budget)万元，支出决算为60.10万元，决算数小于预算数。

        2.农林水支出（类）水利（款）防汛（项），主要用于物资储备，年初预算为31.80万元，当年支出决算为\(final)万元，决算数小于预算数。
        """)
    }
    #expect(items("62.50", "31.30") == [])
    #expect(items("65.20", "31.30").map { $0.prefix(12) } == ["sum-mismatch"])
    #expect(items("62.50", "33.10").map { $0.prefix(12) } == ["sum-mismatch"])
  }
}
