import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds punctuation, words and paragraphs that stand twice.
struct DoubledText: DocumentRule {
  static let info = RuleInfo(
    name: "doubled-text", category: .wording, severity: .warning,
    summary: LocalizedText("标点、词语重复，如“。。”“万元万元”。", "Punctuation or a word stands twice, as in “。。” or “万元万元”."),
    rationale: LocalizedText(
      "重复多半是修改时没有删净，读起来像漏了内容。",
      "A doubling is what an edit left behind, and reads as if something were missing."),
    fixSafety: LocalizedText("删去重复的一个，可直接采用。", "Safe: it takes the second one away."),
    examples: [
      .section(wrong: "机关运行经费126.00万元。⟦。⟧", right: "机关运行经费126.00万元。"),
      .section(wrong: "机关运行经费126.00万元⟦万元⟧，与2024年度持平。", right: "机关运行经费126.00万元，与2024年度持平。"),
      .section(wrong: "机关运行经费126.00万元，其中⟦其中⟧：人员经费0.00万元。", right: "机关运行经费126.00万元，其中：人员经费0.00万元。"),
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    (document.outline.paragraphs + document.outline.notes).flatMap { number -> [Finding] in
      let text = document.tree.blocks[number].block.text
      let tokens = document.tree.blocks[number].tokens
      return tokens.indices.dropFirst().compactMap { index in
        guard let second = doubling(tokens, index, text), isOnOneLine(tokens[index], text) else { return nil }
        return finding(second, in: text)
      }
    }
  }

  /// Whether nothing was left out between a word and the character before it.
  private func isOnOneLine(_ second: Token, _ text: RunningText) -> Bool {
    text.pieces(of: (second.range.lowerBound - 1)..<(second.range.lowerBound + 1)).count == 1
  }

  /// The second of two equal marks or words that stand side by side.
  private func doubling(_ tokens: [Token], _ index: Int, _ text: RunningText) -> Range<Int>? {
    let (first, second) = (tokens[index - 1], tokens[index])
    guard first.range.upperBound == second.range.lowerBound else { return nil }
    switch (first.kind, second.kind) {
    case (.stop, .stop), (.comma, .comma), (.semicolon, .semicolon), (.pause, .pause), (.colon, .colon):
      return text.units[first.range].elementsEqual(text.units[second.range]) && !isRun(tokens, index)
        ? second.range : nil
    case (.term(let one), .term(let other)):
      guard one == other, Self.never.contains(one), second.range.count > 1,
        text.units[first.range].elementsEqual(text.units[second.range])
      else { return nil }
      return second.range
    case (.numeral, .text):
      for unit in Self.units
      where text.units[..<first.range.upperBound].suffix(unit.count).elementsEqual(unit)
        && text.units[second.range.lowerBound...].starts(with: unit)
      {
        return second.range.lowerBound..<(second.range.lowerBound + unit.count)
      }
      return nil
    default: return nil
    }
  }

  /// Three marks and more are dots that lead somewhere, or an emphasis.
  private func isRun(_ tokens: [Token], _ index: Int) -> Bool {
    index >= 2 && tokens[index - 2].kind == tokens[index].kind
      || index + 1 < tokens.count && tokens[index + 1].kind == tokens[index].kind
  }

  private func finding(_ range: Range<Int>, in text: RunningText) -> Finding {
    Self.info.finding(
      text.sourceRange(of: range),
      LocalizedText("重复：“\(text.string(in: range))”", "doubled: “\(text.string(in: range))”"),
      fixes: [.removing(range, in: text, isPreferred: true, isSafe: true)])
  }

  /// Words that never follow themselves; names of accounts and measures may.
  private static let never: Set<Term> = [
    .increase, .decrease, .unchanged, .amongThem, .comparison, .completion, .reason, .purpose, .including,
    .respectively,
  ]
  private static let units = ["万元", "元", "%", "％"].map { Array($0.utf16) }
}
