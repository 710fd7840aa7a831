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
      ),
      RuleExample(
        wrong: filled + "注：我局未安排⟦政府性基金⟧，此表无数据。\n\n" + fund,
        right: filled + fund),
      RuleExample(
        wrong: title + fund + capital + "注：本表反映⟦政府性基金⟧预算的支出。\n",
        right: title + fund + capital + "注：本表反映国有资本经营预算的支出。\n"),
    ])

  private static let title = "某局2025年部门预算公开\n\n"
  private static let filled =
    title + "2025年一般公共预算基本支出表\n单位：万元\n\n项目    预算数\n合计    21.60\n\n"
  private static let fund =
    "2025年政府性基金预算支出表\n单位：万元\n\n科目编码    科目名称    合计\n合计\n\n注：我局未安排政府性基金，此表无数据。\n\n"
  private static let capital = "2025年国有资本经营预算支出表\n单位：万元\n\n项目    预算数\n合计    3.20\n\n"

  func findings(in document: DisclosureDocument) -> [Finding] {
    document.outline.tables.flatMap { table in
      table.notes.compactMap { note in
        finding(note, below: table, in: document) ?? misplaced(note, below: table, in: document)
      }
    }
  }

  // MARK: Notes of other tables

  /// A note that says of `table` what is true of another one, which is there and has a title of its own:
  /// `本部门没有政府性基金预算，故本表为空` below a table with figures, `本表反映…政府性基金…` below that of another fund.
  private func misplaced(_ note: Int, below table: TableOutline, in document: DisclosureDocument) -> Finding? {
    let text = document.tree.blocks[note].block.text
    guard let title = table.title, table.bodies.allSatisfy({ $0 < note }) else { return nil }
    let own = TableSubject.subjects(of: table.words)
    let claim = EmptinessClaim.place(in: text.units)
    let isDenied = claim.map { Self.points.contains(text.units[$0.lowerBound]) } ?? false
    let words: ArraySlice<UInt16>
    if isDenied, table.filling(above: note) == .amounts, isFirstClaim(note, of: table, in: document) {
      words = text.units[...]
    } else if claim == nil, own.count == 1, let reflected = Self.reflected(in: text.units),
      !table.notes.contains(where: { $0 < note })
    {
      words = reflected
    } else {
      return nil
    }
    let named = TableSubject.subjects(of: Array(words))
    guard named.count == 1, let other = named.first, !own.contains(other),
      let at = TitleWords.position(of: other.word, in: text.units, from: words.startIndex),
      document.outline.tables.contains(where: { isTable($0, of: other, isDenied: isDenied, in: document) })
    else { return nil }
    let name = String(codeUnits: table.words[...])
    let word = String(codeUnits: other.word[...])
    return Self.info.finding(
      text.sourceRange(of: at..<(at + other.word.count)),
      LocalizedText("注说的是“\(word)”，而本表是“\(name)”", "the note speaks of “\(word)”, but the table is “\(name)”"),
      related: [
        RelatedPlace(range: document.tree.blocks[title].block.range, message: LocalizedText("本表", "the table"))
      ])
  }

  /// Whether a table is about `subject`; where the note denies it, with such a note of its own, or its own
  /// might have slipped to where it is read.
  private func isTable(
    _ table: TableOutline, of subject: TableSubject, isDenied: Bool, in document: DisclosureDocument
  ) -> Bool {
    guard table.title != nil, TableSubject.subjects(of: table.words) == [subject] else { return false }
    return !isDenied
      || table.notes.contains { note in
        let units = document.tree.blocks[note].block.text.units
        return EmptinessClaim.place(in: units) != nil && TableSubject.subjects(of: units).contains(subject)
      }
  }

  /// What stands behind 本表反映 at the beginning of a note, up to the stop.
  private static func reflected(in units: [UInt16]) -> ArraySlice<UInt16>? {
    guard let at = TitleWords.position(of: reflects, in: units), at <= 6 else { return nil }
    let rest = units[(at + reflects.count)...]
    return rest.prefix { !Mark.isStop($0) }
  }

  private static let reflects = Array("本表反映".utf16)
  /// 本 此 该, with which a note speaks of the table above it.
  private static let points: [UInt16] = [0x672C, 0x6B64, 0x8BE5]

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
