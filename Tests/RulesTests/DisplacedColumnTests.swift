import DisclosureText
import Lint
import Rules
import Testing

/// Columns that were pasted some rows too low or too high.
@Suite("Displaced columns")
struct DisplacedColumnTests {
  private let names = [
    "合计", "207 文化旅游体育与传媒支出", "20701 文化和旅游", "2070101 行政运行", "2070104 图书馆",
    "2070109 群众文化", "208 社会保障和就业支出", "20805 行政事业单位养老支出", "2080501 行政单位离退休",
    "2080506 职业年金缴费支出", "20808 抚恤", "2080801 死亡抚恤", "210 卫生健康支出", "21011 行政事业单位医疗",
    "2101101 行政单位医疗", "2101102 事业单位医疗",
  ]
  private let basic = [
    "1,604.42", "967.20", "967.20", "412.35", "318.07", "236.78", "431.16", "377.81", "268.80", "109.01", "53.35",
    "53.35", "206.06", "206.06", "115.82", "90.24",
  ]

  private func alarms(_ column: [String], _ separator: String) -> [Finding] {
    let rows = zip(names, column).map { name, amount in
      [name.replacing(" ", with: separator), amount].joined(separator: separator)
    }
    let text =
      "某局2025年度部门决算公开\n\n支出决算表\n单位：万元\n" + ["科目编码", "科目名称", "本年支出合计"].joined(separator: separator) + "\n"
      + rows.joined(separator: "\n") + "\n"
    return Linter().lint(SourceText(Array(text.utf8))).findings.filter { $0.severity.isAlarm }
  }

  @Test("a column that stands rows too low or too high is one finding without a repair", arguments: [1, -1, 2])
  func moved(_ distance: Int) {
    for separator in [" ", "\t"] {
      #expect(alarms(basic, separator).isEmpty)
      var column = basic
      for row in 4..<basic.count {
        let source = row - distance
        column[row] = (4..<basic.count).contains(source) ? basic[source] : "0.00"
      }
      let found = alarms(column, separator)
      #expect(found.count == 1, "\(found.map(\.message.chinese))")
      #expect(found.first?.rule == "account-hierarchy")
      #expect(found.first?.message.chinese.contains("\(distance > 0 ? "低" : "高") \(abs(distance)) 行") == true)
      #expect(found.first?.fixes.isEmpty == true)
      #expect((found.first?.related.count ?? 0) >= 6)
    }
  }

  @Test("a slip of the pen is no displaced column")
  func slip() {
    var column = basic
    column[8] = "286.80"
    let found = alarms(column, " ")
    #expect(found.count == 1)
    #expect(found.first?.message.chinese.contains("“286.80”应为“268.80”") == true)
  }
}
