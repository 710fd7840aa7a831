import Lint

/// The rule under which relations are reported that only rounding explains.
///
/// The ledger finds them; nothing is searched here.
enum RoundingDrift {
  static let info = RuleInfo(
    name: "rounding-drift", category: .arithmetic, severity: .information,
    summary: LocalizedText(
      "按文中数字直接计算略有出入，但在四舍五入范围之内。",
      "The printed figures do not compute exactly, but amounts that round to them do."),
    rationale: LocalizedText(
      "金额由元换算为万元后会有尾差，不是错误；列出来便于核对与说明。",
      "Amounts rounded from yuan leave small differences; they are no error, and are listed so that they can be explained."
    ),
    fixSafety: LocalizedText("没有修改：这不是错误。", "There is no fix: nothing is wrong."),
    examples: [
      .section(
        wrong: "一般公共预算财政拨款基本支出⟦105.58⟧万元。其中：人员经费95.36万元，公用经费10.23万元。", correction: "105.59")
    ])
}
