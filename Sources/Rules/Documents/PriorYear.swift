import Disclosure
import Lint

/// Finds what is said of last year's figures and does not agree with what was published then.
struct PriorYear: ComparisonRule {
  static let info = RuleInfo(
    name: "prior-year", category: .documents, severity: .error,
    summary: LocalizedText(
      "文中所说的上年数，与上年公开文件中的数不符。",
      "What is said of last year's figure does not agree with last year's published document."),
    rationale: LocalizedText(
      "上年的数已经公开，读者会拿两份文件对照；增减额和增减幅度都以它为基数。几个数同时对不上多是口径调整，不作为错误。",
      "Last year's figures are public and readers compare; changes and rates rest on them. Where several differ at once, the scope has changed, and nothing is an error."
    ),
    fixSafety: LocalizedText(
      "列出按上年公开数应有的数，由人选定：证据在另一份文件中。",
      "What follows from last year's figure is offered for a person to choose, for the evidence stands in another document."
    ),
    source: LocalizedText(
      "同一部门（单位）上年同类公开文件；须与本文件一并检查，或同在一个文件夹中打开",
      "last year's document of the same kind and department; it must be checked in the same run, or lie in the same folder in an editor"
    ),
    examples: [
      RuleExample(
        wrong: Self.text(2025, "43.00", "36.00", "比2024年预算减少⟦7.00⟧万元"),
        right: Self.text(2025, "43.00", "36.00", "比2024年预算减少9.00万元"),
        other: OtherExample(.priorYear, Self.text(2024, "40.00", "45.00", "与2023年预算持平")))
    ])

  static let other = OtherDocument.priorYear
  let complaint = LocalizedText("与上年公布的数不符", "not what was published last year")
  let published = LocalizedText("上年公布的数", "the figure published last year")

  private static func text(_ year: Int, _ operating: String, _ total: String, _ change: String) -> String {
    let isLater = year == 2025
    func moved(_ change: String) -> String { isLater ? "，比2024年预算\(change)" : "" }
    return """
      某局\(year)年度部门预算公开

      一、“三公”经费情况说明

      \(year)年“三公”经费预算数为\(total)万元，\(change)。

      二、其他情况说明

      机关运行经费预算\(operating)万元\(moved("增加3.00万元"))。

      会议费预算\(isLater ? "6.00" : "5.00")万元\(moved("增加1.00万元"))。

      培训费预算\(isLater ? "8.00" : "10.00")万元\(moved("减少2.00万元"))。

      """
  }
}
