import Disclosure
import Lint

/// Finds initial budgets in final accounts that are not what the budget of the year has published.
struct BudgetAgainstFinal: ComparisonRule {
  static let info = RuleInfo(
    name: "budget-against-final", category: .documents, severity: .error,
    summary: LocalizedText(
      "决算中的年初预算数，与当年预算公开文件中的数不符。",
      "An initial budget in the final accounts does not agree with the published budget of the year."),
    rationale: LocalizedText(
      "年初预算数就是已公开的预算数；不符时，完成率和差异原因也就不可信。几个数同时对不上多是口径调整，不作为错误。",
      "The initial budget is what was published; where it differs, completion rates and reasons cannot be trusted. Where several differ at once, the scope has changed, and nothing is an error."
    ),
    fixSafety: LocalizedText(
      "列出预算公开文件中的数，由人选定：证据在另一份文件中。",
      "The published figure is offered for a person to choose, for the evidence stands in another document."),
    source: LocalizedText(
      "同一部门（单位）当年的预算公开文件；须与本文件一并检查，或同在一个文件夹中打开",
      "the budget of the same year and department; it must be checked in the same run, or lie in the same folder in an editor"
    ),
    examples: [
      RuleExample(
        wrong: Self.final("⟦63.00⟧"), right: Self.final("36.00"),
        other: OtherExample(
          .budget,
          """
          某局2024年度部门预算公开

          一、“三公”经费情况说明

          因公出国（境）费预算36.00万元。公务用车运行维护费预算9.00万元。公务接待费预算1.00万元。会议费预算5.00万元。

          """))
    ])

  static let other = OtherDocument.budget
  let complaint = LocalizedText("与公布的年初预算不符", "not the published initial budget")
  let published = LocalizedText("预算公开文件中的数", "the figure of the published budget")

  private static func final(_ amount: String) -> String {
    """
    某局2024年度部门决算公开

    一、“三公”经费情况说明

    因公出国（境）费年初预算为\(amount)万元，支出决算为30.00万元。

    公务用车运行维护费年初预算为9.00万元，支出决算为8.10万元。

    公务接待费年初预算为1.00万元，支出决算为0.50万元。

    会议费年初预算为5.00万元，支出决算为4.00万元。

    """
  }
}
