import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds notes that call a filled table empty, or name another table.
struct EmptyNote: DocumentRule {
  static let info = RuleInfo(
    name: "empty-note", category: .structure, severity: .error,
    summary: LocalizedText(
      "表下注明“本表为空表”，表中却有数字，或说的是另一张表。", "A note calls a filled table empty, or speaks of another table."),
    rationale: LocalizedText(
      "表有数而注称无数，读者不知该信哪一个。",
      "Where the table has figures and its note denies them, readers cannot know which to believe."),
    fixSafety: LocalizedText(
      "删注还是改表要看实际情况，没有自动修改。", "Whether note or table is wrong depends on the facts, so there is no fix."),
    source: LocalizedText(
      "《地方预决算公开操作规程》（财预〔2016〕143号）：没有数据的表格应列出空表并予以说明",
      "the rules for local disclosure (财预〔2016〕143号): tables without figures are published empty and explained"),
    examples: [
      RuleExample(
        wrong:
          "某局2025年部门预算公开\n\n2025年“三公”经费预算表\n单位：万元\n\n项目    2024年预算数    2025年预算数\n合计    21.60    21.60\n公务接待费    21.60    21.60\n\n注：本部门2025年无“三公”经费预算，故⟦本表为空表⟧。\n",
        right:
          "某局2025年部门预算公开\n\n2025年“三公”经费预算表\n单位：万元\n\n项目    2024年预算数    2025年预算数\n合计    21.60    21.60\n公务接待费    21.60    21.60\n\n注：本表反映“三公”经费的预算安排。\n"
      )
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    document.outline.tables.flatMap { table in table.notes.compactMap { finding($0, below: table, in: document) } }
  }

  private func isFirstClaim(_ note: Int, of table: TableOutline, in document: DisclosureDocument) -> Bool {
    table.bodies.allSatisfy { $0 < note }
      && !table.notes.contains {
        $0 < note && EmptinessClaim.place(in: document.tree.blocks[$0].block.text.units) != nil
      }
  }

  private func finding(_ note: Int, below table: TableOutline, in document: DisclosureDocument) -> Finding? {
    let text = document.tree.blocks[note].block.text
    guard let claim = EmptinessClaim.place(in: text.units) else { return nil }
    let subjects = TableSubject.subjects(of: table.words)
    let named = TableSubject.subjects(of: text.units)
    let title = String(codeUnits: table.words[...])
    let related = table.title.map { block in
      let title = document.tree.blocks[block].block
      return [RelatedPlace(range: title.range, message: LocalizedText("本表", "the table"))]
    }
    let filling = table.filling(above: note)
    if filling == .amounts, named.isEmpty || named.contains(where: { subjects.contains($0) }) {
      return Self.info.finding(
        text.sourceRange(of: claim),
        LocalizedText("注称本表为空，但“\(title)”中有数字", "the note calls the table empty, but “\(title)” has figures"),
        related: related ?? [])
    }
    // A second claim belongs to the next table, whose title was not known for one.
    guard filling == .nothing, isFirstClaim(note, of: table, in: document), subjects.count == 1, named.count == 1,
      let other = named.first,
      other != subjects[0],
      let at = TitleWords.position(of: other.word, in: text.units)
    else { return nil }
    let word = String(codeUnits: other.word[...])
    return Self.info.finding(
      text.sourceRange(of: at..<(at + other.word.count)),
      LocalizedText("注说的是“\(word)”，而本表是“\(title)”", "the note speaks of “\(word)”, but the table is “\(title)”"),
      related: related ?? [])
  }
}
