import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds sections that the contents promise and the document does not have, and the reverse.
struct ContentsMismatch: DocumentRule {
  static let info = RuleInfo(
    name: "contents-mismatch", category: .structure, severity: .warning,
    summary: LocalizedText("目录与正文的章节对不上。", "The contents and the sections of the document do not agree."),
    rationale: LocalizedText(
      "目录列出而正文没有的章节，多半是漏了内容。", "A section that is listed and not there has most likely been left out."),
    fixSafety: LocalizedText(
      "补正文还是改目录要由人判断，没有自动修改。", "Whether text or contents are wrong a person has to say, so there is no fix."),
    examples: [
      RuleExample(
        wrong: front + "⟦第三部分 名词解释⟧\n\n" + body,
        right: front + "第三部分 名词解释\n\n" + body + "第三部分 名词解释\n\n一、基本支出：指保障机构运转的支出。\n"),
      RuleExample(
        wrong: listed("1.部门收支总表………3\n2.部门收入总表………4\n"),
        right: listed("1.部门收支总表………3\n2.部门收入总表………4\n3.部门支出总表………5\n")
          .filter { $0 != "⟦" && $0 != "⟧" }),
    ])

  private static func listed(_ first: String) -> String {
    "某局2025年部门预算公开\n\n目录\n\n" + first + "4.财政拨款收支总表………6\n5.一般公共预算支出表………7\n\n"
      + ["部门收支总表", "部门收入总表", "⟦部门支出总表⟧", "财政拨款收支总表", "一般公共预算支出表"]
      .map { "\($0)\n单位：万元\n\n项目    预算数\n合计    21.60\n\n" }.joined()
  }

  private static let front = "某局2025年部门预算公开\n\n目录\n\n第一部分 部门概况\n第二部分 部门预算情况说明\n"
  private static let body =
    "第一部分 部门概况\n\n某局负责有关工作。\n\n第二部分 部门预算情况说明\n\n收入总计100.00万元，支出总计100.00万元。\n\n"

  func findings(in document: DisclosureDocument) -> [Finding] {
    let outline = document.outline
    guard !outline.contents.isEmpty else { return [] }
    let entries = outline.entries.filter { outline.contents.contains($0.block) }
    return entries.compactMap { absent($0, in: document) } + unlisted(entries, in: document)
      + absentSections(entries, in: document) + unlistedSections(entries, in: document)
      + unlistedTables(entries, in: document) + absentItems(entries, in: document)
      + otherNumbers(entries, in: document)
  }

  // MARK: Sections of a part

  /// Sections that the contents list with a number, `四、…情况说明`, and no line of the body begins.
  ///
  /// Spoken of only where nearly all the others are found word for word: then the headings are read as
  /// they stand, and the one that is missing is missing.
  private func absentSections(_ entries: [Outline.Entry], in document: DisclosureDocument) -> [Finding] {
    let blocks = document.tree.blocks
    let sections = entries.filter { entry in
      blocks[entry.block].block.numbering?.level == 1 && !entry.isTable && !Self.isTablePart(entry.words)
        && entry.words.suffix(2).elementsEqual(Self.explanation)
    }
    guard sections.count >= 4 else { return [] }
    let lines = blocks[document.outline.contents.upperBound...].map { block -> [UInt16] in
      block.block.kind == .table
        ? []
        : TitleWords.words(block.block.text.units.dropFirst(block.block.numbering?.length ?? 0).prefix(Self.titleReach))
    }
    let missing = sections.filter { section in !lines.contains { $0.starts(with: section.words) } }
    guard missing.count * 5 <= sections.count else { return [] }
    let found = Set(sections.map(\.words))
    return missing.compactMap { section in
      // Worded otherwise in the body.
      let isAlike = lines.contains { line in
        !found.contains(line)
          && (TitleWords.likeness(Array(line.prefix(section.words.count + 4)), section.words) ?? 0) >= 0.5
      }
      return isAlike ? nil : absence(of: section, in: document)
    }
  }

  /// Sections of the body, `四、…情况说明`, that the contents leave out, though they list those around them.
  private func unlistedSections(_ entries: [Outline.Entry], in document: DisclosureDocument) -> [Finding] {
    let blocks = document.tree.blocks
    func isSection(_ block: Int, _ words: [UInt16]) -> Bool {
      blocks[block].block.numbering?.level == 1 && words.suffix(2).elementsEqual(Self.explanation)
    }
    let listed = entries.filter { isSection($0.block, $0.words) }.map(\.words)
    let sections = document.outline.headings.filter {
      $0.block >= document.outline.contents.upperBound && isSection($0.block, $0.words)
    }
    guard listed.count >= 4, sections.count >= 5 else { return [] }
    let isListed = sections.map { section in
      entries.contains { entry in
        TitleWords.contains(entry.words, section.words) || TitleWords.contains(section.words, entry.words)
          || (TitleWords.likeness(entry.words, section.words) ?? 0) >= 0.5
      }
    }
    guard isListed.count(where: { !$0 }) * 5 <= sections.count else { return [] }
    return sections.indices.dropFirst().dropLast().compactMap { at in
      guard !isListed[at], isListed[at - 1], isListed[at + 1] else { return nil }
      return notListed(sections[at].block, sections[at].words, in: document)
    }
  }

  func notListed(_ block: Int, _ words: [UInt16], in document: DisclosureDocument) -> Finding {
    let text = document.tree.blocks[block].block.text
    let name = String(codeUnits: words[...])
    return Self.info.finding(
      text.sourceRange(of: 0..<text.count),
      LocalizedText("目录中没有“\(name)”", "the contents do not list “\(name)”"))
  }

  static let explanation = Array("说明".utf16)
  /// The characters of a line that may be its title.
  private static let titleReach = 60

  // MARK: Promised and not there

  private func absent(_ entry: Outline.Entry, in document: DisclosureDocument) -> Finding? {
    let block = document.tree.blocks[entry.block].block
    guard block.numbering?.level == 0, !entry.isTable else { return nil }
    if Self.isTablePart(entry.words) { return absentAnnex(entry, in: document) }
    let ending = Array(entry.words.suffix(4))
    guard
      !(document.outline.contents.upperBound..<document.tree.blocks.count).contains(where: { number in
        answers(number, entry, ending, in: document)
      })
    else { return nil }
    return absence(of: entry, in: document)
  }

  func absence(of entry: Outline.Entry, in document: DisclosureDocument, severity: Severity? = nil) -> Finding {
    let text = document.tree.blocks[entry.block].block.text
    let name = String(codeUnits: entry.words[...])
    return Self.info.finding(
      text.sourceRange(of: 0..<text.count),
      LocalizedText("目录有“\(name)”，正文中没有", "the contents list “\(name)”, which is not in the document"),
      severity: severity)
  }

  /// Whether a line of the body may be the beginning of what is promised, whose last words are `ending`.
  private func answers(
    _ number: Int, _ entry: Outline.Entry, _ ending: [UInt16], in document: DisclosureDocument
  ) -> Bool {
    let (block, listed) = (document.tree.blocks[number], document.tree.blocks[entry.block])
    guard block.block.kind == .heading || block.block.kind == .tableTitle || block.block.text.count <= 60 else {
      return false
    }
    let (own, words) = (document.titleWords(number), entry.words)
    if isSamePart(block.block.numbering, own, as: listed.block.numbering, words) { return true }
    return TitleWords.contains(own, ending)
      || own.count >= 4 && TitleWords.contains(words, Array(own.suffix(4)))
      || (TitleWords.likeness(own, words) ?? 0) >= 0.4
  }

  // MARK: There and not promised

  private func unlisted(_ entries: [Outline.Entry], in document: DisclosureDocument) -> [Finding] {
    let parts = entries.filter { document.tree.blocks[$0.block].block.numbering?.level == 0 }
    guard parts.count >= 2 else { return [] }
    return document.outline.headings.compactMap { heading in
      let block = document.tree.blocks[heading.block].block
      guard block.numbering?.level == 0, heading.words.count >= 4,
        !parts.contains(where: { part in
          isAlike(part.words, heading.words)
            || isSamePart(
              block.numbering, heading.words, as: document.tree.blocks[part.block].block.numbering, part.words)
        })
      else { return nil }
      return notListed(heading.block, heading.words, in: document)
    }
  }

  /// Whether two parts are the same though one names its department, 部门概况 and 某局概况: they have one number
  /// and the same last word, or both tell what the department is.
  private func isSamePart(
    _ left: Numbering?, _ words: [UInt16], as right: Numbering?, _ other: [UInt16]
  ) -> Bool {
    guard words.count > 1, other.count > 1, words.suffix(2) == other.suffix(2) else { return false }
    return left?.level == 0 && left?.value == right?.value
      || words.suffix(2).elementsEqual(Self.overview)
  }

  private static let overview = Array("概况".utf16)

  private func isAlike(_ left: [UInt16], _ right: [UInt16]) -> Bool {
    TitleWords.contains(left, right) || TitleWords.contains(right, left)
      || (TitleWords.likeness(left, right) ?? 1) >= 0.3
  }

  /// Whether the part holds tables, which stand in files of their own as often as not.
  private static func isTablePart(_ words: [UInt16]) -> Bool {
    words.contains(0x8868) || TitleWords.contains(words, annex)
  }

  static let annex = Array("附件".utf16)
}
