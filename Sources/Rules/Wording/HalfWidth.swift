import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds ASCII punctuation between Chinese characters.
struct HalfWidth: RecallingRule {
  static let info = RuleInfo(
    name: "half-width", category: .wording, severity: .hint,
    summary: LocalizedText("中文之间用了半角标点。", "Half-width punctuation stands between Chinese characters."),
    rationale: LocalizedText(
      "全角、半角混用不影响数字，但显得粗糙。", "Mixed punctuation changes no figure, but looks careless."),
    fixSafety: LocalizedText("只换成同一标点的全角形式，可直接采用。", "Safe: the mark stays the same, in full width."),
    source: LocalizedText("《标点符号用法》（GB/T 15834—2011）", "the national standard on punctuation, GB/T 15834—2011"),
    examples: [
      .section(wrong: "机关运行经费126.00万元⟦,⟧与2024年度持平。", correction: "，")
    ])

  func findings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    memory.sights(NarrowMarks(), in: document).flatMap { seen -> [Finding] in
      guard document.outline.isParagraph(seen.block) else { return [] }
      let block = document.tree.blocks[seen.block].block
      return seen.sight.compactMap { at in
        NarrowMarks.fullWidth(block.text.units[at]).map { finding(at..<(at + 1), in: block.text, $0) }
      }
    }
  }

  private func finding(_ range: Range<Int>, in text: RunningText, _ full: String) -> Finding {
    let printed = text.string(in: range)
    return Self.info.finding(
      text.sourceRange(of: range),
      LocalizedText(parts: "半角标点：“\(printed)”宜为“\(full)”", "half-width mark: “\(printed)” is better “\(full)”"),
      fixes: [.replacing(range, in: text, by: full, isPreferred: true, isSafe: true)])
  }
}

/// Half-width marks between Chinese characters in one block.
private struct NarrowMarks: BlockLook {
  static var signals: BlockSignals { .paragraph }

  func sight(in text: BlockText) -> [Int]? {
    let units = text.units
    var found: [Int] = []
    var next = 0
    while true {
      let at = units.indexOfAny(0x2C, 0x3A, 0x3B, from: next)
      guard at < units.count else { break }
      next = at + 1
      guard Self.fullWidth(units[at]) != nil, at > 0, at + 1 < units.count, Mark.isIdeograph(units[at - 1]),
        Mark.isIdeograph(units[at + 1]) || Mark.isDigit(units[at + 1])
      else { continue }
      // What a page says of itself is no prose: 发布时间:2025-01-20 来源:财政局.
      if units[at] == 0x3A, units.indexOfAny(Mark.fullStop, Mark.comma, 0x2C, from: 0) == units.count { continue }
      found.append(at)
    }
    return found.isEmpty ? nil : found
  }

  static func fullWidth(_ unit: UInt16) -> String? {
    switch unit {
    case 0x2C: "，"
    case 0x3A: "："
    case 0x3B: "；"
    default: nil
    }
  }
}
