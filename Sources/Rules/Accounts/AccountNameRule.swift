import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds names of accounts that the chart of accounts does not have where they stand.
struct AccountNameRule: RecallingRule {
  static let info = RuleInfo(
    name: "account-name", category: .accounts, severity: .warning,
    summary: LocalizedText(
      "科目名称与《政府收支分类科目》不符，类、款、项连不成一条，或一个科目列了两次。",
      "The name of an account is not that of the chart of accounts, 类, 款 and 项 are no path of it, or an account stands twice."
    ),
    rationale: LocalizedText(
      "科目名称错了，读者查不到这笔钱的用途，也无法与其他部门比较。",
      "Under a wrong name readers cannot find out what the money is for, nor compare it with other departments."),
    fixSafety: LocalizedText(
      "只差一两个字时给出科目表中的名称，由人确认。",
      "Where a character or two differ the name of the chart is offered; a person should confirm it."),
    examples: [
      .section(
        wrong: "1.卫生健康支出（类）⟦行政事业单位医疔⟧（款）行政单位医疗（项）10.00万元。", correction: "行政事业单位医疗"),
      .section(
        wrong: "1.“住房保障支出（类）⟦住房公积金⟧（款）住房公积金（项）”科目10.00万元。", correction: "住房改革支出"),
      .section(
        wrong: "1.“2050202⟦初中教育⟧”科目10.00万元，主要用于小学的日常运转。", correction: "小学教育"),
      RuleExample(
        wrong: table(name: "⟦小学教肓⟧"), right: table(name: "小学教育")),
      .section(
        wrong: "1.教育支出（类）普通教育（款）小学教育（⟦款⟧）10.00万元。", correction: "项"),
      .section(
        wrong: "1.⟦工资福利支出⟧（302）10.00万元，与上年持平。", correction: "商品和服务支出"),
      RuleExample(
        wrong: table(name: "⟦乡村图书教育⟧"), right: table(name: "小学教育")),
      RuleExample(
        wrong: table(code: "2130314") + items(second: "⟦行政运行⟧"), right: table(code: "2130314") + items(second: "防汛")),
      RuleExample(wrong: table(code: "⟦2130414⟧"), right: table(code: "2130314")),
      RuleExample(wrong: table(code: "⟦21303 14⟧"), right: table(code: "2130314")),
      RuleExample(
        wrong: table(code: "2130314", rest: "120.00\n⟦2130314⟧  防汛  80.00"),
        right: table(code: "2130314", rest: "120.00\n2130315  抗旱  80.00")),
      RuleExample(wrong: table(code: "⟦213031⟧"), right: table(code: "2130314")),
    ])

  private static func items(second name: String) -> String {
    """
    一、支出情况说明

    1.农林水支出（类）水利（款）行政运行（项）180.00万元，主要用于人员工资。

    2.农林水支出（类）水利（款）\(name)（项）200.00万元，主要用于物资购置。

    3.住房保障支出（类）住房改革支出（款）住房公积金（项）40.00万元，主要用于缴存住房公积金。

    """
  }

  private static func table(code: String, rest: String = "200.00") -> String {
    """
    某局2025年部门预算公开

    2025年一般公共预算支出预算表
    单位：万元

    科目编码  科目名称  合计
    213  农林水支出  380.00
    21303  水利  380.00
    2130301  行政运行  180.00
    \(code)  防汛  \(rest)
    221  住房保障支出  40.00
    22102  住房改革支出  40.00
    2210201  住房公积金  40.00
    合计  420.00

    """
  }

  private static func table(name: String) -> String {
    """
    某局2025年部门预算公开

    2025年一般公共预算支出预算表
    单位：万元

    科目编码  科目名称  合计
    2050201  学前教育  10.00
    2050202  \(name)  30.00
    2050203  初中教育  20.00
    2050204  高中教育  20.00
    2050205  高等教育  20.00
    合计  100.00

    """
  }

  func findings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    document.outline.chains.compactMap { placed in
      placed.account == nil
        ? finding(placed.chain, in: document.tree.blocks[placed.block].block.text, of: document.profile.fiscalYear)
        : markFinding(placed, in: document)
    }
      + listFindings(in: document, recalling: &memory) + rowFindings(in: document, recalling: &memory)
      + proseFindings(in: document, recalling: &memory) + formerFindings(in: document)
      + repeatedItems(in: document)
  }

  private func finding(_ chain: AccountChain, in text: RunningText, of year: Int?) -> Finding? {
    switch ChainJudgement(chain, in: text) {
    case .accepted, .unknown: return nil
    case .misspelt(let level, let account):
      let printed = text.string(in: chain.names[level])
      if DepartmentOrUnit.explains(printed, account.name) { return nil }
      return Self.info.finding(
        text.sourceRange(of: chain.names[level]),
        LocalizedText(
          "科目名称有误：“\(printed)”应为“\(account.name)”（\(account.code)）",
          "wrong account name: “\(printed)” should be “\(account.name)” (\(account.code))"),
        fixes: [.replacing(chain.names[level], in: text, by: account.name, isPreferred: true, isSafe: false)])
    case .misplaced(let level, let account):
      // It stood elsewhere before that account was made.
      if let year, let first = account.firstYear, year <= first { return nil }
      let printed = text.string(in: chain.names[level])
      let kind = Self.kinds[min(level, 2)]
      return Self.info.finding(
        text.sourceRange(of: chain.names[level]),
        LocalizedText(
          "科目层级有误：“\(text.string(in: chain.names[level - 1]))”下没有“\(printed)”\(kind)；“\(printed)”是 \(account.code)",
          "wrong path: “\(text.string(in: chain.names[level - 1]))” has no “\(printed)” below it; that is \(account.code)"
        ))
    }
  }

  private static let kinds = ["类", "款", "项"]
}
