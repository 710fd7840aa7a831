import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds punctuation, words and paragraphs that stand twice.
struct DoubledText: RecallingRule {
  static let info = RuleInfo(
    name: "doubled-text", category: .wording, severity: .warning,
    summary: LocalizedText(
      "标点、词语或段落重复，如“。。”“万元万元”；同一节中相同的句子只作提示。",
      "Punctuation, a word or a paragraph stands twice, as in “。。” or “万元万元”; an equal sentence of one section is a hint."
    ),
    rationale: LocalizedText(
      "重复多半是修改时没有删净，读起来像漏了内容。",
      "A doubling is what an edit left behind, and reads as if something were missing."),
    fixSafety: LocalizedText(
      "删去重复的标点或词语，可直接采用；重复的段落可能是尚未改写的下一项，由人定夺。",
      "Safe for a mark or a word: it takes the second one away. A doubled paragraph may be the next item not yet rewritten, so a person decides."
    ),
    examples: [
      .section(wrong: "机关运行经费126.00万元。⟦。⟧", correction: ""),
      .section(wrong: "机关运行经费126.00万元⟦万元⟧，与2024年度持平。", correction: ""),
      .section(wrong: "机关运行经费126.00万元⟦，⟧。", correction: ""),
      .section(wrong: "2025年⟦2025年⟧机关运行经费126.00万元。", correction: ""),
      .section(wrong: "机关运行经费126.00万元，主要用于⟦用于⟧办公费。", correction: ""),
      .section(
        wrong:
          "机关运行经费预算126.00万元，主要用于本部门办公用房的租赁和日常维修维护，以及办公设备购置。\n\n⟦机关运行经费预算126.00万元，主要用于本部门办公用房的租赁和日常维修维护，以及办公设备购置。⟧",
        right: "机关运行经费预算126.00万元，主要用于本部门办公用房的租赁和日常维修维护，以及办公设备购置。"),
      .section(
        wrong:
          "一、机关运行经费情况说明\n\n2025年机关运行经费预算126.00万元，比2024年增加6.00万元，增长5.00%，主要原因是人员增加。\n\n办公用房的维修另行安排。⟦2025年机关运行经费预算126.00万元，比2024年增加6.00万元，增长5.00%，主要原因是人员增加。⟧",
        correction: "会议费不另安排。"),
      .section(wrong: "机关运行经费126.00万元，其中⟦其中⟧：人员经费0.00万元。", correction: ""),
      .section(
        wrong: "机关运行经费126.00万元，用于达成目的的活动和办公用房的⟦的⟧维修。", correction: ""),
    ])

  func findings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    document.outline.paragraphs.compactMap { document.tree.blocks[$0].block.doubled.map { paragraph($0) } }
      + marksAndWords(in: document, &memory) + items(in: document) + sentences(in: document)
  }

  private func marksAndWords(in document: DisclosureDocument, _ memory: inout RuleMemory) -> [Finding] {
    memory.sights(Doublings(), in: document).flatMap { seen -> [Finding] in
      guard document.outline.isParagraph(seen.block) || document.outline.isNote(seen.block) else { return [] }
      let text = document.tree.blocks[seen.block].block.text
      return seen.sight.compactMap { doubling in
        guard isOnOneLine(doubling.place, text) else { return nil }
        return doubling.isSame
          ? finding(doubling.range, in: text) : finding(doubling.range, both: doubling.both, in: text)
      }
    }
  }

  /// Paragraphs and items that say the same as the one before them but for their number.
  private func items(in document: DisclosureDocument) -> [Finding] {
    let blocks = document.tree.blocks
    return document.outline.paragraphs.compactMap { number -> Finding? in
      guard number > 0, blocks[number - 1].block.kind == .paragraph, !blocks[number].numerals.isEmpty else {
        return nil
      }
      let (first, second) = (words(of: blocks[number - 1]), words(of: blocks[number]))
      guard second.count >= Self.paragraphLength, first == second, let last = second.last, Mark.isStop(last) else {
        return nil
      }
      return paragraph(blocks[number].block.range)
    }
  }

  private func words(of block: ReadBlock) -> ArraySlice<UInt16> {
    block.block.text.units.dropFirst(block.block.numbering?.length ?? 0)
  }

  /// The characters of a paragraph that is not a phrase that stands in several places.
  private static let paragraphLength = 40

  private func paragraph(_ range: TextRange) -> Finding {
    Self.info.finding(
      range, LocalizedText("与上一段重复", "the paragraph above once more"),
      fixes: [
        Fix(
          title: LocalizedText("删去这一段", "remove this paragraph"), isPreferred: false, isSafe: false,
          edits: [TextEdit(range: range, text: "")])
      ])
  }

  /// Whether nothing was left out between a word that begins at `place` and the character before it.
  private func isOnOneLine(_ place: Int, _ text: RunningText) -> Bool {
    text.pieces(of: (place - 1)..<(place + 1)).count == 1
  }

  /// The finding on one of two different marks.
  private func finding(_ range: Range<Int>, both: Range<Int>, in text: RunningText) -> Finding {
    Self.info.finding(
      text.sourceRange(of: range),
      LocalizedText("两个标点连用：“\(text.string(in: both))”", "two marks in a row: “\(text.string(in: both))”"),
      fixes: [.removing(range, in: text, isPreferred: true, isSafe: true)])
  }

  private func finding(_ range: Range<Int>, in text: RunningText) -> Finding {
    Self.info.finding(
      text.sourceRange(of: range),
      LocalizedText("重复：“\(text.string(in: range))”", "doubled: “\(text.string(in: range))”"),
      fixes: [.removing(range, in: text, isPreferred: true, isSafe: true)])
  }
}
