import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds rows whose two economic accounts do not belong together.
struct AccountMapping: RecallingRule {
  static let info = RuleInfo(
    name: "account-mapping", category: .accounts, severity: .warning,
    summary: LocalizedText(
      "部门预算支出经济分类与政府预算支出经济分类对应有误。",
      "The department's and the government's economic account of a row do not belong together."),
    rationale: LocalizedText(
      "同一笔钱在两张表里归到了不同的类，两套口径的合计就对不上。",
      "The same money falls into different classes of the two classifications, whose totals then disagree."),
    fixSafety: LocalizedText("应为哪个科目要看单位性质，没有自动修改。", "Which account is right depends on the body, so there is no fix."),
    source: LocalizedText(
      "财政部《政府收支分类科目》中的支出经济分类科目对照关系",
      "the correspondence of the two economic classifications in the Ministry of Finance's charts of accounts"),
    examples: [
      RuleExample(wrong: table(code: "⟦50301⟧", name: "房屋"), right: table(code: "50502", name: "商品"))
    ])

  private static func table(code: String, name: String) -> String {
    """
    某局2025年部门预算公开

    2025年一般公共预算基本支出预算表
    单位：万元

    科目  名称  科目  名称  合计
    30101 基本 50501 工资 10.00
    30102 津贴 50501 工资 30.00
    30107 绩效 50501 工资 20.00
    30201 办公 \(code) \(name) 20.00
    30211 差旅 50502 商品 20.00
    合计 100.00

    """
  }

  func findings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    memory.sights(RowAccounts(), in: document).flatMap { seen in
      seen.sight.map { $0.moved(by: document.tables.tables[seen.table].range.lower) }
    }
  }
}

/// The rows of one table whose two accounts do not belong together; places are counted from its first byte.
private struct RowAccounts: RowLook {
  func mayLook(atTable number: Int, of document: DisclosureDocument) -> Bool {
    let rows = document.tables.tables[number].entries
    return rows.indices.contains { rows[$0].row.secondCode != nil }
  }

  func sight(in table: DisclosureTable, of document: DisclosureDocument) -> [Finding]? {
    var agreeing = 0
    var findings: [Finding] = []
    for entry in table.entries where entry.role != .foreign {
      guard let first = entry.row.code, let second = entry.row.secondCode, first.digits == 5, second.digits == 5,
        let department = AccountCode(first.value), let government = AccountCode(second.value),
        AccountClassification(of: department) == .economicDepartment,
        AccountClassification(of: government) == .economicGovernment
      else { continue }
      let counterparts = Chart.counterparts(of: department)
      if counterparts.contains(where: { $0.code == government }) {
        agreeing += 1
      } else if let finding = finding(second, department, government, counterparts) {
        findings.append(finding)
      }
    }
    // A table that follows another correspondence throughout is no slip.
    guard !findings.isEmpty, findings.count <= 2, agreeing >= 4 * findings.count else { return nil }
    return findings.map { $0.moved(by: -table.range.lower) }
  }

  private func finding(
    _ printed: RowCode, _ department: AccountCode, _ government: AccountCode, _ counterparts: [Counterpart]
  ) -> Finding? {
    guard let account = Chart.account(department), ChainJudgement.certain(account), Chart.account(government) != nil,
      !counterparts.isEmpty, counterparts.allSatisfy({ $0.confidence >= 80 })
    else { return nil }
    let expected = counterparts.map(\.code.description).joined(separator: "、")
    return AccountMapping.info.finding(
      printed.range,
      LocalizedText(
        "经济分类对应有误：\(department)“\(account.name)”应对应 \(expected)，表中为 \(government)",
        "wrong counterpart: \(department) “\(account.name)” belongs to \(expected), the table has \(government)"))
  }
}
