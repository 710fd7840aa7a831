import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds empty tables that nothing explains.
struct UnexplainedEmptyTable: DocumentRule {
  static let info = RuleInfo(
    name: "unexplained-empty-table", category: .structure, severity: .warning,
    summary: LocalizedText(
      "表中没有任何数字，表下和正文都没有说明。全文各表都没有说明、正文只列 0 的，只作提示。",
      "A table has no figure at all, and neither a note nor the narrative says why. Where no table has a note and the narrative gives a zero at most, it is a hint."
    ),
    rationale: LocalizedText(
      "读者分不清是没有这项支出，还是漏填了表。", "Readers cannot tell whether there was no such spending or the table was forgotten."),
    fixSafety: LocalizedText("说明要由编制人写，没有自动修改。", "The writer has to explain it, so there is no fix."),
    source: LocalizedText(
      "《地方预决算公开操作规程》（财预〔2016〕143号）：没有数据的表格应列出空表并予以说明",
      "the rules for local disclosure (财预〔2016〕143号): tables without figures are published empty and explained"),
    examples: [
      RuleExample(
        wrong:
          "某局2025年部门预算公开\n\n2025年部门收支预算表\n单位：万元\n\n项目    预算数\n合计    21.60\n\n2025年国有资本经营预算支出情况表\n单位：万元\n\n科目编码    科目名称    合计    基本支出    项目支出\n类    款    项\n\n注：本部门没有国有资本经营预算支出，故本表无数据。\n\n⟦2025年政府性基金预算支出情况表⟧\n单位：万元\n\n科目编码    科目名称    合计    基本支出    项目支出\n类    款    项\n",
        right:
          "某局2025年部门预算公开\n\n2025年部门收支预算表\n单位：万元\n\n项目    预算数\n合计    21.60\n\n2025年国有资本经营预算支出情况表\n单位：万元\n\n科目编码    科目名称    合计    基本支出    项目支出\n类    款    项\n\n注：本部门没有国有资本经营预算支出，故本表无数据。\n\n2025年政府性基金预算支出情况表\n单位：万元\n\n科目编码    科目名称    合计    基本支出    项目支出\n类    款    项\n\n注：本部门没有政府性基金预算支出，故本表无数据。\n"
      ),
      RuleExample(
        wrong:
          "某局2025年部门预算公开\n\n目录\n\n第一部分 部门概况\n\n第二部分 2025年部门预算表\n\n第三部分 2025年部门预算情况说明\n\n第一部分 部门概况\n\n一、主要职责\n\n负责水务工作。\n\n第二部分 2025年部门预算表\n\n2025年部门收支预算表\n单位：万元\n\n项目    预算数\n合计    21.60\n\n⟦2025年政府性基金预算支出情况表⟧\n单位：万元\n\n科目编码    科目名称    合计    基本支出    项目支出\n类    款    项\n\n第三部分 2025年部门预算情况说明\n\n一、收支总体情况\n\n某局2025年收入总计21.60万元，支出总计21.60万元。\n\n二、政府性基金预算支出情况\n\n某局2025年政府性基金预算支出0.00万元。\n",
        right:
          "某局2025年部门预算公开\n\n目录\n\n第一部分 部门概况\n\n第二部分 2025年部门预算表\n\n第三部分 2025年部门预算情况说明\n\n第一部分 部门概况\n\n一、主要职责\n\n负责水务工作。\n\n第二部分 2025年部门预算表\n\n2025年部门收支预算表\n单位：万元\n\n项目    预算数\n合计    21.60\n\n2025年政府性基金预算支出情况表\n单位：万元\n\n科目编码    科目名称    合计    基本支出    项目支出\n类    款    项\n\n注：本部门没有政府性基金预算支出，故本表无数据。\n\n第三部分 2025年部门预算情况说明\n\n一、收支总体情况\n\n某局2025年收入总计21.60万元，支出总计21.60万元。\n\n二、政府性基金预算支出情况\n\n某局2025年政府性基金预算支出0.00万元。\n"
      ),
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    let tables = document.outline.tables
    // Where every table is empty the figures are somewhere else.
    guard tables.contains(where: { $0.filling == .amounts }) else { return [] }
    // Where no empty table has a note the document leaves the explaining to its figures of zero.
    let hasNotes = tables.contains { table in
      table.notes.contains { EmptinessClaim.place(in: document.tree.blocks[$0].block.text.units) != nil }
    }
    guard hasNotes || document.isMeantWhole else { return [] }
    // Whether the text denies each word: many tables have the same.
    var denied: [[UInt16]: Bool] = [:]
    let findings: [Finding] = document.outline.tables.compactMap { table in
      guard table.filling == .nothing, !hasRows(table, in: document), let title = table.title,
        let subject = TableSubject.subjects(of: table.words).first, !isExplained(table, subject, in: document, &denied)
      else { return nil }
      let block = document.tree.blocks[title].block
      let name = String(codeUnits: table.words[...])
      let range = block.text.sourceRange(of: 0..<block.text.count)
      guard hasNotes else {
        return Self.info.finding(
          range,
          LocalizedText(
            "空表未说明：“\(name)”没有数字，表下没有说明，正文也没有说无此项收支",
            "unexplained empty table: “\(name)” has no figure and no note, and the narrative does not say that there is nothing"
          ),
          severity: .hint)
      }
      return Self.info.finding(
        range,
        LocalizedText(
          "空表未说明：“\(name)”没有数字，也没有说明原因", "unexplained empty table: “\(name)” has no figure and no explanation"))
    }
    return findings.isEmpty || hasNotes || !speaksOfEmptyTables(document) ? findings : []
  }

  /// Whether a sentence says of tables in general why they are empty: 以上表格为空的，均无相关收支.
  private func speaksOfEmptyTables(_ document: DisclosureDocument) -> Bool {
    (document.outline.paragraphs + document.outline.notes).contains { number in
      let units = document.tree.blocks[number].block.text.units
      return units.contains(0x8868)  // 表
        && Self.emptiness.contains { TitleWords.contains(units, $0) }
    }
  }

  private static let emptiness = ["空", "无数据", "没有数据", "无相关", "无数字", "无内容", "为零", "为0"].map { Array($0.utf16) }

  /// Whether items with a number stand below the head, with blanks for nothing.
  private func hasRows(_ table: TableOutline, in document: DisclosureDocument) -> Bool {
    table.bodies.contains { body in
      let lines = document.tree.blocks[body].tableLines
      return (0..<lines.count).contains { line in
        let pieces = lines.pieces(of: line)
        guard let first = pieces.first else { return false }
        let units = document.runningText(of: first.range).units
        // 合计 before other words is a head, and what is below it may have been lost.
        let isHead = pieces.count > 1 || line + 1 < lines.count
        return units.elementsEqual(Self.total) && isHead || Numbering.read(units) != nil
      }
    } || table.notes.contains { document.tree.blocks[$0].block.numbering != nil }
  }

  private static let total = Array("合计".utf16)

  private func isExplained(
    _ table: TableOutline, _ subject: TableSubject, in document: DisclosureDocument, _ denied: inout [[UInt16]: Bool]
  ) -> Bool {
    let notes = table.notes.map { document.tree.blocks[$0].block.text.units }
    if notes.contains(where: { EmptinessClaim.place(in: $0) != nil || Self.hasDenial($0) }) { return true }
    if let known = denied[subject.word] { return known }
    let isDenied = isDenied(subject.word, in: document)
    denied[subject.word] = isDenied
    return isDenied
  }

  /// Whether a sentence of the document says that there is nothing of what `word` names.
  private func isDenied(_ word: [UInt16], in document: DisclosureDocument) -> Bool {
    (document.outline.paragraphs + document.outline.notes).contains { number in
      let units = document.tree.blocks[number].block.text.units
      guard TitleWords.contains(units, word) else { return false }
      return units.split(whereSeparator: { Mark.isStop($0) || Mark.isSemicolon($0) })
        .contains { TitleWords.contains(Array($0), word) && Self.hasDenial(Array($0)) }
    } || document.outline.headings.contains { isDenied(word, below: $0, in: document) }
  }

  /// Whether the heading names it and the text right below denies it in its own words: 本年度无此项支出.
  private func isDenied(_ word: [UInt16], below heading: Outline.Heading, in document: DisclosureDocument) -> Bool {
    let next = heading.block + 1
    guard TitleWords.contains(heading.words, word), next < document.tree.blocks.count,
      document.outline.isParagraph(next)
    else { return false }
    return Self.hasDenial(document.tree.blocks[next].block.text.units)
  }

  private static func hasDenial(_ units: [UInt16]) -> Bool {
    denials.contains { TitleWords.contains(units, $0) }
  }

  private static let denials = ["无", "没有", "未安排", "未发生", "空表", "未使用"].map { Array($0.utf16) }
}
