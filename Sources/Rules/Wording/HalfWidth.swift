import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds ASCII punctuation between Chinese characters.
struct HalfWidth: DocumentRule {
  static let info = RuleInfo(
    name: "half-width", category: .wording, severity: .hint,
    summary: LocalizedText("中文之间用了半角标点。", "Half-width punctuation stands between Chinese characters."),
    rationale: LocalizedText(
      "全角、半角混用不影响数字，但显得粗糙。", "Mixed punctuation changes no figure, but looks careless."),
    fixSafety: LocalizedText("只换成同一标点的全角形式，可直接采用。", "Safe: the mark stays the same, in full width."),
    source: LocalizedText("《标点符号用法》（GB/T 15834—2011）", "the national standard on punctuation, GB/T 15834—2011"),
    examples: [
      .section(wrong: "机关运行经费126.00万元⟦,⟧与2024年度持平。", right: "机关运行经费126.00万元，与2024年度持平。")
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    document.outline.paragraphs.flatMap { number -> [Finding] in
      let text = document.tree.blocks[number].block.text
      return text.units.indices.compactMap { at in
        guard let full = Self.fullWidth(text.units[at]), at > 0, at + 1 < text.count,
          Mark.isIdeograph(text.units[at - 1]), Mark.isIdeograph(text.units[at + 1]) || Mark.isDigit(text.units[at + 1])
        else { return nil }
        let printed = text.string(in: at..<(at + 1))
        return Self.info.finding(
          text.sourceRange(of: at..<(at + 1)),
          LocalizedText("半角标点：“\(printed)”宜为“\(full)”", "half-width mark: “\(printed)” is better “\(full)”"),
          fixes: [.replacing(at..<(at + 1), in: text, by: full, isPreferred: true, isSafe: true)])
      }
    }
  }

  private static func fullWidth(_ unit: UInt16) -> String? {
    switch unit {
    case 0x2C: "，"
    case 0x3A: "："
    case 0x3B: "；"
    default: nil
    }
  }
}
