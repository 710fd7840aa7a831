import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds tables that the contents or the list of annexes promise, or that are prescribed, and the document does
/// not have.
struct MissingTable: DocumentRule {
  static let info = RuleInfo(
    name: "missing-table", category: .structure, severity: .warning,
    summary: LocalizedText(
      "目录或附件清单列出的表，正文中没有；送审检查时，还包括规定公开的八张表。",
      "A table that the contents or the list of annexes promise is not there; before submission also one of the eight that are prescribed."
    ),
    rationale: LocalizedText(
      "少公开一张表，是公开不完整，检查中会被通报。", "A table left out makes the disclosure incomplete, which inspections report."),
    fixSafety: LocalizedText("应补上表格，没有自动修改。", "The table has to be added, so there is no fix."),
    source: LocalizedText(
      "《地方预决算公开操作规程》（财预〔2016〕143号）：部门预决算公开不少于8张表",
      "the rules for local disclosure (财预〔2016〕143号): eight tables at least for a department"),
    examples: [
      RuleExample(
        wrong: contents + "4.⟦项目支出预算表⟧………8\n" + body,
        right: contents + "4.项目支出预算表………8\n" + body
          + "2025年项目支出预算表\n单位：万元\n\n项目    预算数\n合计    5.00\n")
    ])

  private static let contents =
    "某局2025年部门预算公开\n\n目录\n\n1.收支预算总表………5\n2.收入预算表………6\n3.支出预算表………7\n"
  private static let body =
    "\n2025年收支预算总表\n单位：万元\n\n项目    预算数\n合计    21.60\n\n2025年收入预算表\n单位：万元\n\n项目    预算数\n合计    21.60\n\n2025年支出预算表\n单位：万元\n\n项目    预算数\n合计    21.60\n\n"

  func findings(in document: DisclosureDocument) -> [Finding] {
    var entries: [Outline.Entry] = []
    for entry in document.outline.entries where entry.isTable && !entries.contains(where: { $0.words == entry.words }) {
      entries.append(entry)
    }
    let (missing, found) = PromisedTables.match(entries, with: document)
    // Where most are not there, the tables are in another file or could not be read.
    let isRead = found >= 3 && missing.count <= found
    return (isRead ? missing.map { finding($0, in: document) } : []) + unpublished(in: document, besides: missing)
  }

  /// The tables that every department publishes and the document, known to be whole, does not have.
  ///
  /// Spoken of where fewer than eight tables are there: with eight, one may be called otherwise.
  private func unpublished(in document: DisclosureDocument, besides missing: [Outline.Entry]) -> [Finding] {
    guard document.expectation.isWhole, document.profile.kind != .unknown else { return [] }
    let titles = Set(PromisedTables.titles(of: document).filter { !PromisedTables.areAll($0) })
    let kinds = Set(titles.compactMap { TableKind.named($0) } + document.tables.tables.map(\.kind))
    let reported = Set(missing.compactMap { TableKind.named($0.words) })
    let absent = TableKind.prescribed.filter { !kinds.contains($0) && !reported.contains($0) }
    guard !absent.isEmpty, titles.count < TableKind.prescribed.count,
      TableKind.prescribed.count(where: kinds.contains) >= 3
    else { return [] }
    let part = document.outline.headings.first { PromisedTables.areAll($0.words) }?.block ?? 0
    let text = document.tree.blocks[part].block.text
    let names = absent.compactMap { Self.names[$0] }
    return [
      Self.info.finding(
        text.sourceRange(of: 0..<text.count),
        LocalizedText(
          "缺少规定公开的表：\(names.map(\.0).joined(separator: "、"))",
          "missing tables that are prescribed: \(names.map(\.1).joined(separator: ", "))"))
    ]
  }

  private static let names: [TableKind: (String, String)] = [
    .summary: ("收支总表", "all revenue and expenditure"), .revenue: ("收入总表", "revenue"),
    .expenditure: ("支出总表", "expenditure"), .appropriationSummary: ("财政拨款收支总表", "fiscal appropriations"),
    .generalExpenditure: ("一般公共预算支出表", "the general public budget"),
    .basicExpenditure: ("一般公共预算基本支出表", "basic expenditure"),
    .threePublic: ("“三公”经费支出表", "the three public expenses"),
    .governmentFund: ("政府性基金预算支出表", "the government fund budget"),
  ]

  private func finding(_ entry: Outline.Entry, in document: DisclosureDocument) -> Finding {
    let text = document.tree.blocks[entry.block].block.text
    let name = String(codeUnits: entry.words[...])
    let again = document.outline.entries.filter { $0.words == entry.words && $0.block != entry.block }
    return Self.info.finding(
      text.sourceRange(of: PromisedTables.name(of: entry, in: text)),
      LocalizedText("缺少表格：清单列有“\(name)”，正文中没有这张表", "missing table: “\(name)” is listed, but is not in the document"),
      related: again.map {
        RelatedPlace(
          range: document.tree.blocks[$0.block].block.range, message: LocalizedText("此处也列出", "listed here too"))
      })
  }
}
