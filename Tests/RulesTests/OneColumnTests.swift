import DisclosureText
import Lint
import Rules
import Testing

/// Tables of which an extractor printed every cell on a line of its own.
@Suite("Tables with one cell a line")
struct OneColumnTests {
  func report(_ cells: String) -> LintReport {
    let lines = cells.split(separator: " ").joined(separator: "\n")
    return Linter().lint(SourceText(Array("某局2025年度部门预算公开\n\n\(lines)\n".utf8)))
  }

  func alarms(_ cells: String) -> [String] {
    report(cells).findings.filter { $0.severity.isAlarm }.map { "\($0.rule): \($0.message.chinese)" }
  }

  /// Expenditure by accounts; the parts of each code stand on lines of their own.
  private func accounts(_ amount: String = "41.20", behind: String = "") -> String {
    """
    2025年部门支出预算总表 单位：万元 功能分类科目编码 功能分类科目名称 合计 基本支出 项目支出 类 款 项
    205 教育支出 23.50 8.50 15.00
    205 08 进修及培训 23.50 8.50 15.00 205 08 03 培训支出 23.50 8.50 15.00
    206 科学技术支出 7.10 7.10 206 07 科学技术普及 7.10 7.10 206 07 02 科普活动 7.10 7.10
    207 文化旅游体育与传媒支出 60.20 \(amount) 19.00 \(behind)
    207 01 文化和旅游 60.20 41.20 19.00
    207 01 01 行政运行 41.20 41.20 207 01 04 图书馆 19.00 19.00
    208 社会保障和就业支出 12.00 12.00 208 05 行政事业单位养老支出 12.00 12.00
    208 05 01 行政单位离退休 12.00 12.00
    合计 102.80 61.70 41.10
    """
  }

  @Test("are rows of codes, words and amounts; classes that count up are no page numbers")
  func accounts() {
    #expect(alarms(accounts()).isEmpty)
    #expect(report(accounts()).figures.total >= 30)
    let found = alarms(accounts("14.20"))
    #expect(found.count == 1 && found.first?.contains("“14.20”应为“41.20”") == true)
  }

  @Test("accuse nobody where a part of the head left an amount among the rows")
  func head() {
    #expect(alarms(accounts(behind: "19.00 上缴上级支出 经营支出")).isEmpty)
  }

  /// What comes in beside what is spent on it.
  private func summary(_ amount: String) -> String {
    """
    2025年部门财务收支预算总表 单位：元 本年收入 本年支出 项目 预算数 项目 预算数
    一、财政拨款收入 5,411,120 一、一般公共服务支出 2,932,700 1.一般公共预算资金 5,411,120 二、公共安全支出 1,633,000
    2.政府性基金 三、教育支出 250,000 3.国有资本经营预算 四、科学技术支出 \(amount)
    二、事业收入 五、住房保障支出 494,420 收入总计 5,411,120 支出总计 5,411,120
    """
  }

  @Test("are two lists where revenue and expenditure stand side by side")
  func sides() {
    #expect(alarms(summary("101,000")).isEmpty)
    let found = alarms(summary("110,000"))
    #expect(found.count == 1 && found.first?.hasPrefix("column-sum") == true)
  }

  /// What is spent by fund; the words of two rows are wrapped.
  private func funds(_ amount: String) -> String {
    """
    2025年部门财政拨款收支预算总表 单位：元 财政拨款收入 财政拨款支出 项目 预算数 项目 合计 一般公共预算 政府性基金预算
    一、一般公共预算 8,411,120.00 一、社会保障和就业 支出 2,932,700.00 2,932,700.00 0.00
    二、政府性基金预算 3,000,000.00 二、城乡社区支出 7,233,000.00 4,233,000.00 3,000,000.00
    三、国有资本经营预 算 三、资源勘探工业信 息等支出 \(amount) 250,000.00 0.00
    四、住房保障支出 995,420.00 995,420.00 0.00
    收入总计 11,411,120.00 支出总计 11,411,120.00 8,411,120.00 3,000,000.00
    """
  }

  @Test("keep the rest of wrapped words with the row")
  func wrapped() {
    #expect(alarms(funds("250,000.00")).isEmpty)
    let found = alarms(funds("520,000.00"))
    #expect(found.count == 1 && found.first?.contains("“520,000.00”应为“250,000.00”") == true, "\(found)")
  }

  @Test("are not read where all words stand before all amounts")
  func columns() {
    let found = report(
      """
      2025年部门财务收支预算总表 单位：元 本年收入 本年支出 项目 预算数 项目 预算数
      一、财政拨款收入 二、事业收入 三、其他收入 一、一般公共服务支出 二、公共安全支出 三、住房保障支出
      5,411,120 100,000 20,000 2,932,700 1,633,000 965,420
      收入总计 5,531,120 支出总计 5,531,120
      """)
    #expect(!found.findings.contains { $0.severity.isAlarm })
    // The totals alone stand behind their words.
    #expect(found.relations.checked <= 1)
  }

  /// Expenditure by accounts, whose codes were printed apart from their names; the name of a class stands nowhere.
  private func named(_ amount: String = "412,000", _ last: String = "图书馆") -> String {
    """
    2025年部门支出预算总表 单位：元 项目 支出预算 功能分类科目编码 功能分类科目名称 类 款 205 项 合计 基本支出 项目支出
    教育支出 235,000 85,000 150,000 205 08 进修及培训 235,000 85,000 150,000 205 08 02 205 08 03
    干部教育 85,000 85,000 0 培训支出 150,000 0 150,000 206 206 07
    科学技术支出 71,000 0 71,000 科学技术普及 71,000 0 71,000 02 科普活动 71,000 0 71,000 602,000 412,000 190,000
    207 207 01 文化和旅游 602,000 412,000 190,000 01 行政运行 412,000 \(amount) 0 04 \(last) 190,000 0 190,000
    合计 908,000 497,000 411,000
    """
  }

  @Test("are rows of names and amounts where codes stand apart, as far as the names tell")
  func names() {
    #expect(alarms(named()).isEmpty)
    let found = alarms(named("421,000"))
    #expect(found.count == 1 && found.first?.contains("“421,000”应为“412,000”") == true, "\(found)")
    // A name that is no account's leaves the rows untold.
    #expect(alarms(named("421,000", "某项工作")).isEmpty)
  }

  @Test("amounts glued to what follows them are told from it")
  func glued() {
    func table(_ amount: String) -> String {
      """
      某局2025年度部门预算公开

      2025年部门收支总表
      单位：元
      项目            预算数          项目            预算数
      一、财政拨款收入        5,060,120.50一、一般公共服务支出        \(amount)
      二、事业收入            20,000.00二、公共安全支出            800,120.50
      三、其他收入            15,000.00三、住房保障支出            495,000.00
      收入总计          5,095,120.50     支出总计          5,095,120.50

      2025年部门收入总表
      单位：元
      科目编码   科目名称        合计        财政拨款收入
      201    一般公共服务支出      3,800,000.003,800,000.00
      204    公共安全支出        800,120.50800,120.50
      221    住房保障支出        495,000.00495,000.00
      合计               5,095,120.505,095,120.50
      """
    }
    func found(_ amount: String) -> [String] {
      Linter().lint(SourceText(Array(table(amount).utf8))).findings.filter { $0.severity.isAlarm }
        .map { "\($0.rule) \($0.message.chinese)" }
    }
    #expect(found("3,800,000.00").isEmpty)
    #expect(found("3,080,000.00").map { $0.contains("“3,080,000.00”应为“3,800,000.00”") } == [true])
  }

  @Test("a note between the title of a table and its rows speaks of that table")
  func note() {
    let found = alarms(
      """
      2025年部门收支预算表 单位：万元 项目 预算数 合计 21.60
      2025年政府性基金预算支出表 单位：万元 科目编码 科目名称 合计 基本支出 项目支出
      2025年国有资本经营预算支出表 单位：万元 注：本部门没有国有资本经营预算支出，故本表为空表。
      科目编码 科目名称 合计 基本支出 项目支出
      """)
    #expect(found.isEmpty, "\(found)")
  }
}
