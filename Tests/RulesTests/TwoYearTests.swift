import DisclosureText
import Lint
import Rules
import Testing

/// Pages that are about two years.
@Suite("Two years")
struct TwoYearTests {
  private func alarms(_ text: String) -> [Finding] {
    Linter().lint(SourceText("青禾市档案局“三公”经费公开\n\n\(text)\n")).findings
      .filter { $0.rule == "wrong-year" && $0.severity.isAlarm }
  }

  @Test(
    "a page may tell how one year went and of the budget of the next",
    arguments: [
      """
      一、“三公”经费2024年执行情况和2025年预算情况

      2024年“三公”经费执行数3.00万元，2025年“三公”经费预算数2.80万元，较上年预算数减少0.20万元，下降6.67%。
      """,
      """
      一、2025年“三公”经费预算安排情况

      2025年“三公”经费预算2.80万元。

      二、2024年“三公”经费决算情况

      2024年“三公”经费支出3.00万元。
      """,
    ])
  func twoYears(_ text: String) {
    #expect(alarms(text) == [])
    let third = ["预算数2", "预算2"].reduce(text) { text, words in
      text.replacing("2025年“三公”经费\(words)", with: "2027年“三公”经费\(words)")
    }
    #expect(alarms(third).count == 1)
  }
}
