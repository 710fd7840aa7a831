import DisclosureText
import Lint
import Rules
import Testing

/// The three public expenses in one row, whose head names the columns.
@Suite("Public expenses in a row")
struct PublicExpenseHeadTests {
  private static let heads = [
    "单位名称\t合计\t因公出国（境）费\t公务用车购置及运行费小计\t公务用车购置费\t公务用车运行费\t公务接待费",
    "单位名称\t合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费\n\t\t\t小计\t公务用车购置费\t公务用车运行费\t",
    "单位名称 合计 因公出国（境）费 公务用车购置及运行费小计 公务用车购置费 公务用车运行费 公务接待费",
    "单位名称 合计 因公出国（境）费 公务用车购置及运行费 公务接待费\n小计 公务用车购置费 公务用车运行费",
  ]

  private func alarms(_ head: String, _ cells: [String]) -> [Finding] {
    let isMarked = head.contains("\t")
    let row = (["某局"] + (isMarked ? cells : cells.filter { !$0.isEmpty })).joined(separator: isMarked ? "\t" : " ")
    let text = "某局2025年部门预算\n一般公共预算“三公”经费支出表\n单位：万元\n\(head)\n\(row)\n"
    return Linter().lint(SourceText(Array(text.utf8))).findings.filter { $0.severity.isAlarm }
  }

  @Test("add up where cells are blank", arguments: heads)
  func right(_ head: String) {
    #expect(alarms(head, ["56.10", "12.40", "38.20", "18.00", "20.20", "5.50"]).isEmpty)
    #expect(alarms(head, ["43.70", "", "38.20", "18.00", "20.20", "5.50"]).isEmpty)
    #expect(alarms(head, ["25.70", "", "20.20", "", "20.20", "5.50"]).isEmpty)
    #expect(alarms(head, ["20.20", "", "20.20", "", "20.20", ""]).isEmpty)
  }

  @Test("are amounts where the first of them is the code of a class, too", arguments: [".00", ""])
  func codes(_ decimals: String) {
    func alarms(_ row: String) -> [String] {
      let cells = row.split(separator: " ").map { $0 + decimals }.joined(separator: " ")
      let head = "“三公”经费合计 因公出国（境）费 公务用车购置及运行费 公务接待费\n小计 公务用车购置费 公务用车运行费"
      let text = "某局2025年部门预算\n一般公共预算“三公”经费支出表\n单位：万元\n\(head)\n\(cells)\n"
      return Linter().lint(SourceText(Array(text.utf8))).findings.filter { $0.severity.isAlarm }.map(\.rule)
    }
    #expect(alarms("202 0 100 16 84 102") == [])
    #expect(alarms("212 10 100 16 84 102") == [])
    #expect(alarms("212 10 100 16 48 102") == ["row-sum"])
  }

  @Test("are told apart where a cell of the head holds the words above it, too")
  func merged() {
    let vehicles = "公务用车购置及运行维护费<br>"
    let names = ["合计", "因公出国（境）费", "\(vehicles)小计", "\(vehicles)公务用车购置费", "\(vehicles)公务用车运行维护费", "公务接待费"]
    func alarms(_ row: String) -> [String] {
      let head = ["预算数", "决算数"].flatMap { group in names.map { "\(group)<br>\($0)" } }
      let lines = [head, head.map { _ in "---" }, row.split(separator: " ").map(String.init)]
        .map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
      let text = "某局2025年度部门决算公开\n\n财政拨款“三公”经费支出决算表\n\n单位：万元\n\n\(lines)\n"
      return Linter().lint(SourceText(Array(text.utf8))).findings.filter { $0.severity.isAlarm }.map(\.rule)
    }
    #expect(alarms("9.00 1.00 5.00 2.00 3.00 3.00 8.00 1.00 4.50 2.00 2.50 2.50") == [])
    #expect(alarms("9.00 1.00 5.00 2.00 3.00 3.00 8.00 1.00 4.50 2.00 2.05 2.50") == ["row-sum"])
  }

  @Test("are not read from a line below that lost its blank cells")
  func shifted() {
    let head = "合计\t因公出国（境）费\t公务接待费\t公务用车购置及运行费\t公务用车购置及运行费\t公务用车购置及运行费"
    func alarms(_ below: String, _ row: String) -> [String] {
      let cells = row.split(separator: " ").joined(separator: "\t")
      let text = "某局2025年部门预算\n一般公共预算“三公”经费支出表\n单位：万元\n\(head)\n\(below)\n\(cells)\n"
      return Linter().lint(SourceText(Array(text.utf8))).findings.filter { $0.severity.isAlarm }.map(\.rule)
    }
    let below = "小计\t公务用车购置费\t公务用车运行费"
    #expect(alarms(below, "15.70 2.04 2.11 11.55 3.20 8.35") == [])
    #expect(alarms("\t\t\t\(below)", "15.70 2.04 2.11 11.55 3.20 8.35") == [])
    #expect(alarms("\t\t\t\(below)", "15.70 2.04 2.11 11.55 3.20 8.53") == ["row-sum"])
  }

  @Test("that do not add up are found", arguments: heads)
  func wrong(_ head: String) {
    #expect(alarms(head, ["56.10", "12.40", "38.20", "18.00", "26.20", "5.50"]).map(\.rule) == ["row-sum"])
    #expect(alarms(head, ["56.10", "12.40", "33.20", "18.00", "20.20", "5.50"]).map(\.rule) == ["row-sum"])
    #expect(alarms(head, ["56.10", "12.90", "38.20", "18.00", "20.20", "5.50"]).map(\.rule) == ["row-sum"])
  }
}
