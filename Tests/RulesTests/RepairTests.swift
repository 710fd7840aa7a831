import DisclosureText
import Lint
import Rules
import Testing

/// Sentences of which nothing else is known: what is said to be wrong in them, and the repair preferred.
@Suite("Repairs of lone sentences")
struct RepairTests {
  /// The text with what its alarms prefer, and how many alarms it raises.
  private func repaired(_ sentence: String) -> (text: String, alarms: [String]) {
    let title = "某局2024年度部门预算公开\n第二部分 部门预算情况说明\n二、支出预算情况说明\n"
    let text = SourceText(title + sentence + "\n")
    let alarms = Linter().lint(text).findings.filter { $0.severity.isAlarm }
    let edits = alarms.flatMap { $0.fixes.first(where: \.isPreferred)?.edits ?? [] }
    let bytes = TextEdit.apply(edits, to: text.bytes)
    return (String(decoding: bytes.dropFirst(title.utf8.count).dropLast(), as: UTF8.self), alarms.map(\.rule))
  }

  @Test("one word of direction is turned, also where the amount fell by more than is left of it")
  func fall() {
    let right = "2024年政府性基金预算支出41.12万元，比2023年预算减少58.27万元，降低58.6%。"
    let found = repaired(right.replacing("减少", with: "增加"))
    #expect(found.text == right && found.alarms == ["wrong-direction"])
  }

  @Test("a rate that is a slip away from what the amounts give is put right where no amount is a slip away, too")
  func rate() {
    // 52.20万元 would give 2.46% as well.
    let open = "2024年支出预算2072.46万元，比2023年预算减少92.20万元，下降2.46%。"
    let found = repaired(open)
    #expect(found.text == open && found.alarms == ["wrong-growth"])
    let right = "2024年支出预算2072.46万元，比2023年预算减少92.20万元，下降4.26%。"
    let repair = repaired(right.replacing("4.26", with: "4.62"))
    #expect(repair.text == right && repair.alarms == ["wrong-growth"])
  }

  @Test("an amount printed elsewhere is no witness where many amounts would do")
  func chance() {
    // 28.83万元, which social security costs, would give 7.1%.
    let right =
      "2024年行政运行支出预算376.62万元，比2023年预算减少6.35万元，下降1.7%。\n2024年社会保障和就业支出预算28.83万元。\n2024年住房保障支出预算28.83万元。"
    let found = repaired(right.replacing("1.7%", with: "7.1%"))
    #expect(found.text == right && found.alarms == ["wrong-growth"])
  }

  @Test("a rate is computed however far it is from the printed one")
  func farRate() {
    let text = "2024年支出预算3296.96万元，比2023年预算减少0.63万元，下降9.02%。"
    #expect(repaired(text).alarms == ["wrong-growth"])
    let title = "某局2024年度部门预算公开\n第二部分 部门预算情况说明\n二、支出预算情况说明\n"
    let fixes = Linter().lint(SourceText(title + text + "\n")).findings.flatMap(\.fixes)
    #expect(fixes.contains { $0.edits.map(\.text) == ["0.02"] })
  }
}
