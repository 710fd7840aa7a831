import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds percentages without their sign.
struct MissingPercentSign: DocumentRule {
  static let info = RuleInfo(
    name: "missing-percent-sign", category: .wording, severity: .error,
    summary: LocalizedText(
      "增长、下降、占、完成之后的百分比缺少“%”。",
      "A percentage behind 增长, 下降, 占 or 完成 lacks its sign."),
    rationale: LocalizedText(
      "没有“%”，5.25 就是 525%，差了一百倍。",
      "Without the sign 5.25 is 525%, a hundred times as much."),
    fixSafety: LocalizedText("只补一个“%”，可直接改正。", "Safe: it only adds the sign."),
    examples: [
      .section(
        wrong: "机关运行经费126.00万元，比2024年度增加6.00万元，增长⟦5.00⟧。", correction: "5.00%")
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    document.narrative.statements.indices.compactMap { index in
      let statement = document.statement(index)
      guard statement.lacksPercentSign, statement.isFinished, !statement.isAside, let numeral = document.numeral(index)
      else { return nil }
      let text = document.runningText(index)
      let range = text.sourceRange(of: numeral.digits)
      let printed = text.string(in: numeral.digits)
      return Finding(
        rule: Self.info.name, severity: Self.info.severity, range: range,
        message: LocalizedText(
          "缺少百分号：“\(printed)”应为“\(printed)%”", "missing percent sign: “\(printed)” should be “\(printed)%”"),
        fixes: [
          Fix(
            title: LocalizedText("补上“%”", "add “%”"), isPreferred: true, isSafe: true,
            edits: [TextEdit(range: TextRange(range.upper, range.upper), text: "%")])
        ])
    }
  }
}
