import DisclosureText
import Lint
import Rules
import Testing

/// Disclosures of the three public expenses alone, by their titles.
@Suite("Titles of the public expenses alone")
struct ExpenseTitleTests {
  private static let body = "2023年“三公”经费支出共计9.00万元，较上年支出数减少1.00万元，下降%，主要原因是厉行节约。"

  @Test(
    "make a text a disclosure",
    arguments: [
      "青禾镇人民政府\n2023年度“三公”经费决算汇总情况", "青禾镇人民政府\n2023年度“三公”经费决算（汇总）情况", "青禾镇人民政府\n\n2023年度“三公”经费支出情况",
      "2023年“三公”经费支出情况", "青禾镇人民政府2023年“三公”经费支出情况说明", "2023年青禾省省级三公经费公开", "青禾省2023年省本级“三公”经费决算汇总",
      "2023年度“三公”经费支出统计表", "2023年机关运行经费支出情况说明",
    ])
  func titles(_ title: String) {
    func alarms(_ rate: String) -> [String] {
      let text = "\(title)\n\(Self.body.replacing("%", with: rate))\n"
      return Linter().lint(SourceText(text)).findings.filter(\.severity.isAlarm).map(\.rule)
    }
    #expect(alarms("10.00%") == [])
    #expect(alarms("15.00%") == ["wrong-growth"])
  }

  @Test("do not stand in a sentence, nor make a budget final accounts")
  func others() {
    let letter = "青禾镇人民政府\n现将2023年“三公”经费支出情况函告如下，支出9.00万元，比上年减少1.00万元，下降15.00%。\n"
    #expect(Linter().lint(SourceText(letter)).findings.filter(\.severity.isAlarm) == [])
    let budget = "青禾镇人民政府2024年部门预算公开\n\n三、“三公”经费支出情况\n\n2024年“三公”经费预算9.00万元，比2023年减少1.00万元，下降10.00%。\n"
    #expect(Linter().lint(SourceText(budget)).profile.kind == "budget")
  }
}
