import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger
import Lint

/// Finds growth rates on a base of zero.
struct ZeroBaseGrowth: DocumentRule {
  static let info = RuleInfo(
    name: "zero-base-growth", category: .arithmetic, severity: .warning,
    summary: LocalizedText(
      "上年数为0，却写了增长百分比。",
      "A rate of growth is given although the base is zero."),
    rationale: LocalizedText(
      "基数为0时增幅没有意义，写成增长100%是常见的误用，应写明“上年无此项”或只写增加额。",
      "Growth on nothing has no rate; 100% is a common misuse. Say that there was none the year before, or give the change alone."
    ),
    fixSafety: LocalizedText(
      "没有自动修改：如何表述要由人决定。",
      "There is no automatic fix: how to word it is for a person to decide."),
    examples: [
      .section(
        wrong: "机关运行经费10.23万元，比2024年度增加10.23万元，增长⟦100.00%⟧。",
        right: "机关运行经费10.23万元，比2024年度增加10.23万元，上年无此项经费。")
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    document.narrative.movements.compactMap { finding($0, document) }
  }

  private func finding(_ movement: Movement, _ document: DisclosureDocument) -> Finding? {
    guard let rate = movement.rate, let current = movement.current, document.statement(rate).isFinished,
      document.statement(rate).direction == .up, let numeral = document.numeral(rate), numeral.value != 0,
      let amount = document.quantity(current), amount.value != 0
    else { return nil }
    let base: StatementIndex
    if let printed = movement.base {
      guard document.numeral(printed)?.value == 0 else { return nil }
      base = printed
    } else if let change = movement.change {
      guard document.statement(change).direction == .up, document.quantity(change)?.value == amount.value else {
        return nil
      }
      base = change
    } else {
      return nil
    }
    let text = document.runningText(rate)
    let printed = text.string(in: numeral.range)
    let related = [current, base].compactMap { index -> RelatedPlace? in
      guard let numeral = document.numeral(index) else { return nil }
      let text = document.runningText(index)
      let words = text.string(in: numeral.range)
      return RelatedPlace(
        range: text.sourceRange(of: numeral.digits), message: LocalizedText("相关数字：\(words)", "the figure: \(words)"))
    }
    return Finding(
      rule: Self.info.name, severity: Self.info.severity, range: text.sourceRange(of: numeral.range),
      message: LocalizedText(
        "基数为零：上年数为 0，增幅没有意义，文中为 \(printed)；应写明上年无此项，或只写增加额",
        "growth on zero: the base is 0 and has no rate of growth, the text has \(printed); say that there was none, or give the change alone"
      ),
      related: related.sorted { $0.range < $1.range })
  }
}
