import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds lists of what basic expenditure is for that differ from the table.
struct ItemList: RecallingRule {
  static let info = RuleInfo(
    name: "item-list", category: .wording, severity: .warning,
    summary: LocalizedText(
      "人员经费、公用经费“主要包括”的内容与基本支出表不符：表中没有，或表中有而未列。",
      "What personnel or operating funds are said to include differs from the table of basic expenditure."),
    rationale: LocalizedText(
      "照抄上年的清单会列出本年没有的支出。", "A list taken from last year's text names expenditure that this year does not have."),
    fixSafety: LocalizedText(
      "清单和表哪个错了要由人判断，没有自动修改。", "Whether list or table is wrong a person has to say, so there is no fix."),
    source: LocalizedText(
      "一般公共预算基本支出表中按部门预算支出经济分类列示的各行",
      "the rows of the table of basic expenditure, which is by economic classification"),
    examples: [RuleExample(wrong: text(list: "办公费、差旅费、⟦邮电费⟧、工会经费"), right: text(list: "办公费、差旅费、工会经费"))])

  private static func text(list: String) -> String {
    """
    某局2025年部门预算公开

    一、一般公共预算基本支出情况说明

    基本支出100.00万元，其中：公用经费100.00万元，主要包括：\(list)。

    2025年一般公共预算基本支出预算表
    单位：万元

    科目编码  科目名称  合计
    30201  办公费  50.00
    30207  邮电费  0.00
    30211  差旅费  30.00
    30228  工会经费  20.00
    合计  100.00

    """
  }

  func findings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    let tables = document.tables.tables
    guard let table = tables.indices.first(where: { tables[$0].kind == .basicExpenditure }) else { return [] }
    let lists = memory.sights(ExpenditureLists(), in: document)
      .filter { ExpenditureLists.isUnderBasicExpenditure($0.block, in: document) }
    guard !lists.isEmpty else { return [] }
    guard let rows = memory.sights(BasicExpenditure(), in: document).first(where: { $0.table == table })?.sight,
      rows.isComplete, rows.amounts.count >= 3
    else { return [] }
    return lists.flatMap { seen in
      seen.sight.flatMap { findings(in: $0, of: document.tree.blocks[seen.block].block.text, against: rows) }
    }
  }

  private func findings(
    in list: ExpenditureList, of text: RunningText, against rows: BasicExpenditureRows
  ) -> [Finding] {
    let known = list.items.compactMap { item in item.account.map { (item, $0) } }
    let present = known.count { rows.amounts[$0.1.code] == true }
    // A list of which little is in the table belongs to another one.
    guard known.count >= 3, present * 10 >= known.count * 6 else { return [] }
    let absent = known.filter { _, account in
      // The name may be that of several accounts: 办公设备购置 is one of 309 and of 310.
      !Chart.accounts(named: AccountName(units: Array(account.name.utf16)[...]), in: .economicDepartment)
        .contains { rows.amounts[$0.code] == true }
        && rows.amounts[account.code] != true && !rows.isFilled(TitleWords.words(Array(account.name.utf16)))
    }.map { item, account in
      let printed = text.string(in: item.range)
      return Self.info.finding(
        text.sourceRange(of: item.range),
        rows.amounts[account.code] == nil
          ? LocalizedText(
            "列了“\(printed)”，基本支出表中没有这一项", "“\(printed)” is listed, but the table of basic expenditure has no such row")
          : LocalizedText(
            "列了“\(printed)”，基本支出表中该项为 0", "“\(printed)” is listed, but is 0 in the table of basic expenditure"))
    }
    return absent + omissions(in: list, of: text, rows)
  }

  /// What the table has and the list leaves out, where the list is meant to be complete.
  private func omissions(
    in list: ExpenditureList, of text: RunningText, _ rows: BasicExpenditureRows
  ) -> [Finding] {
    guard !list.isOpen else { return [] }
    let printed = list.items.map { Self.withUnit(TitleWords.words(Array(text.units[$0.range]))) }
    let codes = Set(list.items.compactMap { $0.account?.code })
    let all = rows.amounts.filter { $0.value && list.holds($0.key) }.map(\.key).sorted()
    let missing = all.compactMap { Chart.account($0) }.filter { account in
      let name = TitleWords.words(Array(account.name.utf16))
      return !codes.contains(account.code)
        && !printed.contains { TitleWords.contains(name, $0) || TitleWords.contains($0, name) }
    }
    guard !missing.isEmpty, missing.count <= 2, all.count >= 4 * missing.count else { return [] }
    let names = missing.map(\.name).joined(separator: "、")
    return [
      Self.info.finding(
        text.sourceRange(of: list.opening),
        LocalizedText(
          "未列“\(names)”，基本支出表中有这一项", "“\(names)” is not listed, but has an amount in the table of basic expenditure"))
    ]
  }
}

extension ItemList {
  /// The name with 单位 where a replacement has left 部门, which is another rule's to find.
  static func withUnit(_ words: [UInt16]) -> [UInt16] {
    var result = words
    for at in result.indices.dropLast() where result[at] == 0x90E8 && result[at + 1] == 0x95E8 {
      result[at] = 0x5355
      result[at + 1] = 0x4F4D
    }
    return result
  }
}
