import DisclosureText
import Lint
import Rules
import Testing

/// Changes that the prose gives without the amount they start from, which a table has.
@Suite("Changes against the base that a table gives")
struct TableBaseTests {
  private func alarms(_ change: String) -> [Finding] {
    let text = """
      某局2025年部门预算

      一般公共预算“三公”经费支出表
      单位：万元
      项目\t2024年预算数\t2025年预算数
      合计\t61.30\t56.10
      因公出国（境）费\t11.20\t12.40
      公务用车购置及运行维护费\t43.90\t38.20
      其中：公务用车购置费\t20.40\t18.00
      公务用车运行维护费\t23.50\t20.20
      公务接待费\t6.20\t5.50

      第二部分 情况说明

      一、“三公”经费情况

      2025年“三公”经费预算56.10万元。

      （一）公务接待费5.50万元，\(change)。
      """
    return Linter().lint(SourceText(text)).findings.filter(\.severity.isAlarm)
  }

  @Test(
    "that start from it raise nothing",
    arguments: ["比2024年预算减少0.70万元", "比2024年预算减少0.70万元，下降11.29%", "比2024年预算下降11.29%"])
  func right(_ change: String) {
    #expect(alarms(change).isEmpty)
  }

  @Test(
    "that do not are found with a repair for a person to make",
    arguments: [
      ("比2024年预算减少0.90万元", "wrong-change", "6.20 − 5.50 = 0.70万元，文中为 0.90万元", "0.70"),
      ("比2024年预算减少0.70万元，下降12.29%", "wrong-growth", "(6.20 − 5.50) ÷ 6.20 = 11.29%", "11.29"),
      ("比2024年预算下降12.29%", "wrong-growth", "(6.20 − 5.50) ÷ 6.20 = 11.29%", "11.29"),
    ])
  func wrong(_ change: String, _ rule: String, _ computation: String, _ repair: String) {
    let found = alarms(change)
    #expect(found.map(\.rule) == [rule])
    #expect(found.first?.message.chinese.contains(computation) == true, "\(found)")
    #expect(found.flatMap(\.fixes).flatMap(\.edits).map(\.text).contains(repair))
    // Whether the table or the prose is wrong is not said by either; of a sentence that contradicts itself the table
    // tells which figure is wrong.
    let contradictsItself = change.contains("减少0.70万元，")
    #expect(found.flatMap(\.fixes).contains { $0.isPreferred } == contradictsItself)
  }

  @Test(
    "of another scope are not held against it",
    arguments: ["同口径比2024年预算减少0.90万元", "剔除划转因素后，比2024年预算减少0.90万元", "按可比口径比2024年预算减少0.90万元"])
  func otherScope(_ change: String) {
    #expect(alarms(change).isEmpty)
  }
}
