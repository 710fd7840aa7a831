import DisclosureText
import Lint
import Rules
import Testing

/// Pages that end inside figures: the number of the page and the title at its head are no part of them.
@Suite("Ends of pages")
struct PageEndTests {
  private func alarms(_ text: String) -> [String] {
    Linter().lint(SourceText(Array(text.utf8))).findings.filter { $0.severity.isAlarm }.map(\.rule)
  }

  private static let text = """
    青禾县档案馆2023年度单位决算公开

    二、收入决算情况说明

    本年收入合计2,101.32万元，其中：财政拨款收入1,981.22万元，占94.28%；事业收入120.10万元，占5.72%；\
    其他收入0万元，占0%。与2022年相比，本年收入增加101.32万元，增长5.07%。
    """

  /// The text with `end` inside or behind one of its figures, at every place in turn.
  private static func broken(by end: String, _ text: String) -> [String] {
    let first = text.firstRange(of: "合计")?.upperBound ?? text.startIndex
    return text[first...].indices.filter { "0123456789.,".contains(text[$0]) }.map { place in
      let next = text.index(after: place)
      return text[..<next] + end + text[next...]
    }
  }

  @Test(
    "are passed over wherever a figure goes on behind them",
    arguments: [
      "\n\n7\n\n", "\n7\n", "\n\n12\n\n\u{C}", "\n- 12 -\n青禾县部门预决算公开\n", "\n\n12\n\n\u{C}2023年度青禾县档案馆单位决算公开\n",
      "\n\n\u{C}青禾县部门预决算公开\n\n",
    ])
  func passedOver(end: String) {
    let texts = Self.broken(by: end, Self.text)
    #expect(texts.count > 40)
    for text in texts { #expect(alarms(text).isEmpty, "\(text)") }
  }

  @Test("do not hide an error of a figure that is printed on both pages")
  func found() {
    #expect(alarms(Self.text.replacing("5.72%", with: "5\n\n2\n\n\u{C}.27%")) == ["wrong-share"])
    #expect(
      alarms(Self.text.replacing("120.10万元", with: "1\n- 12 -\n青禾县部门预决算公开\n21.00万元")) == ["sum-mismatch"])
  }

  @Test("are none where the last digits of a figure stand alone before their unit")
  func lastDigits() {
    #expect(alarms(Self.text.replacing("5.07%", with: "5.0\n\n7\n\n%")).isEmpty)
    #expect(alarms(Self.text.replacing("101.32万元，增长", with: "101\n\n.32\n\n万元，增长")).isEmpty)
  }
}
