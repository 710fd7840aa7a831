import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds a choice of the template that was not made: 增加（减少）6.00 万元.
struct ChooseOne: RecallingRule {
  static let info = RuleInfo(
    name: "choose-one", category: .wording, severity: .warning,
    summary: LocalizedText(
      "“增加（减少）”“下降（增长）”等未作选择。", "A choice such as 增加（减少） was left unresolved."),
    rationale: LocalizedText(
      "读者不知道数字是增加还是减少。", "The reader cannot tell whether the figure rose or fell."),
    fixSafety: LocalizedText(
      "两种写法都列出，由人选定。", "Both words are offered; a person has to choose."),
    examples: [
      .section(
        wrong: "机关运行经费126.00万元，比2024年度⟦增加（减少）⟧6.00万元。", correction: "增加")
    ])

  func findings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    memory.sights(OpenChoices(), in: document).flatMap { seen -> [Finding] in
      guard document.outline.isParagraph(seen.block) || document.outline.isNote(seen.block) else { return [] }
      return seen.sight.map { finding($0, in: document.tree.blocks[seen.block]) }
    }
  }

  private func finding(_ range: Range<Int>, in block: ReadBlock) -> Finding {
    let text = block.block.text
    let words = text.units[range].split { !Mark.isIdeograph($0) || $0 == 0x6216 }
      .map { String(decoding: $0, as: UTF16.self) }
    return Self.info.finding(
      text.sourceRange(of: range),
      LocalizedText(
        "未作选择：“\(text.string(in: range))”应只留一个", "no choice made: keep one word of “\(text.string(in: range))”"),
      fixes: words.map { .replacing(range, in: text, by: $0, isPreferred: false, isSafe: false) })
  }
}

/// Choices that were not made in one block, before an amount.
private struct OpenChoices: BlockLook {
  func sight(in text: BlockText) -> [Range<Int>]? {
    let tokens = text.block.tokens
    var found: [Range<Int>] = []
    for index in tokens.indices {
      guard case .term(.undecided) = tokens[index].kind, statesAmount(tokens, behind: index) else { continue }
      found.append(tokens[index].range)
    }
    return found.isEmpty ? nil : found
  }

  /// Whether an amount follows, so that one of the two words is meant.
  private func statesAmount(_ tokens: [Token], behind index: Int) -> Bool {
    for token in tokens[(index + 1)...].prefix(3) {
      switch token.kind {
      case .numeral: return true
      case .term(.filler), .term(.to): continue
      default: return false
      }
    }
    return false
  }
}
