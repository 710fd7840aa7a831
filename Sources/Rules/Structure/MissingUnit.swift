import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds amounts of the narrative that lack their unit.
struct MissingUnit: DocumentRule {
  static let info = RuleInfo(
    name: "missing-unit", category: .structure, severity: .warning,
    summary: LocalizedText("文中的金额没有写单位。", "An amount of the narrative has no unit."),
    rationale: LocalizedText(
      "没有单位，读者不知道是元还是万元，相差一万倍。", "Without a unit readers cannot tell yuan from ten thousand yuan."),
    fixSafety: LocalizedText(
      "补上全文所用的单位，由人确认。", "It adds the unit that the document uses; a person should confirm it."),
    examples: [
      .section(
        wrong: "支出合计100.00万元，其中：基本支出60.00万元；项目支出40.00万元。\n\n机关运行经费⟦12.00⟧，与2024年度持平。\n\n政府采购预算8.00万元，其中：货物8.00万元。",
        correction: "12.00万元")
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    var units: [Unit: Int] = [:]
    for number in document.outline.paragraphs {
      for numeral in document.tree.blocks[number].numerals where numeral.unit.isMoney {
        units[numeral.unit, default: 0] += 1
      }
    }
    // The unit is known where the document uses one alone.
    guard units.count == 1, let (unit, count) = units.first, count >= 4, let word = Self.words[unit] else { return [] }
    return document.outline.paragraphs.flatMap { number -> [Finding] in
      guard document.tree.blocks[number].block.isClosed else { return [] }
      let block = document.tree.blocks[number]
      return block.tokens.indices.compactMap { index in
        guard case .numeral(let number) = block.tokens[index].kind else { return nil }
        let numeral = block.numerals[number]
        guard numeral.unit == .none, numeral.decimals == 2, numeral.value != 0, isMeasured(index, block.tokens),
          endsClause(numeral, in: block.block.text)
        else { return nil }
        return finding(numeral, word, in: block.block.text)
      }
    }
  }

  /// Whether the name of a measure, or 支出决算, stands right before the number.
  private func isMeasured(_ index: Int, _ tokens: [Token]) -> Bool {
    for token in tokens[..<index].reversed() {
      guard case .term(let term) = token.kind else { return false }
      if term != .filler { return term.isMeasure || term.isFund || term == .final || term == .initialBudget }
    }
    return false
  }

  /// Whether a comma or a stop stands right behind the number.
  private func endsClause(_ numeral: Numeral, in text: RunningText) -> Bool {
    guard numeral.digits.upperBound < text.count else { return false }
    let next = text.units[numeral.digits.upperBound]
    return next == 0xFF0C || next == 0xFF1B || next == 0x3002
  }

  private func finding(_ numeral: Numeral, _ unit: String, in text: RunningText) -> Finding {
    let range = text.sourceRange(of: numeral.digits)
    let printed = text.string(in: numeral.digits)
    return Self.info.finding(
      range, LocalizedText("缺少单位：“\(printed)”应写明“\(unit)”", "missing unit: “\(printed)” needs “\(unit)”"),
      fixes: [
        Fix(
          title: LocalizedText("补上“\(unit)”", "add “\(unit)”"), isPreferred: true, isSafe: false,
          edits: [TextEdit(range: TextRange(range.upper, range.upper), text: unit)])
      ])
  }

  private static let words: [Unit: String] = [.tenThousandYuan: "万元", .yuan: "元", .hundredMillionYuan: "亿元"]
}
