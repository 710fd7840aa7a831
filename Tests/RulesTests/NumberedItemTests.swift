import DisclosureText
import Lint
import Rules
import Testing

/// Numbers of items that begin with the same words.
@Suite("Numbered items")
struct NumberedItemTests {
  private func alarms(_ text: String) -> [String] {
    Linter().lint(SourceText(text)).findings.filter(\.severity.isAlarm).map(\.rule)
  }

  @Test("items that begin with one class and section are not one item printed twice")
  func itemsOfOneSection() {
    func list(_ numbers: [Int], _ third: String) -> String {
      let items = ["行政运行", "森林资源培育", third].map { "农林水支出（类）林业和草原（款）\($0)（项）10.00万元。" }
      let list = zip(numbers, items).map { "\($0).\($1)" }.joined(separator: "\n\n")
      return "青禾县林业局2031年部门预算公开\n\n一、支出情况说明\n\n" + list + "\n\n二、采购情况说明\n\n采购2.00万元。\n"
    }
    #expect(alarms(list([1, 2, 2], "动植物保护")) == ["broken-numbering"])
    #expect(alarms(list([1, 2, 3], "动植物保护")) == [])
  }
}
