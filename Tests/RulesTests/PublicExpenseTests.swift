import DisclosureText
import Lint
import Rules
import Testing

/// The three public expenses in rows, whatever their numbers, order and columns.
@Suite("Public expenses in rows")
struct PublicExpenseTests {
  /// A list of the names of the rows: total, abroad, vehicles, purchase, operation, reception.
  private static let names = [
    ["合计", "因公出国（境）费", "公务用车购置及运行维护费", "其中：公务用车购置费", "公务用车运行维护费", "公务接待费"],
    ["合计", "1.因公出国（境）费", "2.公务用车购置及运行维护费", "（1）公务用车购置费", "（2）公务用车运行维护费", "3.公务接待费"],
    ["“三公”经费合计", "1、因公出国（境）费用", "3、公务用车费", "其中：（1）公务用车购置", "（2）公务用车运行维护费", "2、公务接待费"],
    ["总计", "一、因公出国（境）费", "二、公务用车购置及运行费", "其中：1.公务用车购置费", "2.公务用车运行费", "三、公务接待费"],
    ["“三公”经费", "因公出国（境）费", "公务用车购置和运行维护费", "①购置费", "②运行维护费", "公务接待费"],
  ]
  private static let orders = [[0, 1, 2, 3, 4, 5], [0, 1, 5, 2, 3, 4], [1, 5, 2, 3, 4, 0]]
  private static let amounts = [
    ["56.10", "12.40", "38.20", "18.00", "20.20", "5.50"], ["61.30", "11.20", "43.90", "20.40", "23.50", "6.20"],
  ]

  private func text(
    _ names: [String], _ order: [Int], _ amounts: [[String]], separator: String = "\t"
  ) -> String {
    var text = "某局2025年部门预算\n一般公共预算“三公”经费支出表\n单位：万元\n项目\(separator)2024年预算数\(separator)2025年预算数\n"
    for row in order { text += names[row] + separator + amounts[0][row] + separator + amounts[1][row] + "\n" }
    text += "公务用车保有量（辆）\(separator)4\(separator)5\n国内公务接待批次（个）\(separator)61\(separator)58\n"
    return text
  }

  private func alarms(_ names: [String], _ order: [Int], _ amounts: [[String]], separator: String = "\t") -> [Finding] {
    let text = text(names, order, amounts, separator: separator)
    return Linter().lint(SourceText(Array(text.utf8))).findings.filter { $0.severity.isAlarm }
  }

  @Test("add up, and counts of vehicles and visits are no part of them", arguments: names.indices)
  func right(_ number: Int) {
    for order in Self.orders {
      for separator in ["\t", " ", "    "] {
        #expect(alarms(Self.names[number], order, Self.amounts, separator: separator).isEmpty)
      }
    }
  }

  @Test("that do not add up are found in each of their sums", arguments: names.indices)
  func wrong(_ number: Int) {
    for order in Self.orders {
      for (row, wrong) in [(0, "51.10"), (1, "14.40"), (2, "32.80"), (4, "29.20"), (5, "5.90")] {
        var amounts = Self.amounts
        amounts[0][row] = wrong
        let found = alarms(Self.names[number], order, amounts)
        #expect(found.map(\.rule) == ["column-sum"])
        // One slip breaks a sum or two; what it must be is among the repairs, and stands where the slip is.
        let text = text(Self.names[number], order, amounts)
        let repaired = found.flatMap(\.fixes).map {
          String(decoding: TextEdit.apply($0.edits, to: Array(text.utf8)), as: UTF8.self)
        }
        #expect(repaired.contains(self.text(Self.names[number], order, Self.amounts)), "\(order) \(row)")
      }
    }
  }

  private func alarms(of text: String) -> [Finding] {
    Linter().lint(SourceText(Array("某局2025年部门预算\n\(text)\n".utf8))).findings.filter { $0.severity.isAlarm }
  }

  @Test("stand beside other expenses, which the total counts where the title names them")
  func others() {
    func table(_ title: String, _ total: String) -> String {
      """
      \(title)
      单位：万元
      项目\t2025年预算数
      合计\t\(total)
      因公出国（境）费\t11.30
      公务接待费\t21.40
      公务用车购置及运行维护费\t32.50
      会议费\t14.20
      培训费\t15.10
      """
    }
    let title = "一般公共预算“三公”经费、会议费和培训费支出表"
    #expect(alarms(of: table(title, "94.50")).isEmpty)
    #expect(alarms(of: table(title, "94.80")).map(\.rule) == ["column-sum"])
    // Nothing tells what the total counts.
    #expect(alarms(of: table("一般公共预算“三公”经费支出表", "94.80")).isEmpty)
  }

  @Test("need no row of buying where nothing is bought")
  func buying() {
    let text = "一般公共预算“三公”经费支出表\n单位：万元\n项目\t2025年预算数\n合计\t26.40\n因公出国（境）费\t0.00\n公务接待费\t6.10\n公务用车运行维护费\t20.30"
    #expect(alarms(of: text).isEmpty)
    #expect(alarms(of: text.replacing("26.40", with: "36.40")).map(\.rule) == ["column-sum"])
  }

  @Test("leave rates without a mark alone, in columns and in rows", arguments: ["增长幅度", "增减比例", "增幅", "变动比例", "增减变化"])
  func rates(_ word: String) {
    let column = """
      一般公共预算“三公”经费支出表
      单位：万元
      项目\t2024年预算数\t2025年预算数\t\(word)
      合计\t48.00\t43.20\t10.00
      因公出国（境）费\t9.60\t9.60\t
      公务接待费\t9.60\t4.80\t50.00
      公务用车购置及运行维护费\t28.80\t28.80\t
      """
    #expect(alarms(of: column).isEmpty)
    let row = """
      2025年“三公”经费预算表
      单位：万元
      年度\t合计\t因公出国（境）费\t公务接待费\t公务用车购置及运行费
      上年预算数\t48.00\t8.00\t16.00\t24.00
      本年预算数\t44.00\t8.00\t12.00\t24.00
      \(word)\t8.33\t0.00\t25.00\t0.00
      """
    #expect(alarms(of: row).isEmpty)
  }

  @Test("of last year are not those of the narrative")
  func years() {
    let text = """
      某局2025年部门预算
      一般公共预算“三公”经费支出表
      单位：万元
      项目\t2024年预算数\t2025年预算数
      合计\t47.40\t37.40
      因公出国（境）费\t0.00\t0.00
      公务接待费\t7.20\t7.20
      公务用车购置及运行维护费\t40.20\t30.20
      其中：公务用车购置费\t0.00\t0.00
      公务用车运行维护费\t40.20\t30.20
      第二部分 情况说明
      一、“三公”经费情况
      2025年“三公”经费预算37.40万元，其中：公务接待费7.20万元，公务用车购置及运行维护费30.20万元。
      """
    let found = Linter().lint(SourceText(Array(text.utf8))).findings.filter { $0.severity.isAlarm }
    #expect(found.isEmpty)
    let wrong = text.replacing("运行维护费30.20万元", with: "运行维护费36.20万元")
    let alarms = Linter().lint(SourceText(Array(wrong.utf8))).findings.filter { $0.severity.isAlarm }
    #expect(alarms.count == 1)
  }
}
