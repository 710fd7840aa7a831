import DisclosureText
import Lint
import Rules
import Testing

/// What findings of the ledger say, beside where they stand.
@Suite("What verdicts say")
struct VerdictWordingTests {
  private func alarms(_ text: String) -> [Finding] {
    Linter().lint(SourceText(text)).findings.filter(\.severity.isAlarm)
  }

  private static let table = """
    一般公共预算“三公”经费支出表
    单位：万元
    项目\t2025年预算数
    合计\t56.10
    因公出国（境）费\t12.40
    公务用车购置及运行维护费\t38.20
    其中：公务用车购置费\t18.00
    公务用车运行维护费\t20.20
    公务接待费\t5.50
    """
  private static let prose = "一、“三公”经费预算情况\n\n2025年“三公”经费预算%万元。"

  @Test("the other figure stands before the place or behind it, as it does")
  func places() {
    let prose = Self.prose.replacing("%", with: "51.60")
    for (text, word) in [
      ("\(prose)\n\n第三部分 预算表\n\n\(Self.table)", "后文"), ("\(Self.table)\n\n第三部分 情况说明\n\n\(prose)", "前文"),
    ] {
      let found = alarms("某局2025年部门预算公开\n\n第二部分 部门预算\n\n\(text)\n")
      #expect(found.count == 1)
      #expect(found.first?.message.chinese.contains("\(word)为 56.10，此处为 51.60万元") == true, "\(found)")
    }
  }

  @Test("choices quote the figure that is replaced and name behind it what it measures")
  func choices() {
    let found = alarms("某局2025年部门预算公开\n\n支出合计100.00万元，其中：基本支出60.00万元，项目支出47.00万元。\n")
    #expect(
      found.flatMap(\.fixes).map(\.title.chinese) == [
        "将“47.00万元”改为“40.00万元”（项目支出）", "将“100.00万元”改为“107.00万元”（支出合计）", "将“60.00万元”改为“53.00万元”（基本支出）",
      ])
    for fix in found.flatMap(\.fixes) {
      #expect(fix.title.english.hasPrefix("change “"))
      #expect(fix.title.english.hasSuffix(")"))
    }
  }

  @Test("a rate is computed from the amount that another finding mends, as its repair is")
  func mendedAmount() {
    let found = alarms(
      "某局2024年度部门决算公开\n\n2024年度“三公”经费支出8.52万元，其中：因公出国（境）费0万元，占0%；公务用车购置及运行维护费6.10万元，占0.08%；公务接待费0.42万元，占4.93%。\n")
    #expect(
      found.map(\.message.chinese) == [
        "合计有误：0 + 6.10 + 0.42 = 6.52万元，文中为 8.52万元；“6.10万元”应为“8.10万元”",
        "占比有误：8.10 ÷ 8.52 = 95.07%，文中为 0.08%；“0.08%”应为“95.07%”",
      ])
  }

  @Test("a repair that only rounding tells from what is computed says so")
  func rounding() {
    let found = alarms(
      "某局2024年度部门决算公开\n\n2024年度“三公”经费支出7.69万元，其中：公务接待费支出5.21万元，占67.75%；公务用车运行维护费支出2.48万元，占32.44%。\n")
    #expect(
      found.map(\.message.chinese) == [
        "占比有误：2.48 ÷ 7.69 = 32.25%，文中为 32.44%；“32.44%”应为“32.24%”（尾差在四舍五入范围之内）"
      ])
  }

  @Test("six places of other relations are named, and how many more there are")
  func related() {
    // Each part is computed from the wrong total, and no computation but one is shown.
    let parts = (1...9).map { "项目\($0)支出\($0).00万元，占\(decimal($0 * 2_000))%" }.joined(separator: "；")
    let found = alarms("某局2025年部门预算公开\n\n支出合计54.00万元，其中：\(parts)；基本支出5.00万元，占10.00%。\n")
    #expect(found.count == 1)
    let notes = found.first?.related.map(\.message.chinese) ?? []
    let elsewhere = notes.filter { $0.hasPrefix("另一处相关") }
    #expect(elsewhere.count <= 6)
    #expect(notes.last?.contains("处从略") == true || notes.contains { $0.contains("处从略") }, "\(notes)")
  }

  /// Thousandths of a percent with two decimals.
  private func decimal(_ thousandths: Int) -> String {
    let hundredths = thousandths / 10
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
