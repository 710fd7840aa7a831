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
        wrong: "机关运行经费126.00万元，比2024年度⟦增加（减少）⟧6.00万元。", correction: "增加"),
      .section(
        title: "某局2025年度部门决算公开",
        wrong: "机关运行经费年初预算为130.00万元，支出决算为126.00万元。决算数⟦小于预算数（或与预算数持平）⟧的主要原因是会议减少。",
        correction: "小于预算数"),
      .section(
        title: "某局2025年度部门决算公开",
        wrong: "机关运行经费年初预算为130.00万元，支出决算为126.00万元。决算数⟦大小于⟧预算数的主要原因是会议减少。", correction: "小于"),
      .section(wrong: "机关运行经费126.00万元，比上年⟦（减少）⟧6.00万元。", correction: "减少"),
    ])

  func findings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    memory.sights(OpenChoices(), in: document).flatMap { seen -> [Finding] in
      guard document.outline.isParagraph(seen.block) || document.outline.isNote(seen.block) else { return [] }
      return seen.sight.map { finding($0, in: document.tree.blocks[seen.block]) }
    }
  }

  private func finding(_ range: Range<Int>, in block: ReadBlock) -> Finding {
    let text = block.block.text
    let words = Self.words(of: text.units[range])
    return Self.info.finding(
      text.sourceRange(of: range),
      LocalizedText(
        "未作选择：“\(text.string(in: range))”应只留一个", "no choice made: keep one word of “\(text.string(in: range))”"),
      fixes: words.map { .replacing(range, in: text, by: $0, isPreferred: false, isSafe: false) })
  }

  private static let or: UInt16 = 0x6216

  /// The words to choose from; of `大小于`, from which half of a template's choice was deleted, both whole words.
  private static func words(of choice: ArraySlice<UInt16>) -> [String] {
    let words = choice.split { !Mark.isIdeograph($0) || $0 == Self.or }
    if words.count > 1 { return words.map { String(codeUnits: $0[...]) } }
    return choice.contains(0x4E8E) ? ["大于", "小于"] : ["增加", "减少"]
  }
}

/// Choices that were not made in one block, before an amount or between budget and final figure.
private struct OpenChoices: BlockLook {
  static var signals: BlockSignals { [.paragraph, .note] }

  func sight(in text: BlockText) -> [Range<Int>]? {
    let (tokens, units) = (text.block.tokens, text.units)
    var found: [Range<Int>] = []
    for index in tokens.indices {
      switch tokens[index].kind {
      case .term(.less), .term(.greater):
        if let choice = openComparison(tokens, at: index, units) { found.append(choice) }
      case .term(.undecided):
        guard statesAmount(tokens, behind: index) || comparesPlan(tokens, around: index) else { continue }
        found.append(tokens[index].range)
      case .text where isBracketed(tokens, at: index, units): found.append(tokens[index].range)
      default: break
      }
    }
    return found.isEmpty ? nil : found
  }

  /// The comparison with the budget that token `index` makes, if a bracket offers another behind it:
  /// `决算数小于预算数（或与预算数持平）`.
  private func openComparison(_ tokens: [Token], at index: Int, _ units: [UInt16]) -> Range<Int>? {
    guard index + 1 < tokens.count, case .term(let basis) = tokens[index + 1].kind, basis.isBasis,
      case let start = tokens[index + 1].range.upperBound,
      start + 1 < units.count, Mark.isOpeningBracket(units[start]), units[start + 1] == 0x6216,  // 或
      let end = units[start...].prefix(Self.longestChoice).firstIndex(where: Mark.isClosingBracket)
    else { return nil }
    return tokens[index].range.lowerBound..<(end + 1)
  }

  private static let longestChoice = 16

  /// Whether the token is the second word of a choice, whose first was deleted, between a comparison and an amount:
  /// `较上年（减少）6.86 万元`.
  private func isBracketed(_ tokens: [Token], at index: Int, _ units: [UInt16]) -> Bool {
    let range = tokens[index].range
    guard (3...4).contains(range.count), index > 0, index + 1 < tokens.count, case .numeral = tokens[index + 1].kind,
      Mark.isOpeningBracket(units[range.lowerBound]), Mark.isClosingBracket(units[range.upperBound - 1]),
      Self.directions.contains(where: { $0.elementsEqual(units[range].dropFirst().dropLast()) })
    else { return false }
    switch tokens[index - 1].kind {
    case .year, .relativeYear, .term(.comparison): return true
    case .term(let term): return term.isBasis
    default: return false
    }
  }

  private static let directions = ["增", "减", "增加", "减少", "增长", "下降"].map { Array($0.utf16) }

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

  /// Whether the two words compare the final figure with the budget: 决算数大于（小于）预算数.
  private func comparesPlan(_ tokens: [Token], around index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count, case .term(let left) = tokens[index - 1].kind,
      case .term(let right) = tokens[index + 1].kind
    else { return false }
    return left == .final && [.budget, .initialBudget, .fullYearBudget, .adjustedBudget].contains(right)
  }
}
