import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds empty tables that nothing explains.
struct UnexplainedEmptyTable: DocumentRule {
  static let info = RuleInfo(
    name: "unexplained-empty-table", category: .structure, severity: .warning,
    summary: LocalizedText(
      "表中没有任何数字，表下和正文都没有说明。", "A table has no figure at all, and neither a note nor the narrative says why."),
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
      )
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    let tables = document.outline.tables
    // Where every table is empty the figures are somewhere else; where no empty table has a note
    // the document leaves the explaining to its figures of zero.
    guard tables.contains(where: { $0.filling == .amounts }),
      tables.contains(where: { table in
        table.notes.contains { EmptinessClaim.place(in: document.tree.blocks[$0].block.text.units) != nil }
      })
    else { return [] }
    // Whether the text denies each word: many tables have the same.
    var denied: [[UInt16]: Bool] = [:]
    return document.outline.tables.compactMap { table in
      guard table.filling == .nothing, !hasRows(table, in: document), let title = table.title,
        let subject = TableSubject.subjects(of: table.words).first, !isExplained(table, subject, in: document, &denied)
      else { return nil }
      let block = document.tree.blocks[title].block
      let name = String(decoding: table.words, as: UTF16.self)
      return Self.info.finding(
        block.text.sourceRange(of: 0..<block.text.count),
        LocalizedText(
          "空表未说明：“\(name)”没有数字，也没有说明原因", "unexplained empty table: “\(name)” has no figure and no explanation"))
    }
  }

  /// Whether rows stand below the head, with blanks for nothing: 合计, or items with a number.
  private func hasRows(_ table: TableOutline, in document: DisclosureDocument) -> Bool {
    table.bodies.contains { body in
      let lines = document.tree.blocks[body].tableLines
      return (0..<lines.count).contains { line in
        guard let first = lines.pieces(of: line).first else { return false }
        let units = document.runningText(of: first.range).units
        return units.elementsEqual(Self.total) || Numbering.read(units) != nil
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
    }
  }

  private static func hasDenial(_ units: [UInt16]) -> Bool {
    denials.contains { TitleWords.contains(units, $0) }
  }

  private static let denials = ["无", "没有", "未安排", "未发生", "空表", "未使用"].map { Array($0.utf16) }
}
