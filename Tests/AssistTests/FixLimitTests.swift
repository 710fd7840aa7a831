import Assist
import DisclosureText
import Rules
import Lint
import Testing

/// What `fix` leaves alone.
@Suite("Repairs that are not made")
struct FixLimitTests {
  @Test("digits that stand on the next or the last line are not written a second time")
  func broken() {
    let head = "某局2025年部门预算公开\n\n一般公共预算支出表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
    for cell in ["292.6\n3", "292.63"] {
      let text = SourceText(
        head + "\t合计\t392.63\t100.00\t292.63\n2130301\t行政运行\t100.00\t100.00\t\n2130302\t管理事务\t292.63\t\t\(cell)\n")
      // The rest of a row's last figure stands on a line of its own.
      let alarms = Linter().lint(text).findings.filter(\.severity.isAlarm)
      #expect(alarms.isEmpty, "\(alarms)")
      let fixed = FixedText(text, choice: .safe, linter: Linter())
      #expect(fixed.bytes == text.bytes, "\(String(decoding: fixed.bytes, as: UTF8.self))")
    }
  }

  @Test("a text is judged so often and no more, and not at all once the run is ended")
  func limits() {
    let items = (1...40).map { "\($0).项目支出\($0 * 7).20万元，占10.00%，比上年增加5.00万元，下降3.00%。" }.joined(separator: "\n")
    let text = SourceText("某局2025年部门预算公开\n\n一、支出\n2025年支出预算900.00万元，其中：\n\(items)\n")
    var judged = 0
    let linter = Linter()
    _ = FixedText(text, choice: .unsafe) { text in
      judged += 1
      return linter.lint(text)
    }
    #expect(judged <= 81)
    let ended = FixedText(text, choice: .unsafe, linter: linter, isEnded: { true })
    #expect(ended.bytes == text.bytes)
  }
}
