import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds tables that the contents or the list of annexes promise and the document does not have.
struct MissingTable: DocumentRule {
  static let info = RuleInfo(
    name: "missing-table", category: .structure, severity: .warning,
    summary: LocalizedText(
      "目录或附件清单列出的表，正文中没有。", "A table that the contents or the list of annexes promise is not there."),
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
    guard found >= 3, missing.count <= found else { return [] }
    return missing.map { finding($0, in: document) }
  }

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

/// The tables that lists promise, held against those that are there.
enum PromisedTables {
  /// The entries that no title answers, and how many are answered.
  ///
  /// Equal words answer first; what is left over on both sides is matched by likeness, one to
  /// one, for titles are shortened and reworded.
  static func match(_ entries: [Outline.Entry], with document: DisclosureDocument) -> (
    missing: [Outline.Entry], found: Int
  ) {
    var titles = titles(of: document)
    var open: [Outline.Entry] = []
    for entry in entries {
      if let at = titles.firstIndex(where: {
        TitleWords.contains($0, entry.words) || TitleWords.contains(entry.words, $0)
      }) {
        if titles[at] == entry.words || !entries.contains(where: { $0.words == titles[at] }) {
          titles.remove(at: at)
          continue
        }
      }
      open.append(entry)
    }
    var missing: [Outline.Entry] = []
    for entry in open {
      let alike = titles.indices.filter { (TitleWords.likeness(entry.words, titles[$0]) ?? 1) >= 0.4 }
      if let at = alike.first {
        titles.remove(at: at)
      } else if !isPart(entry) {
        missing.append(entry)
      }
    }
    return (missing, entries.count - missing.count)
  }

  /// Where the name of an entry stands in its line, without number, year and page.
  static func name(of entry: Outline.Entry, in text: RunningText) -> Range<Int> {
    guard let first = entry.words.first, let end = text.units.lastIndex(of: 0x8868) else { return 0..<text.count }
    var start = 0
    if let year = text.units[..<end].lastIndex(where: { Mark.isDigit($0) || Mark.isPause($0) || Mark.isPoint($0) }) {
      start = year + 1
    }
    while start < end, text.units[start] != first { start += 1 }
    return start..<(end + 1)
  }

  private static func titles(of document: DisclosureDocument) -> [[UInt16]] {
    document.tree.blocks.enumerated().compactMap { number, block in
      guard !document.outline.contents.contains(number),
        block.block.kind == .tableTitle || block.block.kind == .heading,
        !document.outline.entries.contains(where: { $0.block == number })
      else { return nil }
      let words = document.titleWords(number)
      return words.count >= 3 && words.last == 0x8868 ? words : nil
    }
  }

  /// Whether the entry names all tables together: 部门预算表.
  private static func isPart(_ entry: Outline.Entry) -> Bool {
    let words = entry.words
    return words.suffix(5).elementsEqual(Self.budget) || words.suffix(5).elementsEqual(Self.final)
      || words.suffix(5).elementsEqual(Self.unitBudget) || words.suffix(5).elementsEqual(Self.unitFinal)
  }

  private static let budget = Array("部门预算表".utf16)
  private static let final = Array("部门决算表".utf16)
  private static let unitBudget = Array("单位预算表".utf16)
  private static let unitFinal = Array("单位决算表".utf16)
}
