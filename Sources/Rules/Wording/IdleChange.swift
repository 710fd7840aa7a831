import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds changes of nothing that should read 持平.
struct IdleChange: DocumentRule {
  static let info = RuleInfo(
    name: "idle-change", category: .wording, severity: .hint,
    summary: LocalizedText(
      "“增加0万元，增长0%”宜写作“持平”。",
      "A change of zero is better written as 持平, unchanged."),
    rationale: LocalizedText(
      "没有变化却写成增加或减少，读者会误以为有变化。",
      "A change of nothing written as a rise or fall misleads the reader."),
    fixSafety: LocalizedText(
      "改写会动到句子的结构，应由人确认。",
      "The rewording touches the sentence, so a person should confirm it."),
    examples: [
      .section(
        wrong: "公务接待费1.20万元，比上年预算数⟦减少0万元，下降0%⟧。",
        right: "公务接待费1.20万元，与上年预算数持平。")
    ])

  /// 比上年减少 0 万元 becomes 与上年持平: 比 and 较 do not go with 持平.
  private func comparisonEdit(_ statement: Statement, _ text: RunningText) -> [TextEdit] {
    guard let start = statement.reference?.range.lowerBound else { return [] }
    let word = text.string(in: start..<(start + 1))
    guard word == "比" || word == "较" else { return [] }
    return [TextEdit(range: text.sourceRange(of: start..<(start + 1)), text: "与")]
  }

  func findings(in document: DisclosureDocument) -> [Finding] {
    document.narrative.movements.compactMap { movement in
      guard let change = movement.change, let numeral = document.numeral(change), numeral.value == 0,
        let word = document.statement(change).word, document.statement(change).isFinished
      else { return nil }
      var end = numeral.range.upperBound
      if let rate = movement.rate, let other = document.numeral(rate) {
        guard other.value == 0 else { return nil }
        end = other.range.upperBound
      }
      let text = document.runningText(change)
      let range = word.lowerBound..<end
      let source = text.sourceRange(of: range)
      return Finding(
        rule: Self.info.name, severity: Self.info.severity, range: source,
        message: LocalizedText(
          "增减为零：“\(text.string(in: range))”宜写作“持平”",
          "no change: “\(text.string(in: range))” is better written as 持平"),
        // A phrase that runs over a line end is left to its writer.
        fixes: text.pieces(of: range).count > 1
          ? []
          : [
            Fix(
              title: LocalizedText("改为“持平”", "write 持平"), isPreferred: false, isSafe: false,
              edits: comparisonEdit(document.statement(change), text) + [TextEdit(range: source, text: "持平")])
          ])
    }
  }
}
