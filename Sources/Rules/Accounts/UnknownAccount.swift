import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds names of accounts that the chart of accounts does not know.
struct UnknownAccount: DocumentRule {
  static let info = RuleInfo(
    name: "unknown-account", category: .accounts, severity: .hint,
    summary: LocalizedText("科目表中查不到这个科目名称。", "The chart of accounts does not know the name of this account."),
    rationale: LocalizedText(
      "查不到的名称可能是笔误，也可能是新设科目。", "A name that is not found may be a slip of the pen, or a new account."),
    fixSafety: LocalizedText("应为哪个科目要由人判断，没有自动修改。", "Which account is meant a person has to say, so there is no fix."),
    examples: [
      .section(
        wrong: "1.教育支出（类）普通教育（款）⟦乡村图书教育⟧（项）10.00万元。", correction: "小学教育")
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    // The charts end with 2025; later ones have accounts of their own.
    guard let year = document.profile.fiscalYear, (2020...2025).contains(year) else { return [] }
    return document.outline.chains.compactMap { placed in
      let text = document.tree.blocks[placed.block].block.text
      let names = placed.chain.names
      guard placed.account == nil, case .unknown(let level) = ChainJudgement(placed.chain, in: text) else { return nil }
      let printed = text.string(in: names[level])
      let above = text.string(in: names[level - 1])
      return Self.info.finding(
        text.sourceRange(of: names[level]),
        LocalizedText("科目表中“\(above)”下没有“\(printed)”", "the chart has no “\(printed)” below “\(above)”"))
    }
  }
}
