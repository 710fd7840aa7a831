import DisclosureText
import Lint
import Rules
import Testing

/// Right texts whose wording or layout looks like a mistake.
@Suite("Right texts")
struct RightTextTests {
  @Test(
    "raise no alarm",
    arguments: [
      // Projects, contracts and people are counted at any time.
      """
      青禾市水务局2024年度部门决算公开

      2024年度收入总计120.00万元，支出总计120.00万元。

      截至2023年12月31日，项目累计支付12.00万元。

      截至2022年末，青禾市户籍人口12万人。
      """,
      // An item is not what 按支出性质分 divides.
      """
      青禾市水务局2024年度部门决算公开

      三、支出决算情况说明

      2024年度支出合计800.00万元。

      1.住房保障支出（类）住房改革支出（款）住房公积金（项）支出40.00万元。

      按支出性质分：基本支出500.00万元，项目支出300.00万元。
      """,
      // A path begins a paragraph, though the line before it is full.
      """
      青禾市教育局2024年度部门决算公开

      1.教育支出（类）1080.00万元，占本年财政拨款支出合计的90.00%。
      教育支出（类）普通教育（款）小学教育（项）。年初预算为900.00
      万元，支出决算为960.00万元，完成年初预算的106.67%。
      """,
      // Items in bold are items.
      """
      青禾市水务局2024年度部门决算公开

      2024年度一般公共预算财政拨款支出120.00万元。年初预算为100.00万元，完成年初预算的120.00%。其中：

      **1.农林水支出（类）108.00万元**，占90.00%。
      """,
      // The unit is said once for all that follows.
      """
      青禾市水务局2024年度部门决算公开

      （单位：万元）

      一、收入决算情况

      2024年度收入合计900.00万元，其中：财政拨款收入810.00万元；事业收入81.00；其他收入9.00。

      二、支出决算情况

      2024年度支出合计900.00万元，其中：基本支出810.00万元；项目支出81.00；经营支出9.00。
      """,
      // Each unit has the accounts anew.
      """
      青禾市水务局2025年度部门预算公开

      表3 支出总表
      单位：万元
      单位名称\t科目编码\t科目名称\t金额
      合计\t\t\t66.00
      青禾市水务局\t\t\t43.00
      \t213\t农林水支出\t43.00
      \t21303\t水利\t43.00
      \t2130314\t防汛\t43.00
      青禾市水库管理所\t\t\t23.00
      \t213\t农林水支出\t23.00
      \t21303\t水利\t23.00
      \t2130305\t水利工程建设\t23.00
      """,
      // The measure that a sentence names is divided, not the total before it.
      """
      青禾市水务局2024年度部门决算公开

      2024年度支出总计140.00万元，其中本年支出120.00万元，结转下年20.00万元。本年支出按支出性质分：基本支出12.00万元、项目支出108.00万元。
      """,
      // What is left over may be of any year before.
      """
      青禾市水务局2025年度部门预算公开

      2025年收入总计120.00万元，支出总计120.00万元。

      2023年度项目尾款12.00万元列入2025年预算。
      """,
      // A project may go on into the budget's year.
      """
      青禾市水务局2025年度部门预算公开

      2025年收入总计120.00万元，支出总计120.00万元。

      绩效目标：2024年12月底前完成设计，2025年12月底前完工。
      """,
      // What a page on the web offers its readers.
      "青禾市水务局2025年度部门预算公开\n字体：【    】 打印\n\n2025年收入总计120.00万元，支出总计120.00万元。",
      "青禾市水务局2025年度部门预算公开\n【 】【打印】【关闭】\n\n2025年收入总计120.00万元，支出总计120.00万元。",
    ])
  func silence(text: String) {
    let found = Linter().lint(SourceText(Array(text.utf8))).findings.filter { $0.severity.isAlarm }
    #expect(found.isEmpty, "\(found.map { "\($0.rule): \($0.message.chinese)" })")
  }
}
